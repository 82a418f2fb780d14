// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actionlabels.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

namespace tusk::domain
{

namespace
{

constexpr const char *context = "ActionLabel";
constexpr int longest = 40;

// One todo is called by its title, several by their number.
struct Pattern {
    const char *one = nullptr;
    const char *several = nullptr;
};

Pattern patternFor(ActionKind kind)
{
    switch (kind) {
        using enum ActionKind;
    case Create:
        return {QT_TRANSLATE_NOOP("ActionLabel", "Add “%1”"),
                QT_TRANSLATE_N_NOOP("ActionLabel", "Add %n todos")};
    case Complete:
        return {QT_TRANSLATE_NOOP("ActionLabel", "Complete “%1”"),
                QT_TRANSLATE_N_NOOP("ActionLabel", "Complete %n todos")};
    case Reopen:
        return {QT_TRANSLATE_NOOP("ActionLabel", "Reopen “%1”"),
                QT_TRANSLATE_N_NOOP("ActionLabel", "Reopen %n todos")};
    case Move:
    case Reorder:
        return {QT_TRANSLATE_NOOP("ActionLabel", "Move “%1”"),
                QT_TRANSLATE_N_NOOP("ActionLabel", "Move %n todos")};
    case Trash:
        return {QT_TRANSLATE_NOOP("ActionLabel", "Delete “%1”"),
                QT_TRANSLATE_N_NOOP("ActionLabel", "Delete %n todos")};
    case Restore:
        return {QT_TRANSLATE_NOOP("ActionLabel", "Restore “%1”"),
                QT_TRANSLATE_N_NOOP("ActionLabel", "Restore %n todos")};
    case Purge:
        // No title: what is deleted for good is not named in the history either.
        return {QT_TRANSLATE_NOOP("ActionLabel", "Delete a todo for good"),
                QT_TRANSLATE_N_NOOP("ActionLabel", "Delete %n todos for good")};
    case Edit:
    case Merge:
    case EditLists:
    case Undo:
    case Redo:
        break;
    }
    return {QT_TRANSLATE_NOOP("ActionLabel", "Edit “%1”"),
            QT_TRANSLATE_N_NOOP("ActionLabel", "Edit %n todos")};
}

QString withName(const char *pattern, const QString &name)
{
    const QString text = QCoreApplication::translate(context, pattern);
    return text.contains(QStringLiteral("%1")) ? text.arg(shortened(name)) : text;
}

} // namespace

QString todoLabel(ActionKind kind, const QList<TodoChange> &changes)
{
    const Pattern pattern = patternFor(kind);
    if (changes.size() != 1)
        return QCoreApplication::translate(context, pattern.several, nullptr, int(changes.size()));
    // By the title that the user saw when deciding; a new one has no other.
    const TodoChange &change = changes.constFirst();
    return withName(pattern.one,
                    change.operation == ChangeOperation::Insert ? change.after.title : change.before.title);
}

QString mergeLabel(const Todo &first, qsizetype count)
{
    return QCoreApplication::translate("ActionLabel", "Merge %n todos into “%1”", nullptr, int(count))
        .arg(shortened(first.title));
}

QString createListLabel(const TodoList &list)
{
    return withName(QT_TRANSLATE_NOOP("ActionLabel", "Add the list “%1”"), list.name);
}

QString editListLabel(const TodoList &before, const TodoList &after)
{
    if (before.name != after.name) {
        return QCoreApplication::translate(context, "Rename the list “%1” to “%2”")
            .arg(shortened(before.name), shortened(after.name));
    }
    if (!before.archivedAt && after.archivedAt)
        return withName(QT_TRANSLATE_NOOP("ActionLabel", "Archive the list “%1”"), after.name);
    if (before.archivedAt && !after.archivedAt)
        return withName(QT_TRANSLATE_NOOP("ActionLabel", "Bring back the list “%1”"), after.name);
    if (before.position != after.position)
        return withName(QT_TRANSLATE_NOOP("ActionLabel", "Move the list “%1”"), after.name);
    return withName(QT_TRANSLATE_NOOP("ActionLabel", "Change the list “%1”"), after.name);
}

QString deleteListLabel(const TodoList &list, bool trashTodos)
{
    return trashTodos
               ? withName(QT_TRANSLATE_NOOP("ActionLabel", "Delete the list “%1” and its todos"), list.name)
               : withName(QT_TRANSLATE_NOOP("ActionLabel", "Delete the list “%1”"), list.name);
}

QString createTagLabel(const Tag &tag)
{
    return withName(QT_TRANSLATE_NOOP("ActionLabel", "Add the tag “%1”"), tag.name);
}

QString editTagLabel(const Tag &tag)
{
    return withName(QT_TRANSLATE_NOOP("ActionLabel", "Change the tag “%1”"), tag.name);
}

QString deleteTagLabel(const Tag &tag)
{
    return withName(QT_TRANSLATE_NOOP("ActionLabel", "Delete the tag “%1”"), tag.name);
}

QString shortened(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0; // of what fits beside an ellipsis
    for (int count = 1; finder.toNextBoundary() >= 0; ++count) {
        if (count == longest - 1)
            end = finder.position();
        if (count > longest)
            return QStringView(text).first(end).trimmed() + u'…';
    }
    return text;
}

} // namespace tusk::domain
