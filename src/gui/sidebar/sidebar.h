// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "domain/todofilter.h"
#include "domain/todolist.h"
#include "gui/actions/menukeys.h"
#include "models/todocommands.h"

#include <QWidget>

#include <optional>

class QAction;
class QMenu;
class QScrollArea;
class QVBoxLayout;

namespace tusk::models
{
class DatabaseLink;
class ListTableModel;
class StableRowsProxy;
class TagTableModel;
} // namespace tusk::models

namespace tusk::gui
{

class EnvironmentButton;
class ListMenu;
class NameLine;
class PlaceModel;
class SectionHeader;
class SidebarSection;

// Places, lists and tags at the left, and at the foot the environment and how its database is.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    // link must outlive the sidebar.
    explicit Sidebar(models::DatabaseLink &link, QWidget *parent = nullptr);
    ~Sidebar() override;

    [[nodiscard]] domain::TodoFilter current() const { return m_current; }
    [[nodiscard]] QString titleOf(const domain::TodoFilter &filter) const;
    // Marks the place and announces it; a place that is not there any more becomes the Inbox.
    void choose(const domain::TodoFilter &filter);
    void clearChoice(); // a search is shown: no place is marked
    void askForList();  // a line for the name of a new list

    // The list or the tag that is the place that is shown, and what can be done with it.
    [[nodiscard]] std::optional<domain::TodoList> chosenList() const;
    [[nodiscard]] std::optional<domain::Tag> chosenTag() const;
    void renameChosen();
    void moveChosen(int step); // -1: up, 1: down
    void archiveChosen();      // or brings it back
    void removeChosen();       // a list after a question
    void setColor(const domain::TodoList &list, const QString &color);

    [[nodiscard]] bool showsArchived() const;
    void setShowsArchived(bool shows);
    // Where the keys of actions for lists and tags work.
    [[nodiscard]] QList<QWidget *> entries() const;

    // How the environment is called and coloured, at the foot.
    void setEnvironment(const QString &name, const QString &color);
    // Its name where it asks before many todos go to the Trash; empty: it does not.
    void setAsksBeforeDeleting(const QString &environment) { m_asksAs = environment; }

    void setKeys(const KeyOf &keyOf); // that the menus show
    // Whether there is another environment to copy a list to.
    void setOffersCopying(bool offers);
    [[nodiscard]] bool offersCopying() const;

    // Which sections are folded, for the next start.
    [[nodiscard]] QStringList folded() const;
    void setFolded(const QStringList &sections);

Q_SIGNALS:
    void placeChosen(const tusk::domain::TodoFilter &filter, const QString &title);
    void rejected(const tusk::base::Error &error);
    void environmentClicked(QWidget &button);
    void copyAsked(const tusk::domain::TodoList &list); // to another environment
    void showsArchivedChanged();
    void offersCopyingChanged();
    void choiceCleared();

private:
    void makeSections();
    void makeLayout();
    void addSection(QVBoxLayout *layout, SectionHeader *header, SidebarSection *section);
    void connectSection(SidebarSection *section);
    void connectNeighbours(SidebarSection *above, SidebarSection *below);
    void drop(const domain::TodoFilter &place, const QList<domain::Todo> &todos);
    void showStatus();
    void showReason();
    void chooseIndex(SidebarSection *section, const QModelIndex &index);
    void giveFocusTo(SidebarSection *section);
    void openMenu(SidebarSection *section, const QPoint &position);
    void openHeaderMenu(const QPoint &globalPosition);
    void addArchivedToggle(QMenu &menu);
    void reveal(const domain::TodoFilter &place);
    void createList(const QString &typed);
    void moveList(int row, int before);
    void leaveDeletedPlace();
    [[nodiscard]] domain::TodoFilter filterAt(const SidebarSection *section, const QModelIndex &index) const;
    [[nodiscard]] bool exists(const domain::TodoFilter &filter) const;

    models::DatabaseLink &m_link;
    models::TodoCommands m_commands;
    PlaceModel *m_placeModel;
    models::ListTableModel *m_listModel;
    models::StableRowsProxy *m_listProxy;
    models::TagTableModel *m_tagModel;
    models::StableRowsProxy *m_tagProxy;
    ListMenu *m_menu;
    SidebarSection *m_places = nullptr;
    SidebarSection *m_lists = nullptr;
    SidebarSection *m_tags = nullptr;
    SectionHeader *m_listHeader = nullptr;
    SectionHeader *m_tagHeader = nullptr;
    NameLine *m_newList = nullptr;
    EnvironmentButton *m_environment;
    QAction *m_reason; // of the environment: shows why it is as it is
    QString m_asksAs;  // setAsksBeforeDeleting()
    domain::TodoFilter m_current;
    bool m_isChosen = false;   // m_current is what the list shows, not a search
    bool m_isChoosing = false; // the current row changes because a place is being chosen
};

} // namespace tusk::gui
