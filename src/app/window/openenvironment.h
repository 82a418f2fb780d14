// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/window/connectionsource.h"
#include "models/databaselink.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace tusk::app
{

// An environment that the window has opened: finds its database and links to it. It stays open while the
// window shows another one, so that what is on its way arrives there. Thread: that of the GUI; nothing waits.
class OpenEnvironment final : public QObject
{
    Q_OBJECT

public:
    // options: all but the settings, which come from the source, and the backup. clock must outlive this.
    OpenEnvironment(std::unique_ptr<ConnectionSource> source, models::DatabaseLink::Options options,
                    const base::Clock &clock);
    ~OpenEnvironment() override;

    void open(); // and again, after it failed

    // Null until opened().
    [[nodiscard]] models::DatabaseLink *link() const { return m_link.get(); }
    // How its database is reached; holds as long as there is a link.
    [[nodiscard]] const base::ConnectionSettings &settings() const { return m_options.settings; }
    // What was said last, for whoever looks later; the error is set between failed() and open().
    [[nodiscard]] const QString &progress() const { return m_progress; }
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

    [[nodiscard]] bool waitsForKeyring() const;
    void giveUp(); // waiting for it: then failed()

    // Waits a moment for what is on its way, if it can arrive, and lets go of everything. What has not
    // arrived stays on disk.
    void close(std::function<void()> closed);

Q_SIGNALS:
    void progressed();
    void opened(); // there is a link
    void failed();
    void moved(); // its database is somewhere else now: it has to be opened anew

private:
    void onFound(const base::Result<base::ConnectionSettings> &settings);
    void onBroughtBack(const base::Result<base::ConnectionSettings> &settings);
    void letGoWhenSent();
    void letGo();

    std::unique_ptr<ConnectionSource> m_source; // outlives the link
    models::DatabaseLink::Options m_options;
    const base::Clock &m_clock;
    std::unique_ptr<models::DatabaseLink> m_link;
    QString m_progress;
    std::optional<base::Error> m_error;
    bool m_finding = false;
    bool m_closing = false; // what is found now comes too late
    std::function<void()> m_closed;
    QTimer m_patience; // for actions that are on their way when it closes
};

} // namespace tusk::app
