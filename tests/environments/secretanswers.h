// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/secretstore.h"

#include <QTest>

#include <memory>

namespace tusk::tests
{

// What came of one request to a SecretStore.
class SecretWait final
{
public:
    [[nodiscard]] environments::SecretListener listener() const
    {
        return {.answered =
                    [state = m_state](const environments::SecretAnswer &answer) {
                        ++state->answers;
                        state->answer = answer;
                    },
                .prompting = [state = m_state] { state->prompting = true; }};
    }

    [[nodiscard]] bool isAnswered() const { return m_state->answers > 0; }
    [[nodiscard]] int answers() const { return m_state->answers; }
    [[nodiscard]] bool isPrompting() const { return m_state->prompting; }
    [[nodiscard]] const environments::SecretAnswer &answer() const { return m_state->answer; }
    // None: it worked.
    [[nodiscard]] std::optional<environments::SecretProblem> problem() const
    {
        return answer().error ? std::optional(answer().error->problem) : std::nullopt;
    }
    [[nodiscard]] std::optional<environments::SecretProblem> wait() const
    {
        [this] { QTRY_VERIFY_WITH_TIMEOUT(isAnswered(), 8000); }();

        return problem();
    }

private:
    struct State {
        environments::SecretAnswer answer;
        int answers = 0;
        bool prompting = false;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace tusk::tests
