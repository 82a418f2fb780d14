// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/actionregistry.h"
#include "gui/settings/appearancesettings.h"
#include "gui/settings/environments/environmentcardview.h"
#include "gui/settings/keyrecorder.h"
#include "gui/settings/keytablemodel.h"
#include "gui/settings/settingkeys.h"
#include "gui/settings/settings.h"
#include "gui/settings/settingsdialog.h"
#include "gui/theme/themekeeper.h"
#include "support/testcase.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::gui;
using tests::TestCase;

class TestSettingsDialog final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ActionRegistry> m_actions;
    std::unique_ptr<QWidget> m_window;
    SettingsDialog *m_dialog = nullptr;

    template <class Widget>
    [[nodiscard]] Widget &find(const char *name) const
    {
        auto *widget = m_dialog->findChild<Widget *>(QLatin1StringView(name));
        if (!widget)
            qFatal("no %s", name);
        return *widget;
    }
    void choose(ActionId id)
    {
        m_dialog->showPage(u"keysPage"_s);
        find<QLineEdit>("filter").setText(actionText(id));
        auto &table = find<QTreeView>("table");
        table.setCurrentIndex(table.model()->index(0, 0));
        QCOMPARE(table.currentIndex().data().toString(), actionText(id));
    }
    void record(const char *button, int key, Qt::KeyboardModifiers modifiers)
    {
        find<QPushButton>(button).click();
        QVERIFY(find<KeyRecorder>("recorder").hasFocus());
        QTest::keyClick(&find<KeyRecorder>("recorder"), static_cast<Qt::Key>(key), modifiers);
    }
    [[nodiscard]] QStringList keysOf(ActionId id) const
    {
        QStringList keys;
        for (const QKeySequence &key : m_actions->action(id).shortcuts())
            keys.append(key.toString(QKeySequence::PortableText));
        return keys;
    }
    [[nodiscard]] QString message() const { return find<QLabel>("message").text(); }

protected:
    void prepare() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->path(), m_folder->path());
        m_actions = std::make_unique<ActionRegistry>(*m_settings);
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 800);
        m_dialog = new SettingsDialog(*m_settings, *m_actions, *m_window);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_dialog->open();
    }

private Q_SLOTS:
    void shouldShareTheWidthAmongTheCardsOfEnvironments_data()
    {
        QTest::addColumn<int>("amount");
        QTest::addColumn<bool>("scrolls");
        QTest::addRow("two") << 2 << false;
        QTest::addRow("four") << 4 << false;
        QTest::addRow("nine") << 9 << true;
    }
    void shouldShareTheWidthAmongTheCardsOfEnvironments()
    {
        QFETCH(const int, amount);
        QFETCH(const bool, scrolls);
        EnvironmentCardView view;
        view.setFrameShape(QFrame::NoFrame);
        view.setFlow(QListView::LeftToRight);
        view.resize(650, 100);
        QList<EnvironmentCardView::Card> cards;
        for (int i = 0; i < amount; ++i)
            cards.append({QUuid::createUuid(), u"Production %1"_s.arg(i), u"offline · 12 changes waiting"_s,
                          u"#3f62e0"_s});
        view.setCards(cards, cards.first().id);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.horizontalScrollBar()->isVisible(), scrolls);
        QCOMPARE_GE(view.viewport()->height(), view.cardHeight());
        QTRY_COMPARE(view.horizontalScrollBar()->maximum() > 0, scrolls);
        const QRect last = view.visualRect(view.model()->index(amount - 1, 0));
        QCOMPARE(last.right() <= view.viewport()->rect().right(), !scrolls);
        QCOMPARE_GE(last.height(), view.cardHeight());
        QCOMPARE_LE(last.bottom(), view.viewport()->rect().bottom());
    }

    void cleanup()
    {
        m_window.reset();
        m_actions.reset();
        m_settings.reset();
    }

    void shouldShowEachPageFromTheListByKeyboard()
    {
        auto &list = find<QListWidget>("pageList");
        list.setFocus();
        for (const char *page : {"generalPage", "appearancePage", "keysPage"}) {
            QVERIFY2(find<QWidget>(page).isVisible(), page);
            QTest::keyClick(&list, Qt::Key_Down);
        }
    }

    void shouldKeepWhatIsChosenAtOnce()
    {
        auto &week = find<QComboBox>("firstDayOfWeek");
        week.setFocus();
        QTest::keyClick(&week, Qt::Key_Down);
        QCOMPARE(m_settings->value(settingkeys::firstDayOfWeek), FirstDayOfWeek::Monday);
        QVERIFY(!find<QComboBox>("defaultList").isEnabled()); // without a database
    }

    void shouldChangeColoursAtOnce()
    {
        ThemeKeeper keeper;
        followAppearance(*m_settings, keeper);
        m_dialog->showPage(u"appearancePage"_s);
        find<QRadioButton>("darkColors").click();
        QVERIFY(keeper.theme().isDark());
        find<QRadioButton>("highContrastColors").click();
        QVERIFY(keeper.theme().isHighContrast());
        find<QRadioButton>("lightColors").click();
        keeper.setDesktop({Scheme::Light, false, QColor(Qt::magenta), true});
        const QColor desktopAccent = keeper.theme().colors().accent;
        find<QRadioButton>("tuskAccent").click();
        QVERIFY(keeper.theme().colors().accent != desktopAccent);
    }

    void shouldBindAKeyByPressingIt()
    {
        choose(ActionId::Quit);
        record("changeKey", Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(keysOf(ActionId::Quit), QStringList{u"Shift+F8"_s});
        record("addKey", Qt::Key_Q, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(keysOf(ActionId::Quit), (QStringList{u"Shift+F8"_s, u"Ctrl+Alt+Q"_s}));
        find<QPushButton>("removeKeys").click();
        QVERIFY(keysOf(ActionId::Quit).isEmpty());
        find<QPushButton>("resetKeys").click();
        QCOMPARE(keysOf(ActionId::Quit), QStringList{u"Ctrl+Q"_s});
        QVERIFY(!find<QPushButton>("resetAll").isEnabled());
    }

    void shouldSayWhoseKeyItIsAndTakeItOnlyWhenAsked()
    {
        choose(ActionId::Quit);
        record("changeKey", Qt::Key_N, Qt::ControlModifier);
        QVERIFY(message().contains(u"Ctrl+N"_s) && message().contains(actionText(ActionId::NewTodo)));
        QCOMPARE(keysOf(ActionId::Quit), QStringList{u"Ctrl+Q"_s});
        QVERIFY(find<QPushButton>("takeKey").hasFocus());
        find<QPushButton>("takeKey").click();
        QCOMPARE(keysOf(ActionId::Quit), QStringList{u"Ctrl+N"_s});
        QVERIFY(!keysOf(ActionId::NewTodo).contains(u"Ctrl+N"_s));
        QVERIFY(m_actions->bindings().conflicts().isEmpty());
        find<QPushButton>("resetAll").click();
        QCOMPARE(m_actions->bindings(), KeyBindings());
    }

    void shouldMarkAConflictThatCameWithTheSettings()
    {
        KeyBindings bindings;
        bindings.setKeys(ActionId::Quit, {QKeySequence(u"Ctrl+N"_s)});
        m_actions->setBindings(bindings);
        choose(ActionId::Quit);
        const QModelIndex keys = find<QTreeView>("table").currentIndex().siblingAtColumn(KeyTableModel::Keys);
        QVERIFY(keys.data(Qt::ToolTipRole).toString().contains(actionText(ActionId::NewTodo)));
        QVERIFY(!keys.data(Qt::DecorationRole).value<QIcon>().isNull());
    }

    void shouldSayAConflictWhereTheKeyboardComesToIt()
    {
        KeyBindings bindings;
        bindings.setKeys(ActionId::Quit, {QKeySequence(u"Ctrl+N"_s)});
        m_actions->setBindings(bindings);
        m_dialog->showPage(u"keysPage"_s);
        auto &table = find<QTreeView>("table");
        table.setFocus();
        const auto action = [&table] {
            return table.currentIndex().siblingAtColumn(KeyTableModel::Action).data().toString();
        };
        for (int i = 0; i < table.model()->rowCount() && action() != actionText(ActionId::Quit); ++i)
            QTest::keyClick(&table, Qt::Key_Down);
        QCOMPARE(action(), actionText(ActionId::Quit));
        QVERIFY2(message().contains(actionText(ActionId::NewTodo)) && message().contains(u"Ctrl+N"_s),
                 qPrintable(message()));
        QTest::keyClick(&table, Qt::Key_Up);
        QVERIFY2(!message().contains(u"Ctrl+N"_s), qPrintable(message()));
    }

    void shouldLeaveEscAndTabAlone()
    {
        choose(ActionId::Quit);
        record("changeKey", Qt::Key_Escape, Qt::NoModifier);
        QVERIFY(!find<KeyRecorder>("recorder").isVisible());
        QVERIFY(m_dialog->isVisible());
        record("changeKey", Qt::Key_Tab, Qt::NoModifier);
        QVERIFY(!find<KeyRecorder>("recorder").isVisible());
        QCOMPARE(keysOf(ActionId::Quit), QStringList{u"Ctrl+Q"_s});
    }

    void shouldTakeASignWithoutTheShiftThatMadeIt()
    {
        const auto key = [](int code, Qt::KeyboardModifiers modifiers, const QString &text) {
            return KeyRecorder::keyOf(QKeyEvent(QEvent::KeyPress, code, modifiers, text))
                .toString(QKeySequence::PortableText);
        };
        QCOMPARE(key(Qt::Key_Plus, Qt::ShiftModifier, u"+"_s), u"+"_s);
        QCOMPARE(key(Qt::Key_D, Qt::ShiftModifier, u"D"_s), u"Shift+D"_s);
        QCOMPARE(key(Qt::Key_5, Qt::KeypadModifier, u"5"_s), u"5"_s);
        QCOMPARE(key(Qt::Key_Control, Qt::ControlModifier, {}), QString());
    }

    void shouldFitOnASmallScreen()
    {
        const auto &content = find<QWidget>("SettingsDialog");
        QCOMPARE(content.size(), QSize(920, 600));
        m_window->resize(1024, 600);
        const QRect visible(m_window->rect());
        QVERIFY(visible.contains(QRect(content.mapTo(m_window.get(), QPoint()), content.size())));
        QVERIFY2(content.minimumSizeHint().width() <= content.width(),
                 qPrintable(QString::number(content.minimumSizeHint().width())));
        QVERIFY2(content.minimumSizeHint().height() <= content.height(),
                 qPrintable(QString::number(content.minimumSizeHint().height())));
    }

    void shouldKeepTheKeysOfTheWindowToItself()
    {
        QAction below(m_window.get());
        below.setShortcut(QKeySequence(u"Ctrl+Z"_s));
        m_window->addAction(&below);
        const QSignalSpy triggered(&below, &QAction::triggered);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(triggered.size(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::AltModifier); // of “Animations”
        QVERIFY(find<QComboBox>("animations").hasFocus());
        m_dialog->close();
        m_window->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(triggered.size(), 1);
    }

    void shouldCloseByItsButton()
    {
        find<QPushButton>("closeButton").click();
        QVERIFY(!m_dialog->isVisible());
    }
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
