// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/searchhits.h"
#include "support/testcase.h"

using namespace tusk;
using namespace Qt::StringLiterals;

class TestSearchHits final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldSayWhatWasFoundInNotes()
    {
        const QString notes = u"# Garden\n- buy seeds of old tomatoes\n- dig"_s;
        QCOMPARE(gui::excerptAround(notes, u"toma"_s), u"…of old tomatoes - dig"_s);
        QCOMPARE(gui::excerptAround(notes, u"garden"_s), u"# Garden - buy seeds of old tomatoes - dig"_s);
        QCOMPARE(gui::excerptAround(notes, u"beans"_s), QString());
        QCOMPARE(gui::excerptAround(QString(300, u'x') + u" toma"_s, u"toma"_s), u"…toma"_s);
    }

    void shouldTellWhetherAllWordsWereFound()
    {
        QVERIFY(gui::areAllFound(u"Meet Zoé"_s, u"at the café"_s, u"cafe zoe"_s));
        QVERIFY(gui::areAllFound(u"Meet Zoé"_s, QString(), u"zo"_s));
        QVERIFY(!gui::areAllFound(u"Meet Zoé"_s, u"at the café"_s, u"zoe receipt"_s));
        QVERIFY(!gui::areAllFound(u"Meet Zoé"_s, u"at the café"_s, u"oe"_s)); // inside of a word
        QVERIFY(gui::areAllFound(QString(), QString(), QString()));
    }

    void shouldMarkWhatTheSearchFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("marked"); // hits in brackets

        QTest::addRow("a word") << u"Water the beans"_s << u"the"_s << u"Water [the] beans"_s;
        QTest::addRow("its beginning") << u"Water the beans"_s << u"be"_s << u"Water the [be]ans"_s;
        QTest::addRow("two letters inside") << u"Water the beans"_s << u"at"_s << u"Water the beans"_s;
        QTest::addRow("three letters inside") << u"Water"_s << u"ate"_s << u"W[ate]r"_s;
        QTest::addRow("case") << u"WATER"_s << u"water"_s << u"[WATER]"_s;
        QTest::addRow("accents") << u"Café au lait"_s << u"cafe"_s << u"[Café] au lait"_s;
        QTest::addRow("accents of their own") << u"Cafe\u0301 noir"_s << u"café"_s << u"[Cafe\u0301] noir"_s;
        QTest::addRow("letters with a stroke")
            << u"To Łódź by Ørsted"_s << u"lodz orsted"_s << u"To [Łódź] by [Ørsted]"_s;
        QTest::addRow("two letters for one") << u"Lange Straße"_s << u"strasse"_s << u"Lange [Straße]"_s;
        QTest::addRow("half of two for one") << u"Straße"_s << u"stras"_s << u"[Straß]e"_s;
        QTest::addRow("one letter of two") << u"Œuvre, Ærø"_s << u"oeuvre aero"_s << u"[Œuvre], [Ærø]"_s;
        QTest::addRow("several words")
            << u"Call Ana about Lisbon"_s << u"ana call"_s << u"[Call] [Ana] about Lisbon"_s;
        QTest::addRow("overlapping") << u"banana"_s << u"banan nana"_s << u"[banana]"_s;
        QTest::addRow("after emoji") << u"🎉 party"_s << u"part"_s << u"🎉 [part]y"_s;
        QTest::addRow("signs only") << u"a.b"_s << u".,"_s << u"a.b"_s;
        QTest::addRow("nothing typed") << u"abc"_s << u"  "_s << u"abc"_s;
    }
    void shouldMarkWhatTheSearchFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, typed);
        QFETCH(QString, marked);
        const QList<gui::SearchHit> hits = gui::searchHits(text, typed);
        for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
            text.insert(hit->start + hit->length, u']');
            text.insert(hit->start, u'[');
        }
        QCOMPARE(text, marked);
    }
};

QTEST_GUILESS_MAIN(TestSearchHits)
#include "tst_searchhits.moc"
