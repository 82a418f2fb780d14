// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/memorytablemodel.h"

#include <QDate>
#include <QList>
#include <QStringList>

namespace tusk::tests
{

// A row of the table that these tests use. birthday holds a date, a typed null, or the text of what is no
// date.
struct Friend {
    QUuid id = QUuid::createUuid();
    quint64 stamp = 1;
    QString name = QString();
    QVariant birthday = QVariant(QMetaType::fromType<QDate>());
    int age = 0;
};

using Friends = QList<Friend>;

// One friend for each name.
[[nodiscard]] Friends friendsNamed(const QStringList &names);

class FriendsSnapshot final : public models::MemorySnapshot
{
public:
    explicit FriendsSnapshot(Friends friends);

    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] QVariant value(int row, int column) const override;
    [[nodiscard]] QUuid rowId(int row) const override;
    [[nodiscard]] quint64 rowStamp(int row) const override;

private:
    Friends m_friends;
};

// A table model whose requests are carried out at once, on a list: what a subclass over a session does,
// without the session.
class FriendsModel final : public models::MemoryTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, BirthdayColumn, AgeColumn };
    enum Role { InitialRole = FirstFreeRole }; // first letter of the name

    explicit FriendsModel(QObject *parent = nullptr);

    void show(const Friends &friends);
    void show(const QStringList &names) { show(friendsNamed(names)); }

    // What the last request held, as "name=Ada age=3"; NULL for a null.
    [[nodiscard]] QString lastRequest() const { return m_lastRequest; }
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] const Friends &friends() const { return m_friends; }

    // What the next requests answer, and whether the change shows before they return.
    bool refuses = false;
    bool answersLater = false;

    void answerNow() { show(m_friends); }

    // Rows after the last, shown when a view asks for more.
    Friends more;

protected:
    [[nodiscard]] QVariant cellData(int row, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
    [[nodiscard]] bool hasMoreRows() const override { return !more.isEmpty(); }
    void requestMoreRows() override;
    bool queueInsert(const QSqlRecord &values) override;
    bool queueUpdate(int row, const QSqlRecord &changed) override;
    bool queueDelete(int row) override;

private:
    bool answer(const QString &request, const Friends &result);

    Friends m_friends;
    QString m_lastRequest;
    int m_requests = 0;
};

// The names in the order of the model, asked by Qt::DisplayRole.
[[nodiscard]] QStringList shownNames(const QAbstractItemModel &model);

} // namespace tusk::tests
