// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/todosentence.h"

#include "domain/relativedate.h"
#include "domain/repeattext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tusk::models
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("TodoSentence", text);
}

QString priorityText(domain::Priority priority)
{
    switch (priority) {
    case domain::Priority::High:
        return translated(QT_TRANSLATE_NOOP("TodoSentence", "high priority"));
    case domain::Priority::Medium:
        return translated(QT_TRANSLATE_NOOP("TodoSentence", "medium priority"));
    case domain::Priority::Low:
        return translated(QT_TRANSLATE_NOOP("TodoSentence", "low priority"));
    case domain::Priority::None:
        break;
    }
    return {};
}

QString dueText(const domain::When &due, const base::Moment &now)
{
    // In the middle of a sentence: due yesterday. A weekday or a month stays as the language writes it.
    QString text = domain::dueText(due, now, QLocale());
    if (std::abs(now.today().daysTo(domain::dueDay(due, now))) <= 1)
        text[0] = text.at(0).toLower();
    const bool overdue = domain::dueState(due, now) == domain::DueState::Overdue;
    return (overdue ? translated(QT_TRANSLATE_NOOP("TodoSentence", "overdue, due %1"))
                    : translated(QT_TRANSLATE_NOOP("TodoSentence", "due %1")))
        .arg(text);
}

template <class Record, class Id>
QString nameOf(const QList<Record> &records, const Id &id)
{
    const auto found =
        std::find_if(records.begin(), records.end(), [&id](const Record &record) { return record.id == id; });
    return found != records.end() ? found->name : QString();
}

QString parentText(const QString &parent)
{
    return parent.isEmpty() ? translated(QT_TRANSLATE_NOOP("TodoSentence", "subtask"))
                            : translated(QT_TRANSLATE_NOOP("TodoSentence", "subtask of %1")).arg(parent);
}

QString progressText(const Family &family)
{
    return QCoreApplication::translate("TodoSentence", "%1 of %n subtask(s) done", nullptr, family.subtasks)
        .arg(family.done);
}

QString stateText(const domain::Todo &todo)
{
    if (todo.deletedAt)
        return translated(QT_TRANSLATE_NOOP("TodoSentence", "in the Trash"));
    return todo.completedAt ? translated(QT_TRANSLATE_NOOP("TodoSentence", "completed"))
                            : translated(QT_TRANSLATE_NOOP("TodoSentence", "not completed"));
}

} // namespace

QString todoSentence(const domain::Todo &todo, const Family &family, bool pending, const base::Moment &now,
                     const QList<domain::TodoList> &lists, const QList<domain::Tag> &tags)
{
    QStringList parts{todo.title};
    if (todo.due && !todo.completedAt)
        parts += dueText(*todo.due, now);
    if (!todo.repeatRule.isEmpty())
        parts += translated(QT_TRANSLATE_NOOP("TodoSentence", "repeats %1"))
                     .arg(domain::repeatText(todo.repeatRule, QLocale()));
    if (todo.parent)
        parts += parentText(family.parentTitle);
    if (family.subtasks > 0)
        parts += progressText(family);
    if (!todo.notes.isEmpty())
        parts += translated(QT_TRANSLATE_NOOP("TodoSentence", "with notes"));
    if (const QString list = todo.list ? nameOf(lists, *todo.list) : QString(); !list.isEmpty())
        parts += translated(QT_TRANSLATE_NOOP("TodoSentence", "list %1")).arg(list);
    for (const domain::TagId &tag : todo.tags)
        parts += translated(QT_TRANSLATE_NOOP("TodoSentence", "tag %1")).arg(nameOf(tags, tag));
    parts += priorityText(todo.priority);
    parts += stateText(todo);
    if (pending)
        parts += translated(QT_TRANSLATE_NOOP("TodoSentence", "being saved"));
    parts.removeAll(QString());
    return parts.join(translated(QT_TRANSLATE_NOOP("TodoSentence", ", ")));
}

QString spokenName(const QString &name, qint64 openCount)
{
    return openCount > 0 ? QStringList{name, QString::number(openCount)}.join(
                               translated(QT_TRANSLATE_NOOP("TodoSentence", ", ")))
                         : name;
}

} // namespace tusk::models
