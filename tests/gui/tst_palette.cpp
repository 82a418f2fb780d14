// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/actionregistry.h"
#include "gui/actions/keyrow.h"
#include "gui/actions/keysheet.h"
#include "gui/palette/palette.h"
#include "gui/palette/palettequestions.h"
#include "gui/palette/ranking.h"
#include "gui/settings/settings.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::gui;
using tests::TestCase;

class TestPalette final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ActionRegistry> m_actions;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_field = nullptr; // of the window
    Palette *m_palette = nullptr;

    [[nodiscard]] QLineEdit &typed() const { return *m_palette->findChild<QLineEdit *>(); }
    [[nodiscard]] QListView &rows() const { return *m_palette->findChild<QListView *>(); }
    [[nodiscard]] QString row(int number) const { return rows().model()->index(number, 0).data().toString(); }
    [[nodiscard]] QString chosen() const { return rows().currentIndex().data().toString(); }

    static PaletteItem item(const QString &text, QStringList *log = nullptr)
    {
        return {text, {}, {}, {}, {}, [text, log] {
                    if (log)
                        log->append(text);
                }};
    }

protected:
    void prepare() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->path(), m_folder->path());
        m_actions = std::make_unique<ActionRegistry>(*m_settings);
        m_window = std::make_unique<QWidget>();
        m_window->resize(1000, 700);
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_field = new QLineEdit);
        m_palette = new Palette(*m_window);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_field->setFocus();
    }

private Q_SLOTS:
    void cleanup()
    {
        m_window.reset();
        m_actions.reset();
        m_settings.reset();
    }

    void shouldRankWordsAndTheirBeginnings_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("rank"); // -1: no answer
        const auto add = [](const char *typed, const char *text, int rank) {
            QTest::addRow("%s in %s", typed, text)
                << QString::fromUtf8(typed) << QString::fromUtf8(text) << rank;
        };
        add("", "anything", 0);
        add("comp", "Complete", 0);
        add("comp", "Go to Completed", 1);
        add("go com", "Go to Completed", 2);
        add("com go", "Go to Completed", 3);
        add("gtc", "Go to Completed", 4);
        add("plete", "Complete", 5);
        add("pl", "Complete", -1); // two letters in the middle are an accident
        add("uber", "Über das Haus", 0);
        add("ÜBER", "uber", 0);
        add("cafe creme", "Un café crème", 2);
        add("strasse", "Straße", 0);
        add("date", "No due date", 1);
        add("xyz", "Complete", -1);
        add("…", "Complete", -1);
        add("meeting", "日本語 meeting", 1);
    }
    void shouldRankWordsAndTheirBeginnings()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(int, rank);
        QCOMPARE(rankOf(foldedText(typed), foldedText(text)).value_or(-1), rank);
    }

    void shouldShowTheBestFirstAndKeepTheOrderOfEquals()
    {
        m_palette->ask({{},
                        {item(u"Go to Completed"_s), item(u"Complete"_s), item(u"company"_s), item(u"x"_s)},
                        {},
                        false});
        const QAbstractItemModelTester tester(rows().model());
        QCOMPARE(rows().model()->rowCount(), 4);
        QTest::keyClicks(&typed(), u"comp"_s);
        QCOMPARE(rows().model()->rowCount(), 3);
        QCOMPARE(row(0), u"Complete"_s);
        QCOMPARE(row(1), u"company"_s);
        QCOMPARE(row(2), u"Go to Completed"_s);
        QCOMPARE(chosen(), u"Complete"_s);
    }

    void shouldPutWhatWasFoundBehindAndNotMoveTheChoice()
    {
        m_palette->ask({{}, {item(u"one"_s), item(u"two"_s)}, {}, true});
        const QAbstractItemModelTester tester(rows().model());
        QTest::keyClick(&typed(), Qt::Key_Down);
        m_palette->showFound({item(u"found"_s)});
        QCOMPARE(chosen(), u"two"_s);
        QCOMPARE(row(2), u"found"_s);
        m_palette->showFound({});
        QCOMPARE(rows().model()->rowCount(), 2);
        m_palette->close();
        m_palette->showFound({item(u"late"_s)});
        m_palette->ask({{}, {item(u"one"_s)}, {}, true});
        QCOMPARE(rows().model()->rowCount(), 1);
    }

    void shouldRunTheChosenOneAfterItIsGone()
    {
        QStringList log;
        m_palette->ask({{}, {item(u"one"_s, &log), item(u"two"_s, &log), item(u"three"_s, &log)}, {}, false});
        QTest::keyClick(&typed(), Qt::Key_Up); // around to the last
        QTest::keyClick(&typed(), Qt::Key_Up);
        QTest::keyClick(&typed(), Qt::Key_Return);
        QCOMPARE(log, QStringList{u"two"_s});
        QVERIFY(!m_palette->isVisible());
        QVERIFY(m_field->hasFocus());
    }

    void shouldRunNothingOnEscOrAClickBeside()
    {
        QStringList log;
        m_palette->ask({{}, {item(u"one"_s, &log)}, {}, false});
        QTest::keyClick(&typed(), Qt::Key_Escape);
        QVERIFY(!m_palette->isVisible());
        m_palette->ask({{}, {item(u"one"_s, &log)}, {}, false});
        QTest::mouseClick(m_palette, Qt::LeftButton, {}, {5, 5});
        QVERIFY(!m_palette->isVisible());
        QVERIFY(log.isEmpty());
        QVERIFY(m_field->hasFocus());
    }

    void shouldStayInsideASmallWindow()
    {
        QList<PaletteItem> many;
        for (int i = 0; i < 100; ++i)
            many.append(item(QString(300, u'W') + QString::number(i)));
        m_window->resize(360, 240);
        m_palette->ask({{}, many, {}, false});
        QCOMPARE(m_palette->size(), m_window->size());
        QVERIFY(m_palette->rect().contains(QRect(rows().mapTo(m_palette, QPoint()), rows().size())));
        QTest::keyClick(&typed(), Qt::Key_PageDown);
        QVERIFY(rows().viewport()->rect().intersects(rows().visualRect(rows().currentIndex())));
    }

    void shouldReachEveryActionByTypingItsName()
    {
        for (const ActionInfo &info : allActions()) {
            if (info.id == ActionId::OpenPalette)
                continue;
            const QSignalSpy triggered(&m_actions->action(info.id), &QAction::triggered);
            m_palette->ask(anythingQuestion(*m_actions, nullptr));
            typed().setText(actionText(info.id)); // no test can type an ellipsis
            QCOMPARE(chosen(), actionText(info.id));
            QTest::keyClick(&typed(), Qt::Key_Return);
            QVERIFY2(triggered.size() == 1, info.name);
        }
    }

    void shouldNotOfferWhatCannotBeDone()
    {
        m_actions->action(ActionId::Undo).setEnabled(false);
        m_palette->ask(anythingQuestion(*m_actions, nullptr));
        QTest::keyClicks(&typed(), u"undo"_s);
        QCOMPARE(rows().model()->rowCount(), 0);
        QVERIFY(m_palette->findChild<QWidget *>(u"paletteNothing"_s)->isVisible());
    }

    void shouldShowTheKeysOfTheMoment()
    {
        KeyBindings bindings;
        bindings.setKeys(ActionId::Quit, {QKeySequence(u"F12"_s)});
        m_actions->setBindings(bindings);
        m_palette->ask(anythingQuestion(*m_actions, nullptr));
        QTest::keyClicks(&typed(), u"quit"_s);
        QCOMPARE(rows().currentIndex().data(PaletteModel::KeyRole).toString(), u"F12"_s);
    }

    void shouldTellAssistiveProgramsItsRows()
    {
        m_palette->ask({u"Find"_s, {{u"Work"_s, u"list"_s, {}, {}, {}, {}}}, {}, false});
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&rows());
        QVERIFY(list);
        QCOMPARE(list->childCount(), 1);
        QCOMPARE(list->child(0)->text(QAccessible::Name), u"Work, list"_s);
        QCOMPARE(QAccessible::queryAccessibleInterface(&typed())->text(QAccessible::Name), u"Find"_s);
    }

    void shouldShowEveryActionWithItsKeysOnTheSheet()
    {
        KeySheet sheet(*m_actions, *m_window);
        m_window->resize(1366, 768);
        sheet.open();
        const QList<KeyRow *> all = sheet.findChildren<KeyRow *>();
        QCOMPARE(all.size(), allActions().size());
        KeyBindings bindings;
        bindings.setKeys(ActionId::Find, {QKeySequence(u"Ctrl+Alt+F"_s)});
        m_actions->setBindings(bindings);
        QStringList shown;
        for (const KeyRow *line : all) {
            QVERIFY(line->width() >= line->sizeHint().width()); // nothing lies over something else
            shown.append(line->accessibleName());
        }
        QVERIFY(shown.contains(u"Find: Ctrl+Alt+F"_s));
        QVERIFY(shown.contains(u"Merge into one: no key"_s));
    }

    void shouldNarrowTheSheetDownByNameOrKey()
    {
        KeySheet sheet(*m_actions, *m_window);
        sheet.open();
        auto *search = sheet.findChild<QLineEdit *>(u"keySheetSearch"_s);
        const auto shown = [&sheet] {
            QStringList names;
            for (const KeyRow *line : sheet.findChildren<KeyRow *>()) {
                if (line->isVisible())
                    names.append(line->text());
            }
            return names;
        };
        QTest::keyClicks(search, u"undo"_s);
        QCOMPARE(shown(), QStringList{u"Undo"_s});
        search->setText(u"ctrl+k"_s);
        QCOMPARE(shown(), QStringList{actionText(ActionId::OpenPalette)});
        search->clear();
        QCOMPARE(shown().size(), allActions().size());
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
