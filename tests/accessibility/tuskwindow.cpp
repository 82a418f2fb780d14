// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "accessibility/tuskwindow.h"

#include "support/failure.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

constexpr int longEnough = 30'000; // milliseconds

Variables windowVariables(Variables variables)
{
    variables.insert({{u"QT_QPA_PLATFORM"_s, u"xcb"_s},
                      {u"QT_XCB_GL_INTEGRATION"_s, u"none"_s},
                      {u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s}});
    variables.insert(u"LSAN_OPTIONS"_s,
                     u"print_suppressions=0:suppressions="_s + QStringLiteral(TUSK_WINDOW_LEAKS));
    return variables;
}

} // namespace

Variables databaseVariables(const base::ConnectionSettings &database)
{
    QUrlQuery where;
    where.addQueryItem(u"host"_s, database.host); // the folder of a socket
    where.addQueryItem(u"port"_s, QString::number(database.port));
    return {{u"TUSK_DATABASE_URL"_s,
             "postgresql://"_L1 + database.user + "@/"_L1 + database.database + u'?' + where.query()}};
}

TuskWindow::TuskWindow(const base::ConnectionSettings &database)
    : TuskWindow(databaseVariables(database))
{
}

TuskWindow::TuskWindow(const Variables &variables)
    : m_environment(windowVariables(variables))
    , m_program(startTusk({}, m_environment))
{
}

TuskWindow::~TuskWindow()
{
    if (m_program->state() != QProcess::NotRunning)
        static_cast<void>(quit());
}

Accessible TuskWindow::frame() const
{
    for (const Accessible &program : Accessible::desktop().children()) {
        if (program.name() == "tusk"_L1)
            return program.children().value(0);
    }
    return {};
}

Accessible TuskWindow::awaitWhere(const Accessible::Predicate &predicate) const
{
    Accessible found;
    static_cast<void>(QTest::qWaitFor(
        [&] {
            found = frame().find(predicate);
            return !found.isNull() || m_program->state() == QProcess::NotRunning;
        },
        longEnough));
    if (found.isNull())
        qInfo().noquote() << "not there, but only this:\n"_L1 << frame().tree();
    return found;
}

Accessible TuskWindow::await(AtspiRole role, const QString &name) const
{
    return awaitWhere([&](const Accessible &node) { return node.role() == role && node.name() == name; });
}

Accessible TuskWindow::awaitStarting(AtspiRole role, const QString &beginningOfName) const
{
    return awaitWhere([&](const Accessible &node) {
        return node.role() == role && node.name().startsWith(beginningOfName);
    });
}

// A second start raises the first.
void TuskWindow::activate()
{
    const TuskRun second = tusk({}, m_environment);
    if (second.exitCode != 0)
        giveUp("the window cannot be raised: "_L1 + QString::fromUtf8(second.report()));
    if (!QTest::qWaitFor([this] { return frame().is(ATSPI_STATE_ACTIVE); }, longEnough))
        giveUp(u"the window does not become the active one"_s);
}

bool TuskWindow::quit()
{
    m_program->terminate();
    const TuskRun run = finish(*m_program);
    m_said = run.report();
    return run.exitCode == 0;
}

} // namespace tusk::tests
