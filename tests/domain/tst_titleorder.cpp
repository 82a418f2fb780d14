// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/titleorder.h"
#include "support/testcase.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tusk;

class TestTitleOrder final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldOrderTitlesAsPeopleDo()
    {
        // The letters decide before accents and capitals do; signs and digits are before letters.
        const QStringList sorted{u"“Quoted”"_s, u"10 eggs"_s, u"Äpfel"_s,  u"apple"_s,  u"Apple"_s,
                                 u"banana"_s,   u"Zebra"_s,   u"Ελλάδα"_s, u"Яблоко"_s, u"日本"_s};
        QStringList titles = sorted;
        std::ranges::reverse(titles);
        std::ranges::sort(titles, [](const QString &left, const QString &right) {
            return std::is_lt(domain::compareTitles(left, right));
        });
        QCOMPARE(titles, sorted);
    }

    void shouldTellApartWhatOnlyTheBytesTellApart()
    {
        const QString composed = u"\u00e9tude"_s;
        const QString decomposed = u"e\u0301tude"_s;
        QVERIFY(std::is_lt(domain::compareTitles(decomposed, composed)));
        QVERIFY(std::is_gt(domain::compareTitles(composed, decomposed)));
        QVERIFY(std::is_eq(domain::compareTitles(composed, composed)));
    }

    void shouldNotFollowTheLocaleOfTheUser()
    {
        // Swedish has ö behind z.
        QLocale::setDefault(QLocale(QLocale::Swedish));
        QVERIFY(std::is_lt(domain::compareTitles(u"ö"_s, u"z"_s)));
        QLocale::setDefault(QLocale::c());
    }
};

QTEST_GUILESS_MAIN(TestTitleOrder)
#include "tst_titleorder.moc"
