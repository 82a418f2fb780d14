// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/actionjournal.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace tusk::repository
{

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using domain::Action;

namespace
{

constexpr auto anyAddress = "new"_L1;
constexpr qint64 roomForSettled = qint64(64) * 1024; // a file in which nothing is open may have this size
constexpr qint64 roomForAll = qint64(1024) * 1024;

QString nameFor(const QString &address)
{
    if (address.isEmpty())
        return anyAddress;
    constexpr int digits = 16;
    const QByteArray hash = QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256);
    return anyAddress + u'-' + QString::fromLatin1(hash.toHex().left(digits));
}

Error cannotKeep(Error error)
{
    error.sentence =
        error.kind == ErrorKind::DiskFull
            ? QCoreApplication::translate("Repository",
                                          "The disk is full: until this change is saved, it is safe "
                                          "only as long as Tusk stays open.")
            : QCoreApplication::translate("Repository",
                                          "Tusk cannot write to its folder: until this change is "
                                          "saved, it is safe only as long as Tusk stays open.");
    return error;
}

Error cannotGather(Error error)
{
    if (!error.sentence.isEmpty())
        return error;
    error.sentence =
        error.kind == ErrorKind::DiskFull
            ? QCoreApplication::translate("Repository",
                                          "The disk is full: earlier changes wait where they are "
                                          "until there is room.")
            : QCoreApplication::translate("Repository",
                                          "Earlier changes that wait to be saved cannot be read; "
                                          "they stay where they are.");
    return error;
}

Error otherDatabase(const QString &expected, const QString &found)
{
    Error error;
    error.kind = ErrorKind::OtherDatabase;
    error.sentence = QCoreApplication::translate("Repository", "This is another database than before: the "
                                                               "changes that wait to be saved stay with the "
                                                               "former one.");
    error.detail = u"expected %1, found %2"_s.arg(expected, found);
    return error;
}

Error unreadableAction()
{
    Error error;
    error.kind = ErrorKind::Internal;
    error.sentence =
        QCoreApplication::translate("Repository", "This change cannot be stored on this computer: "
                                                  "until it is saved, it is safe only as long as "
                                                  "Tusk stays open.");
    error.detail = u"The action could not be read back."_s;
    return error;
}

// What nobody can read is not safe on disk. It takes longer than writing, but this is not the window's
// thread.
bool isReadable(const QByteArray &line)
{
    return readJournal(QByteArray(headerLine() + line)).open.size() == 1;
}

} // namespace

ActionJournal::ActionJournal(QString folder, const QString &address)
    : m_folder(std::move(folder))
    , m_unknown(nameFor(address))
    , m_name(m_unknown)
{
}

ActionJournal::~ActionJournal()
{
    close();
}

Result<UnsentRecords> ActionJournal::open(std::optional<domain::DatabaseId> database)
{
    close();
    m_name = database ? database->toString() : m_unknown;
    return gather(m_name, {m_name});
}

Result<UnsentRecords> ActionJournal::bind(domain::DatabaseId database)
{
    const QString name = database.toString();
    if (m_name != m_unknown && m_name != name)
        return otherDatabase(m_name, name);
    QStringList names{name, m_unknown};
    if (m_unknown != anyAddress)
        names.append(anyAddress); // of a Tusk that did not tell addresses apart
    return gather(name, names);
}

Result<void> ActionJournal::append(const Action &action)
{
    if (std::ranges::find(m_open, action.id, &Kept::id) != m_open.end())
        return {};
    const QByteArray line = actionLine(action);
    if (!isReadable(line))
        return unreadableAction();
    if (!m_file || !m_file->isStillThere()) {
        auto created = createPart(m_folder, m_name);
        if (!created)
            return cannotKeep(created.error());
        m_file = std::move(*created);
        m_rewriteAbove = roomForAll;
    }
    QByteArray text = line;
    if (m_file->size() == 0)
        text.prepend(textOf(m_open)); // none, unless somebody has deleted the file that held them
    if (const auto kept = m_file->append(text, base::LockedFile::Sync::Now); !kept)
        return cannotKeep(kept.error());
    m_open.append({action.id, line});
    return {};
}

void ActionJournal::settle(domain::ActionId id)
{
    const auto settled = std::ranges::find(m_open, id, &Kept::id);
    if (settled == m_open.end())
        return;
    m_open.erase(settled);
    // Not synced, and an error is no loss either: the action is sent once more.
    [[maybe_unused]] const auto noted = m_file->append(settledLine(id), base::LockedFile::Sync::Later);
    compact();
}

// Everything of these names that nobody has locked becomes ours, under the first of them.
Result<UnsentRecords> ActionJournal::gather(const QString &name, const QStringList &names)
{
    auto parts = lockParts(m_folder, names);
    if (!parts)
        return cannotGather(parts.error());
    UnsentRecords records;
    records.actions = openActions(readJournal(textOf(m_open)).open, *parts);
    for (const JournalPart &part : *parts)
        records.damaged += part.contents.damaged;
    QList<Kept> open;
    for (const Action &action : records.actions)
        open.append({action.id, actionLine(action)});
    if (const auto taken = takeOver(name, std::move(*parts), open, records); !taken)
        return cannotGather(taken.error());
    m_name = name;
    m_open = std::move(open);
    return records;
}

Result<void> ActionJournal::takeOver(const QString &name, JournalParts parts, const QList<Kept> &open,
                                     UnsentRecords &records)
{
    if (parts.empty() && (!m_file || m_name == name))
        return {};
    const bool isOneSoundFile = !m_file && parts.size() == 1 && records.damaged == 0;
    if (isOneSoundFile && parts.front().name == name)
        return continueWith(std::move(parts.front()));
    auto copies = copyDamaged(parts);
    if (!copies)
        return copies.error();
    auto rewritten = rewrite(name, std::move(parts), textOf(open));
    if (rewritten)
        records.damagedCopies = std::move(*copies);
    else
        removeCopies(*copies);
    return rewritten;
}

Result<void> ActionJournal::continueWith(JournalPart part)
{
    auto cut = part.file->cut(part.contents.completeSize); // what was being written when it ended
    if (cut) {
        m_file = std::move(part.file);
        m_rewriteAbove = roomForAll;
    }
    return cut;
}

// One file with all that is open takes the place of ours and of the parts. It is on disk before they go.
Result<void> ActionJournal::rewrite(const QString &name, JournalParts parts, const QByteArray &text)
{
    base::LockedFile::Pointer other;
    if (!m_file || m_name != name) {
        auto taken = takeOrCreatePart(m_folder, name, parts);
        if (!taken)
            return taken.error();
        other = std::move(*taken);
    }
    base::LockedFile &target = other ? *other : *m_file;
    if (auto replaced = target.replace(text); !replaced) {
        if (target.size() == 0)
            target.remove(); // was made for this
        return replaced;
    }
    m_rewriteAbove = std::max(roomForAll, 2 * target.size());
    for (const JournalPart &part : parts)
        part.file->remove();
    if (other && m_file)
        m_file->remove();
    if (other)
        m_file = std::move(other);
    return {};
}

QByteArray ActionJournal::textOf(const QList<Kept> &open)
{
    QByteArray text = headerLine();
    for (const Kept &kept : open)
        text += kept.line;
    return text;
}

void ActionJournal::compact()
{
    if (m_open.isEmpty() && m_file->size() > roomForSettled) {
        m_file->remove();
        m_file.reset();
    } else if (m_file->size() > m_rewriteAbove) {
        // On an error it stays as long as it is, and is tried again when it is twice that.
        [[maybe_unused]] const auto replaced = m_file->replace(textOf(m_open));
        m_rewriteAbove = std::max(roomForAll, 2 * m_file->size());
    }
}

void ActionJournal::close()
{
    if (m_file && m_open.isEmpty())
        m_file->remove();
    m_file.reset();
    m_open.clear();
}

} // namespace tusk::repository
