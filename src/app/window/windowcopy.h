// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/copy/todocopy.h"
#include "base/clock.h"
#include "base/inbox.h"
#include "gui/environments/copyjob.h"

#include <QThread>
#include <QUuid>

#include <functional>
#include <memory>

namespace tusk::app
{

class EnvironmentSet;

// A copy that the window has asked for: finds both environments on the thread of the GUI, where keyring and
// profiles are, and leaves the rest to a TodoCopy on a thread of its own: many todos take their time.
class WindowCopy final : public gui::CopyJob
{
    Q_OBJECT

public:
    // From the environment that is shown. environments must outlive this.
    WindowCopy(EnvironmentSet &environments, const domain::CopySelection &what, const QUuid &to,
               QObject *parent = nullptr);
    // Where it was not ended before, what is going on is interrupted.
    ~WindowCopy() override;

    void look() override;
    void carryOut() override;
    void takeBack() override;
    void end() override;

private:
    // On the other thread.
    struct Engine {
        Engine(const CopyEnd &from, const CopyEnd &to, domain::InstallationId installation)
            : copy(from, to, installation, clock)
        {
        }

        base::SystemClock clock;
        TodoCopy copy;
    };
    using Ended = std::function<void(const CopyEnd &)>;

    void findEnd(const QUuid &id, const Ended &found);
    void start(const CopyEnd &from, const CopyEnd &to);
    void connectEngine(); // on that thread
    void onChanged();     // in the target

    EnvironmentSet &m_set;
    const domain::CopySelection m_what;
    const QUuid m_from;
    const QUuid m_to;
    QThread m_thread;
    base::Inbox m_there; // on that thread
    base::InboxAddress m_engineAddress = m_there.address();
    std::unique_ptr<Engine> m_engine; // made, used and destroyed on that thread
    base::Inbox m_inbox;              // what comes from there
};

} // namespace tusk::app
