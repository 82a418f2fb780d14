// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/environmentstest.h"
#include "features/hands.h"
#include "gui/actions/actionregistry.h"
#include "gui/copy/copydialog.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "support/noisyneighbours.h"
#include "support/pgbouncer.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using environments::EnvironmentKind;
using environments::EnvironmentProfile;
using environments::ProfileList;

// A database behind a pooler in transaction mode, of which others use the servers too, in the words of those
// who work there.
class TestEnvironmentPoolerFeature final : public EnvironmentsTest
{
    Q_OBJECT

    std::unique_ptr<PgBouncer> m_pooler;

    // “Home” through the pooler; live changes come past it.
    [[nodiscard]] EnvironmentProfile pooledHome() const
    {
        const base::ConnectionSettings pooled = m_pooler->pooled(homeDatabase());
        EnvironmentProfile profile = profileFor(u"Pooled"_s, EnvironmentKind::Staging, pooled);
        profile.directHost = homeDatabase().host;
        profile.directPort = homeDatabase().port;
        return profile;
    }
    void openPooled()
    {
        const EnvironmentProfile profile = pooledHome();
        change([&profile](ProfileList &list) { return list.add(profile); });
        session().raise({}, profile.id);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Pooled – Tusk"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
    }
    [[nodiscard]] QString message()
    {
        const auto *sentence = page() ? page()->findChild<QLabel *>(u"messageSentence"_s) : nullptr;
        return sentence && sentence->isVisible() ? sentence->text() : QString();
    }
    void select(const QString &todo)
    {
        gui::TodoListView &view = page()->todos().view();
        view.setFocus();
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            const QModelIndex index = view.model()->index(row, models::TodoTableModel::Title);
            if (index.data().toString() == todo)
                view.selectOnly(index);
        }
        QCOMPARE(page()->todos().selectedTodos().size(), 1);
    }
    [[nodiscard]] QStringList completed()
    {
        QStringList result;
        for (const QStringList &row :
             server().psql(u"SELECT title FROM tusk.todo WHERE completed_at IS NOT NULL ORDER BY title"_s,
                           homeDatabase().database))
            result.append(row.first());
        return result;
    }

    void chooseInCopy(const QString &box, const QString &text)
    {
        auto *choices = window().findChild<gui::CopyDialog *>()->findChild<QComboBox *>(box);
        choices->setCurrentIndex(choices->findText(text));
        Q_EMIT choices->activated(choices->currentIndex());
        QCOMPARE(choices->currentText(), text);
    }

protected:
    void prepare() override
    {
        EnvironmentsTest::prepare();
        m_pooler = std::make_unique<PgBouncer>(server());
    }

private Q_SLOTS:
    void iWorkAmongNoisyNeighbours()
    {
        openPooled();
        const NoisyNeighbours neighbours(m_pooler->pooled(homeDatabase()));
        QStringList expected;
        for (int number = 10; number < 30; ++number) {
            expected.append(u"todo %1"_s.arg(number));
            add(expected.last());
        }
        QTRY_COMPARE_WITH_TIMEOUT(stored(homeDatabase()), expected, patience);

        select(u"todo 12"_s);
        hands::press(u"Space"_s);
        QTRY_COMPARE_WITH_TIMEOUT(completed(), QStringList{u"todo 12"_s}, patience);
        hands::press(u"Ctrl+Z"_s);
        QTRY_COMPARE_WITH_TIMEOUT(completed(), QStringList(), patience);

        hands::press(u"Ctrl+F"_s);
        hands::type(u"todo 17"_s);
        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"todo 17"_s}, patience);
        QTRY_VERIFY(page()->link().workspace().pending().isEmpty());
        QCOMPARE(neighbours.failures(), 0);
        QCOMPARE_GT(neighbours.statements(), 0);
    }

    void iCopyAmongNoisyNeighbours()
    {
        change([](ProfileList &list) {
            EnvironmentProfile work = *list.findNamed(u"Work"_s);
            work.confirmDestructive = false;
            return list.replace(work);
        });
        openPooled();
        const NoisyNeighbours neighbours(m_pooler->pooled(homeDatabase()));
        add(u"dig the beds"_s);
        add(u"call Ana"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stored(homeDatabase()).size(), 2, patience);

        window().actions().action(gui::ActionId::CopyToEnvironment).trigger();
        const auto *dialog = window().findChild<gui::CopyDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *next = dialog->findChild<QPushButton *>(u"nextButton"_s);
        const auto *status = dialog->findChild<QLabel *>(u"status"_s);
        chooseInCopy(u"what"_s, u"Everything but the Trash"_s);
        chooseInCopy(u"to"_s, u"Work"_s);
        next->click();
        QTRY_VERIFY2_WITH_TIMEOUT(next->isEnabled() && next->text().startsWith(u"Copy"_s),
                                  qPrintable(status->text()), patience);
        next->click();
        QTRY_VERIFY2_WITH_TIMEOUT(status->text().startsWith(u"Copied"_s), qPrintable(status->text()),
                                  patience);

        QCOMPARE(stored(workDatabase()), stored(homeDatabase()));
        QCOMPARE(neighbours.failures(), 0);
    }

    void iSeeWhatOthersChangeAtOnce()
    {
        openPooled();
        const NoisyNeighbours neighbours(m_pooler->pooled(homeDatabase()));
        server().psql(u"INSERT INTO tusk.todo (title) VALUES ('from elsewhere')"_s, homeDatabase().database);
        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"from elsewhere"_s}, patience);
        QCOMPARE(neighbours.failures(), 0);
    }

    void iAmToldWhereLiveChangesCannotCome()
    {
        EnvironmentProfile profile = pooledHome();
        profile.directHost.clear();
        profile.directPort = 0;
        change([&profile](ProfileList &list) { return list.add(profile); });
        session().raise({}, profile.id);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        QTRY_VERIFY2_WITH_TIMEOUT(
            message().startsWith(u"A pooler is between Tusk and this database, so changes that are made "
                                 "elsewhere are not shown at once"_s),
            qPrintable(message()), patience);
        add(u"works all the same"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stored(homeDatabase()), QStringList{u"works all the same"_s}, patience);

        server().psql(u"UPDATE tusk.todo SET title = 'changed elsewhere'"_s, homeDatabase().database);
        hands::press(u"F5"_s); // asks

        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"changed elsewhere"_s}, patience);
    }

    void myChangesWaitUntilThePoolerIsBack()
    {
        openPooled();
        m_pooler->stop();
        QTRY_VERIFY_WITH_TIMEOUT(!isReady(), patience);
        add(u"meanwhile"_s);
        QCOMPARE(stored(homeDatabase()), QStringList());
        m_pooler->start();
        QTRY_COMPARE_WITH_TIMEOUT(stored(homeDatabase()), QStringList{u"meanwhile"_s}, patience);
    }
};

QTEST_MAIN(TestEnvironmentPoolerFeature)
#include "tst_environmentpoolerfeature.moc"
