// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/requestqueue.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace tusk::session
{

void RequestQueue::append(JobPointer job)
{
    m_jobs.push_back(std::move(job));
}

void RequestQueue::putBack(JobPointer job)
{
    finished(job);
    const auto place = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [&job](const JobPointer &other) { return other->id > job->id; });
    m_jobs.insert(place, std::move(job));
}

bool RequestQueue::hasSendable() const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(),
                       [this](const JobPointer &job) { return isSendable(job); });
}

JobPointer RequestQueue::take()
{
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [this](const JobPointer &job) { return isSendable(job); });
    if (found == m_jobs.end())
        return nullptr;
    JobPointer job = std::move(*found);
    m_jobs.erase(found);
    if (job->ordering == Ordering::InOrder)
        m_orderedIsOut = true;
    return job;
}

void RequestQueue::finished(const JobPointer &job)
{
    if (job->ordering == Ordering::InOrder)
        m_orderedIsOut = false;
}

JobPointer RequestQueue::remove(DatabaseSession::RequestId id)
{
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [id](const JobPointer &job) { return job->id == id; });
    if (found == m_jobs.end())
        return nullptr;
    JobPointer job = std::move(*found);
    m_jobs.erase(found);
    return job;
}

std::vector<JobPointer> RequestQueue::removeAll()
{
    m_orderedIsOut = false;
    std::vector<JobPointer> removed(std::make_move_iterator(m_jobs.begin()),
                                    std::make_move_iterator(m_jobs.end()));
    m_jobs.clear();
    return removed;
}

std::vector<JobPointer> RequestQueue::removeThoseNotWaiting()
{
    return removeIf([](const JobPointer &job) { return !job->waitsForConnection; });
}

std::optional<std::chrono::steady_clock::time_point> RequestQueue::sendableSince() const
{
    const auto first =
        std::find_if(m_jobs.begin(), m_jobs.end(), [this](const JobPointer &job) { return isSendable(job); });
    return first == m_jobs.end() ? std::nullopt : std::optional((*first)->asked);
}

std::vector<JobPointer> RequestQueue::removeSendableSince(std::chrono::steady_clock::time_point moment)
{
    return removeIf(
        [this, moment](const JobPointer &job) { return isSendable(job) && job->asked <= moment; });
}

std::vector<JobPointer> RequestQueue::removeIf(const std::function<bool(const JobPointer &)> &unwanted)
{
    const auto split = std::stable_partition(m_jobs.begin(), m_jobs.end(), std::not_fn(unwanted));
    std::vector<JobPointer> removed(std::make_move_iterator(split), std::make_move_iterator(m_jobs.end()));
    m_jobs.erase(split, m_jobs.end());
    return removed;
}

bool RequestQueue::isSendable(const JobPointer &job) const
{
    return job->ordering == Ordering::Free || !m_orderedIsOut;
}

} // namespace tusk::session
