// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "barewindow.h"
#include "base/freedmemory.h"
#include "bigdatabase.h"
#include "gui/theme/themekeeper.h"
#include "listmemory.h"
#include "scenarios.h"
#include "support/ownnetwork.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QMap>

#include <cstdio>
#include <memory>

using namespace tusk;

namespace
{

using Scenario = void (*)(bench::BenchTable &, const bench::Setting &);

const QList<std::pair<QString, Scenario>> &scenarios()
{
    static const QList<std::pair<QString, Scenario>> all{
        {QStringLiteral("pauses"), bench::measurePauses},
        {QStringLiteral("statements"), bench::countStatements},
        {QStringLiteral("server"), bench::measureServerStart},
        {QStringLiteral("startup"), bench::measureStartUp},
        {QStringLiteral("many"), bench::measureManyTodos},
        {QStringLiteral("list"), bench::measureLongList},
        {QStringLiteral("typing"), bench::measureTyping},
        {QStringLiteral("environments"), bench::measureEnvironments},
        {QStringLiteral("failures"), bench::measureFailures},
        {QStringLiteral("import"), bench::measureImport}};
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--bare-window") == 0)
        return bench::runBareWindow(argc, argv);
    base::keepFreedMemory(); // as in the program
    if (argc > 1 && qstrcmp(argv[1], "--list-memory") == 0)
        return bench::runListMemory(argc, argv);

    // Before the first thread. All that is measured is on this computer anyway.
    const bool hasOwnNetwork = tests::enterOwnNetwork() && tests::setLoopback(true);
    QApplication application(argc, argv);
    const gui::ThemeKeeper theme; // as in the program
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures Tusk beside the plain alternatives, in the same run."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("todos"), QStringLiteral("Todos in the big database."), QStringLiteral("n"),
          QStringLiteral("1000000")},
         {QStringLiteral("quick"), QStringLiteral("Fewer repetitions.")},
         {QStringLiteral("json"), QStringLiteral("Also write the figures there."), QStringLiteral("file")}});
    parser.addPositionalArgument(
        QStringLiteral("scenario"),
        QStringLiteral(
            "pauses, statements, server, startup, many, list, typing, environments, failures, import"),
        QStringLiteral("[scenario...]"));
    parser.process(application);
    bench::Setting setting;
    setting.todos = parser.value(QStringLiteral("todos")).toLongLong();
    setting.hasOwnNetwork = hasOwnNetwork;
    setting.quick = parser.isSet(QStringLiteral("quick"));
    std::unique_ptr<bench::BigDatabase> big;
    setting.bigDatabase = [&]() -> bench::BigDatabase & {
        if (!big)
            big = std::make_unique<bench::BigDatabase>(setting.todos);
        return *big;
    };

    bench::BenchTable table;
    bench::BenchTable::printHeading();
    const QStringList wanted = parser.positionalArguments();
    for (const auto &[name, run] : scenarios()) {
        if (wanted.isEmpty() || wanted.contains(name))
            run(table, setting);
    }
    if (parser.isSet(QStringLiteral("json"))) {
        QFile file(parser.value(QStringLiteral("json")));
        if (!file.open(QIODevice::WriteOnly)) {
            std::fputs("the figures could not be written\n", stderr);
            return 1;
        }
        file.write(QJsonDocument(table.toJson()).toJson());
    }
    return 0;
}
