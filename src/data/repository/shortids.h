// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "domain/ids.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>

namespace tusk::session
{
class DatabaseSession;
}

namespace tusk::repository
{

using ShortIds = QHash<domain::TodoId, QString>;

// Of each id the shortest beginning, dashes included, that no other todo of the database shares, but at least
// so many digits: what people read and type. Ids begin with the time at which they were made, so those of one
// minute share the first eight. One statement, of two look-ups in an index for each id; done runs later on
// the thread of the inbox, or never if the inbox is gone.
void readShortIds(session::DatabaseSession &session, const QList<domain::TodoId> &ids, int fewestDigits,
                  const base::Inbox &inbox, std::function<void(base::Result<ShortIds>)> done);

} // namespace tusk::repository
