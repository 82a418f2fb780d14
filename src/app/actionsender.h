// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/failure.h"
#include "data/repository/todovalues.h"
#include "domain/action.h"

#include <functional>
#include <optional>
#include <variant>

namespace tusk::app
{

class DatabaseAccess;

// Sends an action until the database has answered; the same one again where the answer was lost, so that it
// is carried out once. After a few times it gives up, and says that the outcome is not known.
class ActionSender final
{
public:
    using Sent = std::function<void(std::variant<repository::ActionAnswer, Failure>)>;

    // access must outlive the sender.
    ActionSender(DatabaseAccess &access, domain::InstallationId installation)
        : m_access(access)
        , m_installation(installation)
    {
    }

    void send(const domain::Action &action, Sent sent);

private:
    DatabaseAccess &m_access;
    domain::InstallationId m_installation;
};

// What the database did not do of an action that it has carried out: because somebody else was quicker, or
// because there was nothing to take back. None where all is as wished.
[[nodiscard]] std::optional<Failure> shortfallOf(const domain::Action &action,
                                                 const repository::ActionAnswer &answer);

} // namespace tusk::app
