// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/palette/todosearch.h"

#include "models/workspace.h"

#include <chrono>

namespace tusk::gui
{

namespace
{

using namespace std::chrono_literals;

constexpr auto pauseBeforeAsking = 80ms;
constexpr qsizetype shortestTyped = 2;
constexpr int mostFound = 20;

} // namespace

TodoSearch::TodoSearch(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeAsking);
    connect(&m_pause, &QTimer::timeout, this, &TodoSearch::ask);
}

void TodoSearch::setWorkspace(models::Workspace *workspace)
{
    search({});
    m_workspace = workspace;
}

void TodoSearch::search(const QString &typed)
{
    ++m_generation;
    m_typed = typed;
    if (typed.size() < shortestTyped)
        m_pause.stop();
    else
        m_pause.start();
}

void TodoSearch::ask()
{
    if (!m_workspace || !m_workspace->isOpen())
        return;
    repository::PageRequest request;
    request.filter = domain::TodoFilter::matching(m_typed);
    request.today = m_workspace->today();
    request.limit = mostFound;
    m_workspace->reader().page(
        request, m_inbox, [this, generation = m_generation](const base::Result<repository::TodoPage> &page) {
            if (page && generation == m_generation)
                Q_EMIT found(page->todos);
        });
}

} // namespace tusk::gui
