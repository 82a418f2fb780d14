// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "data/repository/journalparts.h"
#include "domain/action.h"
#include "domain/ids.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tusk::repository
{

// What waited on disk.
struct UnsentRecords {
    QList<domain::Action> actions; // kept and not settled, in the order in which they were made
    int damaged = 0;               // records that cannot be read any more; they were left out
    QStringList damagedCopies;     // the files that still hold them
};

// The actions that the server has not confirmed yet, on disk: they survive a crash, a power cut and a week
// without network. One folder an environment, in it one file a database, <database id>.jsonl, or while it is
// not known yet which database that is, one an address, new-<digits of its hash>.jsonl; new.jsonl without
// one. Each process writes to a file of its own (.2.jsonl and so on), locked; files that nobody has locked
// any more are taken over. Format: journalrecords.h.
//
// Sending twice is safe, losing is not. So keeping is synced and settling is not, and wherever a program or a
// machine may stop, the worst is that an action is found again that was sent already.
//
// Thread: blocks for the disk; used by one thread at a time (UnsentActions has one for it).
class ActionJournal final
{
public:
    // folder: of the environment; made when there is something to keep. address: where the database is to be;
    // empty: the folder is that of one address only.
    explicit ActionJournal(QString folder, const QString &address = {});
    ~ActionJournal(); // leaves no file behind in which nothing is open
    Q_DISABLE_COPY_MOVE(ActionJournal)

    // Begins with the database of this id, or with one that is not known yet, and gives what waits for it.
    // What was open before stays on disk for another time. On an error (LocalFile, also where a newer Tusk
    // has written; DiskFull) no file was changed, and what is kept from now on goes into a new one.
    [[nodiscard]] base::Result<UnsentRecords> open(std::optional<domain::DatabaseId> database);

    // Which database it is has been seen: what was kept for this address without knowing becomes this
    // database's, and what waited for it joins. What was kept for another address stays. Gives everything
    // that is open now, that of this process included. To be called at every contact: it also takes over what
    // another process has left meanwhile. Fails as open() does, and then everything goes on as before;
    // OtherDatabase when it had begun with a different one.
    [[nodiscard]] base::Result<UnsentRecords> bind(domain::DatabaseId database);

    // On disk when this returns, behind all that were kept before. Keeping one that is open does nothing.
    // DiskFull, LocalFile, or Internal for an action that could not be read back (it lacks an id or a time):
    // it is not kept, everything else still is.
    [[nodiscard]] base::Result<void> append(const domain::Action &action);

    // The server has confirmed it, or it was handed back to the user: not to be sent at the next start.
    void settle(domain::ActionId id);

private:
    // Not the action itself: its data would be shared with the thread that has asked for it.
    struct Kept {
        domain::ActionId id;
        QByteArray line;
    };

    [[nodiscard]] static QByteArray textOf(const QList<Kept> &open);
    [[nodiscard]] base::Result<UnsentRecords> gather(const QString &name, const QStringList &names);
    [[nodiscard]] base::Result<void> takeOver(const QString &name, JournalParts parts,
                                              const QList<Kept> &open, UnsentRecords &records);
    [[nodiscard]] base::Result<void> continueWith(JournalPart part);
    [[nodiscard]] base::Result<void> rewrite(const QString &name, JournalParts parts, const QByteArray &text);
    void compact();
    void close();

    const QString m_folder;
    const QString m_unknown;          // the name while the database is not known
    QString m_name;                   // of the file, without number and ending
    base::LockedFile::Pointer m_file; // null until there is something to keep
    QList<Kept> m_open;               // in the order of keeping
    qint64 m_rewriteAbove = 0;        // bytes
};

} // namespace tusk::repository
