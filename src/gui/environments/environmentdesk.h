// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/result.h"
#include "environments/dotenvimport.h"
#include "environments/environmentprofile.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace tusk::domain
{
struct CopySelection;
}

namespace tusk::gui
{

class CopyJob;

// What the window asks of whoever keeps the environments. Every answer comes later and once, or never if the
// desk is gone first. Thread: that of the GUI; nothing waits.
class EnvironmentDesk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    template <class T>
    using Done = std::function<void(const base::Result<T> &)>;

    // In the order of the user; the private server is the first.
    [[nodiscard]] virtual QList<environments::EnvironmentProfile> profiles() const = 0;
    // None of them where the window stays on a database that was named past all of them.
    [[nodiscard]] virtual QUuid shown() const = 0;
    [[nodiscard]] virtual QUuid first() const = 0; // with which the window starts
    // How its database is, in a few words; empty: it was not opened in this run.
    [[nodiscard]] virtual QString stateOf(const QUuid &environment) const = 0;

    virtual void show(const QUuid &environment) = 0;
    // Todos of the environment that is shown, into another one. Not begun yet; ends with CopyJob::end().
    [[nodiscard]] virtual CopyJob *copy(const domain::CopySelection &what, const QUuid &to) = 0;
    // A new one, or a changed one with the same id. password: goes where the profile says, together with
    // the rest or not at all; none: as it was.
    virtual void save(const environments::EnvironmentProfile &profile, const std::optional<QString> &password,
                      const Done<void> &done) = 0;
    // How many changes of it wait on this computer for its database.
    virtual void countUnsent(const QUuid &environment, const Done<qsizetype> &done) = 0;
    // And its password; its todos stay in their database.
    virtual void remove(const QUuid &environment, const Done<void> &done) = 0;
    virtual void move(const QUuid &environment, qsizetype position, const Done<void> &done) = 0;
    virtual void setFirst(const QUuid &environment, const Done<void> &done) = 0;

    virtual void readDotEnv(const QStringList &files, const Done<environments::ImportPreview> &done) = 0;
    virtual void import(const environments::ImportPreview &preview, const Done<void> &done) = 0;

    // Of the profile as it is given, saved or not.
    virtual void findPassword(const environments::EnvironmentProfile &profile, const Done<QString> &done) = 0;

    // Whether the keyring asks the user now, for this environment; of none: for an import.
    [[nodiscard]] virtual bool waitsForKeyring(const QUuid &environment) const = 0;
    virtual void stopWaiting(const QUuid &environment) = 0; // whatever waits for it ends with an error

Q_SIGNALS:
    void changed(); // any of it
};

} // namespace tusk::gui
