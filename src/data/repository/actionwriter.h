// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "data/repository/todovalues.h"

#include <functional>

namespace tusk::repository
{

// Sends actions: one statement and one transaction each, in the order of the calls, safe to send twice.
class ActionWriter
{
public:
    using Done = std::function<void(base::Result<ActionAnswer>)>;

    virtual ~ActionWriter() = default;

    // Returns at once; done runs later on the thread of the inbox, or never if the inbox is gone. After an
    // error for which base::isPassing holds the same action may be sent again; InvalidInput means that the
    // database refused its content, and nothing was changed.
    virtual void apply(const domain::Action &action, domain::InstallationId installation,
                       const base::Inbox &inbox, Done done) = 0;

    // Deletes for good what is in the Trash for too long, as one action of that name; at most once a day,
    // whoever asks: false where somebody was quicker. Returns at once; safe to send twice.
    virtual void emptyTrash(const QString &label, domain::InstallationId installation,
                            const base::Inbox &inbox, std::function<void(base::Result<bool>)> done) = 0;
};

} // namespace tusk::repository
