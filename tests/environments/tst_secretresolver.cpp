// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/secretresolver.h"
#include "support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace environments;
using base::Result;

namespace
{

// A keyring that answers what it is told to.
class ToldStore final : public SecretStore
{
public:
    SecretAnswer answer;
    bool prompts = false;
    QList<QUuid> asked;

    SecretRequest read(const QUuid &environment, Unlocking, const base::Inbox &inbox,
                       SecretListener listener) override
    {
        asked.append(environment);
        inbox.address().post([listener, answer = answer, prompts = prompts] {
            if (prompts)
                listener.prompting();
            listener.answered(answer);
        });
        return {};
    }
    SecretRequest write(const QUuid &, const QString &, Unlocking, const base::Inbox &,
                        SecretListener) override
    {
        return {};
    }
    SecretRequest remove(const QUuid &, Unlocking, const base::Inbox &, SecretListener) override
    {
        return {};
    }
    void cancel(SecretRequest) override {}
};

EnvironmentProfile from(SecretSource::Kind kind, const QString &name = {})
{
    EnvironmentProfile profile = newProfile(u"shop"_s, EnvironmentKind::Staging);
    profile.secret = {kind, name};
    return profile;
}

} // namespace

class TestSecretResolver final : public tests::TestCase
{
    Q_OBJECT

    ToldStore m_store;
    QTemporaryDir m_folder;

    [[nodiscard]] LibpqFiles files() const
    {
        return {m_folder.filePath(u"pgpass"_s), m_folder.filePath(u"services"_s)};
    }

    Result<QString> resolve(SecretResolver &resolver, const EnvironmentProfile &profile)
    {
        std::optional<Result<QString>> heard;
        resolver.resolve(profile, [&heard](const Result<QString> &result) { heard = result; });
        if (heard)
            qFatal("answered before the function returned");
        [&] { QTRY_VERIFY(heard); }();
        return heard.value_or(base::Error());
    }

private Q_SLOTS:
    void shouldTakeItFromWhereTheProfileSays()
    {
        SecretResolver resolver(m_store, files());
        m_store.answer = {std::nullopt, u"from the keyring"_s};
        qputenv("SHOP_PASSWORD", "from a variable");
        QFile file(files().passwords);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("*:*:*:*:from a file\n") > 0);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        using enum SecretSource::Kind;
        const EnvironmentProfile inKeyring = from(Keychain);
        const EnvironmentProfile forThisRun = from(ThisRun);
        resolver.keepForThisRun(forThisRun.id, u"typed"_s);

        QCOMPARE(*resolve(resolver, from(None)), QString());
        QCOMPARE(*resolve(resolver, from(Variable, u"SHOP_PASSWORD"_s)), u"from a variable"_s);
        QCOMPARE(*resolve(resolver, from(LibpqFiles)), u"from a file"_s);
        QCOMPARE(*resolve(resolver, forThisRun), u"typed"_s);
        resolver.keepVariables({{u"SHOP_PASSWORD"_s, u"taken at the start"_s}});
        QCOMPARE(*resolve(resolver, from(Variable, u"SHOP_PASSWORD"_s)), u"taken at the start"_s);
        QVERIFY(m_store.asked.isEmpty());
        QCOMPARE(*resolve(resolver, inKeyring), u"from the keyring"_s);
        QCOMPARE(m_store.asked, QList{inKeyring.id});
    }

    void shouldSayWhatIsMissing()
    {
        SecretResolver resolver(m_store, files());
        qunsetenv("SHOP_PASSWORD");
        m_store.answer = {secretError(SecretProblem::Locked), {}};
        using enum SecretSource::Kind;

        const auto variable = resolve(resolver, from(Variable, u"SHOP_PASSWORD"_s));
        const auto thisRun = resolve(resolver, from(ThisRun));
        const auto keyring = resolve(resolver, from(Keychain));

        QVERIFY(!variable && variable.error().sentence.contains(u"“SHOP_PASSWORD”"_s));
        QCOMPARE(variable.error().kind, base::ErrorKind::Authentication);
        QVERIFY(!thisRun && thisRun.error().sentence.contains(u"“shop”"_s));
        QVERIFY(!keyring);
        QCOMPARE(keyring.error().sentence, secretError(SecretProblem::Locked).sentence);
    }

    // Who looks at a terminal sees that it is set there.
    void shouldSayWhyAVariableOfLibpqIsNotThere()
    {
        SecretResolver resolver(m_store, files());
        qunsetenv("PGPASSWORD");
        const auto found = resolve(resolver, from(SecretSource::Kind::Variable, u"PGPASSWORD"_s));
        QVERIFY(!found && found.error().sentence.contains(u"“PGPASSWORD” belongs to libpq"_s));
        QCOMPARE(found.error().kind, base::ErrorKind::Authentication);
    }

    void shouldSayThatTheKeyringAsks()
    {
        SecretResolver resolver(m_store, files());
        m_store.answer = {std::nullopt, u"pw"_s};
        m_store.prompts = true;
        QStringList heard;

        resolver.resolve(
            from(SecretSource::Kind::Keychain), [&](const Result<QString> &) { heard.append(u"answer"_s); },
            [&] { heard.append(u"asks"_s); });

        QTRY_COMPARE(heard, (QStringList{u"asks"_s, u"answer"_s}));
    }
};

QTEST_GUILESS_MAIN(TestSecretResolver)
#include "tst_secretresolver.moc"
