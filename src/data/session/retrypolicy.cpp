// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/retrypolicy.h"

#include <algorithm>

namespace tusk::session
{

Again againAfter(base::ErrorKind reason)
{
    if (!base::isPassing(reason))
        return Again::Never;
    const bool overloaded = reason == base::ErrorKind::Transient || reason == base::ErrorKind::DiskFull;
    return overloaded ? Again::Slowly : Again::Soon;
}

RetryPolicy::RetryPolicy(Spans spans, std::uint32_t seed)
    : m_spans(spans)
    , m_random(seed)
{
}

std::optional<std::chrono::milliseconds> RetryPolicy::next(base::ErrorKind reason)
{
    const Again again = againAfter(reason);
    if (again == Again::Never)
        return std::nullopt;
    auto span = std::max(again == Again::Slowly ? m_spans.firstWhenOverloaded : m_spans.first, 2 * m_last);
    if (again == Again::Soon && m_waited < m_spans.early)
        span = std::min(span, m_spans.earlyCeiling);
    span = std::min(span, m_spans.ceiling);
    m_last = span;
    std::uniform_int_distribution<std::chrono::milliseconds::rep> anywhere(span.count() / 2, span.count());
    const std::chrono::milliseconds pause(anywhere(m_random));
    m_waited = std::min(m_waited + pause, m_spans.early); // a week is as good as that
    return pause;
}

void RetryPolicy::reset()
{
    m_last = {};
    m_waited = {};
}

} // namespace tusk::session
