// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "bigdatabase.h"
#include "models/opendatabase.h"
#include "scenarios.h"
#include "support/temporaryhome.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

namespace tusk::bench
{

namespace
{

double bareWindow()
{
    return milliseconds([] {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--bare-window")});
        process.waitForFinished(60'000);
    });
}

// VmHWM of a process that still runs, MB.
double peakOf(qint64 pid)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

struct Start {
    double time = 0;
    double memory = 0;
};

// Until the program has painted its rows and written a picture of them.
Start startWindow(const base::ConnectionSettings &settings)
{
    const tests::TemporaryHome home;
    QTemporaryDir folder;
    const QString picture = folder.filePath(QStringLiteral("window.png"));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TUSK_SCREENSHOT"), picture);
    environment.insert(
        QStringLiteral("TUSK_DATABASE_URL"),
        QStringLiteral("host=%1 port=%2 dbname=%3 user=%4")
            .arg(settings.host, QString::number(settings.port), settings.database, settings.user));
    process.setProcessEnvironment(environment);
    QFileSystemWatcher watcher({folder.path()});
    Start start;
    start.time = milliseconds([&] {
        process.start(QStringLiteral(TUSK_PROGRAM));
        waitFor([&] { return QFileInfo(picture).size() > 0; }, "a painted window");
    });
    start.memory = peakOf(process.processId());
    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    process.waitForFinished(30'000);
    return start;
}

} // namespace

void measureStartUp(BenchTable &table, const Setting &setting)
{
    tests::TestServer server;
    const base::ConnectionSettings settings = tests::createTuskDatabase(server);
    fill(server, settings, 1'000);
    QList<double> bare;
    QList<double> ours;
    double memory = 0;
    for (int run = 0; run < (setting.quick ? 2 : 7); ++run) {
        bare.append(bareWindow());
        const Start start = startWindow(settings);
        ours.append(start.time);
        memory = std::max(memory, start.memory);
    }
    table.add({QStringLiteral("start to painted rows, warm server, 1,000 todos"), QStringLiteral("ms"),
               median(ours), median(bare), 4 * median(bare),
               QStringLiteral("other: a bare Qt table window; both with a picture taken")});
    table.add({QStringLiteral("peak memory, 1,000 todos"), QStringLiteral("MB"), memory, {}, 70, {}});
}

} // namespace tusk::bench
