// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/profilelist.h"

#include <QByteArray>
#include <QStringList>

namespace tusk::environments
{

struct EnvFile {
    QString name; // of the file, without its folder: .env.staging
    QByteArray content;
};

// One environment as an import would leave it.
struct EnvironmentImport {
    enum class Change { Added, Changed, Same };

    Change change = Change::Added;
    QString file;
    EnvironmentProfile profile;
    QString password;    // a secret, for the place that the profile names; empty: the file has none
    QStringList members; // of a changed one: what is different, in the words of the file of environments
    QStringList notices; // sentences
};

struct ImportProblem {
    QString file;
    QString sentence;
};

// What an import would do; nothing has been done yet.
struct ImportPreview {
    QList<EnvironmentImport> environments;
    QList<ImportProblem> problems; // of files that give no environment
};

// The files in the order in which they count. The name of an environment is that in ENV, else that in the
// name of the file; where there is one of this name already, its address and its pool are changed and the
// rest stays; but one that needed no password so far gets that of the file into the keyring.
[[nodiscard]] ImportPreview previewImport(const QList<EnvFile> &files, const ProfileList &existing);

// What the import changes of the environment as it was; again where its profile was changed since the
// preview.
void compareWith(const EnvironmentProfile &before, EnvironmentImport &environment);

// Says of one whose file gives a password that it goes nowhere.
void noteUnkeptPassword(EnvironmentImport &environment);

// Makes the list as the preview has it; the passwords are left to the caller.
[[nodiscard]] base::Result<void> applyImport(const ImportPreview &preview, ProfileList &list);

} // namespace tusk::environments
