// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/daywatch.h"
#include "gui/filechooser.h"
#include "gui/mainwindow.h"
#include "gui/settings/settings.h"
#include "gui/theme/desktopsettings.h"
#include "gui/theme/themekeeper.h"
#include "models/databaselink.h"
#include "support/testclock.h"

#include <QTemporaryDir>

#include <memory>

class QAbstractItemView;

namespace tusk::tests
{

// Somebody at a computer with Tusk: with a keyboard, a mouse and eyes, and nothing else. What is done goes
// the way of the desktop's events to the window that has the focus, or to what lies under the mouse; what is
// seen is what a screen reader would say of it. Whoever looks for something that does not appear gets a
// warning, which fails the test.
//
// The computer's clock stands at ten in the morning of Wednesday, 18 November 2026.
class User final
{
public:
    // desktopBus: where the settings of the desktop are to be had; empty: nowhere.
    explicit User(const base::ConnectionSettings &database, const QString &desktopBus = {});
    ~User();
    Q_DISABLE_COPY_MOVE(User)

    // --- the program
    void startsTusk();        // and waits until it shows the todos
    void startsTuskOffline(); // where there is no way to the database
    // On a computer on which it never ran; what a window program asks then is asked.
    void startsTuskForTheFirstTime();
    void quitsTusk(); // with Ctrl+Q
    [[nodiscard]] bool hasTuskOpen() const { return m_window && m_window->isVisible(); }
    [[nodiscard]] bool isSaved() const; // everything has reached the database
    [[nodiscard]] bool reachesDatabase() const;

    // --- the keyboard; keys are named as in menus, one after the other: "Ctrl+N", "Alt+Up Alt+Up"
    void presses(const QString &keys);
    void tabsTo(const QString &control); // however far that is
    void types(const QString &text);
    void copiesElsewhere(const QString &text);
    void pastes(const QString &text); // Ctrl+V after having copied it elsewhere

    // --- the mouse; controls have the names that a screen reader says
    void clicks(const QString &control);
    void clicksTodo(const QString &title, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void doubleClicksTodo(const QString &title);
    void rightClicksTodo(const QString &title);
    void clicksCircleOf(const QString &title);
    void folds(const QString &heading); // or unfolds
    void rightClicksInSidebar(const QString &entry);
    void chooses(const QStringList &path);                            // in the menu that is open
    void choosesFrom(const QString &button, const QStringList &path); // in the menu that it opens
    void dragsTodo(const QString &title, const QString &sidebarEntry);
    void dragsTodoAbove(const QString &title, const QString &other);
    void dragsTodoOnto(const QString &title, const QString &heading);
    void dragsList(const QString &name, const QString &aboveOther);
    void dragsEdgeOfSidebar(int pixels);
    void dragsEdgeOfDetails(int pixels);
    void choosesIn(const QString &box, const QString &choice);

    // --- files
    // In the dialog that asks for a file next.
    void willChooseFile(const QString &path);
    bool dropsFile(const QString &path); // onto what lies above the window; whether it is taken

    // --- what one does every day
    void adds(const QStringList &titles);
    void goesTo(const QString &place); // in the sidebar
    void makesList(const QString &name);
    void selects(const QStringList &titles);
    void searches(const QString &text);
    void opensSettings(const QString &page);

    void worksInProduction(); // from now on this environment is one
    void worksInStaging();    // and it is set to ask before what changes much
    void opensImport();       // by the palette

    // --- time
    void waitsUntil(const QDateTime &moment); // awake or asleep: local time
    [[nodiscard]] QDate today() const { return m_clock.today(); }

    // --- the eyes
    [[nodiscard]] QStringList titles() const; // of the todos in the list
    [[nodiscard]] QStringList rows() const;   // all that is said of them, headings included
    [[nodiscard]] QString row(const QString &title) const;
    [[nodiscard]] QStringList selected() const; // titles
    [[nodiscard]] QStringList sidebar() const;  // places, lists and tags
    [[nodiscard]] QString place() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString message() const; // of the strip; empty where there is none
    [[nodiscard]] QString emptyState() const;
    [[nodiscard]] QString emptyHint() const; // below it
    [[nodiscard]] QStringList menu() const;  // that is open
    // Whether that one begins beside the row.
    [[nodiscard]] bool isMenuAtTodo(const QString &title) const;
    [[nodiscard]] bool isMenuInSidebarAt(const QString &entry) const;
    [[nodiscard]] QString keyInMenu(const QString &entry) const; // that stands beside it
    [[nodiscard]] QStringList palette() const;
    // All that Tab comes to, from here until here again, and Shift+Tab the other way; see walkRoundByTab().
    [[nodiscard]] QStringList walksRoundByTab();
    [[nodiscard]] QString focused() const; // the name of what has the focus
    [[nodiscard]] QString textOf(const QString &control) const;
    [[nodiscard]] bool sees(const QString &text) const; // anywhere, at once or within a moment
    [[nodiscard]] bool seesNow(const QString &text) const;
    [[nodiscard]] int sidebarWidth() const;
    [[nodiscard]] int detailsWidth() const;
    [[nodiscard]] QImage pictureOfTodo(const QString &title) const;
    [[nodiscard]] int lightness() const; // of the window as a whole: 0 is black, 255 white

    [[nodiscard]] gui::MainWindow &window() const { return *m_window; }

private:
    // Answers at once with the file that the user has in mind.
    class Chooser final : public gui::FileChooser
    {
    public:
        void choose(QWidget &window, const Wish &wish, const Chosen &chosen) override;
        void chooseNew(QWidget &window, const NewFile &file, const Chosen &chosen) override;
        QString file;
    };

    void open(bool waits, bool isFirstTime = false);
    [[nodiscard]] QWidget *control(const QString &name) const;
    [[nodiscard]] QAbstractItemView *list() const;
    [[nodiscard]] QAbstractItemView *view(const QString &name) const;
    [[nodiscard]] QModelIndex todo(const QString &title) const;
    [[nodiscard]] std::pair<QAbstractItemView *, QModelIndex> sidebarEntry(const QString &name) const;

    QTemporaryDir m_home;
    TestClock m_clock;
    base::DayWatch m_days;
    base::ConnectionSettings m_database;
    domain::InstallationId m_installation;
    gui::ThemeKeeper m_theme;
    gui::DesktopSettings m_desktop;
    Chooser m_chooser;
    std::unique_ptr<gui::Settings> m_settings;
    std::unique_ptr<models::DatabaseLink> m_link;
    std::unique_ptr<gui::MainWindow> m_window;
};

} // namespace tusk::tests
