// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/messagestrip.h"
#include "support/testcase.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QWindow>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tusk;
using tests::TestCase;

// The sentence above the lower edge of the window.
class TestMessageStrip final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    gui::MessageStrip *m_strip = nullptr;

    [[nodiscard]] QString said() const
    {
        return m_strip->isVisible() ? m_strip->findChild<QLabel *>(u"messageSentence"_s)->text() : QString();
    }
    [[nodiscard]] QPushButton &button(const QString &name) const
    {
        return *m_strip->findChild<QPushButton *>(name);
    }
    // What would take seconds.
    [[nodiscard]] bool letTheMomentPass()
    {
        auto *timer = m_strip->findChild<QTimer *>();
        QSignalSpy passed(timer, &QTimer::timeout);
        timer->start(0);
        return passed.wait();
    }

protected:
    void prepare() override
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        auto *field = new QLineEdit(m_window.get());
        m_strip = new gui::MessageStrip(m_window.get());
        m_strip->setFocusAfter(field);
        m_window->show();
        m_window->activateWindow();
        field->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

private Q_SLOTS:
    void cleanup() { m_window.reset(); }

    void shouldOfferToUndoWhileSomethingElseWaitsForAnAnswer()
    {
        m_strip->show({u"not saved"_s, {}, u"Edit again"_s, [] {}, {}});
        m_strip->offerBriefly(u"a completed"_s, u"Undo"_s, [] {});
        QCOMPARE(said(), u"a completed"_s);
        m_strip->offerBriefly(u"b completed"_s, u"Undo"_s, [] {});
        QCOMPARE(said(), u"b completed"_s);
        QVERIFY(letTheMomentPass());
        QCOMPARE(said(), u"not saved"_s);
        button(u"messageDismiss"_s).click();
        QCOMPARE(said(), QString());
    }

    void shouldKeepWhatSomebodyIsAboutToAnswer()
    {
        m_strip->show({u"not saved"_s, {}, u"Edit again"_s, [] {}, {}});
        button(u"messageAction"_s).setFocus(Qt::TabFocusReason);
        m_strip->offerBriefly(u"a completed"_s, u"Undo"_s, [] {});
        QCOMPARE(said(), u"not saved"_s);
        button(u"messageAction"_s).click();
        QCOMPARE(said(), u"a completed"_s);
    }

    void shouldBeAnsweredByEnter()
    {
        int answers = 0;
        m_strip->show({u"not saved"_s, {}, u"Edit again"_s, [&answers] { ++answers; }, {}});
        button(u"messageAction"_s).setFocus(Qt::TabFocusReason);
        QTest::keyClick(&button(u"messageAction"_s), Qt::Key_A); // is no answer
        QCOMPARE(answers, 0);
        QTest::keyClick(&button(u"messageAction"_s), Qt::Key_Return);
        QCOMPARE(answers, 1);
        QCOMPARE(said(), QString());
    }

    void shouldNotGoWhileItsButtonHasTheFocus()
    {
        m_strip->offerBriefly(u"a completed"_s, u"Undo"_s, [] {});
        button(u"messageAction"_s).setFocus(Qt::TabFocusReason);
        QVERIFY(letTheMomentPass());
        QCOMPARE(said(), u"a completed"_s);
        m_window->findChild<QLineEdit *>()->setFocus();
        QVERIFY(letTheMomentPass());
        QCOMPARE(said(), QString());
    }

    void shouldStayWhileItsDetailsAreReadAndGoAfterwards()
    {
        m_strip->show({u"a completed"_s, u"the whole story"_s, {}, {}, {}, true});
        const auto *timer = m_strip->findChild<QTimer *>();
        QVERIFY(timer->isActive());
        button(u"messageDetails"_s).click();
        QVERIFY(!timer->isActive());
        const auto *box = m_window->findChild<QMessageBox *>();
        QVERIFY(box);
        QCOMPARE(said(), u"a completed"_s);
        box->button(QMessageBox::Close)->click();
        QTRY_VERIFY(timer->isActive());
        QVERIFY(letTheMomentPass());
        QCOMPARE(said(), QString());
    }

    void shouldNotGoFromUnderTheMouse()
    {
        m_strip->offerBriefly(u"a completed"_s, u"Undo"_s, [] {});
        QTest::mouseMove(m_window->windowHandle(), m_strip->geometry().center());
        QTRY_VERIFY(m_strip->underMouse());
        QVERIFY(letTheMomentPass());
        QCOMPARE(said(), u"a completed"_s);
        QTest::mouseMove(m_window->windowHandle(), QPoint(1, 1));
        QTRY_VERIFY(!m_strip->underMouse());
        QVERIFY(letTheMomentPass());
        QCOMPARE(said(), QString());
    }
};

QTEST_MAIN(TestMessageStrip)
#include "tst_messagestrip.moc"
