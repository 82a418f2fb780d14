// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/convert/findings.h"
#include "importer/mapping/mapping.h"
#include "importer/values/timevalue.h"

#include <QByteArray>

#include <optional>

namespace tusk::importer
{

class RowAtHand;
struct ConversionOptions;

// Reads the times of a row: moments for all the world, and days and clocks on which something is planned.
// Thread: one.
class TimeReader final
{
public:
    // The references must outlive this.
    TimeReader(const Mapping &mapping, const ConversionOptions &options, RowAtHand &row);
    Q_DISABLE_COPY_MOVE(TimeReader)

    // Milliseconds since 1970. unreadable: what is done where it is no time.
    [[nodiscard]] std::optional<qint64> instant(Target target, RepairKind unreadable);
    // Of Target::Due and Target::Start, as their fields have it. Words that are no time are kept.
    [[nodiscard]] std::optional<QByteArray> when(Target target);

private:
    [[nodiscard]] std::optional<TimeValue> time(Target target, RepairKind unreadable);
    [[nodiscard]] std::optional<qint64> momentOf(Target target, const TimeValue &read);
    [[nodiscard]] qint64 dayOfMoment(qint64 moment, Target target) const;
    [[nodiscard]] qint64 dayBegunAt(qint64 moment) const;
    void keepWords(Target target, const SourceValue &stored);

    const Mapping &m_mapping;
    const ConversionOptions &m_options;
    RowAtHand &m_row;
};

} // namespace tusk::importer
