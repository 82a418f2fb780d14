// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/action.h"

#include "domain/actionjson.h"

#include <algorithm>
#include <array>

namespace tusk::domain
{

using namespace Qt::StringLiterals;

namespace
{

struct KindName {
    ActionKind kind;
    QLatin1StringView name;
};

constexpr std::array kindNames{
    KindName{ActionKind::Create, "create"_L1},
    KindName{ActionKind::Edit, "edit"_L1},
    KindName{ActionKind::Complete, "complete"_L1},
    KindName{ActionKind::Reopen, "reopen"_L1},
    KindName{ActionKind::Move, "move"_L1},
    KindName{ActionKind::Reorder, "reorder"_L1},
    KindName{ActionKind::Trash, "trash"_L1},
    KindName{ActionKind::Restore, "restore"_L1},
    KindName{ActionKind::Purge, "purge"_L1},
    KindName{ActionKind::Merge, "merge"_L1},
    KindName{ActionKind::EditLists, "edit_lists"_L1},
    KindName{ActionKind::Undo, "undo"_L1},
    KindName{ActionKind::Redo, "redo"_L1},
};

struct OperationName {
    ChangeOperation operation;
    QLatin1StringView name;
};

constexpr std::array operationNames{
    OperationName{ChangeOperation::Insert, "insert"_L1},
    OperationName{ChangeOperation::Update, "update"_L1},
    OperationName{ChangeOperation::Delete, "delete"_L1},
};

} // namespace

QString toString(ActionKind kind)
{
    return std::ranges::find(kindNames, kind, &KindName::kind)->name;
}

std::optional<ActionKind> actionKindFromString(QStringView name)
{
    const auto found =
        std::ranges::find_if(kindNames, [name](const KindName &each) { return each.name == name; });
    return found != kindNames.end() ? std::optional(found->kind) : std::nullopt;
}

QString toString(ChangeOperation operation)
{
    return std::ranges::find(operationNames, operation, &OperationName::operation)->name;
}

std::optional<ChangeOperation> changeOperationFromString(QStringView name)
{
    const auto found =
        std::ranges::find_if(operationNames, [name](const OperationName &each) { return each.name == name; });
    return found != operationNames.end() ? std::optional(found->operation) : std::nullopt;
}

QJsonObject headToJson(const Action &action)
{
    QJsonObject object{{u"id"_s, action.id.toString()},
                       {u"kind"_s, toString(action.kind)},
                       {u"label"_s, action.label},
                       {u"made_at"_s, action.madeAt.toUTC().toString(Qt::ISODateWithMs)}};
    if (action.target)
        object.insert("target"_L1, action.target->toString());
    return object;
}

} // namespace tusk::domain
