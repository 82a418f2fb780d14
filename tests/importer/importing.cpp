// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importing.h"

#include "base/uuidv7.h"
#include "data/session/connection.h"
#include "importer/mapping/mapfile.h"

#include <QHash>

namespace tusk::tests
{

Importing::Importing(base::ConnectionSettings settings)
    : m_settings(std::move(settings))
{
}

base::Result<importer::ImportReport> Importing::run(const QString &path)
{
    return run(path, {});
}

base::Result<importer::ImportReport> Importing::run(const QString &path, const Options &options)
{
    auto source = importer::ImportSource::open(path, m_copies.path(), options.damage, options.stop);
    if (!source)
        return source.error();
    importer::ImportRequest request{.import = base::makeUuidV7(),
                                    .action = base::makeUuidV7(),
                                    .installation = QUuid::createUuidV5({}, QStringLiteral("test")),
                                    .mapping = (*source)->recognition().best(),
                                    .conversion = options.conversion,
                                    .dryRun = options.dryRun,
                                    .portion = options.portion,
                                    .repairsFile = options.repairsFile,
                                    .now = QDateTime::currentDateTimeUtc()};
    if (!options.mapping.isEmpty()) {
        const auto mapping =
            importer::mappingFromFile(options.mapping, (*source)->file(), (*source)->recognition());
        if (!mapping)
            return mapping.error();
        request.mapping = *mapping;
    }
    request.mapping.leftOutGoesToNotes = options.restToNotes;
    if (options.change)
        options.change(request.mapping);
    QHash<QByteArray, QString> ownerNames = options.conversion.ownerNames;
    for (const importer::SourceOwner &owner : (*source)->owners()) {
        if (options.owners.contains(owner.name))
            request.owners.append(QString::fromUtf8(owner.id));
        if (options.conversion.ownerNames.isEmpty())
            ownerNames.insert(owner.id, owner.label);
    }
    request.conversion.ownerNames = ownerNames;
    session::Connection connection(m_settings);
    if (const auto opened = connection.open(); !opened)
        return opened.error();
    return importer::runImport(**source, request, connection, options.progress, options.stop);
}

} // namespace tusk::tests
