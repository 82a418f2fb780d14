// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/clock.h"
#include "models/databaselink.h"
#include "models/stablerowsproxy.h"
#include "models/todotablemodel.h"
#include "models/workspace.h"
#include "support/testserver.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

#include <memory>

namespace tusk::tests
{

// A database with Tusk's schema; made once per server and copied from then on.
[[nodiscard]] base::ConnectionSettings createTuskDatabase(TestServer &server);

// One device: a link to a database, a list of todos under the model tester, and a folder for unsent actions.
class Device final
{
public:
    // Waits until the first rows are there, unless told otherwise. installation: a new one where it is null.
    // clock: must outlive the device; none: that of the system.
    explicit Device(const base::ConnectionSettings &settings, const QString &unsentFolder = {},
                    bool waits = true, domain::InstallationId installation = {},
                    const base::Clock *clock = nullptr);
    ~Device();
    Q_DISABLE_COPY_MOVE(Device)

    [[nodiscard]] models::Workspace &workspace() { return m_link.workspace(); }
    [[nodiscard]] models::DatabaseLink &link() { return m_link; }
    [[nodiscard]] models::TodoTableModel &model() { return m_model; }
    [[nodiscard]] models::StableRowsProxy &view() { return m_view; }
    [[nodiscard]] QString unsentFolder() const;

    void add(const QString &title);
    void edit(const QString &title, const QString &newTitle);
    [[nodiscard]] domain::Todo todo(const QString &title) const; // null id: not shown
    [[nodiscard]] QStringList titles() const;                    // as shown, pending ones with an asterisk
    [[nodiscard]] bool isSaved() { return workspace().pending().isEmpty(); }
    // Shows another place and waits for its rows.
    [[nodiscard]] bool show(const domain::TodoFilter &place);

private:
    QTemporaryDir m_folder;
    QString m_unsentFolder;
    base::SystemClock m_clock;
    models::DatabaseLink m_link;
    models::TodoTableModel m_model;
    models::StableRowsProxy m_view;
    QAbstractItemModelTester m_tester;
    QAbstractItemModelTester m_modelTester;
};

} // namespace tusk::tests
