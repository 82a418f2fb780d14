// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/environmentstest.h"

#include "app/translations.h"
#include "features/hands.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>

namespace tusk::tests
{

using namespace Qt::StringLiterals;
using environments::EnvironmentKind;
using environments::EnvironmentProfile;
using environments::ProfileList;
using environments::ProfileStore;

EnvironmentsTest::EnvironmentsTest() = default;
EnvironmentsTest::~EnvironmentsTest() = default;

void EnvironmentsTest::initTestCase()
{
    app::installTranslations(*qApp, QLocale());
    m_server = std::make_unique<TestServer>(serverOptions());
}

void EnvironmentsTest::prepare()
{
    m_home = std::make_unique<TemporaryHome>();
    m_workDatabase = createTuskDatabase(*m_server);
    m_homeDatabase = createTuskDatabase(*m_server);
    m_homeProfile = profileFor(u"Home"_s, EnvironmentKind::Development, reachable(m_homeDatabase));
    change([this](ProfileList &list) {
        const EnvironmentProfile work =
            profileFor(u"Work"_s, EnvironmentKind::Production, reachable(m_workDatabase));
        for (const EnvironmentProfile &profile : {work, m_homeProfile}) {
            if (auto added = list.add(profile); !added)
                return added;
        }
        return list.setCurrent(work.id);
    });
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
}

void EnvironmentsTest::cleanup()
{
    m_session.reset();
    m_settings.reset();
    m_home.reset();
}

void EnvironmentsTest::cleanupTestCase()
{
    m_server.reset();
}

EnvironmentProfile EnvironmentsTest::profileFor(const QString &name, EnvironmentKind kind,
                                                const base::ConnectionSettings &at)
{
    EnvironmentProfile profile = environments::newProfile(name, kind);
    profile.host = at.host;
    profile.port = at.port;
    profile.database = at.database;
    profile.user = at.user;
    profile.tls = environments::TlsMode::Prefer;
    profile.secret.kind = environments::SecretSource::Kind::None;
    return profile;
}

void EnvironmentsTest::change(const ProfileStore::Edit &edit)
{
    const auto changed = ProfileStore().change(edit);
    if (!changed)
        qFatal("%s", qPrintable(changed.error().sentence));
}

ProfileList EnvironmentsTest::profiles()
{
    const auto stored = ProfileStore().load();
    return stored ? stored->list : ProfileList();
}

void EnvironmentsTest::start()
{
    const auto chosen = app::chooseDatabase({});
    m_settings = std::make_unique<gui::Settings>(m_home->path(), m_home->path());
    m_session = std::make_unique<app::WindowSession>(
        std::get<app::ChosenDatabase>(chosen), domain::InstallationId(QUuid::createUuid()), *m_settings);
    m_session->start();
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void EnvironmentsTest::quit()
{
    QSignalSpy finished(m_session.get(), &app::WindowSession::finished);
    m_session->quit();
    if (finished.isEmpty())
        QVERIFY(finished.wait(patience));
    m_session.reset();
    m_settings.reset();
}

void EnvironmentsTest::add(const QString &todo)
{
    hands::press(u"Ctrl+N"_s);
    hands::type(todo);
    hands::press(u"Return"_s);
}

void EnvironmentsTest::switchTo(const QString &keys, const QString &expectedTitle)
{
    hands::press(keys);
    QTRY_COMPARE_WITH_TIMEOUT(title(), expectedTitle, patience);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
}

bool EnvironmentsTest::isReady()
{
    return page() && page()->link().state() == models::DatabaseLink::State::Ready;
}

QStringList EnvironmentsTest::titles()
{
    QStringList result;
    const QAbstractItemModel *model = page() ? page()->todos().view().model() : nullptr;
    for (int row = 0; model && row < model->rowCount(); ++row)
        result.append(model->index(row, models::TodoTableModel::Title).data().toString());
    return result;
}

QString EnvironmentsTest::place()
{
    return page()->findChild<QLabel *>(u"placeTitle"_s)->text();
}

QStringList EnvironmentsTest::stored(const base::ConnectionSettings &database)
{
    QStringList result;
    const QString sql = u"SELECT title FROM tusk.todo WHERE deleted_at IS NULL ORDER BY position, id"_s;
    for (const QStringList &row : m_server->psql(sql, database.database))
        result.append(row.first());
    return result;
}

QStringList EnvironmentsTest::openTransactions()
{
    QStringList result;
    const QString sql = u"SELECT datname, state FROM pg_stat_activity WHERE backend_type = 'client backend' "
                        "AND xact_start IS NOT NULL AND pid <> pg_backend_pid()"_s;
    for (const QStringList &row : m_server->psql(sql))
        result.append(row.join(u": "_s));
    return result;
}

} // namespace tusk::tests
