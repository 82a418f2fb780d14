// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractListModel>
#include <QColor>
#include <QIcon>
#include <QList>
#include <QString>

#include <functional>

namespace tusk::gui
{

// One thing that can be chosen.
struct PaletteItem {
    QString text;
    QString kind; // what it is, in quiet words
    QIcon icon;
    QColor dot;  // instead of an icon where it is valid
    QString key; // empty: none
    std::function<void()> run;
};

// What answers to what was typed, best first: what is known here at once, and what the server found behind
// it, so that nothing moves away under the hand.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, DotRole, KeyRole };

    using QAbstractListModel::QAbstractListModel;

    void setItems(const QList<PaletteItem> &items); // all that can be chosen, in the order for nothing typed
    // What was typed, and what can be chosen just because it was typed: that comes first.
    void setTyped(const QString &typed, const QList<PaletteItem> &made);
    void setFound(const QList<PaletteItem> &found);

    [[nodiscard]] const PaletteItem &itemAt(int row) const { return m_shown.at(row); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Known {
        PaletteItem item;
        QString folded;
    };

    void show();

    QList<Known> m_known;
    QString m_typed;
    QList<PaletteItem> m_made;
    QList<PaletteItem> m_found;
    QList<PaletteItem> m_shown;
};

} // namespace tusk::gui
