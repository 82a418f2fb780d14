// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "data/repository/actionjournal.h"
#include "support/serverfolder.h"

#include <QList>
#include <QStringList>
#include <QTemporaryDir>

namespace tusk::tests
{

// Number 1 to 65535 gives the id and the time; the label has at least so many characters.
[[nodiscard]] domain::Action numberedAction(int number, qsizetype labelSize = 0);
[[nodiscard]] QList<int> numbersOf(const QList<domain::Action> &actions);
// Empty, and the reason as a test failure, where there is an error.
[[nodiscard]] QList<int> numbersOf(const base::Result<repository::UnsentRecords> &records);

inline constexpr int firstDatabase = 1;
[[nodiscard]] domain::DatabaseId databaseNumber(int number = firstDatabase);

// A folder of unsent actions, not made yet, that goes with this object.
class JournalFolder final
{
public:
    explicit JournalFolder(Storage storage = Storage::Memory);
    Q_DISABLE_COPY_MOVE(JournalFolder)

    [[nodiscard]] QString path() const { return m_parent.filePath(QStringLiteral("unsent/local")); }
    [[nodiscard]] QString parent() const { return m_parent.path(); }
    [[nodiscard]] QStringList files() const; // sorted by name
    [[nodiscard]] QString file(const QString &name) const { return path() + u'/' + name; }
    [[nodiscard]] QByteArray read(const QString &name) const;
    void write(const QString &name, const QByteArray &text) const; // makes the folder as well

    // As a process would leave it that kept these and was killed.
    void leaveBehind(const QString &name, const QList<int> &numbers) const;

private:
    QTemporaryDir m_parent;
};

} // namespace tusk::tests
