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
        if (move)
            QCOMPARE(*move, (PasswordMove{before.host, to}));
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
