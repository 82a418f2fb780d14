// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/todotimes.h"

#include "domain/relativedate.h"
#include "domain/todo.h"

#include <QCoreApplication>
#include <QLocale>

namespace tusk::gui
{

namespace
{

constexpr qint64 secondsOfMaking = 60; // what happens then is part of adding it

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(TodoTimes)

public:
    static QString added(const QString &when) { return tr("Added %1").arg(when); }
    static QString deleted(const QString &when) { return tr("deleted %1").arg(when); }
    static QString completed(const QString &when) { return tr("completed %1").arg(when); }
    static QString edited(const QString &when) { return tr("edited %1").arg(when); }
    //: Between "Added Monday" and "edited 2 minutes ago"
    static QString between() { return tr(" · "); }
};

} // namespace

QString todoTimes(const domain::Todo &todo, const base::Moment &now)
{
    const auto ago = [&now](const QDateTime &then) { return domain::agoText(then, now, QLocale()); };
    QStringList parts{Words::added(ago(todo.createdAt))};
    if (todo.deletedAt)
        parts.append(Words::deleted(ago(*todo.deletedAt)));
    else if (todo.completedAt)
        parts.append(Words::completed(ago(*todo.completedAt)));
    else if (todo.updatedAt.isValid() && todo.createdAt.secsTo(todo.updatedAt) > secondsOfMaking)
        parts.append(Words::edited(ago(todo.updatedAt)));
    return parts.join(Words::between());
}

} // namespace tusk::gui
