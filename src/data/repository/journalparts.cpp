// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/journalparts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <sys/stat.h>

namespace tusk::repository
{

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using domain::Action;
using domain::ActionId;

namespace
{

QString pathOf(const QString &folder, const QString &name, int number)
{
    const QString suffix = number == 1 ? QString() : u".%1"_s.arg(number);
    return folder + u'/' + name + suffix + ".jsonl"_L1;
}

// By number.
QStringList pathsOf(const QString &folder, const QString &name)
{
    const QRegularExpression pattern(u"^%1(?:\\.(\\d+))?\\.jsonl$"_s.arg(QRegularExpression::escape(name)));
    QMap<int, QString> paths;
    for (const QString &file : QDir(folder).entryList(QDir::Files)) {
        if (const auto match = pattern.match(file); match.hasMatch())
            paths.insert(match.captured(1).toInt(), folder + u'/' + file);
    }
    return paths.values();
}

Error writtenByNewerTusk(const QString &path, int version)
{
    Error error;
    error.kind = ErrorKind::LocalFile;
    error.sentence =
        QCoreApplication::translate("Repository", "Changes that a newer Tusk has kept wait to be "
                                                  "saved; they stay where they are until that "
                                                  "Tusk is started again.");
    error.detail = u"%1: version %2, known is %3"_s.arg(path).arg(version).arg(journalVersion);
    return error;
}

// Null: somebody else has it.
Result<base::LockedFile::Pointer> lockPart(const QString &path, JournalContents &contents)
{
    auto file = base::LockedFile::open(path);
    if (!file || !*file)
        return file;
    const auto text = (*file)->read();
    if (!text)
        return text.error();
    contents = readJournal(*text);
    if (contents.version > journalVersion)
        return writtenByNewerTusk(path, contents.version);
    return file;
}

// Two lists that grew side by side. The order of each stays as it is, whatever the clocks did.
QList<Action> byTime(const QList<Action> &left, const QList<Action> &right)
{
    QList<Action> both;
    both.reserve(left.size() + right.size());
    auto next = left.begin();
    for (const Action &action : right) {
        for (; next != left.end() && next->madeAt <= action.madeAt; ++next)
            both.append(*next);
        both.append(action);
    }
    both.append(QList<Action>(next, left.end()));
    return both;
}

} // namespace

Result<JournalParts> lockParts(const QString &folder, const QStringList &names)
{
    JournalParts parts;
    for (const QString &name : names) {
        for (const QString &path : pathsOf(folder, name)) {
            JournalContents contents;
            auto file = lockPart(path, contents);
            if (!file)
                return file.error();
            if (*file)
                parts.push_back({name, std::move(*file), std::move(contents)});
        }
    }
    return parts;
}

Result<base::LockedFile::Pointer> createPart(const QString &folder, const QString &name)
{
    for (int number = 1;; ++number) {
        auto file = base::LockedFile::create(pathOf(folder, name, number));
        if (!file || *file)
            return file;
    }
}

Result<base::LockedFile::Pointer> takeOrCreatePart(const QString &folder, const QString &name,
                                                   JournalParts &parts)
{
    const auto found = std::ranges::find(parts, name, &JournalPart::name);
    if (found == parts.end())
        return createPart(folder, name);
    base::LockedFile::Pointer file = std::move(found->file);
    parts.erase(found);
    return file;
}

QList<Action> openActions(const QList<Action> &own, const JournalParts &parts)
{
    QList<Action> actions = own;
    QSet<ActionId> leftOut; // settled, or seen before: in two files after a take-over that was interrupted
    for (const JournalPart &part : parts) {
        actions = byTime(actions, part.contents.open);
        leftOut.unite(part.contents.settled);
    }
    actions.removeIf([&leftOut](const Action &action) {
        const bool isLeftOut = leftOut.contains(action.id);
        leftOut.insert(action.id);
        return isLeftOut;
    });
    return actions;
}

Result<QStringList> copyDamaged(const JournalParts &parts)
{
    QStringList copies;
    for (const JournalPart &part : parts) {
        if (part.contents.damaged == 0)
            continue;
        const auto copy = part.file->keepCopy();
        if (!copy) {
            removeCopies(copies);
            return copy.error();
        }
        copies.append(*copy);
    }
    return copies;
}

void removeCopies(const QStringList &copies)
{
    for (const QString &copy : copies) {
        struct stat status = {};
        const bool isSecondName =
            stat(QFile::encodeName(copy).constData(), &status) == 0 && status.st_nlink > 1;
        if (isSecondName)
            QFile::remove(copy);
    }
}

} // namespace tusk::repository
