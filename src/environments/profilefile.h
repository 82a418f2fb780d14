// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/profilelist.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace tusk::environments
{

// The content of the file of environments, taken apart.
struct ProfileFile {
    enum class State {
        Good,
        Damaged, // no file of ours: nothing of it could be read
        Newer,   // in a form that only a newer Tusk understands
    };

    State state = State::Good;
    ProfileList list;
    QStringList unreadable; // names of the environments in it that could not be read
    QJsonArray leftOut;     // these, as they are written; they stay in the file
    QJsonObject json;       // with everything that is not understood here
};

// Nothing is a file without environments.
[[nodiscard]] ProfileFile readProfileFile(const QByteArray &content);

// The content with the list in the place of what it said before.
[[nodiscard]] QByteArray writeProfileFile(const ProfileFile &before, const ProfileList &list);

} // namespace tusk::environments
