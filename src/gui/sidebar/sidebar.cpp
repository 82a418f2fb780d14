// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/sidebar/sidebar.h"

#include "base/uuidv7.h"
#include "domain/actions.h"
#include "domain/position.h"
#include "gui/sidebar/countdelegate.h"
#include "gui/sidebar/placemodel.h"
#include "gui/sidebar/statustext.h"
#include "models/databaselink.h"
#include "models/listtablemodel.h"
#include "models/stablerowsproxy.h"
#include "models/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>

namespace tusk::gui
{

namespace
{

QListView *makeView(QAbstractItemModel *model, int column, int countRole, const QString &name,
                    QWidget *parent)
{
    auto *view = new QListView(parent);
    view->setModel(model);
    view->setModelColumn(column);
    view->setItemDelegate(new CountDelegate(countRole, view));
    view->setFrameShape(QFrame::NoFrame);
    view->setUniformItemSizes(true);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setAccessibleName(name);
    view->viewport()->setAutoFillBackground(false);
    return view;
}

} // namespace

Sidebar::Sidebar(models::DatabaseLink &link, QWidget *parent)
    : QWidget(parent)
    , m_link(link)
    , m_placeModel(new PlaceModel(link.workspace(), this))
    , m_listModel(new models::ListTableModel(link.workspace(), this))
    , m_listProxy(new models::StableRowsProxy(this))
    , m_environment(new QLabel(link.name(), this))
    , m_status(new QLabel(this))
{
    m_listProxy->setSourceModel(m_listModel);
    m_places = makeView(m_placeModel, 0, PlaceModel::CountRole, tr("Places"), this);
    m_places->setObjectName(QStringLiteral("places"));
    m_places->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_places->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lists = makeView(m_listProxy, models::ListTableModel::Name, models::ListTableModel::OpenCountRole,
                       tr("Lists"), this);
    m_lists->setObjectName(QStringLiteral("lists"));
    m_lists->setEditTriggers(QAbstractItemView::EditKeyPressed);
    makeLayout();

    for (QListView *view : {m_places, m_lists}) {
        connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
                [this, view](const QModelIndex &index) {
                    if (view->selectionModel()->isSelected(index) || view->hasFocus())
                        chooseIndex(index);
                });
        connect(view, &QListView::clicked, this, &Sidebar::chooseIndex);
    }
    connect(m_listModel, &models::ListTableModel::rejected, this, &Sidebar::rejected);
    connect(&link.workspace(), &models::Workspace::listsChanged, this, &Sidebar::leaveDeletedList);
    connect(&link, &models::DatabaseLink::stateChanged, this, &Sidebar::showStatus);
    connect(&link.workspace(), &models::Workspace::pendingChanged, this, &Sidebar::showStatus);
    connect(&link.workspace(), &models::Workspace::staleChanged, this, &Sidebar::showStatus);
    showStatus();
}

void Sidebar::makeLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 12, 8, 12);
    layout->setSpacing(0);
    m_places->setFixedHeight(m_placeModel->rowCount() * m_places->sizeHintForRow(0) + 2);
    layout->addWidget(m_places);

    auto *heading = new QHBoxLayout;
    heading->setContentsMargins(4, 16, 4, 4);
    auto *label = new QLabel(tr("Lists"), this);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *add = new QToolButton(this);
    add->setObjectName(QStringLiteral("addList"));
    add->setText(QStringLiteral("+"));
    add->setAutoRaise(true);
    add->setToolTip(tr("New list"));
    add->setAccessibleName(tr("New list"));
    connect(add, &QToolButton::clicked, this, &Sidebar::addList);
    heading->addWidget(label, 1);
    heading->addWidget(add);
    layout->addLayout(heading);
    layout->addWidget(m_lists, 1);

    QFont bold = m_environment->font();
    bold.setWeight(QFont::DemiBold);
    m_environment->setFont(bold);
    m_environment->setContentsMargins(4, 8, 4, 0);
    m_status->setObjectName(QStringLiteral("connectionStatus"));
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setContentsMargins(4, 0, 4, 0);
    m_status->setWordWrap(true);
    layout->addWidget(m_environment);
    layout->addWidget(m_status);
    setMinimumWidth(200);
}

void Sidebar::choose(const domain::TodoFilter &filter)
{
    const int row = m_placeModel->rowOf(filter);
    if (row >= 0) {
        m_places->setCurrentIndex(m_placeModel->index(row));
        chooseIndex(m_placeModel->index(row));
        return;
    }
    for (int listRow = 0; listRow < m_listProxy->rowCount(); ++listRow) {
        const QModelIndex index = m_listProxy->index(listRow, models::ListTableModel::Name);
        const auto list = m_listModel->listAt(m_listProxy->mapToSource(index).row());
        if (list && filter == domain::TodoFilter::inList(list->id)) {
            m_lists->setCurrentIndex(index);
            chooseIndex(index);
            return;
        }
    }
    choose(domain::TodoFilter::at(domain::TodoFilter::Place::Inbox));
}

void Sidebar::clearChoice()
{
    m_places->clearSelection();
    m_lists->clearSelection();
}

void Sidebar::chooseIndex(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const bool isList = index.model() == m_listProxy;
    (isList ? m_places : m_lists)->clearSelection();
    if (isList) {
        const auto list = m_listModel->listAt(m_listProxy->mapToSource(index).row());
        if (!list)
            return;
        m_current = domain::TodoFilter::inList(list->id);
        Q_EMIT placeChosen(m_current, list->name);
    } else {
        m_current = m_placeModel->filterAt(index.row());
        Q_EMIT placeChosen(m_current, PlaceModel::title(m_current.place));
    }
}

void Sidebar::addList()
{
    models::Workspace &workspace = m_link.workspace();
    domain::TodoList list;
    list.id = domain::ListId(base::makeUuidV7());
    list.name = tr("New list");
    list.position = domain::positionAtEnd(workspace.now());
    workspace.perform(domain::createList(list, workspace.now()));
    choose(domain::TodoFilter::inList(list.id));
    m_lists->edit(m_lists->currentIndex());
}

void Sidebar::leaveDeletedList()
{
    if (m_current.place != domain::TodoFilter::Place::List)
        return;
    const QList<domain::TodoList> lists = m_link.workspace().lists();
    const bool there = std::any_of(lists.begin(), lists.end(), [this](const domain::TodoList &list) {
        return list.id == m_current.list;
    });
    if (!there)
        choose(domain::TodoFilter::at(domain::TodoFilter::Place::Inbox));
}

void Sidebar::showStatus()
{
    m_status->setText(statusText(m_link.state(), m_link.workspace().isStale(),
                                 static_cast<int>(m_link.workspace().pending().size())));
    m_status->setToolTip(m_link.error().sentence);
}

} // namespace tusk::gui
