// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "listmemory.h"

#include "benchtable.h"
#include "gui/list/todolistview.h"
#include "gui/theme/themekeeper.h"
#include "openwindow.h"
#include "plainlist.h"

#include <QApplication>
#include <QProcess>

#include <cstdio>

namespace tusk::bench
{

namespace
{

using namespace Qt::StringLiterals;

constexpr int mostRows = 100'000;

// From the top to the bottom, so that every row was painted.
void lookThrough(QAbstractItemView &view)
{
    for (int row = 0; row < view.model()->rowCount(); row += 10) {
        view.scrollTo(view.model()->index(row, 1));
        QCoreApplication::processEvents();
    }
    view.selectAll();
    view.window()->grab();
}

void useOurs(const base::ConnectionSettings &settings)
{
    OpenWindow open(settings);
    open.open();
    waitFor([&open] { return open.hasRows(); }, "rows");
    open.holdAllRows();
    lookThrough(open.view());
}

void usePlain(const base::ConnectionSettings &settings)
{
    PlainList plain(settings, mostRows);
    lookThrough(plain.view());
}

} // namespace

double memoryOfList(const base::ConnectionSettings &settings, ListKind kind)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--list-memory"_s, kind == ListKind::Ours ? u"ours"_s : u"plain"_s, settings.host,
                   QString::number(settings.port), settings.database, settings.user});
    process.waitForFinished(300'000);
    if (process.exitCode() != 0)
        qFatal("the process for the memory of a list failed");
    return process.readAllStandardOutput().trimmed().toDouble();
}

int runListMemory(int &count, char **words)
{
    QApplication application(count, words);
    const gui::ThemeKeeper theme;
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 7)
        return 2;
    base::ConnectionSettings settings;
    settings.host = arguments.at(3);
    settings.port = arguments.at(4).toInt();
    settings.database = arguments.at(5);
    settings.user = arguments.at(6);
    arguments.at(2) == u"ours"_s ? useOurs(settings) : usePlain(settings);
    std::printf("%f\n", peakMemory());
    return 0;
}

} // namespace tusk::bench
