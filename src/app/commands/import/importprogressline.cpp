// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/import/importprogressline.h"

#include "app/texts.h"

#include <QLocale>

#include <algorithm>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using importer::ImportProgress;

namespace
{

QString timeText(qint64 milliseconds)
{
    const qint64 seconds = (milliseconds + 999) / 1000;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString readingText(const ImportProgress &progress, qint64 milliseconds)
{
    constexpr int width = 20;
    const qint64 done = std::min(progress.done, progress.total);
    const auto filled = progress.total > 0 ? int(width * done / progress.total) : 0;
    const QLocale locale;
    QString text = u"[%1%2] %3 %  "_s.arg(QString(filled, u'#'), QString(width - filled, u'·'))
                       .arg(progress.total > 0 ? 100 * done / progress.total : 0);
    text += Text::tr("%1 of %2").arg(locale.toString(done), locale.toString(progress.total));
    if (done > 0 && milliseconds > 1000)
        text += "  "_L1 + Text::tr("%1 left").arg(timeText(milliseconds * (progress.total - done) / done));
    return text;
}

} // namespace

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
    if (progress.stage != m_stage)
        m_since.restart();
    m_stage = progress.stage;
    m_terminal.status(text(progress, m_since.elapsed()));
}

QString ImportProgressLine::text(const ImportProgress &progress, qint64 milliseconds)
{
    switch (progress.stage) {
    case ImportProgress::Stage::Reading:
        return readingText(progress, milliseconds);
    case ImportProgress::Stage::Writing:
        return Text::tr("Writing the todos and their search index…");
    case ImportProgress::Stage::Comparing:
        return Text::tr("Comparing every todo with the file…");
    }
    return {};
}

} // namespace tusk::app
