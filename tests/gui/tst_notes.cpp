// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/markdownrenderer.h"
#include "gui/details/notesedit.h"
#include "gui/details/notesfield.h"
#include "gui/details/notestext.h"
#include "gui/details/notesview.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"
#include "support/guipausemeter.h"
#include "support/sanitizers.h"
#include "support/testcase.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QLabel>
#include <QMainWindow>
#include <QPainter>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextCursor>

using namespace tusk;
using namespace tusk::tests;

namespace
{

QString megabyte(const QString &line)
{
    return line.repeated(1'000'000 / line.size());
}

} // namespace

class TestNotes final : public TestCase
{
    Q_OBJECT

    [[nodiscard]] static gui::MarkdownRenderer::Look look()
    {
        const gui::Theme theme;
        return {theme.colors(), theme.type(), 288};
    }
    static QString plain(const QString &markdown)
    {
        return gui::markdownDocument(markdown, look())->toPlainText();
    }

    // The most that this thread works in one go while a field shows, edits and takes the notes. Its own work,
    // not the pause: other programs on the machine would count as ours.
    static std::chrono::microseconds mostWork(const QString &notes)
    {
        gui::NotesField field;
        field.resize(288, 400);
        field.show();
        GuiPauseMeter meter;
        meter.start();
        field.reset(notes, true);
        auto *view = field.findChild<gui::NotesView *>();
        const auto isRendered = [&] {
            return !view->toPlainText().isEmpty() && view->document()->isEmpty() == false;
        };
        meter.runUntil(isRendered, std::chrono::seconds(20));
        meter.runFor(std::chrono::milliseconds(800));
        meter.stop();
        const auto reading = meter.busiest();
        meter.start();
        field.edit();
        meter.runUntil([&] { return field.isEditing(); }, std::chrono::seconds(20));
        meter.runFor(std::chrono::milliseconds(300));
        meter.stop();
        const auto opening = meter.busiest();
        auto *edit = field.findChild<gui::NotesEdit *>();
        meter.start();
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(edit, Qt::Key_X);
            meter.runFor(std::chrono::milliseconds(5));
        }
        meter.stop();
        qInfo("reading %lld us, opening the editor %lld us, typing %lld us",
              static_cast<long long>(reading.count()), static_cast<long long>(opening.count()),
              static_cast<long long>(meter.busiest().count()));
        return std::max({reading, opening, meter.busiest()});
    }

    // How far what is written ends from the right edge.
    template <class Edit>
    static int roomAtTheRight(const Edit &edit)
    {
        QTextCursor end(edit.document());
        end.movePosition(QTextCursor::End);
        return edit.viewport()->width() - edit.cursorRect(end).right();
    }

private Q_SLOTS:
    void shouldKeepTheLinesThatTheWriterMade()
    {
        QCOMPARE(plain(QStringLiteral("first\nsecond\n\nthird")).replace(QChar(QChar::LineSeparator), u'\n'),
                 QStringLiteral("first\nsecond\nthird"));
        const auto list = gui::markdownDocument(QStringLiteral("- one\n- two\n1. three"), look());
        QCOMPARE(list->blockCount(), 3);
        QVERIFY(list->firstBlock().textList());
        const auto heading = gui::markdownDocument(QStringLiteral("text\n# Heading\nmore"), look());
        const QString table = plain(QStringLiteral("| one | two |\n|---|---|\n| 3 | 4 |"));
        for (const QString &cell : {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("4")})
            QVERIFY2(table.contains(cell), qPrintable(table));
        QCOMPARE(heading->findBlockByNumber(1).blockFormat().headingLevel(), 1);
    }

    void shouldKeepABulletAwayFromItsText()
    {
        const auto list = gui::markdownDocument(QStringLiteral("- one"), look());
        list->setTextWidth(look().width);
        QImage image(look().width, 40, QImage::Format_Grayscale8);
        image.fill(Qt::white);
        QPainter painter(&image);
        list->drawContents(&painter);
        painter.end();
        const auto hasInk = [&](int x) {
            for (int y = 0; y < image.height(); ++y)
                if (image.pixelColor(x, y).value() < 128)
                    return true;
            return false;
        };
        int x = 0;
        for (; !hasInk(x); ++x) // to the bullet
            QVERIFY(x < 20);
        for (; hasInk(x); ++x) // to its end
            QVERIFY(x < 20);
        int gap = 0;
        for (; !hasInk(x + gap); ++gap) // to the text
            QVERIFY(gap < 20);
        QVERIFY2(gap >= gui::metrics::gap - 1, qPrintable(QString::number(gap)));
    }

    void shouldShowHtmlAsText()
    {
        QVERIFY(plain(QStringLiteral("a <b>bold</b> <script>x</script>"))
                    .contains(QStringLiteral("<script>x</script>")));
    }

    void shouldFetchNothing()
    {
        const auto document = gui::markdownDocument(
            QStringLiteral("![a plan](https://example.org/plan.png) ![](file:///etc/hostname)"), look());
        QVERIFY(document->toPlainText().contains(QStringLiteral("a plan")));
        QVERIFY(!document->toPlainText().contains(QChar::ObjectReplacementCharacter));
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            for (auto at = block.begin(); !at.atEnd(); ++at)
                QVERIFY(!at.fragment().charFormat().isImageFormat());
        }
    }

    void shouldOpenOnlyLinksThatABrowserOrAMailProgramOpens()
    {
        gui::NotesView view;
        QSignalSpy chosen(&view, &gui::NotesView::linkChosen);
        Q_EMIT view.anchorClicked(QUrl(QStringLiteral("https://example.org")));
        Q_EMIT view.anchorClicked(QUrl(QStringLiteral("mailto:ana@example.org")));
        Q_EMIT view.anchorClicked(QUrl(QStringLiteral("file:///etc/passwd")));
        Q_EMIT view.anchorClicked(QUrl(QStringLiteral("javascript:alert(1)")));
        QCOMPARE(chosen.size(), 2);
    }

    void shouldAnswerOnlyTheNewestRequest()
    {
        gui::MarkdownRenderer renderer;
        QSignalSpy rendered(&renderer, &gui::MarkdownRenderer::rendered);
        for (int i = 0; i < 50; ++i)
            renderer.render(QStringLiteral("number %1").arg(i), look());
        QTRY_COMPARE(rendered.size(), 1);
        QCOMPARE(rendered.first().first().value<std::shared_ptr<QTextDocument>>()->toPlainText(),
                 QStringLiteral("number 49"));
    }

    void shouldEditAsTextAndRenderAgain()
    {
        gui::NotesField field;
        field.resize(288, 300);
        field.show();
        field.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        field.reset(QStringLiteral("some **bold** text"), true);
        auto *view = field.findChild<gui::NotesView *>();
        QTRY_COMPARE(view->toPlainText(), QStringLiteral("some bold text"));
        QSignalSpy ended(&field, &gui::NotesField::editingEnded);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Return);
        auto *edit = field.findChild<gui::NotesEdit *>();
        QVERIFY(edit->isVisible());
        QVERIFY(edit->hasFocus());
        QCOMPARE(edit->notes(), QStringLiteral("some **bold** text"));
        QTest::keyClicks(edit, QStringLiteral("!"));
        field.setNotes(QStringLiteral("written elsewhere"), true); // not while it is being edited
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(field.notes(), QStringLiteral("some **bold** text!"));
        QTRY_COMPARE(view->toPlainText(), QStringLiteral("some bold text!"));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(20, 6));
        QVERIFY(field.isEditing());
    }

    void shouldBeginWhereTheWindowBeginsFromRightToLeft()
    {
        constexpr int nothing = 4;
        gui::NotesField field;
        field.resize(288, 300);
        field.show();
        field.reset(QStringLiteral("some **bold** text..."), true);
        auto *view = field.findChild<gui::NotesView *>();
        QTRY_COMPARE(view->toPlainText(), QStringLiteral("some bold text..."));
        QCOMPARE_GT(roomAtTheRight(*view), 10 * nothing);

        field.setLayoutDirection(Qt::RightToLeft);
        QTRY_VERIFY(roomAtTheRight(*view) <= nothing);
        field.edit();
        auto *edit = field.findChild<gui::NotesEdit *>();
        QCOMPARE(edit->notes(), QStringLiteral("some **bold** text..."));
        QTRY_VERIFY(roomAtTheRight(*edit) <= nothing);
        field.setLayoutDirection(Qt::LeftToRight);
        QTRY_VERIFY(roomAtTheRight(*edit) > 10 * nothing);
    }

    void shouldNotEditNotesOfWhichOnlyTheBeginningIsThere()
    {
        gui::NotesField field;
        field.show();
        field.reset(QStringLiteral("the beginning"), false);
        field.edit();
        QVERIFY(!field.isEditing());
        QVERIFY(field.findChild<QLabel *>(QStringLiteral("notesHint"))->isVisible());
    }

    void shouldBreakOverlongLinesForDisplayOnly()
    {
        const QString longLine = QStringLiteral("word ").repeated(20'000) + QString(30'000, u'x') +
                                 QStringLiteral("\U0001F600").repeated(12'000);
        QCOMPARE(gui::piecesOf(longLine).join(QString()), longLine);
        for (const QString &piece : gui::piecesOf(longLine)) {
            QVERIFY(piece.size() <= gui::longestLine);
            QVERIFY(!piece.front().isLowSurrogate());
        }
        gui::NotesEdit edit;
        const QString notes = QStringLiteral("before\n") + longLine + QStringLiteral("\n\nafter");
        edit.setNotes(notes);
        for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next())
            QVERIFY(block.length() <= gui::longestLine + 1);
        QCOMPARE(edit.notes(), notes);
        edit.moveCursor(QTextCursor::End);
        QTest::keyClick(&edit, Qt::Key_Return);
        QTest::keyClicks(&edit, QStringLiteral("more"));
        QCOMPARE(edit.notes(), notes + QStringLiteral("\nmore"));
        // Pasted and copied likewise.
        edit.selectAll();
        edit.copy();
        QCOMPARE(QApplication::clipboard()->text(), notes + QStringLiteral("\nmore"));
        edit.setNotes(QString());
        edit.paste();
        QCOMPARE(edit.notes(), notes + QStringLiteral("\nmore"));
    }

    void shouldKnowOneKindOfLineBreak()
    {
        gui::NotesEdit edit;
        QTest::keyClicks(&edit, QStringLiteral("a"));
        QTest::keyClick(&edit, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&edit, QStringLiteral("b"));
        QCOMPARE(edit.document()->blockCount(), 2);
        QCOMPARE(edit.notes(), QStringLiteral("a\nb"));
        // Such as came from elsewhere.
        edit.setNotes(QStringLiteral("a\u2028b\u2029c"));
        QCOMPARE(edit.notes(), QStringLiteral("a\nb\nc"));
        edit.selectAll();
        edit.copy();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("a\nb\nc"));
    }

    void shouldKeepAnOverlongLineWholeWhenItIsDeletedAndBroughtBack()
    {
        const QString notes =
            QStringLiteral("before\n") + QString(12'000, u'x') + QStringLiteral("\n\nafter");
        gui::NotesEdit edit;
        edit.setNotes(notes);
        edit.selectAll();
        QTest::keyClick(&edit, Qt::Key_Delete);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(edit.notes(), QString());
            edit.undo();
            QCOMPARE(edit.notes(), notes);
            edit.redo();
        }
        edit.setNotes(QString());
        QApplication::clipboard()->setText(notes);
        edit.paste();
        edit.undo();
        QCOMPARE(edit.notes(), QString());
        edit.redo();
        QCOMPARE(edit.notes(), notes);
    }

    void shouldTakeABreakWithinAnOverlongLine()
    {
        const QString line(12'000, u'x');
        gui::NotesEdit edit;
        edit.setNotes(line);
        const int length = edit.document()->firstBlock().length() - 1; // of each piece
        for (const int into : {0, length / 2, length}) {
            const int place = edit.document()->findBlockByNumber(1).position() + into;
            QTextCursor cursor(edit.document());
            cursor.setPosition(place);
            edit.setTextCursor(cursor);
            QTest::keyClick(&edit, Qt::Key_Return);
            QString broken = line;
            broken.insert(length + into, u'\n');
            QCOMPARE(edit.notes(), broken);
            edit.undo();
            QCOMPARE(edit.notes(), line);
            edit.redo();
            QCOMPARE(edit.notes(), broken);
            edit.undo();
            QApplication::clipboard()->setText(QStringLiteral("a\nb"));
            cursor.setPosition(place);
            edit.setTextCursor(cursor);
            edit.paste();
            QString pasted = line;
            QCOMPARE(edit.notes(), pasted.insert(length + into, QStringLiteral("a\nb")));
            edit.undo();
            QCOMPARE(edit.notes(), line);
        }
        // Also where a piece was, and is not any more.
        QTextCursor cursor(edit.document()->findBlockByNumber(1));
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        edit.setTextCursor(cursor);
        QTest::keyClick(&edit, Qt::Key_Delete);
        QTest::keyClicks(&edit, QStringLiteral("a"));
        QTest::keyClick(&edit, Qt::Key_Return);
        QTest::keyClicks(&edit, QStringLiteral("b"));
        QString written = line;
        QCOMPARE(edit.notes(), written.replace(length, length, QStringLiteral("a\nb")));
    }

    void shouldLoseNothingElseWhenPiecesOfALineAreDeleted()
    {
        const QString line(12'000, u'x');
        const QString before = QStringLiteral("before\n");
        gui::NotesEdit edit;
        edit.setNotes(before + line);
        const int length = edit.document()->findBlockByNumber(1).length() - 1; // of each piece
        // From within one piece, or its beginning, into another.
        for (const int into : {0, length / 2}) {
            QTextCursor cursor(edit.document()->findBlockByNumber(1));
            cursor.setPosition(edit.document()->findBlockByNumber(2).position() + into);
            cursor.setPosition(edit.document()->findBlockByNumber(4).position() + 1, QTextCursor::KeepAnchor);
            edit.setTextCursor(cursor);
            QTest::keyClick(&edit, Qt::Key_Delete);
            QCOMPARE(edit.notes(), before + line.chopped(2 * length + 1 - into));
            edit.undo();
            QCOMPARE(edit.notes(), before + line);
        }
        // The first piece, and then the empty line that it leaves.
        QTextCursor cursor(edit.document()->findBlockByNumber(1));
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        edit.setTextCursor(cursor);
        QTest::keyClick(&edit, Qt::Key_Delete);
        edit.moveCursor(QTextCursor::NextBlock);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QCOMPARE(edit.notes(), before + line.chopped(length));
    }

    void shouldRenderTheFirst64KBAndOfferTheRestAsText()
    {
        const QString notes = megabyte(QStringLiteral("a line of **words**\n"));
        QVERIFY(gui::renderedPart(notes).size() <= gui::mostRendered);
        gui::NotesField field;
        field.resize(288, 300);
        field.show();
        field.reset(notes, true);
        auto *hint = field.findChild<QLabel *>(QStringLiteral("notesHint"));
        QVERIFY(hint->isVisible());
        QVERIFY(hint->text().contains(QStringLiteral("KB")));
        field.edit();
        QTRY_VERIFY(field.isEditing());
        QCOMPARE(field.notes(), notes);
    }

    void shouldShowAllOfNotesThatAreOnlyReadAsText()
    {
        const QString notes = megabyte(QStringLiteral("a line of **words**\n")) + QStringLiteral("the end");
        gui::NotesField field;
        field.resize(288, 300);
        field.show();
        field.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        field.reset(notes, true);
        field.setReadOnly(true);
        QSignalSpy begun(&field, &gui::NotesField::editingBegun);
        auto *view = field.findChild<gui::NotesView *>();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Return);
        auto *text = field.findChild<gui::NotesEdit *>();
        QTRY_VERIFY(text->isVisible());
        QVERIFY(text->notes().endsWith(QStringLiteral("the end")));
        QTest::keyClicks(text, QStringLiteral("x"));
        QCOMPARE(text->notes(), notes);
        QVERIFY(!field.isEditing());
        QVERIFY(begun.isEmpty());
        field.setReadOnly(true); // a refresh leaves it open
        QVERIFY(text->isVisible());
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(view->hasFocus());
        QCOMPARE(field.notes(), notes);
    }

    void shouldNotHoldUpTheWindowWithAMegabyteOfNotes_data()
    {
        QTest::addColumn<QString>("notes");
        QTest::addRow("short lines") << megabyte(QStringLiteral("- a line of **words** with `code`\n"));
        QTest::addRow("paragraphs") << megabyte(QStringLiteral("words and words ").repeated(60) +
                                                QStringLiteral("\n\n"));
        QTest::addRow("one line") << megabyte(QStringLiteral("words "));
        QTest::addRow("one word") << QString(1'000'000, u'x');
    }
    void shouldNotHoldUpTheWindowWithAMegabyteOfNotes()
    {
        QFETCH(const QString, notes);
        using namespace std::chrono_literals;
        // Caches that others have emptied cost time as well: the best of three is ours.
        constexpr auto most = 24ms * tests::sanitizerSlowdown;
        auto least = std::chrono::microseconds::max();
        for (int i = 0; i < 3 && least >= most; ++i)
            least = std::min(least, mostWork(notes));
        QVERIFY2(least < most, qPrintable(QStringLiteral("%1 us").arg(least.count())));
    }
};

QTEST_MAIN(TestNotes)

#include "tst_notes.moc"
