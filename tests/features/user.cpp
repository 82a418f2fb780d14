// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/user.h"

#include "features/hands.h"
#include "features/tabwalk.h"
#include "gui/environmentpage.h"
#include "gui/environments/environmentswitcher.h"
#include "gui/list/todolistpage.h"
#include "gui/messagestrip.h"
#include "gui/plaintext.h"
#include "gui/settings/appearancesettings.h"
#include "gui/settings/lastplace.h"
#include "gui/settings/startofday.h"
#include "models/todotablemodel.h"
#include "models/workspace.h"
#include "support/testcase.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QTimeZone>
#include <QTimer>
#include <QToolButton>

#include <chrono>

namespace tusk::tests
{

namespace
{

using namespace Qt::StringLiterals;
using models::DatabaseLink;

// The window that takes keys and clicks: a pop-up before the rest.
QWidget *frontWindow()
{
    if (QWidget *popUp = QApplication::activePopupWidget())
        return popUp;
    // Without a desktop nobody activates the window below a question that is gone.
    if (!QApplication::activeWindow()) {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (qobject_cast<gui::MainWindow *>(window) && window->isVisible())
                window->activateWindow();
        }
    }
    return QApplication::activeWindow();
}

QString said(const QObject *widget, QAccessible::Text kind)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QObject *>(widget));
    return accessible ? accessible->text(kind) : QString();
}

// With the wheel; what has just appeared is laid out first.
void scrollTo(QWidget &widget, const QRect &part)
{
    QCoreApplication::processEvents();
    for (QWidget *outer = widget.parentWidget(); outer; outer = outer->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(outer)) {
            const QPoint center = widget.mapTo(area->widget(), part.center());
            area->ensureVisible(center.x(), center.y());
        }
    }
}

template <class Use>
void forEachRow(QAbstractItemView *list, Use use)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(list);
    for (int row = 0; row < list->model()->rowCount(); ++row)
        use(*accessible->child(row));
}

// What a screen reader says of the entry where there is something special to be said.
QString spoken(const QModelIndex &index)
{
    const QString text = index.data(Qt::AccessibleTextRole).toString();
    return text.isEmpty() ? index.data().toString() : text;
}

QMenu *openMenu()
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
        qWarning("no menu is open");
    return menu;
}

// As high as the row; to the side it may have to give way to the edge of the screen.
bool isBeside(const QMenu &menu, const QAbstractItemView &view, const QModelIndex &row)
{
    const QRect rect = view.visualRect(row);
    const int top = view.viewport()->mapToGlobal(rect.topLeft()).y();
    const bool beside = !rect.isEmpty() && menu.y() >= top && menu.y() < top + rect.height();
    if (!beside)
        qWarning("the menu is at %d, the row from %d on", menu.y(), top);
    return beside;
}

QString plainText(const QAction &action)
{
    return gui::withoutMnemonics(action.text());
}

// With the arrow keys, as far as there is something to choose.
bool walkTo(const QMenu &menu, const QString &text)
{
    for (qsizetype steps = 0; steps <= menu.actions().size(); ++steps) {
        hands::press(u"Down"_s);
        if (menu.activeAction() && plainText(*menu.activeAction()) == text)
            return true;
    }
    qWarning("no “%s” in the menu", qPrintable(text));
    return false;
}

} // namespace

User::User(const base::ConnectionSettings &database, const QString &desktopBus)
    : m_clock(QDateTime({2026, 11, 18}, {10, 0}), QTimeZone::systemTimeZone())
    , m_days(m_clock)
    , m_database(database)
    , m_installation(QUuid::createUuid())
    , m_desktop(desktopBus)
{
    QObject::connect(&m_desktop, &gui::DesktopSettings::changed, &m_theme,
                     [this] { m_theme.setDesktop(m_desktop.appearance()); });
    QObject::connect(&m_days, &base::DayWatch::dayChanged, &m_theme, [this] {
        if (m_link)
            m_link->workspace().dayChanged();
    });
    gui::MessageStrip::setBriefTime(std::chrono::minutes(1)); // what is offered waits for slow servers, too
}

User::~User()
{
    m_window.reset();
    m_link.reset();
}

// ---------------------------------------------------------------------------------------------------------------
// The program

void User::startsTusk()
{
    open(true);
}

void User::startsTuskOffline()
{
    open(false);
}

void User::startsTuskForTheFirstTime()
{
    open(true, true);
}

void User::open(bool waits, bool isFirstTime)
{
    m_settings = std::make_unique<gui::Settings>(m_home.path(), m_home.path());
    gui::followAppearance(*m_settings, m_theme);
    gui::followStartOfDay(*m_settings, m_clock, m_days);
    DatabaseLink::Options options;
    options.settings = m_database;
    options.unsentFolder = m_home.filePath(u"unsent"_s);
    options.installation = m_installation;
    options.name = u"Local"_s;
    options.address = u"local"_s;
    options.firstPlace = gui::lastPlace(*m_settings, {});
    m_link = std::make_unique<DatabaseLink>(options, m_clock);
    m_window = std::make_unique<gui::MainWindow>(*m_settings);
    m_window->setFileChooser(m_chooser);
    if (isFirstTime)
        m_window->askHowToBegin();
    m_window->showEnvironment(*m_link);
    m_window->restorePlacement();
    m_window->show();
    m_link->open();
    m_window->activateWindow();
    const bool shown = QTest::qWaitForWindowActive(m_window.get());
    const bool ready =
        !waits ||
        QTest::qWaitFor([this] { return m_link->state() == DatabaseLink::State::Ready; }, waitTimeout);
    if (!shown || !ready)
        qFatal("the window does not open");
}

void User::quitsTusk()
{
    const QSignalSpy closing(m_window.get(), &gui::MainWindow::closeRequested);
    hands::press(u"Ctrl+Q"_s);
    if (closing.isEmpty())
        return; // it asks
    if (reachesDatabase() && !QTest::qWaitFor([this] { return isSaved(); }, waitTimeout))
        qWarning("what was typed is not saved");
    m_window.reset();
    m_link.reset();
    m_settings.reset();
}

bool User::isSaved() const
{
    return m_link->workspace().pending().isEmpty();
}

bool User::reachesDatabase() const
{
    return m_link && m_link->state() == DatabaseLink::State::Ready;
}

// ---------------------------------------------------------------------------------------------------------------
// The keyboard

void User::presses(const QString &keys)
{
    for (const QString &key : keys.split(u' '))
        hands::press(key);
}

void User::types(const QString &text)
{
    hands::type(text);
}

void User::copiesElsewhere(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void User::pastes(const QString &text)
{
    copiesElsewhere(text);
    hands::press(u"Ctrl+V"_s);
}

// ---------------------------------------------------------------------------------------------------------------
// Files

void User::Chooser::choose(QWidget &, const Wish &, const Chosen &chosen)
{
    chosen({file});
}

void User::Chooser::chooseNew(QWidget &, const NewFile &, const Chosen &chosen)
{
    chosen({file});
}

void User::willChooseFile(const QString &path)
{
    m_chooser.file = path;
}

bool User::dropsFile(const QString &path)
{
    auto *wizard = m_window->findChild<QWidget *>(u"importDialog"_s);
    return wizard && wizard->isVisible() && hands::dropFile(path, *wizard);
}

void User::opensImport()
{
    hands::press(u"Ctrl+K"_s);
    hands::type(u"import todos"_s);
    hands::press(u"Return"_s);
}

void User::worksInProduction()
{
    m_window->switcher().setEntries({{QUuid(), u"Live"_s, {}, {}, true, true, true}}, QUuid());
}

void User::worksInStaging()
{
    m_window->switcher().setEntries({{QUuid(), u"Trial"_s, {}, {}, true, false, true}}, QUuid());
}

// ---------------------------------------------------------------------------------------------------------------
// The mouse

QWidget *User::control(const QString &name) const
{
    QWidget *found = nullptr;
    const auto look = [&name, &found] {
        QWidget *window = frontWindow();
        if (!window)
            return false;
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            const QString called = said(widget, QAccessible::Name);
            // A field may say its value after its name.
            if (widget->isVisible() && !qobject_cast<QLabel *>(widget) &&
                (called == name || called.startsWith(name + u": "_s) || widget->accessibleName() == name)) {
                found = widget;
                return true;
            }
        }
        return false;
    };
    if (!QTest::qWaitFor(look, waitTimeout))
        qWarning("nothing is called “%s”", qPrintable(name));
    else
        scrollTo(*found, found->rect());
    return found;
}

QAbstractItemView *User::view(const QString &name) const
{
    return m_window->findChild<QAbstractItemView *>(name);
}

QAbstractItemView *User::list() const
{
    return view(u"todos"_s);
}

void User::clicks(const QString &name)
{
    QWidget *widget = control(name);
    if (!widget)
        return;
    if (!QTest::qWaitFor([widget] { return widget->isEnabled(); }, waitTimeout))
        qWarning("“%s” cannot be clicked", qPrintable(name));
    // These two may be wider than their text, and take no clicks beside it.
    const bool isMark = qobject_cast<QRadioButton *>(widget) || qobject_cast<QCheckBox *>(widget);
    const QPoint center = widget->rect().center();
    hands::click(*widget, isMark ? QPoint(10, center.y()) : center);
}

QModelIndex User::todo(const QString &title) const
{
    QModelIndex found;
    const auto look = [this, &title, &found] {
        const QAbstractItemModel &rows = *list()->model();
        for (int row = 0; row < rows.rowCount() && !found.isValid(); ++row) {
            const QModelIndex index = rows.index(row, models::TodoTableModel::Title);
            if (index.data().toString() == title)
                found = index;
        }
        return found.isValid();
    };
    if (QTest::qWaitFor(look, waitTimeout))
        list()->scrollTo(found);
    else
        qWarning("no row “%s”", qPrintable(title));
    return found;
}

void User::clicksTodo(const QString &title, Qt::KeyboardModifiers modifiers)
{
    if (const QModelIndex index = todo(title); index.isValid())
        hands::click(*list()->viewport(), list()->visualRect(index).center(), Qt::LeftButton, modifiers);
}

void User::doubleClicksTodo(const QString &title)
{
    if (const QModelIndex index = todo(title); index.isValid())
        hands::doubleClick(*list()->viewport(), list()->visualRect(index).center());
}

void User::rightClicksTodo(const QString &title)
{
    if (const QModelIndex index = todo(title); index.isValid())
        hands::click(*list()->viewport(), list()->visualRect(index).center(), Qt::RightButton);
}

void User::clicksCircleOf(const QString &title)
{
    constexpr int fromTheEdge = 36;
    if (const QModelIndex index = todo(title); index.isValid()) {
        const QRect row = list()->visualRect(index);
        hands::click(*list()->viewport(), {row.left() + fromTheEdge, row.top() + row.height() / 2});
    }
}

void User::folds(const QString &heading)
{
    clicksTodo(heading);
}

std::pair<QAbstractItemView *, QModelIndex> User::sidebarEntry(const QString &name) const
{
    std::pair<QAbstractItemView *, QModelIndex> found{nullptr, {}};
    const auto look = [this, &name, &found] {
        for (const QString &section : {u"places"_s, u"lists"_s, u"tags"_s}) {
            QAbstractItemView *part = view(section);
            const int column = qobject_cast<QListView *>(part)->modelColumn();
            for (int row = 0; row < part->model()->rowCount() && part->isVisible(); ++row) {
                const QModelIndex index = part->model()->index(row, column);
                if (index.data().toString() == name) {
                    found = {part, index};
                    return true;
                }
            }
        }
        return false;
    };
    if (!QTest::qWaitFor(look, waitTimeout))
        qWarning("nothing in the sidebar is called “%s”", qPrintable(name));
    else
        scrollTo(*found.first, found.first->visualRect(found.second));
    return found;
}

void User::rightClicksInSidebar(const QString &entry)
{
    const auto [part, index] = sidebarEntry(entry);
    if (part)
        hands::click(*part->viewport(), part->visualRect(index).center(), Qt::RightButton);
}

void User::chooses(const QStringList &path)
{
    for (const QString &text : path) {
        const QMenu *menu = openMenu();
        if (!menu || !walkTo(*menu, text))
            return;
        hands::press(menu->activeAction()->menu() ? u"Right"_s : u"Return"_s);
    }
}

void User::choosesFrom(const QString &name, const QStringList &path)
{
    const auto *button = qobject_cast<QToolButton *>(control(name));
    if (!button || !button->menu()) {
        qWarning("“%s” has no menu", qPrintable(name));
        return;
    }
    const auto choose = [this, path] { QTimer::singleShot(0, [this, path] { chooses(path); }); };
    QObject::connect(button->menu(), &QMenu::aboutToShow, button, choose, Qt::SingleShotConnection);
    clicks(name); // until the menu is closed again
}

void User::dragsTodo(const QString &title, const QString &entry)
{
    const QModelIndex what = todo(title);
    const auto [part, where] = sidebarEntry(entry);
    if (what.isValid() && part)
        hands::drag(*list(), list()->visualRect(what).center(), *part, part->visualRect(where).center());
}

void User::dragsTodoAbove(const QString &title, const QString &other)
{
    const QModelIndex what = todo(title);
    const QModelIndex where = todo(other);
    if (what.isValid() && where.isValid())
        hands::drag(*list(), list()->visualRect(what).center(), *list(),
                    list()->visualRect(where).topLeft() + QPoint(60, 2));
}

void User::dragsTodoOnto(const QString &title, const QString &heading)
{
    const QModelIndex what = todo(title);
    const QModelIndex where = todo(heading);
    if (what.isValid() && where.isValid())
        hands::drag(*list(), list()->visualRect(what).center(), *list(), list()->visualRect(where).center());
}

void User::dragsList(const QString &name, const QString &aboveOther)
{
    const auto [from, what] = sidebarEntry(name);
    const auto [to, where] = sidebarEntry(aboveOther);
    if (from && to)
        hands::drag(*from, from->visualRect(what).center(), *to,
                    to->visualRect(where).topLeft() + QPoint(60, 2));
}

void User::dragsEdgeOfSidebar(int pixels)
{
    const auto *splitter = m_window->findChild<QSplitter *>();
    hands::pull(*splitter->handle(1), {pixels, 0});
}

void User::dragsEdgeOfDetails(int pixels)
{
    const auto *splitter = m_window->findChild<QSplitter *>();
    hands::pull(*splitter->handle(2), {pixels, 0});
}

void User::choosesIn(const QString &name, const QString &choice)
{
    auto *box = qobject_cast<QComboBox *>(control(name));
    if (!box)
        return;
    clicks(name);
    // Qt's own list, which takes what is typed.
    hands::type(choice);
    hands::press(u"Return"_s);
    if (box->currentText() != choice)
        qWarning("“%s” is not to be had", qPrintable(choice));
}

// ---------------------------------------------------------------------------------------------------------------
// What one does every day

void User::adds(const QStringList &added)
{
    presses(u"Ctrl+N"_s);
    for (const QString &title : added) {
        types(title);
        presses(u"Return"_s);
    }
}

void User::goesTo(const QString &name)
{
    const auto [part, index] = sidebarEntry(name);
    if (!part)
        return;
    hands::click(*part->viewport(), part->visualRect(index).center());
    const models::TodoTableModel &todos = m_window->environment()->todos().model();
    if (!QTest::qWaitFor([&] { return place() == name && todos.shownPlace() == todos.place(); }, waitTimeout))
        qWarning("“%s” does not open", qPrintable(name));
}

void User::makesList(const QString &name)
{
    clicks(u"New list"_s);
    types(name);
    presses(u"Return"_s);
}

void User::selects(const QStringList &wanted)
{
    for (const QString &title : wanted)
        clicksTodo(title, title == wanted.first() ? Qt::NoModifier : Qt::ControlModifier);
}

void User::searches(const QString &text)
{
    presses(u"Ctrl+F"_s);
    types(text);
}

void User::opensSettings(const QString &page)
{
    presses(u"Ctrl+,"_s);
    auto *pages = window().findChild<QAbstractItemView *>(u"pageList"_s);
    if (!pages || !QTest::qWaitFor([pages] { return pages->isVisible(); })) {
        qWarning("no settings");
        return;
    }
    for (int row = 0; row < pages->model()->rowCount(); ++row) {
        const QModelIndex index = pages->model()->index(row, 0);
        if (index.data().toString() == page)
            hands::click(*pages->viewport(), pages->visualRect(index).center());
    }
}

void User::waitsUntil(const QDateTime &time)
{
    m_clock.setNow(time);
    m_days.check(); // the kernel would
}

// ---------------------------------------------------------------------------------------------------------------
// The eyes

QStringList User::titles() const
{
    QStringList result;
    forEachRow(list(), [&result](QAccessibleInterface &row) {
        if (row.role() == QAccessible::ListItem)
            result.append(row.text(QAccessible::Value));
    });
    return result;
}

QStringList User::rows() const
{
    QStringList result;
    forEachRow(list(), [&result](QAccessibleInterface &row) { result.append(row.text(QAccessible::Name)); });
    return result;
}

QString User::row(const QString &title) const
{
    QString result;
    forEachRow(list(), [&](QAccessibleInterface &row) {
        if (row.text(QAccessible::Value) == title)
            result = row.text(QAccessible::Name);
    });
    return result;
}

QStringList User::selected() const
{
    QStringList result;
    forEachRow(list(), [&result](QAccessibleInterface &row) {
        if (row.state().selected)
            result.append(row.text(QAccessible::Value));
    });
    return result;
}

QStringList User::sidebar() const
{
    QStringList result;
    for (const QString &section : {u"places"_s, u"lists"_s, u"tags"_s}) {
        const QAbstractItemView *part = view(section);
        const int column = qobject_cast<const QListView *>(part)->modelColumn();
        for (int row = 0; row < part->model()->rowCount() && part->isVisible(); ++row)
            result.append(spoken(part->model()->index(row, column)));
    }
    return result;
}

QString User::place() const
{
    return m_window->findChild<QLabel *>(u"placeTitle"_s)->text();
}

QString User::summary() const
{
    return m_window->findChild<QLabel *>(u"placeAmount"_s)->text();
}

QString User::message() const
{
    const auto *sentence = m_window->findChild<QLabel *>(u"messageSentence"_s);
    return sentence->isVisible() ? sentence->text() : QString();
}

QString User::emptyState() const
{
    const auto *sentence = m_window->findChild<QLabel *>(u"emptySentence"_s);
    return sentence->isVisible() ? sentence->text() : QString();
}

QString User::emptyHint() const
{
    const auto *hint = m_window->findChild<QLabel *>(u"emptyHint"_s);
    return hint->isVisible() ? hint->text() : QString();
}

QStringList User::menu() const
{
    QStringList result;
    if (const QMenu *menu = openMenu()) {
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                result.append(plainText(*action));
        }
    }
    return result;
}

bool User::isMenuAtTodo(const QString &title) const
{
    const QMenu *menu = openMenu();
    return menu && isBeside(*menu, *list(), todo(title));
}

bool User::isMenuInSidebarAt(const QString &entry) const
{
    const QMenu *menu = openMenu();
    const auto [part, index] = sidebarEntry(entry);
    return menu && part && isBeside(*menu, *part, index);
}

QString User::keyInMenu(const QString &entry) const
{
    if (const QMenu *menu = openMenu()) {
        for (const QAction *action : menu->actions()) {
            if (plainText(*action) == entry && action->isShortcutVisibleInContextMenu())
                return action->shortcut().toString();
        }
    }
    return {};
}

QStringList User::palette() const
{
    const QAbstractItemView *rows = view(u"paletteList"_s);
    QStringList result;
    for (int row = 0; row < rows->model()->rowCount() && rows->isVisible(); ++row)
        result.append(rows->model()->index(row, 0).data().toString());
    return result;
}

QStringList User::walksRoundByTab()
{
    return walkRoundByTab();
}

void User::tabsTo(const QString &name)
{
    constexpr int most = 60;
    for (int stops = 0; stops < most && focused() != name; ++stops)
        hands::press(u"Tab"_s);
    if (focused() != name)
        qWarning("Tab does not lead to “%s”", qPrintable(name));
}

QString User::focused() const
{
    const QWidget *widget = QApplication::focusWidget();
    return widget ? said(widget, QAccessible::Name) : QString();
}

QString User::textOf(const QString &name) const
{
    const QWidget *widget = control(name);
    const QString value = said(widget, QAccessible::Value);
    return value.isEmpty() ? said(widget, QAccessible::Name) : value;
}

bool User::seesNow(const QString &text) const
{
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            if (widget->isVisible() && (said(widget, QAccessible::Name).contains(text) ||
                                        said(widget, QAccessible::Value).contains(text)))
                return true;
        }
    }
    return rows().join(u'\n').contains(text) || sidebar().contains(text);
}

bool User::sees(const QString &text) const
{
    return QTest::qWaitFor([this, &text] { return seesNow(text); }, waitTimeout);
}

int User::sidebarWidth() const
{
    return m_window->findChild<QSplitter *>()->sizes().first();
}

int User::detailsWidth() const
{
    return m_window->findChild<QSplitter *>()->sizes().last();
}

QImage User::pictureOfTodo(const QString &title) const
{
    const QModelIndex index = todo(title);
    return list()->viewport()->grab(list()->visualRect(index)).toImage();
}

int User::lightness() const
{
    return qGray(
        m_window->grab().toImage().scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixel(0, 0));
}

} // namespace tusk::tests
