// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/chosendatabase.h"
#include "app/environmentsecrets.h"
#include "app/window/openenvironment.h"
#include "environments/profilekeeper.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QUuid>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace tusk::app
{

// The environments of the user, those of them that are open in this run, and the one that is shown. One that
// was left stays open: what is on its way arrives there, and coming back takes no time. Nothing of one ever
// reaches another: each has its own link. Thread: that of the GUI; nothing waits.
class EnvironmentSet final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        domain::InstallationId installation;
        // Of the environment with this id: what to show first.
        std::function<domain::TodoFilter(const QUuid &)> firstPlace;
    };

    // Begins with the one that was chosen; a database that was named past all environments stays alone. clock
    // must outlive this.
    EnvironmentSet(const ChosenDatabase &database, Options options, const base::Clock &clock);
    ~EnvironmentSet() override;

    [[nodiscard]] const QList<environments::EnvironmentProfile> &profiles() const { return m_profiles; }
    [[nodiscard]] const environments::EnvironmentProfile *find(const QUuid &id) const; // null: there is none
    // Those of the file, which a window that stays alone does not show.
    [[nodiscard]] const QList<environments::EnvironmentProfile> &stored() const
    {
        return m_given ? m_stored : m_profiles;
    }
    [[nodiscard]] const environments::EnvironmentProfile *findStored(const QUuid &id) const;
    [[nodiscard]] const QUuid &shownId() const { return m_shown; }
    [[nodiscard]] OpenEnvironment *open(const QUuid &id) const; // null: it is not
    [[nodiscard]] OpenEnvironment *shown() const { return open(m_shown); }
    [[nodiscard]] const QUuid &firstId() const { return m_first; } // with which the window starts
    [[nodiscard]] EnvironmentSecrets &secrets() { return m_secrets; }
    [[nodiscard]] domain::InstallationId installation() const { return m_options.installation; }

    void show(const QUuid &id); // one of profiles(), else nothing
    // The file of the environments may have been changed by another program; then shows that one, if it is
    // there.
    void reload(const QUuid &thenShow = {});
    // Changes the file, and what is open with it. The edit runs on another thread: it owns what it needs.
    // done is called later, or never if this is gone first.
    void change(environments::ProfileStore::Edit edit, std::function<void(const base::Result<void> &)> done);
    // Its password is another one now: one that could not be opened is tried again.
    void tryAnew(const QUuid &id);
    // Why the database did not take the password that was typed last for this run; none: it did, or was not
    // asked.
    [[nodiscard]] std::optional<base::Error> refusal(const QUuid &id) const;
    void keepForThisRun(const QUuid &id, const QString &password);
    void dayChanged();
    void networkChanged(); // those that have no connection try at once; one that sleeps is not woken

    // Lets go of all that are open; closed is called once.
    void close(const std::function<void()> &closed);

Q_SIGNALS:
    void shownChanged(); // another one, or the same has come further
    void changed();      // what there is, or how one of them stands
    // Its environment is not there any more, or has another address; it goes when this returns.
    void leaving(tusk::models::DatabaseLink &link);

private:
    using Profiles = QList<environments::EnvironmentProfile>;

    void take(const environments::ProfileList &list);
    void onLinkState(const QUuid &id);
    void leave(const QUuid &id); // if it is open
    [[nodiscard]] std::unique_ptr<OpenEnvironment> make(const environments::EnvironmentProfile &profile);
    [[nodiscard]] std::unique_ptr<ConnectionSource> sourceOf(const environments::EnvironmentProfile &profile);
    void follow(OpenEnvironment &environment, const QUuid &id);

    const Options m_options;
    const std::optional<base::ConnectionSettings> m_given; // past all environments
    const base::Clock &m_clock;
    EnvironmentSecrets m_secrets;
    Profiles m_profiles;
    Profiles m_stored; // beside the given one
    std::map<QUuid, std::unique_ptr<OpenEnvironment>> m_open;
    QSet<QUuid> m_leaving; // still sending; not opened anew before they are gone
    QUuid m_shown;
    QUuid m_first;
    std::map<QUuid, base::Error> m_refused; // passwords that were typed for this run
    environments::ProfileKeeper m_keeper;   // last: its answers go first
};

} // namespace tusk::app
