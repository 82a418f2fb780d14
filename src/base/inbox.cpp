// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/inbox.h"

#include <QCoreApplication>
#include <QEvent>

#include <mutex>

#if defined(__SANITIZE_THREAD__)
#define TUSK_THREAD_SANITIZER
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define TUSK_THREAD_SANITIZER
#endif
#endif

#ifdef TUSK_THREAD_SANITIZER
extern "C" {
void __tsan_acquire(void *address);
void __tsan_release(void *address);
void __tsan_ignore_thread_begin();
void __tsan_ignore_thread_end();
}
#endif

namespace tusk::base
{

namespace
{

// Qt's event queue is synchronised, but its code is not instrumented: these two tell the sanitizer so.
void annotateRelease([[maybe_unused]] void *address)
{
#ifdef TUSK_THREAD_SANITIZER
    __tsan_release(address);
#endif
}

void annotateAcquire([[maybe_unused]] void *address)
{
#ifdef TUSK_THREAD_SANITIZER
    __tsan_acquire(address);
#endif
}

// Senders to several Inboxes of one thread make its queue grow in turn, under a lock of Qt's that is not
// seen.
void postUnseen(QObject *receiver, std::unique_ptr<QEvent> event)
{
#ifdef TUSK_THREAD_SANITIZER
    __tsan_ignore_thread_begin();
#endif
    QCoreApplication::postEvent(receiver, event.release());
#ifdef TUSK_THREAD_SANITIZER
    __tsan_ignore_thread_end();
#endif
}

const QEvent::Type taskEventType = static_cast<QEvent::Type>(QEvent::registerEventType());

class TaskEvent final : public QEvent
{
public:
    explicit TaskEvent(std::function<void()> whatToRun)
        : QEvent(taskEventType)
        , task(std::move(whatToRun))
    {
    }

    std::function<void()> task;
};

} // namespace

struct InboxAddress::Shared {
    std::mutex mutex;
    Inbox *inbox = nullptr; // null once the Inbox is being destroyed
};

InboxAddress::InboxAddress(std::shared_ptr<Shared> shared)
    : m_shared(std::move(shared))
{
}

void InboxAddress::post(std::function<void()> task) const
{
    if (!m_shared)
        return;
    // The lock keeps the Inbox alive until the event is in its queue; its destructor removes queued events.
    const std::lock_guard lock(m_shared->mutex);
    if (!m_shared->inbox)
        return;
    auto event = std::make_unique<TaskEvent>(std::move(task));
    annotateRelease(event.get());
    postUnseen(m_shared->inbox, std::move(event));
}

Inbox::Inbox(QObject *parent)
    : QObject(parent)
    , m_shared(std::make_shared<InboxAddress::Shared>())
{
    m_shared->inbox = this;
}

Inbox::~Inbox()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->inbox = nullptr;
}

InboxAddress Inbox::address() const
{
    return InboxAddress(m_shared);
}

void Inbox::customEvent(QEvent *event)
{
    annotateAcquire(event); // before the first look at it
    if (event->type() != taskEventType)
        return;
    // Moved out: the task may destroy this Inbox, and with it nothing that it still needs.
    const auto task = std::move(static_cast<TaskEvent *>(event)->task);
    task();
}

} // namespace tusk::base
