// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/import/importchoices.h"

#include "app/terminal.h"
#include "app/texts.h"
#include "domain/todorules.h"
#include "importer/importpreview.h"
#include "importer/mapping/mapfile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <iterator>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using importer::ImportRequest;
using importer::ImportSource;
using importer::SourceOwner;

namespace
{

Failure unreadable(const QFile &file)
{
    base::Error error;
    error.kind = base::ErrorKind::LocalFile;
    error.sentence = Text::tr("The file “%1” cannot be read.").arg(file.fileName());
    error.detail = file.errorString();
    return failureFrom(error);
}

QString namesOf(const QList<SourceOwner> &owners)
{
    return printable(importer::peopleText(owners));
}

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

bool meansNobody(const QString &name)
{
    return isSame(name, u"nobody"_s) || isSame(name, Text::tr("nobody"));
}

// Those who may be meant; whose id it is, is nobody else, and somebody may be called “nobody”.
QList<SourceOwner> ownersCalled(const QString &name, const QList<SourceOwner> &owners)
{
    QList<SourceOwner> called;
    for (const SourceOwner &owner : owners) {
        if (QString::fromUtf8(owner.id) == name)
            return {owner};
        if (isSame(owner.name, name) || (!owner.email.isEmpty() && isSame(owner.email, name)))
            called.append(owner);
    }
    if (called.isEmpty() && meansNobody(name))
        std::ranges::copy_if(owners, std::back_inserter(called), &SourceOwner::isNobody);
    return called;
}

Failure severalCalled(const QString &name, const QList<SourceOwner> &owners)
{
    QStringList others;
    for (const SourceOwner &owner : owners) {
        const bool isTold = !owner.email.isEmpty() && !isSame(owner.email, name);
        others.append(printable(isTold ? owner.email : QString::fromUtf8(owner.id)));
    }
    return refusal(
        Text::tr("Several people are called “%1” in that file; please choose one of them by e-mail "
                 "address or id: %2.")
            .arg(name, others.join(u", "_s)));
}

Failure nobodyCalled(const QString &name, const QList<SourceOwner> &owners)
{
    if (meansNobody(name))
        return refusal(
            Text::tr("Every todo in that file belongs to somebody; there are: %1.").arg(namesOf(owners)));
    return refusal(Text::tr("Nobody is called “%1” in that file; there are: %2.").arg(name, namesOf(owners)));
}

// The ids of those who were named.
std::variant<QStringList, Failure> idsOf(const QStringList &wanted, const QList<SourceOwner> &owners)
{
    QStringList ids;
    for (const QString &name : wanted) {
        const QList<SourceOwner> called = ownersCalled(name, owners);
        if (called.isEmpty())
            return nobodyCalled(name, owners);
        if (called.size() > 1)
            return severalCalled(name, called);
        if (const QString id = QString::fromUtf8(called.constFirst().id); !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

std::optional<Failure> settleOwners(const ImportChoices &choices, ImportSource &source,
                                    ImportRequest &request)
{
    // Another table may know others.
    const auto known = source.ownersOf(request.mapping);
    if (!known)
        return failureFrom(known.error());
    const QList<SourceOwner> &owners = *known;
    if (!choices.owners.isEmpty() && owners.isEmpty())
        return refusal(Text::tr("That file does not say whose its todos are; please leave --owner out."));
    if (!choices.owners.isEmpty()) {
        const auto ids = idsOf(choices.owners, owners);
        if (const auto *failure = std::get_if<Failure>(&ids))
            return *failure;
        request.owners = std::get<QStringList>(ids);
    } else if (importer::personsIn(owners) > 1 && !choices.allOwners) {
        return refusal(Text::tr("The file holds todos of several people: %1. Please choose with --owner or "
                                "--all-owners.")
                           .arg(namesOf(owners)));
    }
    const qsizetype persons = request.owners.isEmpty()
                                  ? importer::personsIn(owners)
                                  : request.owners.size() - request.owners.count(QString());
    request.conversion.ownersAreLists = persons > 1;
    const bool isNobodyAsked = request.owners.isEmpty() ? std::ranges::any_of(owners, &SourceOwner::isNobody)
                                                        : request.owners.contains(QString());
    if (request.conversion.ownersAreLists && choices.list && !isNobodyAsked)
        return refusal(Text::tr(
            "Todos of several people go to a list of their own each, so that nothing would be left for "
            "--into-list. Please leave it out, or choose one person with --owner."));
    for (const SourceOwner &owner : owners)
        request.conversion.ownerNames.insert(owner.id, owner.label);
    return std::nullopt;
}

void nameTablesBeside(const ImportSource &source, importer::Mapping &mapping)
{
    const QStringList others = importer::tablesBeside(mapping, source.recognition().mappings);
    if (!others.isEmpty())
        mapping.remarks.append(
            Text::tr("There may be todos in %1 as well: %2 in a file for --map takes those.")
                .arg(others.join(u", "_s), uR"({"table": "%1"})"_s.arg(others.constFirst())));
}

std::optional<Failure> settleMapping(const ImportChoices &choices, ImportSource &source,
                                     ImportRequest &request)
{
    request.mapping = source.recognition().best();
    request.mapping.leftOutGoesToNotes = choices.restToNotes;
    if (isUnconfirmedGuess(choices, source) && !choices.dryRun)
        return refusal(
            Text::tr("Nothing in that file is certain to be todos, so nothing was imported. --dry-run "
                     "shows what would become of the table “%1”; which column becomes what can be "
                     "said in a file for --map.")
                .arg(request.mapping.table));
    if (choices.mapFile.isEmpty()) {
        nameTablesBeside(source, request.mapping);
        return std::nullopt;
    }
    QFile file(choices.mapFile);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file);
    const QByteArray map = file.readAll();
    const auto mapping = importer::mappingFromFile(map, source.file(), source.recognition());
    if (!mapping)
        return failureFrom(mapping.error());
    request.mapping = *mapping;
    request.mapping.leftOutGoesToNotes |= choices.restToNotes;
    if (!QJsonDocument::fromJson(map).object().contains("table"_L1)) // who names one has seen the others
        nameTablesBeside(source, request.mapping);
    return std::nullopt;
}

} // namespace

QList<QCommandLineOption> importOptions()
{
    return {
        {u"dry-run"_s, Text::tr("Only say what would be imported; a database that is new, or of an older "
                                "Tusk, is set up first.")},
        {u"owner"_s,
         Text::tr("Only the todos of OWNER, by name, e-mail address or id, or of nobody; may be repeated."),
         u"OWNER"_s},
        {u"all-owners"_s, Text::tr("The todos of everybody; each of several people becomes a list.")},
        {u"into-list"_s,
         Text::tr(
             "List for todos that have none in the file, of several people for those of nobody; Inbox for "
             "none."),
         u"LIST"_s},
        {u"timezone"_s, Text::tr("Zone of times that name none, such as Europe/Berlin; without it UTC."),
         u"ZONE"_s},
        {u"map"_s, Text::tr("Which column becomes what, and which value means what: a JSON file."),
         u"FILE"_s},
        {u"rest-to-notes"_s, Text::tr("Append what is in columns that become nothing to the notes.")},
        {u"report"_s,
         Text::tr("Write the whole report, with every repair, to FILE: as a page to read where it ends in "
                  ".html, else as JSON."),
         u"FILE"_s},
        {u"backup"_s, Text::tr("Keep a copy of the file beside it first, as FILE.bak.")},
        {u"damaged"_s, Text::tr("Take what can be read of a damaged file.")},
    };
}

std::variant<ImportChoices, Failure> importChoices(const QCommandLineParser &typed)
{
    ImportChoices choices;
    choices.file = typed.positionalArguments().constFirst();
    choices.dryRun = typed.isSet(u"dry-run"_s);
    choices.damaged = typed.isSet(u"damaged"_s);
    choices.backup = typed.isSet(u"backup"_s);
    choices.restToNotes = typed.isSet(u"rest-to-notes"_s);
    choices.mapFile = typed.value(u"map"_s);
    choices.owners = typed.values(u"owner"_s);
    choices.allOwners = typed.isSet(u"all-owners"_s);
    choices.zone = typed.value(u"timezone"_s).toUtf8();
    choices.reportFile = typed.value(u"report"_s);
    if (choices.allOwners && !choices.owners.isEmpty())
        return usageFailure(Text::tr("--owner and --all-owners do not go together."));
    if (!choices.zone.isEmpty() && !domain::isKnownZone(choices.zone))
        return usageFailure(Text::tr("There is no time zone “%1”.").arg(QString::fromUtf8(choices.zone)));
    if (typed.isSet(u"into-list"_s)) {
        const QString list = typed.value(u"into-list"_s);
        const auto checked = domain::checkedListName(list);
        if (!checked)
            return Failure{ExitCode::Usage, checked.error()};
        const bool isInbox = checked->compare("inbox"_L1, Qt::CaseInsensitive) == 0 ||
                             checked->compare(Text::tr("Inbox"), Qt::CaseInsensitive) == 0;
        choices.list = isInbox ? QString() : *checked;
    }
    return choices;
}

bool isUnconfirmedGuess(const ImportChoices &choices, const ImportSource &source)
{
    return source.recognition().isGuess && choices.mapFile.isEmpty();
}

std::optional<Failure> settle(const ImportChoices &choices, ImportSource &source, ImportRequest &request)
{
    if (auto failure = settleMapping(choices, source, request))
        return failure;
    if (auto failure = settleOwners(choices, source, request))
        return failure;
    request.dryRun = choices.dryRun;
    request.conversion.zone = choices.zone.isEmpty() ? QTimeZone::utc() : QTimeZone(choices.zone);
    request.conversion.displayZone = choices.zone.isEmpty() ? importer::ownZone() : QTimeZone(choices.zone);
    request.conversion.list =
        choices.list.value_or(importer::usualList(request.mapping, request.conversion.ownersAreLists));
    return std::nullopt;
}

} // namespace tusk::app
