// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/passwordchange.h"
#include "support/testcase.h"

#include <QHash>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace environments;
using base::Result;

namespace
{

// A keyring in memory, of which requests fail as told.
class ToldKeyring final : public SecretStore
{
public:
    QHash<QUuid, QString> secrets;
    std::optional<SecretProblem> readProblem;
    std::optional<QString> unwritable; // a secret that it does not take
    bool isLockedAfterwards = false;   // to those who must not ask
    QList<Unlocking> unlocking;        // of writes and removals

    SecretRequest read(const QUuid &environment, Unlocking, const base::Inbox &inbox,
                       SecretListener listener) override
    {
        SecretAnswer answer;
        if (readProblem)
            answer.error = secretError(*readProblem);
        else if (!secrets.contains(environment))
            answer.error = secretError(SecretProblem::Missing);
        answer.secret = secrets.value(environment);
        return post(inbox, listener, answer);
    }
    SecretRequest write(const QUuid &environment, const QString &secret, Unlocking asks,
                        const base::Inbox &inbox, SecretListener listener) override
    {
        unlocking.append(asks);
        const bool fails = secret == unwritable || (isLockedAfterwards && asks == Unlocking::Never);
        if (!fails)
            secrets.insert(environment, secret);
        return post(inbox, listener, answerOf(fails));
    }
    SecretRequest remove(const QUuid &environment, Unlocking asks, const base::Inbox &inbox,
                         SecretListener listener) override
    {
        unlocking.append(asks);
        const bool fails = isLockedAfterwards && asks == Unlocking::Never;
        if (!fails)
            secrets.remove(environment);
        return post(inbox, listener, answerOf(fails));
    }
    void cancel(SecretRequest) override {}

private:
    static SecretAnswer answerOf(bool fails)
    {
        SecretAnswer answer;
        if (fails)
            answer.error = secretError(SecretProblem::Denied);
        return answer;
    }
    static SecretRequest post(const base::Inbox &inbox, const SecretListener &listener,
                              const SecretAnswer &answer)
    {
        inbox.address().post([listener, answer] { listener.answered(answer); });
        return {};
    }
};

base::Error unwritableFile()
{
    base::Error error;
    error.kind = base::ErrorKind::LocalFile;
    error.sentence = u"The file cannot be written."_s;
    return error;
}

} // namespace

// New passwords and the file with their addresses: both or neither.
class TestPasswordChange final : public tests::TestCase
{
    Q_OBJECT

    const QUuid m_work = QUuid::createUuid();
    const QUuid m_shop = QUuid::createUuid();
    base::Inbox m_inbox;
    ToldKeyring m_keyring;
    QHash<QUuid, QString> m_whileWriting; // the keyring, when the file was written
    PasswordChange::Entries m_entries;
    int m_ends = 0;
    Result<void> m_result;
    PasswordChange::Where m_where = PasswordChange::Where::Keyring;

    void prepare() override
    {
        m_keyring.secrets = {{m_work, u"former"_s}};
        m_keyring.readProblem.reset();
        m_keyring.unwritable.reset();
        m_keyring.isLockedAfterwards = false;
        m_keyring.unlocking.clear();
        m_whileWriting.clear();
        m_ends = 0;
    }

    void change(const QList<NewPassword> &passwords, const Result<QList<QUuid>> &fileAnswer)
    {
        PasswordChange change;
        change.passwords = passwords;
        change.alongside = [this, fileAnswer](const PasswordChange::Entries &entries,
                                              const PasswordChange::Written &written) {
            m_entries = entries;
            m_whileWriting = m_keyring.secrets;
            written(fileAnswer);
        };
        change.ended = [this](const Result<void> &result, PasswordChange::Where where) {
            ++m_ends;
            m_result = result;
            m_where = where;
        };
        carryOut(std::move(change), m_keyring, m_inbox);
        QTRY_COMPARE(m_ends, 1);
    }

private Q_SLOTS:
    void shouldKeepThePasswordsAndWriteTheFile()
    {
        change({{m_work, u"new"_s}, {m_shop, u"first"_s}}, QList<QUuid>{m_work});

        QVERIFY(m_result);
        QCOMPARE(m_keyring.secrets, (QHash<QUuid, QString>{{m_entries.value(m_work), u"new"_s},
                                                           {m_entries.value(m_shop), u"first"_s}}));
    }

    // Who is killed there finds all as it was.
    void shouldLeaveTheFormerPasswordUntilTheFileIsWritten()
    {
        change({{m_work, u"new"_s}}, QList<QUuid>{m_work});

        QCOMPARE(m_whileWriting,
                 (QHash<QUuid, QString>{{m_work, u"former"_s}, {m_entries.value(m_work), u"new"_s}}));
    }

    void shouldWriteTheFileWithoutAPasswordToo()
    {
        change({}, QList<QUuid>());

        QVERIFY(m_result);
        QVERIFY(m_entries.isEmpty());
    }

    void shouldLeaveTheFormerPasswordsWhereTheFileCannotBeWritten()
    {
        change({{m_work, u"new"_s}, {m_shop, u"first"_s}, {m_work, u"newest"_s}}, unwritableFile());

        QVERIFY(!m_result);
        QCOMPARE(m_result.error(), unwritableFile());
        QCOMPARE(m_where, PasswordChange::Where::Alongside);
        QCOMPARE(m_whileWriting.value(m_entries.value(m_work)), u"newest"_s);
        QCOMPARE(m_keyring.secrets, (QHash<QUuid, QString>{{m_work, u"former"_s}}));
        QCOMPARE(m_keyring.unlocking.mid(3), QList<Unlocking>(2, Unlocking::Never));
    }

    void shouldNotTouchTheFileWhereTheKeyringRefuses()
    {
        m_keyring.unwritable = u"first"_s;

        change({{m_work, u"new"_s}, {m_shop, u"first"_s}}, QList<QUuid>());

        QCOMPARE(m_result.error(), secretError(SecretProblem::Denied).toError());
        QCOMPARE(m_where, PasswordChange::Where::Keyring);
        QVERIFY(m_whileWriting.isEmpty());
        QCOMPARE(m_keyring.secrets, (QHash<QUuid, QString>{{m_work, u"former"_s}}));
    }

    void shouldNameTheEntriesInTheSameEdit()
    {
        ProfileList list;
        EnvironmentProfile work = newProfile(u"work"_s, EnvironmentKind::Staging);
        work.host = u"one.example.org"_s;
        QVERIFY(list.add(work));
        const auto former = std::make_shared<QList<QUuid>>();
        const QUuid first = QUuid::createUuid();
        const QUuid second = QUuid::createUuid();
        const auto move = [&work](ProfileList &profiles) {
            work.host = u"another.example.org"_s;
            return profiles.replace(work);
        };

        QVERIFY(withEntries(move, {{work.id, first}}, former)(list));
        QCOMPARE(*former, QList<QUuid>{work.id});
        QCOMPARE(secretEntry(*list.find(work.id)), first);
        QVERIFY(withEntries(move, {{work.id, second}}, former)(list));
        QCOMPARE(*former, QList<QUuid>{first});
        QCOMPARE(secretEntry(*list.find(work.id)), second);
        QVERIFY(move(list)); // without a password: it stays where it is
        QCOMPARE(secretEntry(*list.find(work.id)), second);
    }
};

QTEST_GUILESS_MAIN(TestPasswordChange)
#include "tst_passwordchange.moc"
