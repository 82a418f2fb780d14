// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/session/job.h"

#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace tusk::session
{

// What has been asked and not been sent yet, in the order of asking. Of the requests that must not overtake
// each other one at most is out at a time. Thread: that of the session.
class RequestQueue final
{
public:
    void append(JobPointer job);
    // A job that was taken and could not be sent: it is as if it had never left.
    void putBack(JobPointer job);

    [[nodiscard]] bool hasSendable() const;
    [[nodiscard]] bool isEmpty() const { return m_jobs.empty(); }
    // The first that may be sent now; null if none. The taker calls finished() when it is over.
    JobPointer take();
    void finished(const JobPointer &job);

    // Out of the queue; null if it is not in it.
    JobPointer remove(DatabaseSession::RequestId id);
    std::vector<JobPointer> removeAll();
    std::vector<JobPointer> removeThoseNotWaiting();

    // Since when the first of those that could be sent has waited; none if there is none.
    [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> sendableSince() const;
    std::vector<JobPointer> removeSendableSince(std::chrono::steady_clock::time_point moment);

private:
    std::vector<JobPointer> removeIf(const std::function<bool(const JobPointer &)> &unwanted);
    [[nodiscard]] bool isSendable(const JobPointer &job) const;

    std::deque<JobPointer> m_jobs; // ascending by id
    bool m_orderedIsOut = false;
};

} // namespace tusk::session
