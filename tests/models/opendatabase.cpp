// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/opendatabase.h"

#include "base/uuidv7.h"
#include "data/migration/migrationrunner.h"
#include "data/session/connection.h"
#include "domain/actions.h"

#include <QSignalSpy>
#include <QTest>

#include <map>

namespace tusk::tests
{

namespace
{

constexpr int patience = 20'000; // milliseconds

models::DatabaseLink::Options optionsFor(const base::ConnectionSettings &settings,
                                         const QString &unsentFolder, domain::InstallationId installation)
{
    models::DatabaseLink::Options options;
    options.settings = settings;
    options.unsentFolder = unsentFolder;
    options.installation = installation.isNull() ? domain::InstallationId(base::makeUuidV7()) : installation;
    options.name = QStringLiteral("test");
    return options;
}

void migrate(const base::ConnectionSettings &settings)
{
    session::Connection connection(settings);
    const auto opened = connection.open();
    if (!opened)
        qFatal("connecting: %s", qPrintable(opened.error().detail));
    const auto report =
        migration::MigrationRunner(connection, *migration::MigrationCatalog::compiledIn()).apply();
    if (!report)
        qFatal("migrating: %s", qPrintable(report.error().detail));
}

} // namespace

base::ConnectionSettings createTuskDatabase(TestServer &server)
{
    static std::map<const TestServer *, QString> masters;
    QString &master = masters[&server];
    if (master.isEmpty()) {
        const base::ConnectionSettings settings = server.createDatabase();
        migrate(settings);
        master = settings.database;
    }
    const base::ConnectionSettings copy = server.createDatabase({TestRole::Owner, master});
    // A copy is another database.
    server.psql(QStringLiteral("UPDATE tusk.database SET id = gen_random_uuid()"), copy.database);
    return copy;
}

Device::Device(const base::ConnectionSettings &settings, const QString &unsentFolder, bool waits,
               domain::InstallationId installation, const base::Clock *clock)
    : m_unsentFolder(unsentFolder.isEmpty() ? m_folder.path() : unsentFolder)
    , m_link(optionsFor(settings, m_unsentFolder, installation), clock ? *clock : m_clock)
    , m_model(m_link.workspace())
    , m_tester(&m_view, QAbstractItemModelTester::FailureReportingMode::QtTest)
    , m_modelTester(&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest)
{
    m_view.setSourceModel(&m_model);
    QObject::connect(&m_link, &models::DatabaseLink::firstRowsRead, &m_model,
                     &models::TodoTableModel::showFirstPage);
    m_link.open();
    if (waits &&
        !QTest::qWaitFor([this] { return m_link.state() == models::DatabaseLink::State::Ready; }, patience))
        qFatal("not ready: %s %s", base::toString(m_link.error().kind), qPrintable(m_link.error().detail));
}

Device::~Device() = default;

QString Device::unsentFolder() const
{
    return m_unsentFolder;
}

void Device::add(const QString &title)
{
    workspace().perform(domain::createTodos({m_model.newTodo(title)}, workspace().now()));
}

void Device::edit(const QString &title, const QString &newTitle)
{
    const domain::Todo before = todo(title);
    domain::Todo after = before;
    after.title = newTitle;
    workspace().perform(domain::editTodo(before, after, workspace().now()));
}

domain::Todo Device::todo(const QString &title) const
{
    for (int row = 0; row < m_view.rowCount(); ++row) {
        const auto found = m_view.index(row, models::TodoTableModel::Title)
                               .data(models::TodoTableModel::TodoRole)
                               .value<domain::Todo>();
        if (found.title == title)
            return found;
    }
    return {};
}

QStringList Device::titles() const
{
    QStringList result;
    for (int row = 0; row < m_view.rowCount(); ++row) {
        const QModelIndex index = m_view.index(row, models::TodoTableModel::Title);
        const bool pending = index.data(models::TodoTableModel::PendingRole).toBool();
        result.append(index.data().toString() + (pending ? QStringLiteral("*") : QString()));
    }
    return result;
}

bool Device::show(const domain::TodoFilter &place)
{
    QSignalSpy loaded(&m_model, &models::TodoTableModel::loaded);
    m_model.setPlace(place);
    return loaded.wait(patience);
}

} // namespace tusk::tests
