// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/libpqfiles.h"

#include "data/session/conninfo.h"
#include "environments/texts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>

#include <array>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using base::ErrorKind;
using base::Result;

namespace
{

base::Error error(ErrorKind kind, const QString &sentence)
{
    base::Error error;
    error.kind = kind;
    error.sentence = sentence;
    return error;
}

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool isOpenToOthers(const QString &path)
{
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                          QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    return QFileInfo(path).permissions() & others;
}

// One line of the file of passwords: five fields between colons, \ in front of a colon that is meant.
QStringList fieldsOf(const QString &line)
{
    QStringList fields{QString()};
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line.at(i) == u'\\' && i + 1 < line.size())
            fields.last() += line.at(++i);
        else if (line.at(i) == u':' && fields.size() < 5)
            fields.append(QString());
        else
            fields.last() += line.at(i);
    }
    return fields;
}

// As libpq looks for it: the usual socket is localhost.
QString hostOf(const EnvironmentProfile &profile)
{
    static const QStringList usual{QString(), u"/run/postgresql"_s, u"/var/run/postgresql"_s, u"/tmp"_s};
    return usual.contains(profile.host) ? u"localhost"_s : profile.host;
}

QString userOf(const EnvironmentProfile &profile)
{
    base::ConnectionSettings settings;
    settings.user = profile.user;
    return session::userOf(settings);
}

Result<QString> passwordFromLines(const EnvironmentProfile &profile, const QString &path)
{
    if (isOpenToOthers(path))
        return error(
            ErrorKind::InvalidInput,
            Text::tr("Others may read the password file %1; please make it yours alone: chmod 600 %1.")
                .arg(path));
    const QString user = userOf(profile);
    const std::array wanted{hostOf(profile), QString::number(profile.port),
                            profile.database.isEmpty() ? user : profile.database, user};
    const auto fits = [&wanted](const QStringList &fields) {
        for (size_t i = 0; i < wanted.size(); ++i) {
            const QString &field = fields.at(static_cast<qsizetype>(i));
            if (field != "*"_L1 && field != wanted[i])
                return false;
        }
        return true;
    };
    for (const QString &line : contentOf(path).split(u'\n')) {
        const QString trimmed = line.endsWith(u'\r') ? line.chopped(1) : line;
        const QStringList fields = fieldsOf(trimmed);
        if (!trimmed.startsWith(u'#') && fields.size() == 5 && fits(fields))
            return fields.last();
    }
    return error(ErrorKind::NotFound,
                 Text::tr("The password file %1 has no line for “%2”.").arg(path, profile.name));
}

QMap<QString, QString> sectionOf(const QString &content, const QString &name)
{
    QMap<QString, QString> section;
    bool isInside = false;
    for (const QString &line : content.split(u'\n')) {
        const QString text = line.trimmed();
        if (text.startsWith(u'['))
            isInside = text == u'[' + name + u']';
        else if (isInside && !text.startsWith(u'#') && text.contains(u'='))
            section.insert(text.section(u'=', 0, 0).trimmed(), text.section(u'=', 1).trimmed());
    }
    return section;
}

// A service that says where to connect has to say the same as the profile.
bool isForProfile(const QMap<QString, QString> &section, const EnvironmentProfile &profile)
{
    const std::pair<QString, QString> target[] = {{u"host"_s, profile.host},
                                                  {u"port"_s, QString::number(profile.port)},
                                                  {u"dbname"_s, profile.database},
                                                  {u"user"_s, profile.user}};
    return std::ranges::all_of(target, [&section](const auto &pair) {
        return !section.contains(pair.first) || section.value(pair.first) == pair.second;
    });
}

} // namespace

LibpqFiles LibpqFiles::ofThisUser()
{
    return {QDir::homePath() + "/.pgpass"_L1, QDir::homePath() + "/.pg_service.conf"_L1};
}

Result<QString> passwordFromFiles(const EnvironmentProfile &profile, const LibpqFiles &files)
{
    if (!profile.secret.name.isEmpty()) {
        const QMap<QString, QString> section = sectionOf(contentOf(files.services), profile.secret.name);
        if (section.isEmpty())
            return error(ErrorKind::NotFound,
                         Text::tr("%1 has no service “%2”.").arg(files.services, profile.secret.name));
        if (!isForProfile(section, profile))
            return error(ErrorKind::InvalidInput,
                         Text::tr("The service “%1” is for another database than “%2”; nothing was sent.")
                             .arg(profile.secret.name, profile.name));
        if (section.contains(u"password"_s))
            return section.value(u"password"_s);
    }
    return passwordFromLines(profile, files.passwords);
}

} // namespace tusk::environments
