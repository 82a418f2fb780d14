// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/donesentence.h"

#include "domain/actionlabels.h"

#include <QCoreApplication>

#include <algorithm>

namespace tusk::gui
{

namespace
{

using domain::ActionKind;

struct Pattern {
    const char *one = nullptr;
    const char *several = nullptr;
};

Pattern patternOf(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Complete:
        return {QT_TRANSLATE_NOOP("DoneSentence", "“%1” completed"),
                QT_TRANSLATE_N_NOOP("DoneSentence", "%Ln todos completed")};
    case ActionKind::Reopen:
        return {QT_TRANSLATE_NOOP("DoneSentence", "“%1” opened again"),
                QT_TRANSLATE_N_NOOP("DoneSentence", "%Ln todos opened again")};
    case ActionKind::Move:
        return {QT_TRANSLATE_NOOP("DoneSentence", "“%1” moved"),
                QT_TRANSLATE_N_NOOP("DoneSentence", "%Ln todos moved")};
    case ActionKind::Trash:
        return {QT_TRANSLATE_NOOP("DoneSentence", "“%1” moved to the Trash"),
                QT_TRANSLATE_N_NOOP("DoneSentence", "%Ln todos moved to the Trash")};
    case ActionKind::Restore:
        return {QT_TRANSLATE_NOOP("DoneSentence", "“%1” restored"),
                QT_TRANSLATE_N_NOOP("DoneSentence", "%Ln todos restored")};
    case ActionKind::Edit:
        return {nullptr, QT_TRANSLATE_N_NOOP("DoneSentence", "%Ln todos changed")};
    case ActionKind::Merge:
        return {nullptr, QT_TRANSLATE_N_NOOP("DoneSentence", "%Ln todos merged into one")};
    default: // shows by itself, or cannot be taken back
        return {};
    }
}

} // namespace

QString doneSentence(const domain::Action &action)
{
    if (action.kind == ActionKind::EditLists) {
        const bool deleted =
            action.lists.size() == 1 && action.lists.first().operation == domain::ChangeOperation::Delete;
        return deleted ? QCoreApplication::translate("DoneSentence", "List “%1” deleted")
                             .arg(domain::shortened(action.lists.first().before.name))
                       : QString();
    }
    const auto repeats = [](const domain::TodoChange &change) { return !change.after.repeatRule.isEmpty(); };
    if (action.kind == ActionKind::Complete && action.todos.size() == 1 && repeats(action.todos.first()))
        return {}; // RepeatNotice says it
    const Pattern pattern = patternOf(action.kind);
    if (action.todos.size() == 1 && pattern.one)
        return QCoreApplication::translate("DoneSentence", pattern.one)
            .arg(domain::shortened(action.todos.first().before.title));
    if (action.todos.size() > 1 && pattern.several)
        return QCoreApplication::translate("DoneSentence", pattern.several, nullptr,
                                           static_cast<int>(action.todos.size()));
    return {};
}

} // namespace tusk::gui
