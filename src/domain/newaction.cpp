// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/newaction.h"

#include "base/uuidv7.h"

namespace tusk::domain
{

Action newAction(ActionKind kind, const QDateTime &now)
{
    Action action;
    action.id = ActionId(base::makeUuidV7());
    action.kind = kind;
    action.madeAt = now.toUTC();
    return action;
}

TodoChange updateOf(const Todo &before, const Todo &after)
{
    return {ChangeOperation::Update, before, after, differingFields(before, after)};
}

} // namespace tusk::domain
