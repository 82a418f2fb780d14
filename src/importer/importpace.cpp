// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importpace.h"

#include "importer/texts.h"

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using Stage = ImportProgress::Stage;

namespace
{

constexpr qint64 millisecondsPerSecond = 1'000;
constexpr qint64 secondsPerMinute = 60;
constexpr qint64 soonest = 1'000; // before, a rate says nothing

} // namespace

void ImportPace::take(const ImportProgress &progress, qint64 milliseconds)
{
    if (m_begin < 0 || progress.stage != m_progress.stage)
        m_begin = milliseconds;
    m_progress = progress;
    m_now = milliseconds;
}

std::optional<int> ImportPace::percent() const
{
    if (m_progress.total <= 0)
        return std::nullopt;
    return static_cast<int>(100 * std::min(m_progress.done, m_progress.total) / m_progress.total);
}

std::optional<qint64> ImportPace::rate() const
{
    const qint64 time = m_now - m_begin;
    if (m_progress.done <= 0 || time < soonest)
        return std::nullopt;
    return m_progress.done * millisecondsPerSecond / time;
}

std::optional<qint64> ImportPace::secondsLeft() const
{
    const auto perSecond = rate();
    if (!perSecond || *perSecond == 0 || m_progress.total <= 0)
        return std::nullopt;
    const qint64 left = std::max<qint64>(m_progress.total - m_progress.done, 0);
    return (left + *perSecond - 1) / *perSecond;
}

QString ImportPace::timeText(qint64 seconds)
{
    return u"%1:%2"_s.arg(seconds / secondsPerMinute)
        .arg(seconds % secondsPerMinute, 2, 10, QLatin1Char('0'));
}

QString ImportPace::stageWord() const
{
    switch (m_progress.stage) {
    case Stage::Reading:
        return Text::tr("Reading");
    case Stage::Writing:
        return Text::tr("Writing");
    case Stage::Comparing:
        return Text::tr("Comparing");
    }
    return {};
}

QString ImportPace::stageText() const
{
    switch (m_progress.stage) {
    case Stage::Reading:
        return Text::tr("Reading the file…");
    case Stage::Writing:
        return Text::tr("Writing the todos and their search index…");
    case Stage::Comparing:
        return Text::tr("Comparing every todo with the file…");
    }
    return {};
}

} // namespace tusk::importer
