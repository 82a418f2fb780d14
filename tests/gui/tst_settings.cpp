// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/lastplace.h"
#include "gui/settings/settingkeys.h"
#include "gui/settings/settings.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::gui;
using domain::TodoFilter;
using tests::TestCase;
using Place = TodoFilter::Place;

// Of these tests.
const SettingKey<int> hour{"hour", 0};

class TestSettings final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString config() const { return m_folder->filePath(u"config/tusk"_s); }
    [[nodiscard]] QString state() const { return m_folder->filePath(u"state/tusk"_s); }
    [[nodiscard]] QString settingsFile() const { return config() + "/settings.json"_L1; }

    void writeSettingsFile(const QByteArray &content) const
    {
        QVERIFY(QDir().mkpath(config()));
        QFile file(settingsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    [[nodiscard]] QByteArray readSettingsFile() const
    {
        QFile file(settingsFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

protected:
    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }

private Q_SLOTS:
    void shouldBeAsAtTheFirstStartWithoutFiles()
    {
        const Settings settings(config(), state());
        QCOMPARE(settings.value(hour), 0);
        QCOMPARE(settings.value(settingkeys::colors), AppearanceChoice::Colors::System);
        QCOMPARE(lastPlace(settings, QUuid::createUuid()), TodoFilter::at(Place::Inbox));
        QVERIFY(settings.putAside().isEmpty());
        QVERIFY(!QDir(config()).exists()); // looking leaves nothing behind
    }

    void shouldRememberEveryKindOfValue()
    {
        {
            Settings settings(config(), state());
            settings.set(hour, 4);
            settings.set(settingkeys::colors, AppearanceChoice::Colors::HighContrast);
            settings.set(settingkeys::geometry, QByteArray::fromHex("00ff0a22"));
            settings.set(settingkeys::keys, {{"todo.new"_L1, QJsonArray{u"Ctrl+T"_s}}});
        }
        const Settings settings(config(), state());
        QCOMPARE(settings.value(hour), 4);
        QCOMPARE(settings.value(settingkeys::colors), AppearanceChoice::Colors::HighContrast);
        QCOMPARE(settings.value(settingkeys::geometry), QByteArray::fromHex("00ff0a22"));
        QCOMPARE(settings.value(settingkeys::keys).size(), 1);
        // Choices and the way the window was left lie apart, and only the user may read them.
        QVERIFY(!readSettingsFile().contains("geometry"));
        QCOMPARE(QFile::permissions(settingsFile()) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
    }

    void shouldTellOfAChangeOnceAndSaveItByItself()
    {
        Settings settings(config(), state());
        const QSignalSpy changed(&settings, &Settings::changed);
        settings.set(hour, 3);
        settings.set(hour, 3);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), u"hour"_s);
        QTRY_VERIFY(readSettingsFile().contains("\"hour\": 3"));
    }

    void shouldKeepADamagedFileAsideAndStartWithDefaults_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("cut off") << QByteArray("{\"hour\": 4, ");
        QTest::addRow("no object") << QByteArray("[1, 2]");
        QTest::addRow("empty") << QByteArray("");
        QTest::addRow("binary") << QByteArray::fromHex("00fffe01");
        QTest::addRow("huge") << QByteArray(2'000'000, ' ');
    }
    void shouldKeepADamagedFileAsideAndStartWithDefaults()
    {
        QFETCH(QByteArray, content);
        writeSettingsFile(content);
        Settings settings(config(), state());
        QCOMPARE(settings.value(hour), 0);
        QCOMPARE(settings.putAside(), QStringList{settingsFile() + ".damaged"_L1});
        QFile aside(settings.putAside().first());
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), content);
        // A second one does not take its place.
        writeSettingsFile(content);
        const Settings again(config(), state());
        QCOMPARE(again.putAside(), QStringList{settingsFile() + ".damaged-2"_L1});
    }

    void shouldFallBackForAValueThatMakesNoSenseAndKeepWhatItDoesNotKnow()
    {
        writeSettingsFile("{\"hour\": \"noon\", \"colors\": \"pink\", \"ofALaterVersion\": [1]}");
        {
            Settings settings(config(), state());
            QCOMPARE(settings.value(hour), 0);
            QCOMPARE(settings.value(settingkeys::colors), AppearanceChoice::Colors::System);
            settings.set(hour, 2);
        }
        QVERIFY(readSettingsFile().contains("ofALaterVersion"));
    }

    void shouldSayWhenItCannotSave()
    {
        writeSettingsFile("{}");
        // given: a file where the folder of the state should be
        QFile blocker(m_folder->filePath(u"state"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        Settings settings(config(), state());
        QSignalSpy failed(&settings, &Settings::notSaved);
        settings.set(settingkeys::detailsShown, false);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(settings.value(settingkeys::detailsShown), false);
    }

    void shouldRememberTheLastPlaceOfEachEnvironmentButNoSearch()
    {
        const TodoFilter list = TodoFilter::inList(domain::ListId(QUuid::createUuid()));
        const QUuid one = QUuid::createUuid();
        const QUuid other = QUuid::createUuid();
        for (const TodoFilter &place :
             {TodoFilter::at(Place::Trash), list, TodoFilter::withTag(domain::TagId(QUuid::createUuid()))}) {
            {
                Settings settings(config(), state());
                setLastPlace(settings, one, place);
                setLastPlace(settings, one, TodoFilter::matching(u"a search is no place"_s));
                setLastPlace(settings, other, TodoFilter::at(Place::Today));
            }
            QCOMPARE(lastPlace(Settings(config(), state()), one), place);
            QCOMPARE(lastPlace(Settings(config(), state()), other), TodoFilter::at(Place::Today));
        }
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
