// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connectfailures.h"
#include "data/session/errorclassifier.h"
#include "data/session/retrypolicy.h"
#include "environments/secretstore.h"
#include "support/testcase.h"

#include <QFile>
#include <QSet>

using namespace tusk;
using namespace Qt::StringLiterals;
using session::Again;

namespace
{

QString wordsFor(Again again)
{
    switch (again) {
    case Again::Soon:
        return u"soon"_s;
    case Again::Slowly:
        return u"slowly"_s;
    case Again::Never:
        return u"no"_s;
    }
    return {};
}

QString row(const QStringList &cells)
{
    return "| "_L1 + cells.join(" | "_L1) + " |"_L1;
}

// The rows of the table below a heading, without its head.
QStringList tableBelow(const QString &heading)
{
    QFile file(QStringLiteral(TUSK_SOURCE_DIR "/docs/environments.md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    const QString section = text.section("\n### "_L1 + heading + u'\n', 1).section("\n#"_L1, 0, 0);
    QStringList rows;
    for (const QString &line : section.split(u'\n')) {
        if (line.startsWith(u'|'))
            rows.append(line);
    }
    return rows.mid(2);
}

} // namespace

class TestFailureTable final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldNameEveryReasonWhyAConnectionCannotBeMade()
    {
        QStringList expected;
        for (const session::ConnectFailure &each : session::connectFailures())
            expected.append(row({each.translatedSentence(), each.translatedAdvice(),
                                 wordsFor(session::againAfter(each.kind))}));
        compare(u"While connecting"_s, expected);
    }

    void shouldNameEveryFailureWhileWorking()
    {
        const std::pair<QString, base::Error> failures[] = {
            {u"the connection was cut, or the server was restarted"_s, session::connectionLostError({}, {})},
            {u"the server ends the connection (57P01); so does a database that goes to sleep"_s, of("57P01")},
            {u"the other side is frozen, or the network swallows everything"_s, session::silenceError({})},
            {u"serialisation failure (40001), deadlock (40P01)"_s, of("40001")},
            {u"a lock that somebody else holds (55P03)"_s, of("55P03")},
            {u"a statement that took longer than it may, or than the server allows (57014)"_s, of("57014")},
            {u"no connection became free in time (`--acquire-timeout`)"_s, session::allBusyError(2)},
            {u"read-only server (25006)"_s, of("25006")},
            {u"full disk of the server (53100)"_s, of("53100")},
            {u"no right (42501)"_s, of("42501")},
            {u"other tables than expected (42P01 and the like)"_s, of("42P01")},
            {u"anything else"_s, of("XX001")},
        };
        QStringList expected;
        for (const auto &[what, error] : failures)
            expected.append(row({what, error.sentence, wordsFor(session::againAfter(error.kind))}));
        compare(u"While working"_s, expected);
        QCOMPARE(of("40P01").sentence, of("40001").sentence);
    }

    void shouldNameEveryProblemOfTheKeyring()
    {
        using enum environments::SecretProblem;
        QStringList expected;
        for (const auto problem : {Missing, Locked, Denied, NoService, NoBus, Unanswered, Cancelled, Failed})
            expected.append(row({environments::secretError(problem).sentence}));
        compare(u"The keyring"_s, expected);
    }

    void shouldSayAndAdviseSomethingElseForEachReason()
    {
        QSet<QString> sentences;
        for (const session::ConnectFailure &each : session::connectFailures()) {
            QVERIFY2(each.translatedSentence().endsWith(u'.'), each.sentence);
            QVERIFY2(each.translatedAdvice().endsWith(u'.'), each.advice);
            QVERIFY2(!sentences.contains(each.translatedSentence()), each.sentence);
            sentences.insert(each.translatedSentence());
            QCOMPARE(&session::connectFailure(each.problem), &each);
        }
    }

private:
    static base::Error of(const QByteArray &sqlState)
    {
        return session::statementError({.sqlState = sqlState}, {});
    }
    // Row by row, so that a failure shows what the docs should say.
    static void compare(const QString &heading, const QStringList &expected)
    {
        const QStringList written = tableBelow(heading);
        for (qsizetype i = 0; i < expected.size(); ++i)
            QCOMPARE(written.value(i), expected.at(i));
        QCOMPARE(written.size(), expected.size());
    }
};

QTEST_GUILESS_MAIN(TestFailureTable)
#include "tst_failuretable.moc"
