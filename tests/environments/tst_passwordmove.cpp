// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/environmentprofile.h"
#include "environments/passwordmove.h"
#include "support/testcase.h"

#include <functional>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::environments;
using Kind = SecretSource::Kind;

class TestPasswordMove final : public tests::TestCase
{
    Q_OBJECT

    [[nodiscard]] static EnvironmentProfile work()
    {
        EnvironmentProfile profile = newProfile(u"work"_s, EnvironmentKind::Production);
        profile.host = u"ep-cool-moon-123456.eu-central-1.aws.neon.tech"_s;
        return profile;
    }

private Q_SLOTS:
    void shouldNameTheServerThatWouldGetThePasswordOfAnotherOne_data()
    {
        using Change = std::function<void(EnvironmentProfile &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("givesPassword");
        QTest::addColumn<QString>("to"); // empty: nothing moves
        const QString evil = u"db.example.com"_s;
        const auto row = [](const char *name, Change change, const QString &to, bool gives = false) {
            QTest::newRow(name) << std::move(change) << gives << to;
        };
        row("nothing changed", [](EnvironmentProfile &) {}, {});
        row("another database", [](EnvironmentProfile &p) { p.database = u"more"_s; }, {});
        row(
            "another host", [=](EnvironmentProfile &p) { p.host = evil; }, evil);
        row(
            "another direct host", [=](EnvironmentProfile &p) { p.directHost = evil; }, evil);
        row(
            "its own password", [=](EnvironmentProfile &p) { p.host = evil; }, {}, true);
        row(
            "the socket of this computer", [](EnvironmentProfile &p) { p.host.clear(); }, u"this computer"_s);
        const QString samePlace = work().host + " port %1"_L1;
        row(
            "another port", [](EnvironmentProfile &p) { p.port = 5433; }, samePlace.arg(5433));
        row(
            "another port past the pooler", [](EnvironmentProfile &p) { p.directPort = 5434; },
            samePlace.arg(5434));
        row("the port written out", [](EnvironmentProfile &p) { p.directPort = p.port; }, {});
        row("the pooler of the same endpoint",
            [](EnvironmentProfile &p) {
                p.host = u"ep-cool-moon-123456-pooler.eu-central-1.aws.neon.tech"_s;
            },
            {});
        row("capital letters", [](EnvironmentProfile &p) { p.host = p.host.toUpper(); }, {});
        row("no password at all",
            [=](EnvironmentProfile &p) {
                p.host = evil;
                p.secret = {Kind::None, {}};
            },
            {});
        row("files that name their servers",
            [=](EnvironmentProfile &p) {
                p.host = evil;
                p.secret = {Kind::LibpqFiles, {}};
            },
            {});
        row("a variable of its own",
            [=](EnvironmentProfile &p) {
                p.host = evil;
                p.secret = {Kind::Variable, u"OTHER"_s};
            },
            {});
    }
    void shouldNameTheServerThatWouldGetThePasswordOfAnotherOne()
    {
        QFETCH(const std::function<void(EnvironmentProfile &)>, change);
        QFETCH(const bool, givesPassword);
        QFETCH(const QString, to);
        const EnvironmentProfile before = work();
        EnvironmentProfile after = before;
        change(after);

        const auto move = passwordMove(&before, after, givesPassword);

        QCOMPARE(move.has_value(), !to.isEmpty());
        if (move) {
            const QString port = to.startsWith(before.host) ? u" port 5432"_s : QString();
            QCOMPARE(*move, (PasswordMove{before.host + port, to}));
        }
    }

    void shouldTreatAKeptPasswordWithoutHostAsThatOfThisComputer_data()
    {
        QTest::addColumn<SecretSource>("secret");
        QTest::addColumn<bool>("moves");
        QTest::newRow("in the keyring") << SecretSource{Kind::Keychain, {}, QUuid::createUuid()} << true;
        QTest::newRow("in a variable") << SecretSource{Kind::Variable, u"DB_PASSWORD"_s} << true;
        QTest::newRow("nothing kept so far") << SecretSource{Kind::Keychain, {}} << false;
        QTest::newRow("none at all") << SecretSource{Kind::None, {}} << false;
    }
    void shouldTreatAKeptPasswordWithoutHostAsThatOfThisComputer()
    {
        QFETCH(const SecretSource, secret);
        QFETCH(const bool, moves);
        EnvironmentProfile before = work();
        before.host.clear();
        before.secret = secret;
        EnvironmentProfile after = before;
        after.host = u"db.example.com"_s;

        const auto move = passwordMove(&before, after, false);

        QCOMPARE(move.has_value(), moves);
        if (move)
            QCOMPARE(*move, (PasswordMove{u"this computer"_s, u"db.example.com"_s}));
        QVERIFY(!passwordMove(&before, before, false));
    }

    void shouldAskForNothingWherePoolerAndServerChangePlaces()
    {
        EnvironmentProfile before = work();
        before.host = u"db.example.com"_s;
        before.port = 6432;
        before.directPort = 5432;
        EnvironmentProfile after = before;
        after.port = 5432;
        after.directPort = 0;

        QVERIFY(!passwordMove(&before, after, false));
    }

    void shouldTreatAVariableAsThePasswordOfItsServer()
    {
        EnvironmentProfile before = work();
        before.secret = {Kind::Variable, u"DB_PASSWORD"_s};
        EnvironmentProfile after = before;
        after.host = u"db.example.com"_s;

        QVERIFY(passwordMove(&before, after, false));
        QVERIFY(passwordMove(&before, after, true)); // it would not be used
    }

    void shouldMoveNothingIntoANewEnvironment() { QVERIFY(!passwordMove(nullptr, work(), false)); }
};

QTEST_GUILESS_MAIN(TestPasswordMove)
#include "tst_passwordmove.moc"
