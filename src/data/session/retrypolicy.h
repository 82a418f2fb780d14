// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <chrono>
#include <optional>
#include <random>

namespace tusk::session
{

// Whether it is worth trying the same again without the user's doing.
enum class Again { Soon, Slowly, Never };
[[nodiscard]] Again againAfter(base::ErrorKind reason);

// When to try connecting again. The waiting doubles from try to try up to a ceiling, a low one at first: most
// outages are short. A random part of it keeps many clients from coming back at the same moment. Knows no
// clock and no timer: it only names spans.
class RetryPolicy final
{
public:
    struct Spans {
        std::chrono::milliseconds first{250};
        std::chrono::milliseconds ceiling{30'000};
        // Instead of it, until that much was waited; not for an overloaded server.
        std::chrono::milliseconds earlyCeiling{1'500};
        std::chrono::milliseconds early{12'000};
        // Instead of first when the server is there but overfull, or over a quota: coming back soon makes it
        // worse.
        std::chrono::milliseconds firstWhenOverloaded{5'000};
    };

    explicit RetryPolicy(Spans spans, std::uint32_t seed = std::random_device{}());

    // How long to wait before the next try, after one failed for this reason: between half and the whole of
    // the span whose turn it is. None: trying again is pointless until the user changes something, and
    // harmful with a wrong password.
    [[nodiscard]] std::optional<std::chrono::milliseconds> next(base::ErrorKind reason);

    // To be called when it worked.
    void reset();

private:
    Spans m_spans;
    std::chrono::milliseconds m_last{0};   // span
    std::chrono::milliseconds m_waited{0}; // in all, as far as it was named here
    std::mt19937 m_random;
};

} // namespace tusk::session
