// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "repository/journalfolder.h"

#include "data/repository/journalrecords.h"
#include "domain/todobuilder.h"
#include "support/failure.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace tusk::tests
{

using namespace Qt::StringLiterals;
using domain::Action;

Action numberedAction(int number, qsizetype labelSize)
{
    Action action;
    action.id = numbered<domain::ActionId>(number);
    action.kind = domain::ActionKind::Undo;
    action.label = u"Action %1 "_s.arg(number).leftJustified(labelSize, u'.');
    action.madeAt = QDateTime({2026, 3, 1}, {12, 0}, Qt::UTC).addSecs(number);
    action.target = numbered<domain::ActionId>(0);
    return action;
}

QList<int> numbersOf(const QList<Action> &actions)
{
    QList<int> numbers;
    for (const Action &action : actions) {
        const QUuid &id = action.id.uuid();
        numbers.append(id.data4[6] * 256 + id.data4[7]);
    }
    return numbers;
}

QList<int> numbersOf(const base::Result<repository::UnsentRecords> &records)
{
    if (records)
        return numbersOf(records->actions);
    QTest::qFail(qPrintable(records.error().detail), __FILE__, __LINE__);
    return {};
}

domain::DatabaseId databaseNumber(int number)
{
    return numbered<domain::DatabaseId>(number);
}

JournalFolder::JournalFolder(Storage storage)
    : m_parent(testFolder(storage) + u"/journal-XXXXXX"_s)
{
    if (!m_parent.isValid())
        giveUp(m_parent.errorString());
}

QStringList JournalFolder::files() const
{
    return QDir(path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

QByteArray JournalFolder::read(const QString &name) const
{
    QFile source(file(name));
    if (!source.open(QIODevice::ReadOnly))
        giveUp(source.fileName() + ": "_L1 + source.errorString());
    return source.readAll();
}

void JournalFolder::write(const QString &name, const QByteArray &text) const
{
    QFile target(file(name));
    if (!QDir().mkpath(path()) || !target.open(QIODevice::WriteOnly) || target.write(text) != text.size())
        giveUp(target.fileName() + ": "_L1 + target.errorString());
}

void JournalFolder::leaveBehind(const QString &name, const QList<int> &numbers) const
{
    QByteArray text = repository::headerLine();
    for (const int number : numbers)
        text += repository::actionLine(numberedAction(number));
    write(name, text);
}

} // namespace tusk::tests
