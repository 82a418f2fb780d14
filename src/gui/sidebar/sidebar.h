// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "domain/todofilter.h"

#include <QWidget>

class QLabel;
class QListView;
class QModelIndex;

namespace tusk::models
{
class DatabaseLink;
class ListTableModel;
class StableRowsProxy;
} // namespace tusk::models

namespace tusk::gui
{

class PlaceModel;

// Places and lists at the left, and at the bottom how the database is.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    // link must outlive the sidebar.
    explicit Sidebar(models::DatabaseLink &link, QWidget *parent = nullptr);

    [[nodiscard]] domain::TodoFilter current() const { return m_current; }
    // Marks the place and announces it; a place that is not there any more becomes the Inbox.
    void choose(const domain::TodoFilter &filter);
    void clearChoice(); // a search is shown: no place is marked

Q_SIGNALS:
    void placeChosen(const tusk::domain::TodoFilter &filter, const QString &title);
    void rejected(const tusk::base::Error &error);

private:
    void makeLayout();
    void showStatus();
    void chooseIndex(const QModelIndex &index);
    void addList();
    void leaveDeletedList();

    models::DatabaseLink &m_link;
    PlaceModel *m_placeModel;
    models::ListTableModel *m_listModel;
    models::StableRowsProxy *m_listProxy;
    QListView *m_places;
    QListView *m_lists;
    QLabel *m_environment;
    QLabel *m_status;
    domain::TodoFilter m_current;
};

} // namespace tusk::gui
