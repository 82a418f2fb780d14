// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractItemModel>
#include <QList>
#include <QObject>
#include <QPersistentModelIndex>
#include <QStringList>
#include <QUuid>

namespace tusk::tests
{

// What a view would believe that follows the signals of a model and nothing else: which row stands where, and
// which stamp it was told of. Checks at every signal that the model, asked now, agrees.
class SignalShadow final : public QObject
{
    Q_OBJECT

public:
    explicit SignalShadow(const QAbstractItemModel &model, QObject *parent = nullptr);

    [[nodiscard]] const QList<QUuid> &ids() const { return m_ids; }
    [[nodiscard]] const QList<quint64> &stamps() const { return m_stamps; }

    // What was announced since the last call, as "remove 3-4", "move 1 to 0", "insert 0-0", "change 2-2",
    // "layout", "reset".
    [[nodiscard]] QStringList takeSteps() { return std::exchange(m_steps, {}); }

    // The first disagreement between the signals and what the model answered meanwhile; empty for none.
    [[nodiscard]] QString complaint() const { return m_complaint; }

private:
    void load();
    void checkRows(const char *when);

    const QAbstractItemModel &m_model;
    QList<QUuid> m_ids;
    QList<quint64> m_stamps;
    QList<QPersistentModelIndex> m_places; // while the layout changes
    QStringList m_steps;
    QString m_complaint;
};

} // namespace tusk::tests
