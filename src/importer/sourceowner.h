// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace tusk::importer
{

// Somebody whose todos are in a file.
struct SourceOwner {
    QByteArray id; // as the file has it; empty: todos of nobody
    QString name;  // or e-mail address; the id where there is none
    QString email; // where the file has one beside the name
    qint64 todos = 0;
    QString label = {}; // the name, told apart from those of others who have the same; empty: nobody

    bool operator==(const SourceOwner &) const = default;
    [[nodiscard]] bool isNobody() const { return id.isEmpty(); }
};

void tellApart(QList<SourceOwner> &owners); // makes their labels
// Nobody does not count.
[[nodiscard]] qsizetype personsIn(const QList<SourceOwner> &owners);
[[nodiscard]] qint64 todosOf(const QList<SourceOwner> &owners);
// For people: “jonas (8), nobody (4)”; of many the first.
[[nodiscard]] QString peopleText(const QList<SourceOwner> &owners);

} // namespace tusk::importer
