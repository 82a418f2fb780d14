// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/actionsender.h"
#include "app/databaseaccess.h"
#include "app/failure.h"
#include "data/repository/snapshotreader.h"
#include "domain/copyplan.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace tusk::environments
{
struct EnvironmentProfile;
}

namespace tusk::app
{

// An environment that takes part in a copy, and the way to its database.
struct CopyEnd {
    QString name;                                     // as sentences call it
    std::optional<base::ConnectionSettings> settings; // with the password; none: the private server
    QString folder;                                   // as of KnownDatabase, as is the next
    QString address;
};
[[nodiscard]] CopyEnd copyEndOf(const environments::EnvironmentProfile &profile, const QString &password);

// Copies todos of one environment into another, with all that they refer to: reads both, tells what would
// change, and changes it, as one action, when it is told to; then it can be taken back. Until then nothing is
// written to either. The command and the window are its two listeners. Used once. Thread: any with an event
// loop; nothing waits.
class TodoCopy final : public QObject
{
    Q_OBJECT

public:
    using Chosen = std::function<void(const std::variant<domain::CopySelection, Failure> &)>;
    // Says which todos of the source are meant, once it is open.
    using Choice = std::function<void(DatabaseAccess &source, const repository::OpeningState &state,
                                      const Chosen &chosen)>;

    // clock must outlive this.
    TodoCopy(CopyEnd from, CopyEnd to, domain::InstallationId installation, const base::Clock &clock);
    ~TodoCopy() override;

    void look(const Choice &choice); // then planned() or failed()
    void carryOut();                 // after planned(): then copied() or failed()
    void takeBack();                 // after copied(): then takenBack() or failed()
    // Lets go of both databases, at any time, once; nothing is told any more. What was being saved is
    // interrupted: then all of it is there, or nothing.
    void close(std::function<void()> closed);

Q_SIGNALS:
    void progressed(const QString &sentence); // something that takes a while
    void planned(const tusk::domain::CopyPlan &plan);
    // shortfall: what the database did not do of it, because somebody else was quicker.
    void copied(const std::optional<tusk::app::Failure> &shortfall);
    void takenBack();
    void failed(const tusk::app::Failure &failure);

private:
    struct Side {
        CopyEnd end;
        std::unique_ptr<DatabaseAccess> access;
        std::unique_ptr<repository::SnapshotReader> snapshot;
        repository::OpeningState state;
    };
    using Then = std::function<void()>;

    void reach(Side &side, const Then &then);
    [[nodiscard]] std::function<void(qsizetype)> progressOf(const Side &side);
    void open(Side &side, const DatabaseAccess::Done<repository::OpeningState> &done,
              DatabaseAccess::OlderSchema older = DatabaseAccess::OlderSchema::Left);
    void readSource(const domain::CopySelection &selection);
    void openTarget();
    void readTarget();
    void lookForTables(const base::Error &missing);
    void plan();
    void send();
    void fail(const Failure &failure);
    void fail(const Side &side, const Failure &failure); // says which environment it is about
    // Goes on with the value, or ends with the error of that side.
    template <class T>
    [[nodiscard]] std::function<void(const base::Result<T> &)> orFail(const Side &side,
                                                                      std::function<void(const T &)> then);

    Side m_from;
    Side m_to;
    const domain::InstallationId m_installation;
    const base::Clock &m_clock;
    bool m_targetIsEmpty = false; // it has no tables yet
    domain::Contents m_contents;  // of the source
    domain::Contents m_there;     // of the target: what a plan needs to know
    domain::CopyPlan m_plan;
    std::unique_ptr<ActionSender> m_sender;
    base::Inbox m_inbox; // last: its answers go first
};

} // namespace tusk::app
