// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/result.h"

#include <QObject>

#include <functional>

namespace tusk::app
{

// Where the database of an environment is and with which password it is reached. To find that out may take a
// while: a server starts, a keyring asks. Thread: that of the GUI; nothing waits.
class ConnectionSource : public QObject
{
    Q_OBJECT

public:
    using Found = std::function<void(const base::Result<base::ConnectionSettings> &)>;
    using Backup = std::function<base::Result<void>()>;

    // Answers once, perhaps at once, or never if the source is gone before. May be asked again after an
    // error.
    virtual void find(Found found) = 0;
    // Whether find() waits for the keyring, which asks the user; giveUp() ends that, with an error.
    [[nodiscard]] virtual bool waitsForKeyring() const { return false; }
    virtual void giveUp() {}
    // For a database that has gone although nobody here let go of it: brings it back if that can be done
    // here, and says so; then broughtBack() follows. byUser: somebody wants it now.
    [[nodiscard]] virtual bool bringBack(bool byUser)
    {
        Q_UNUSED(byUser)
        return false;
    }
    // What was found is reached.
    virtual void reached() {}
    // The connection is not used any more.
    virtual void release(const std::function<void()> &released) { released(); }
    // Made before the schema of a database that holds todos is changed; runs on any thread and may block.
    // Empty: backups are somebody else's business.
    [[nodiscard]] virtual Backup backup() const { return {}; }

Q_SIGNALS:
    void progressed(const QString &sentence); // what find() waits for
    // What was found is there again after it had gone, or why it is not.
    void broughtBack(const tusk::base::Result<tusk::base::ConnectionSettings> &settings);
};

// Settings that are known from the start.
class GivenConnection final : public ConnectionSource
{
    Q_OBJECT

public:
    explicit GivenConnection(base::ConnectionSettings settings)
        : m_settings(std::move(settings))
    {
    }

    void find(Found found) override { found(m_settings); }

private:
    base::ConnectionSettings m_settings;
};

} // namespace tusk::app
