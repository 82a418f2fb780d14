// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "architecture/layers.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

// clang-format off
const QList<Layer> &layerMatrix()
{
    static const QList<Layer> matrix{
        // folder               may include                                     may use
        {u"base"_s,            {},                                             {u"QtCore"_s}},
        {u"domain"_s,          {u"base"_s},                                    {u"QtCore"_s}},
        {u"data/session"_s,    {u"base"_s},                                    {u"QtCore"_s, u"QtSql"_s, u"libpq"_s, u"openssl"_s}},
        {u"data/migration"_s,  {u"data/session"_s, u"base"_s},                 {u"QtCore"_s, u"QtSql"_s, u"libpq"_s}},
        {u"data/repository"_s, {u"data/migration"_s, u"data/session"_s, u"domain"_s, u"base"_s},
                                                                               {u"QtCore"_s, u"QtSql"_s, u"libpq"_s}},
        {u"models"_s,          {u"data"_s, u"domain"_s, u"base"_s},            {u"QtCore"_s, u"QtSql"_s, u"QtGui"_s}},
        {u"importer"_s,        {u"data"_s, u"domain"_s, u"base"_s},            {u"QtCore"_s, u"libpq"_s, u"sqlite"_s, u"ical"_s}},
        {u"exporter"_s,        {u"data/session"_s, u"domain"_s, u"base"_s},    {u"QtCore"_s, u"ical"_s}},
        {u"environments"_s,    {u"data/session"_s, u"data/migration"_s, u"base"_s},
                                                                               {u"QtCore"_s, u"QtDBus"_s, u"keychain"_s, u"libpq"_s, u"openssl"_s}},
        {u"localserver"_s,     {u"base"_s},                                    {u"QtCore"_s, u"libpq"_s}},
        {u"gui"_s,             {u"models"_s, u"importer"_s, u"exporter"_s, u"environments"_s, u"localserver"_s, u"domain"_s,
                                u"base"_s},
                                                                               {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s, u"QtDBus"_s}},
        {u"app"_s,             {u"base"_s, u"domain"_s, u"data"_s, u"models"_s, u"importer"_s, u"exporter"_s, u"environments"_s,
                                u"localserver"_s, u"gui"_s},
                               {u"QtCore"_s, u"QtSql"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtNetwork"_s, u"QtDBus"_s, u"libpq"_s,
                                u"keychain"_s}},
    };
    return matrix;
}
// clang-format on

const Layer *layerOf(const QString &path)
{
    for (const Layer &layer : layerMatrix()) {
        if (path.startsWith(layer.folder + u'/'))
            return &layer;
    }
    return nullptr;
}

QString moduleOfHeader(const QString &header)
{
    if (header.startsWith("libpq"_L1) || header.startsWith("pg_config"_L1) ||
        header.startsWith("postgres"_L1))
        return u"libpq"_s;
    if (header.startsWith("openssl/"_L1))
        return u"openssl"_s;
    if (header.startsWith("sqlite3"_L1))
        return u"sqlite"_s;
    if (header.startsWith("libical/"_L1))
        return u"ical"_s;
    if (header.contains("keychain"_L1, Qt::CaseInsensitive))
        return u"keychain"_s;
    if (header.startsWith("Qt"_L1) && header.contains(u'/')) // <QtSql/QSqlDatabase>
        return header.section(u'/', 0, 0);
    static const QDir qt(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    static const QStringList modules = qt.entryList({u"Qt*"_s}, QDir::Dirs);
    for (const QString &module : modules) {
        if (QFileInfo::exists(qt.filePath(module + u'/' + header)))
            return module;
    }
    return {};
}

} // namespace tusk::tests
