// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/action.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <functional>

namespace tusk::models
{
class Workspace;
}

namespace tusk::gui
{

// Notices when a todo that repeats is completed, wherever that was done. Its next date is not made by itself
// yet: that is said instead of leaving it to be found out, and the user may pick one.
class RepeatNotice final : public QObject
{
    Q_OBJECT

public:
    // workspace must outlive this.
    explicit RepeatNotice(models::Workspace &workspace, QObject *parent = nullptr);

    // The todo is open again, and due then: one action.
    void repeatOn(const domain::Todo &completed, const domain::When &due);
    // The same for several, but for those that were opened again meanwhile.
    void repeatOn(const QList<domain::TodoChange> &completions, const domain::When &due);

Q_SIGNALS:
    // sentence says so; change.after is the todo as it is now.
    void completed(const tusk::domain::TodoChange &change, const QString &sentence);
    // More at once than can be asked about one after the other.
    void manyCompleted(const QList<tusk::domain::TodoChange> &changes, const QString &sentence);
    // What was said is not so any more: the todos are open again, or that was undone.
    void takenBack(const QString &sentence);

private:
    struct Notice {
        domain::ActionId completion;
        QSet<domain::TodoId> todos; // that are still completed by it
        QString sentence;
    };

    void look(const domain::Action &action);
    void lookForRepeating(const domain::Action &completion);
    void lookForReopened(const domain::Action &reopening);
    void note(domain::ActionId completion, const QList<domain::TodoChange> &todos, const QString &sentence);
    void lookForUndone();
    void takeBack(const std::function<bool(const Notice &)> &isOver);

    models::Workspace &m_workspace;
    QList<Notice> m_notices;
};

} // namespace tusk::gui
