// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/failure.h"
#include "base/connectionsettings.h"
#include "environments/environmentprofile.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <variant>

namespace tusk::app
{

// Where the todos of this run are.
struct ChosenDatabase {
    std::optional<base::ConnectionSettings> url; // named past all environments, by TUSK_DATABASE_URL
    environments::EnvironmentProfile environment = environments::privateServerProfile(); // where no url is
    bool isNamed = false;                                        // the user has said it for this run
    QList<environments::EnvironmentProfile> all = {environment}; // in the order of the user
    QUuid first = environment.id;                                // of them: with which the window starts
    QStringList notices = {};                                    // sentences
    QHash<QString, QString> variables = {};                      // see takeVariables()

    [[nodiscard]] bool isPrivate() const { return !url && environment.isPrivateServer(); }
    // Of an environment without its password; none: the private server.
    [[nodiscard]] std::optional<base::ConnectionSettings> address() const;
    // Where its unsent actions are kept.
    [[nodiscard]] QString unsentFolder() const;
};

// Whether it looks like a connection string.
[[nodiscard]] bool mayHoldPassword(const QString &text);

// Why there is no environment of this name; a password that stands in it is not repeated.
[[nodiscard]] Failure noSuchEnvironment(const QString &name);

// A name after --env that is none.
[[nodiscard]] std::optional<Failure> checkEnvironmentName(const QString &name);

// name: of an environment, as after --env; empty: the one that “tusk env use” has set. Both TUSK_DATABASE_URL
// and a name are a contradiction, which is refused. Blocks for the disk.
[[nodiscard]] std::variant<ChosenDatabase, Failure> chooseDatabase(const QString &name);

// Out of the environment of this process: the address that was read from it, and the passwords of the
// database's environments, which stay in it. What is started from now on, such as a browser, does not get
// them. Before there is another thread.
void takeVariables(ChosenDatabase &database);

} // namespace tusk::app
