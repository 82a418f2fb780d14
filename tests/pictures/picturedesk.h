// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/environments/environmentdesk.h"

namespace tusk::pictures
{

// Some environments to look at. Nothing can be done with them.
class PictureDesk final : public gui::EnvironmentDesk
{
    Q_OBJECT

public:
    using Profile = environments::EnvironmentProfile;

    PictureDesk();

    [[nodiscard]] QList<Profile> profiles() const override { return m_profiles; }
    [[nodiscard]] QUuid shown() const override { return m_profiles.at(2).id; }
    [[nodiscard]] QUuid first() const override { return m_profiles.constFirst().id; }
    [[nodiscard]] QString stateOf(const QUuid &environment) const override;

    void addMore(int amount); // environments
    void leadDevelopmentTo(const base::ConnectionSettings &server);

    void show(const QUuid &) override {}
    // One that shows some todos and goes no further.
    [[nodiscard]] gui::CopyJob *copy(const domain::CopySelection &what, const QUuid &to) override;
    void save(const Profile &, const std::optional<QString> &, const Done<void> &) override {}
    void countUnsent(const QUuid &, const Done<qsizetype> &done) override { done(qsizetype(0)); }
    void remove(const QUuid &, const Done<void> &) override {}
    void move(const QUuid &, qsizetype, const Done<void> &) override {}
    void setFirst(const QUuid &, const Done<void> &) override {}
    void readDotEnv(const QStringList &, const Done<environments::ImportPreview> &) override {}
    void import(const environments::ImportPreview &, const Done<void> &) override {}
    // The test goes on with it, and fails: where it leads is nobody.
    void findPassword(const Profile &, const Done<QString> &done) override { done(QString()); }
    [[nodiscard]] bool waitsForKeyring(const QUuid &) const override { return false; }
    void stopWaiting(const QUuid &) override {}

private:
    QList<Profile> m_profiles;
};

} // namespace tusk::pictures
