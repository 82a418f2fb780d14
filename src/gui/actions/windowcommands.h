// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/actions/actioninfo.h"
#include "models/todocommands.h"

#include <QAbstractItemModel>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QKeyEvent;

namespace tusk::gui
{

class ActionRegistry;
class EnvironmentPage;
class Settings;
class WindowOverlays;

// Says what the actions do in the environment that is shown, and when they can be done.
class WindowCommands final : public QObject
{
    Q_OBJECT

public:
    // All of them must outlive the commands.
    WindowCommands(ActionRegistry &actions, const Settings &settings, WindowOverlays &overlays,
                   QObject *parent = nullptr);

    // Null: there is none. page must outlive the next call.
    void setEnvironment(EnvironmentPage *page);

protected:
    // Keys of actions for todos are the list's own where a header or a hit of a search is meant.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Todos = QList<domain::Todo>;

    void connectTodos();
    void connectMoves();
    void connectDates();
    void connectPriorities();
    void connectSortings();
    void connectPage();
    void connectPlaces();
    void connectLists();
    void connectOverlays();

    void onPage(ActionId id, std::function<void(EnvironmentPage &)> run);
    // For the selected todos; not to be had while none is selected.
    void onTodos(ActionId id, std::function<void(const models::TodoCommands &, const Todos &)> run);
    [[nodiscard]] Todos selectedTodos() const;
    [[nodiscard]] bool areAnyTrashed(const QModelIndexList &rows) const;
    [[nodiscard]] bool belongsToList(const QKeyEvent &key) const;

    void showStates();
    void showTodoStates();
    void showPlaceStates();
    void showListStates();
    void showHistory();

    ActionRegistry &m_actions;
    const Settings &m_settings;
    WindowOverlays &m_overlays;
    EnvironmentPage *m_page = nullptr;
    std::unique_ptr<QObject> m_whileShown;              // ends what was connected for the page
    std::optional<models::TodoCommands> m_todoCommands; // of the page
    QList<ActionId> m_pageActions;
    QList<ActionId> m_todoActions;
};

} // namespace tusk::gui
