// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/profilefile.h"

#include "environments/profilejson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tusk::environments
{

using namespace Qt::StringLiterals;

namespace
{

// Raised where an older Tusk would do harm with the file; a new member is no reason.
constexpr int version = 1;

constexpr auto versionMember = "version"_L1;
constexpr auto currentMember = "current"_L1;
constexpr auto environmentsMember = "environments"_L1;

QUuid idIn(const QJsonValue &json)
{
    return QUuid::fromString(json.toObject().value("id"_L1).toString());
}

// False: this one cannot be read.
bool take(ProfileList &list, const QJsonValue &json)
{
    const base::Result<EnvironmentProfile> profile = profileFrom(json.toObject());
    if (!json.isObject() || !profile)
        return false;
    return static_cast<bool>(profile->isPrivateServer() ? list.replace(*profile) : list.add(*profile));
}

void readEnvironments(const QJsonArray &environments, ProfileFile &file)
{
    for (const auto &json : environments) {
        if (take(file.list, json))
            continue;
        file.unreadable.append(json.toObject().value("name"_L1).toString());
        file.leftOut.append(json);
    }
}

} // namespace

ProfileFile readProfileFile(const QByteArray &content)
{
    ProfileFile file;
    if (content.trimmed().isEmpty())
        return file;
    const QJsonDocument document = QJsonDocument::fromJson(content);
    file.json = document.object();
    const QJsonValue environments = file.json.value(environmentsMember);
    const int writtenVersion = file.json.value(versionMember).toInt();
    if (writtenVersion > version)
        file.state = ProfileFile::State::Newer;
    else if (writtenVersion < 1 || !environments.isArray())
        file.state = ProfileFile::State::Damaged;
    if (file.state != ProfileFile::State::Good)
        return file;
    readEnvironments(environments.toArray(), file);
    const QUuid current = QUuid::fromString(file.json.value(currentMember).toString());
    [[maybe_unused]] const auto isKnown = file.list.setCurrent(current); // else the private server
    return file;
}

QByteArray writeProfileFile(const ProfileFile &before, const ProfileList &list)
{
    QJsonArray environments;
    const QJsonArray written = before.json.value(environmentsMember).toArray();
    for (const EnvironmentProfile &profile : list.profiles()) {
        const auto same = std::ranges::find(written, profile.id, idIn);
        environments.append(toJson(profile, same == written.end() ? QJsonObject() : (*same).toObject()));
    }
    // What could not be read is not for us to throw away, be it a second one with an id that is taken. The
    // private server is there in any case.
    for (const auto &json : before.leftOut) {
        if (idIn(json) != list.privateServer().id)
            environments.append(json);
    }
    QJsonObject json = before.json;
    json.insert(versionMember, version);
    json.insert(currentMember, list.current().id.toString(QUuid::WithoutBraces));
    json.insert(environmentsMember, environments);
    return QJsonDocument(json).toJson();
}

} // namespace tusk::environments
