// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/sidebar/sidebar.h"

#include "gui/detailbox.h"
#include "gui/list/purgequestion.h"
#include "gui/plaintext.h"
#include "gui/sidebar/environmentbutton.h"
#include "gui/sidebar/listmenu.h"
#include "gui/sidebar/nameline.h"
#include "gui/sidebar/placemodel.h"
#include "gui/sidebar/sectionheader.h"
#include "gui/sidebar/sidebardrops.h"
#include "gui/sidebar/sidebarsection.h"
#include "gui/sidebar/statustext.h"
#include "gui/theme/colors.h"
#include "gui/theme/metrics.h"
#include "gui/todomimedata.h"
#include "models/databaselink.h"
#include "models/listtablemodel.h"
#include "models/stablerowsproxy.h"
#include "models/tagtablemodel.h"
#include "models/workspace.h"

#include <QAction>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace tusk::gui
{

namespace
{

using namespace Qt::StringLiterals;
using Place = domain::TodoFilter::Place;

constexpr auto listRowType = "application/x-tusk-list-row"_L1;

SidebarEntry placeEntry(const QModelIndex &index)
{
    SidebarEntry entry;
    entry.name = index.data().toString();
    entry.count = index.data(PlaceModel::CountRole).toLongLong();
    entry.icon = index.data(PlaceModel::IconRole).value<Icon>();
    return entry;
}

SidebarEntry listEntry(const QModelIndex &index)
{
    SidebarEntry entry;
    entry.name = index.data().toString();
    entry.color = index.siblingAtColumn(models::ListTableModel::Color).data().toString();
    entry.count = index.data(models::ListTableModel::OpenCountRole).toLongLong();
    entry.isQuiet = index.data(models::ListTableModel::ArchivedRole).toBool();
    if (entry.isQuiet)
        entry.icon = Icon::Archive;
    return entry;
}

SidebarEntry tagEntry(const QModelIndex &index)
{
    SidebarEntry entry;
    entry.name = index.data().toString();
    entry.count = index.data(models::TagTableModel::OpenCountRole).toLongLong();
    entry.icon = Icon::Tag;
    return entry;
}

models::StableRowsProxy *stable(QAbstractItemModel *model, QObject *parent)
{
    auto *proxy = new models::StableRowsProxy(parent);
    proxy->setSourceModel(model);
    return proxy;
}

} // namespace

Sidebar::Sidebar(models::DatabaseLink &link, QWidget *parent)
    : QWidget(parent)
    , m_link(link)
    , m_commands(link.workspace())
    , m_placeModel(new PlaceModel(link.workspace(), this))
    , m_listModel(new models::ListTableModel(link.workspace(), this))
    , m_listProxy(stable(m_listModel, this))
    , m_tagModel(new models::TagTableModel(link.workspace(), this))
    , m_tagProxy(stable(m_tagModel, this))
    , m_menu(new ListMenu(link.workspace(), this))
    , m_environment(new EnvironmentButton(this))
    , m_reason(new QAction(tr("What is wrong…"), this))
{
    connect(m_menu, &ListMenu::copyAsked, this, &Sidebar::copyAsked);
    setAutoFillBackground(true);
    setBackgroundRole(roles::sidebar);
    makeSections();
    makeLayout();
    connect(m_listModel, &models::ListTableModel::rejected, this, &Sidebar::rejected);
    connect(m_tagModel, &models::TagTableModel::rejected, this, &Sidebar::rejected);
    connect(&link.workspace(), &models::Workspace::listsChanged, this, &Sidebar::leaveDeletedPlace);
    connect(&link.workspace(), &models::Workspace::tagsChanged, this, &Sidebar::leaveDeletedPlace);
    connect(&link, &models::DatabaseLink::stateChanged, this, &Sidebar::showStatus);
    connect(&link, &models::DatabaseLink::standbyChanged, this, &Sidebar::showStatus);
    connect(&link, &models::DatabaseLink::listeningFailureChanged, this, &Sidebar::showStatus);
    connect(&link.workspace(), &models::Workspace::pendingChanged, this, &Sidebar::showStatus);
    connect(&link.workspace(), &models::Workspace::staleChanged, this, &Sidebar::showStatus);
    connect(&link.workspace(), &models::Workspace::heldUpChanged, this, &Sidebar::showStatus);
    connect(&link.workspace(), &models::Workspace::hindranceChanged, this, &Sidebar::showStatus);
    connect(m_environment, &EnvironmentButton::clicked, this,
            [this] { Q_EMIT environmentClicked(*m_environment); });
    m_reason->setObjectName(u"showReason"_s);
    m_environment->addAction(m_reason);
    connect(m_reason, &QAction::triggered, this, &Sidebar::showReason);
    setEnvironment(link.name(), {});
    showStatus();
}

Sidebar::~Sidebar()
{
    // They outlive this part of the object, and lose their current row while they go.
    for (SidebarSection *section : {m_places, m_lists, m_tags})
        section->selectionModel()->disconnect(this);
}

// ---------------------------------------------------------------------------------------------------------------
// Parts

void Sidebar::makeSections()
{
    m_places = new SidebarSection(m_placeModel, 0, placeEntry, this);
    m_places->setObjectName(u"places"_s);
    m_places->setAccessibleName(tr("Places"));
    m_places->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_lists = new SidebarSection(m_listProxy, models::ListTableModel::Name, listEntry, this);
    m_lists->setObjectName(u"lists"_s);
    m_lists->setAccessibleName(tr("Lists"));
    m_lists->setRowDragType(listRowType);
    m_tags = new SidebarSection(m_tagProxy, models::TagTableModel::Name, tagEntry, this);
    m_tags->setObjectName(u"tags"_s);
    m_tags->setAccessibleName(tr("Tags"));
    for (SidebarSection *section : {m_lists, m_tags})
        section->setEditTriggers(QAbstractItemView::DoubleClicked);
    for (SidebarSection *section : {m_places, m_lists, m_tags})
        connectSection(section);
    connectNeighbours(m_places, m_lists);
    connectNeighbours(m_lists, m_tags);
    connect(m_lists, &SidebarSection::rowMoved, this, &Sidebar::moveList);
}

void Sidebar::connectSection(SidebarSection *section)
{
    section->setAccepts([this, section](const QMimeData &dragged, const QModelIndex &index) {
        const TodoMimeData *todos = TodoMimeData::from(&dragged);
        return todos && takesTodos(filterAt(section, index), todos->todos());
    });
    connect(section, &SidebarSection::droppedOnto, this,
            [this, section](const QModelIndex &index, const QMimeData *dropped) {
                if (const auto *todos = TodoMimeData::from(dropped))
                    drop(filterAt(section, index), todos->todos());
            });
    connect(section->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, section](const QModelIndex &index) {
                if (!m_isChoosing && (section->selectionModel()->isSelected(index) || section->hasFocus()))
                    chooseIndex(section, index);
            });
    // After a search the place that was shown before is still the current one.
    connect(section, &QListView::clicked, this, [this, section](const QModelIndex &index) {
        if (!m_isChosen || filterAt(section, index) != m_current)
            chooseIndex(section, index);
    });
    section->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(section, &QWidget::customContextMenuRequested, this,
            [this, section](const QPoint &position) { openMenu(section, position); });
}

void Sidebar::drop(const domain::TodoFilter &place, const QList<domain::Todo> &todos)
{
    const auto go = [this, place, todos] { dropTodos(m_link.workspace(), m_commands, place, todos); };
    if (place.place == Place::Trash)
        trashOrAsk(*window(), m_asksAs, todos.size(), go);
    else
        go();
}

void Sidebar::connectNeighbours(SidebarSection *above, SidebarSection *below)
{
    const auto enter = [](SidebarSection *section, int row) {
        if (!section->isVisible() || row < 0)
            return;
        section->setFocus(Qt::TabFocusReason);
        section->setCurrentIndex(section->model()->index(row, section->modelColumn()));
    };
    connect(above, &SidebarSection::leftDownwards, below,
            [enter, below] { enter(below, below->model()->rowCount() > 0 ? 0 : -1); });
    connect(below, &SidebarSection::leftUpwards, above,
            [enter, above] { enter(above, above->model()->rowCount() - 1); });
}

void Sidebar::makeLayout()
{
    auto *content = new QWidget;
    content->setAutoFillBackground(true);
    content->setBackgroundRole(roles::sidebar);
    auto *sections = new QVBoxLayout(content);
    sections->setContentsMargins(metrics::grid * 2, metrics::grid * 3, metrics::grid * 2, metrics::grid * 2);
    sections->setSpacing(0);
    sections->addWidget(m_places);

    m_listHeader = new SectionHeader(tr("Lists"), content);
    m_listHeader->addButton(tr("New list"), u"addList"_s);
    connect(m_listHeader, &SectionHeader::addAsked, this, &Sidebar::askForList);
    connect(m_listHeader, &SectionHeader::menuAsked, this, &Sidebar::openHeaderMenu);
    addSection(sections, m_listHeader, m_lists);
    m_newList = new NameLine(tr("Name of the list"), content);
    m_newList->setObjectName(u"newListName"_s);
    connect(m_newList, &NameLine::named, this, &Sidebar::createList);
    sections->addWidget(m_newList);

    m_tagHeader = new SectionHeader(tr("Tags"), content);
    addSection(sections, m_tagHeader, m_tags);
    const auto showTags = [this] { m_tagHeader->setVisible(m_tagProxy->rowCount() > 0); };
    connect(m_tagProxy, &QAbstractItemModel::rowsInserted, m_tagHeader, showTags);
    connect(m_tagProxy, &QAbstractItemModel::rowsRemoved, m_tagHeader, showTags);
    showTags();
    sections->addStretch(1);

    auto *area = new QScrollArea(this);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The line for a new list is below the others: it cannot be scrolled to before it has its place.
    connect(area->verticalScrollBar(), &QScrollBar::rangeChanged, area, [this, area] {
        if (m_newList->hasFocus())
            area->ensureWidgetVisible(m_newList);
    });
    m_environment->setObjectName(u"environment"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, metrics::grid * 2);
    layout->setSpacing(0);
    layout->addWidget(area, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(metrics::grid * 2, 0, metrics::grid * 2, 0);
    auto *line = new QWidget(this);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(roles::hairline);
    foot->setSpacing(metrics::grid);
    foot->addWidget(line);
    foot->addWidget(m_environment);
    layout->addLayout(foot);
    setMinimumWidth(metrics::sidebarWidth * 3 / 4);
}

void Sidebar::addSection(QVBoxLayout *layout, SectionHeader *header, SidebarSection *section)
{
    layout->addWidget(header);
    layout->addWidget(section);
    connect(header, &SectionHeader::foldedChanged, section,
            [section](bool folded) { section->setVisible(!folded); });
}

QStringList Sidebar::folded() const
{
    QStringList sections;
    if (m_listHeader->isFolded())
        sections.append(u"lists"_s);
    if (m_tagHeader->isFolded())
        sections.append(u"tags"_s);
    return sections;
}

void Sidebar::setFolded(const QStringList &sections)
{
    m_listHeader->setFolded(sections.contains("lists"_L1));
    m_tagHeader->setFolded(sections.contains("tags"_L1));
}

// ---------------------------------------------------------------------------------------------------------------
// The place that is shown

void Sidebar::choose(const domain::TodoFilter &filter)
{
    reveal(filter);
    for (SidebarSection *section : {m_places, m_lists, m_tags}) {
        for (int row = 0; row < section->model()->rowCount(); ++row) {
            const QModelIndex index = section->model()->index(row, section->modelColumn());
            if (filterAt(section, index) == filter) {
                {
                    const QScopedValueRollback choosing(m_isChoosing, true); // below, and once
                    section->setCurrentIndex(index);
                }
                chooseIndex(section, index);
                return;
            }
        }
    }
    choose(domain::TodoFilter::at(Place::Inbox));
}

void Sidebar::clearChoice()
{
    m_isChosen = false;
    for (SidebarSection *section : {m_places, m_lists, m_tags})
        section->clearSelection();
    Q_EMIT choiceCleared();
}

void Sidebar::chooseIndex(SidebarSection *section, const QModelIndex &index)
{
    if (!index.isValid())
        return;
    section->setReachable(true);
    for (SidebarSection *other : {m_places, m_lists, m_tags}) {
        if (other != section) {
            other->setReachable(false);
            if (other->hasFocus())
                giveFocusTo(section);
            // Without a current row: coming back to the one that was is a change too.
            const QSignalBlocker blocker(other->selectionModel());
            other->selectionModel()->clear();
            other->viewport()->update();
        }
    }
    m_current = filterAt(section, index);
    m_isChosen = true;
    Q_EMIT placeChosen(m_current, titleOf(m_current));
}

// One that is folded cannot have it, but its heading can.
void Sidebar::giveFocusTo(SidebarSection *section)
{
    QWidget *part = section;
    if (section->isHidden())
        part = section == m_lists ? m_listHeader : m_tagHeader;
    part->setFocus(Qt::OtherFocusReason);
}

domain::TodoFilter Sidebar::filterAt(const SidebarSection *section, const QModelIndex &index) const
{
    if (section == m_places)
        return m_placeModel->filterAt(index.row());
    if (section == m_lists) {
        const auto list = m_listModel->listAt(m_listProxy->mapToSource(index).row());
        return list ? domain::TodoFilter::inList(list->id) : domain::TodoFilter();
    }
    const auto tag = m_tagModel->tagAt(m_tagProxy->mapToSource(index).row());
    return tag ? domain::TodoFilter::withTag(tag->id) : domain::TodoFilter();
}

QString Sidebar::titleOf(const domain::TodoFilter &filter) const
{
    if (filter.place == Place::List) {
        for (const domain::TodoList &list : m_link.workspace().lists()) {
            if (list.id == filter.list)
                return list.name;
        }
    }
    if (filter.place == Place::Tag) {
        for (const domain::Tag &tag : m_link.workspace().tags()) {
            if (tag.id == filter.tag)
                return tag.name;
        }
    }
    return PlaceModel::title(filter.place);
}

bool Sidebar::exists(const domain::TodoFilter &filter) const
{
    const auto isShown = [this, &filter](const domain::TodoList &list) {
        return list.id == filter.list && (!list.archivedAt || m_listModel->showsArchived());
    };
    const auto isTag = [&filter](const domain::Tag &tag) { return tag.id == filter.tag; };
    if (filter.place == Place::List)
        return std::ranges::any_of(m_link.workspace().lists(), isShown);
    return filter.place != Place::Tag || std::ranges::any_of(m_link.workspace().tags(), isTag);
}

void Sidebar::leaveDeletedPlace()
{
    if (!exists(m_current))
        choose(domain::TodoFilter::at(Place::Inbox));
}

void Sidebar::setKeys(const KeyOf &keyOf)
{
    m_menu->setKeys(keyOf);
}

void Sidebar::setOffersCopying(bool offers)
{
    m_menu->setOffersCopying(offers);
    Q_EMIT offersCopyingChanged();
}

bool Sidebar::offersCopying() const
{
    return m_menu->offersCopying();
}

void Sidebar::setEnvironment(const QString &name, const QString &color)
{
    m_environment->setEnvironment(name, color);
}

void Sidebar::showStatus()
{
    m_environment->setStatus(statusText(m_link));
    const std::optional<base::Error> reason = statusReason(m_link);
    m_environment->setToolTip(reason ? toolTipText(reason->sentence) : QString());
    m_reason->setVisible(reason.has_value());
}

// As it is by now.
void Sidebar::showReason()
{
    if (const std::optional<base::Error> reason = statusReason(m_link))
        showDetail(*window(), reason->sentence, reason->detail);
}

} // namespace tusk::gui
