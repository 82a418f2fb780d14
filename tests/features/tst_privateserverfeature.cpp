// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/privatehome.h"
#include "app/translations.h"
#include "app/tuskprogram.h"
#include "app/window/windowsession.h"
#include "features/hands.h"
#include "gui/environmentpage.h"
#include "gui/settings/settings.h"
#include "models/databaselink.h"
#include "support/testcase.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// The window of somebody who never set up a database, while the private server of that window comes and goes.
class TestPrivateServerFeature final : public TestCase
{
    Q_OBJECT

    static constexpr int patience = 30'000; // milliseconds; a busy machine needs some of them

    std::unique_ptr<PrivateHome> m_home;
    std::unique_ptr<gui::Settings> m_settings;
    std::unique_ptr<app::WindowSession> m_session;

    [[nodiscard]] gui::MainWindow &window() { return m_session->window(); }
    [[nodiscard]] bool isIn(models::DatabaseLink::State state)
    {
        const gui::EnvironmentPage *page = window().environment();
        return page && page->link().state() == state;
    }
    [[nodiscard]] bool isReady() { return isIn(models::DatabaseLink::State::Ready); }
    [[nodiscard]] QString message()
    {
        const auto *sentence = window().findChild<QLabel *>(u"messageSentence"_s);
        return sentence && sentence->isVisible() ? sentence->text() : QString();
    }
    void add(const QString &todo)
    {
        hands::press(u"Ctrl+N"_s);
        hands::type(todo);
        hands::press(u"Return"_s);
    }
    [[nodiscard]] QString stored() const
    {
        return m_home->runSql(u"SELECT string_agg(title, ',' ORDER BY position) FROM tusk.todo"_s)
            .value(0)
            .value(0);
    }
    void expectToSave(const QString &todo)
    {
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        add(todo);
        QTRY_COMPARE_WITH_TIMEOUT(stored(), todo, patience);
    }
    static void killServer()
    {
        const auto server = static_cast<pid_t>(serverStatus()["pid"_L1].toInt());
        QVERIFY(server > 0);
        QCOMPARE(::kill(server, SIGKILL), 0);
    }

protected:
    void prepare() override
    {
        m_home = std::make_unique<PrivateHome>();
        m_settings = std::make_unique<gui::Settings>(m_home->path(), m_home->path());
        m_session =
            std::make_unique<app::WindowSession>(std::get<app::ChosenDatabase>(app::chooseDatabase({})),
                                                 domain::InstallationId(QUuid::createUuid()), *m_settings);
        m_session->start();
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
    }

private Q_SLOTS:
    void initTestCase() { app::installTranslations(*qApp, QLocale()); }
    void cleanup()
    {
        QSignalSpy finished(m_session.get(), &app::WindowSession::finished);
        m_session->quit();
        if (finished.isEmpty())
            QVERIFY(finished.wait(patience));
        m_session.reset();
        m_settings.reset();
        QVERIFY(!isServerRunning()); // it goes with its last user
        m_home.reset();
    }

    void myTodosAreBackWhenTheServerWasKilled()
    {
        killServer();
        QTRY_VERIFY_WITH_TIMEOUT(!isReady(), patience);
        expectToSave(u"Buy milk"_s);
    }

    void iAmToldWhyTheServerDoesNotComeBackAndItDoesLater()
    {
        const QString needed = serverStatus()["cluster"_L1].toString() + u"/global/pg_control"_s;
        QVERIFY(QFile::rename(needed, needed + u".away"_s));
        killServer();
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"did not start"_s), patience);
        QCOMPARE(message(),
                 u"The database with your todos did not start; what was saved in it is untouched. It is "
                 "tried again by itself."_s);

        QVERIFY(QFile::rename(needed + u".away"_s, needed));

        expectToSave(u"Buy milk"_s);
    }

    void iStartAServerAgainThatWasStoppedOnPurpose_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"with F5", "by coming back to the window"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void iStartAServerAgainThatWasStoppedOnPurpose()
    {
        QFETCH(const QString, how);
        QCOMPARE(tests::tusk({u"server"_s, u"stop"_s}).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(isIn(models::DatabaseLink::State::Offline), patience);
        QVERIFY(!isServerRunning()); // nobody has asked for it

        if (how == "with F5"_L1) {
            hands::press(u"F5"_s);
        } else {
            QEvent comesBack(QEvent::WindowActivate);
            QCoreApplication::sendEvent(&window(), &comesBack);
        }

        expectToSave(u"Buy milk"_s);
    }

    void itComesBackByItselfWhereSomebodyElseHasStartedItAgain()
    {
        QCOMPARE(tests::tusk({u"server"_s, u"stop"_s}).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(isIn(models::DatabaseLink::State::Offline), patience);
        QCOMPARE(tests::tusk({u"server"_s, u"start"_s}).exitCode, 0);
        expectToSave(u"Buy milk"_s);
        killServer();
        QTRY_VERIFY_WITH_TIMEOUT(!isReady(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience); // watched as before
        QCOMPARE(tests::tusk({u"server"_s, u"stop"_s}).exitCode, 0);
    }
};

QTEST_MAIN(TestPrivateServerFeature)
#include "tst_privateserverfeature.moc"
