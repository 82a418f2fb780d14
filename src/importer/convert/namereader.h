// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/mapping/mapping.h"

#include <QString>
#include <QStringList>

namespace tusk::importer
{

class RowAtHand;
struct ConversionOptions;
struct SourceValue;

// What the list and the tags of a todo are called; names that nobody has asked for yet.
struct TodoNames {
    QString list = {}; // empty: none
    QStringList tags = {};
};

// Reads these out of a row: what it says, and whose it is. Thread: one.
class NameReader final
{
public:
    // The references must outlive this.
    NameReader(const Mapping &mapping, const ConversionOptions &options, RowAtHand &row);
    Q_DISABLE_COPY_MOVE(NameReader)

    [[nodiscard]] TodoNames read();

private:
    [[nodiscard]] QString listName();
    [[nodiscard]] QStringList tagNames();
    [[nodiscard]] QString ownerName() const;
    [[nodiscard]] QString checked(const QString &name, Target target, const SourceValue &original);

    const Mapping &m_mapping;
    const ConversionOptions &m_options;
    RowAtHand &m_row;
};

} // namespace tusk::importer
