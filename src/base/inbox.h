// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace tusk::base
{

class Inbox;

// Where to send a value to another thread: a copyable address of an Inbox, safe to use from any thread and
// after the Inbox is gone (then what is sent is dropped).
class InboxAddress final
{
public:
    InboxAddress() = default;

    // Runs task on the thread of the Inbox, in the order of posting, or never if the Inbox dies first.
    // What the task has captured is handed over: the sender keeps no reference that it still writes to.
    void post(std::function<void()> task) const;

private:
    friend class Inbox;
    struct Shared;
    explicit InboxAddress(std::shared_ptr<Shared> shared);
    std::shared_ptr<Shared> m_shared;
};

// The one way by which values cross threads: worker threads post to the address of an Inbox, and its tasks
// run on the Inbox's thread from the event loop. A receiver holds its Inbox as a member, so nothing is ever
// delivered to a receiver that is gone.
//
// Not QFuture or QPromise: continuations with a context abort in Qt 6.4 when the context is gone, and they
// give the thread sanitizer false races, because the distribution's Qt is not instrumented. The events here
// are annotated for it instead, so real races stand out.
class Inbox final : public QObject
{
    Q_OBJECT

public:
    explicit Inbox(QObject *parent = nullptr);
    ~Inbox() override;
    Q_DISABLE_COPY_MOVE(Inbox)

    [[nodiscard]] InboxAddress address() const;

protected:
    void customEvent(QEvent *event) override;

private:
    std::shared_ptr<InboxAddress::Shared> m_shared;
};

} // namespace tusk::base
