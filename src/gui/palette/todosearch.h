// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "domain/todo.h"

#include <QObject>
#include <QTimer>

namespace tusk::models
{
class Workspace;
}

namespace tusk::gui
{

// Asks the server for todos while somebody types: one question for a word typed quickly, and only the answer
// to the newest question is told.
class TodoSearch final : public QObject
{
    Q_OBJECT

public:
    explicit TodoSearch(QObject *parent = nullptr);

    // Null: finds nothing. It must outlive the next call; questions on their way are forgotten.
    void setWorkspace(models::Workspace *workspace);
    void search(const QString &typed); // a letter or nothing: found() is not emitted

Q_SIGNALS:
    void found(const QList<tusk::domain::Todo> &todos); // a screenful of the best

private:
    void ask();

    models::Workspace *m_workspace = nullptr;
    QString m_typed;
    quint64 m_generation = 0; // of the newest question
    QTimer m_pause;
    base::Inbox m_inbox;
};

} // namespace tusk::gui
