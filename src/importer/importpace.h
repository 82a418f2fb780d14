// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/importprogress.h"

#include <QString>

#include <optional>

namespace tusk::importer
{

// How quickly an import goes, out of what it tells. A value; milliseconds: since whatever beginning.
class ImportPace final
{
public:
    void take(const ImportProgress &progress, qint64 milliseconds);

    [[nodiscard]] const ImportProgress &progress() const { return m_progress; }
    // 0 to 100, of the rows of this stage; none while their number is not known.
    [[nodiscard]] std::optional<int> percent() const;
    // Rows a second; none before there is something to tell.
    [[nodiscard]] std::optional<qint64> rate() const;
    [[nodiscard]] std::optional<qint64> secondsLeft() const; // of this stage

    // For people: “0:07”.
    [[nodiscard]] static QString timeText(qint64 seconds);
    [[nodiscard]] QString stageWord() const; // what goes on, in one word
    // And as a sentence.
    [[nodiscard]] QString stageText() const;

private:
    ImportProgress m_progress;
    qint64 m_begin = -1; // of the stage
    qint64 m_now = 0;
};

} // namespace tusk::importer
