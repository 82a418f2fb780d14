// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/identityfinder.h"

#include "importer/convert/converter.h"
#include "importer/importjob.h"
#include "importer/importsource.h"
#include "importer/mapping/frameworks.h"
#include "importer/mapping/lookuptables.h"
#include "importer/texts.h"
#include "importer/write/joinedsources.h"
#include "importer/write/samebytes.h"

#include <QFileInfo>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr int sampleSize = 200;
constexpr qsizetype mostParties = 20; // owners who are sampled apart

// Two tables of unknown programs have nothing to do with each other, whatever these were made with. An
// earlier version did not name the table of the latter, and what it has imported stays of that kind.
QStringList kindsOfSource(const Mapping &mapping)
{
    const QString ofTable = mapping.kind + u':' + mapping.table;
    if (isFramework(mapping.kind))
        return {ofTable, mapping.kind};
    return {mapping.kind == "table"_L1 ? ofTable : mapping.kind};
}

} // namespace

IdentityFinder::IdentityFinder(ImportSource &source, const ImportRequest &request, QByteArray digest,
                               ImportTransaction &transaction)
    : m_source(source)
    , m_request(request)
    , m_digest(std::move(digest))
    , m_transaction(transaction)
{
}

Result<FoundIdentity> IdentityFinder::find()
{
    if (const auto found = findByRows(); !found)
        return found.error();
    if (!m_found.identity.isKnown) {
        if (const auto found = findByBytes(); !found)
            return found.error();
    }
    if (const auto joined = joinOthers(); !joined)
        return joined.error();
    return m_found;
}

Result<void> IdentityFinder::findByRows()
{
    const QStringList kinds = kindsOfSource(m_request.mapping);
    for (const QString &kind : kinds) {
        m_found.kind = kind;
        auto identity = identifyByParties();
        if (!identity)
            return identity.error();
        m_found.identity = *identity;
        if (identity->isKnown)
            return {};
    }
    m_found.kind = kinds.first();
    return {};
}

Result<SourceIdentity> IdentityFinder::identifyByParties()
{
    auto identity = identifyBy({m_request.owners});
    if (!identity || identity->isKnown)
        return identity;
    const auto owners = parties();
    if (!owners)
        return owners.error();
    return owners->isEmpty() ? identity : identifyBy(*owners);
}

// Other columns may make other todos of it, and those rows are the same all the same.
Result<void> IdentityFinder::findByBytes()
{
    const auto imports = importsOf(m_transaction, m_digest);
    if (!imports)
        return imports.error();
    if (*imports == 0)
        return {};
    const FileReading reading{m_digest, m_request.mapping, m_request.owners};
    const auto owners = parties();
    if (!owners)
        return owners.error();
    for (const QStringList &party : QList<QStringList>{m_request.owners} + *owners) {
        const auto rows = readSamples(party);
        if (!rows)
            return rows.error();
        const auto source = sourceOf(m_transaction, reading, *rows);
        if (!source)
            return source.error();
        if (*source) {
            m_found.kind = (*source)->kind;
            m_found.identity = (*source)->identity;
            return {};
        }
    }
    const auto when = importedUnderOtherIds(m_transaction, reading);
    if (!when)
        return when.error();
    if (*when)
        m_found.remarks.append(
            Text::tr("This very file was imported on %1 with other columns; undo that import first, or its "
                     "todos are there twice.")
                .arg(QLocale().toString((*when)->toLocalTime().date(), QLocale::LongFormat)));
    return {};
}

Result<SourceIdentity> IdentityFinder::identifyBy(const QList<QStringList> &parties)
{
    QList<QList<TodoRow>> samples;
    for (const QStringList &owners : parties) {
        const auto rows = readSamples(owners);
        if (!rows)
            return rows.error();
        samples.append(*rows);
    }
    const Mapping &mapping = m_request.mapping;
    const SourceTraits traits{.kind = m_found.kind,
                              .table = isFramework(m_found.kind) ? mapping.table : QString(),
                              .path = QFileInfo(m_source.snapshot().source()).absoluteFilePath()};
    return identify(m_transaction, traits, samples, m_request.now);
}

// Who chose one owner and then another has imported the same file. The ids of one owner say nothing, though,
// where those of another may be the same.
Result<QList<QStringList>> IdentityFinder::parties()
{
    QList<QStringList> parties;
    if (!m_request.mapping.has(Target::Owner) || m_request.mapping.idsMayRepeat)
        return parties;
    const auto owners = m_source.ownersOf(m_request.mapping);
    if (!owners)
        return owners.error();
    for (const SourceOwner &owner : owners->first(std::min(mostParties, owners->size())))
        parties.append({QString::fromUtf8(owner.id)});
    return parties;
}

Result<QList<TodoRow>> IdentityFinder::readSamples(const QStringList &owners)
{
    NameBook lists;
    NameBook tags;
    Findings findings({});
    Converter converter(m_request.mapping, m_request.conversion, {}, m_request.now, lists, tags, findings,
                        {});
    auto rows = queryTodos(m_source.file(), m_request.mapping, owners);
    if (!rows)
        return rows.error();
    QList<TodoRow> samples;
    while (samples.size() < sampleSize) {
        const auto more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        samples.append(converter.convert(*rows));
    }
    return samples;
}

// Where somebody has chosen one owner and then another, an older database may have taken the file for two.
Result<void> IdentityFinder::joinOthers()
{
    if (!m_found.identity.isKnown)
        return {};
    const auto sources = sourcesOfKind(m_transaction, m_found.kind);
    if (!sources)
        return sources.error();
    if (*sources < 2)
        return {};
    QList<QUuid> others = m_found.identity.others;
    const auto owners = m_request.owners.isEmpty() ? parties() : QList<QStringList>();
    if (!owners)
        return owners.error();
    for (const QStringList &owner : *owners) {
        const auto identity = identifyBy({owner});
        if (!identity)
            return identity.error();
        if (identity->isKnown)
            others.append(identity->id);
    }
    for (const QUuid &other : QSet(others.cbegin(), others.cend())) {
        if (auto joined = join(other); !joined)
            return joined;
    }
    return {};
}

Result<void> IdentityFinder::join(const QUuid &other)
{
    if (other == m_found.identity.id)
        return {};
    const SourceIdentity identity{.id = other, .firstImport = {}};
    const auto joined = joinSources(m_transaction, m_found.identity.text(m_found.kind),
                                    identity.text(m_found.kind), m_request.mapping.has(Target::Parent));
    if (!joined)
        return joined.error();
    m_found.hasJoined |= *joined == Joined::Done;
    m_found.remarks.append(
        *joined == Joined::Done
            ? Text::tr("Two parts of this file, which were imported one by one, are known as one file now.")
            : Text::tr(
                  "Some todos of this file were imported twice before, as those of two files; those that "
                  "were imported first are brought up to date."));
    return {};
}

} // namespace tusk::importer
