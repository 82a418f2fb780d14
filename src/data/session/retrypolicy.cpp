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
    auto span = again == Again::Slowly ? m_spans.firstWhenOverloaded : m_spans.first;
    for (int i = 0; i < m_failures && span < m_spans.ceiling; ++i)
        span *= 2;
    ++m_failures;
    span = std::min(span, m_spans.ceiling);
    std::uniform_int_distribution<std::chrono::milliseconds::rep> anywhere(span.count() / 2, span.count());
    return std::chrono::milliseconds(anywhere(m_random));
}

} // namespace tusk::session
