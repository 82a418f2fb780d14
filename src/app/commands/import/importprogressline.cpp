// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/import/importprogressline.h"

#include "app/texts.h"

#include <QLocale>

#include <algorithm>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using importer::ImportPace;
using importer::ImportProgress;

ImportProgressLine::ImportProgressLine(Terminal &terminal)
    : m_terminal(terminal)
{
    m_since.start();
}

ImportProgressLine::~ImportProgressLine()
{
    m_terminal.status({});
}

void ImportProgressLine::show(const ImportProgress &progress)
{
    m_pace.take(progress, m_since.elapsed());
    m_terminal.status(text(m_pace));
}

QString ImportProgressLine::text(const ImportPace &pace)
{
    const auto percent = pace.percent();
    if (!percent)
        return pace.stageText();
    constexpr int width = 12;
    const int filled = width * *percent / 100;
    const QLocale locale;
    const ImportProgress &progress = pace.progress();
    QString line =
        u"%1 [%2%3] %4 %  "_s.arg(pace.stageWord(), QString(filled, u'#'), QString(width - filled, u'·'))
            .arg(*percent);
    line +=
        Text::tr("%1 of %2")
            .arg(locale.toString(std::min(progress.done, progress.total)), locale.toString(progress.total));
    if (const auto rate = pace.rate())
        line += "  "_L1 + Text::tr("%1/s").arg(locale.toString(*rate));
    if (const auto left = pace.secondsLeft())
        line += "  "_L1 + Text::tr("%1 left").arg(ImportPace::timeText(*left));
    return line;
}

} // namespace tusk::app
