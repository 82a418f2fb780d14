// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/environments/environmentdrafts.h"
#include "support/testcase.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using environments::EnvironmentKind;
using gui::EnvironmentDrafts;
using Draft = EnvironmentDrafts::Draft;

class TestEnvironmentDrafts final : public tests::TestCase
{
    Q_OBJECT

    environments::EnvironmentProfile m_profile;
    EnvironmentDrafts m_drafts;

    // Typed, and on its way to the disk.
    Draft write(const QString &name, const QString &password)
    {
        Draft draft = m_drafts.of(m_profile.id);
        draft.profile.name = name;
        draft.password = password;
        m_drafts.keep(m_profile.id, draft);
        return draft;
    }
    void settle(const Draft &written)
    {
        m_drafts.settle(m_profile.id, written);
        m_drafts.setSaved({written.profile});
    }

protected:
    void prepare() override
    {
        m_profile = environments::newProfile(u"Staging"_s, EnvironmentKind::Staging);
        m_drafts = {};
        m_drafts.setSaved({m_profile});
    }

private Q_SLOTS:
    void shouldHaveNoDraftOfWhatWasSaved()
    {
        settle(write(u"Rehearsal"_s, u"secret"_s));
        QVERIFY(!m_drafts.isChanged(m_profile.id));
        QCOMPARE(m_drafts.of(m_profile.id).profile.name, u"Rehearsal"_s);
    }

    void shouldKeepWhatWasTypedWhileItWasBeingSaved()
    {
        const Draft written = write(u"Rehearsal"_s, u"secret"_s);
        write(u"Rehearsal 2"_s, u"secret"_s);
        settle(written);
        QVERIFY(m_drafts.isChanged(m_profile.id));
        QCOMPARE(m_drafts.of(m_profile.id).profile.name, u"Rehearsal 2"_s);
        QCOMPARE(m_drafts.of(m_profile.id).password, QString()); // which is saved
    }

    void shouldKeepAPasswordThatWasTypedWhileItWasBeingSaved()
    {
        const Draft written = write(u"Rehearsal"_s, u"sec"_s);
        write(u"Rehearsal"_s, u"secret"_s);
        settle(written);
        QCOMPARE(m_drafts.of(m_profile.id).password, u"secret"_s);
    }

    void shouldNumberANameThatLooksLikeAPlaceForANumber()
    {
        m_profile.name = u"50 %1 or %2"_s;
        m_drafts.setSaved({m_profile});
        QCOMPARE(m_drafts.freeName(u"50 %1 or %2"_s), u"50 %1 or %2 2"_s);
    }

    void shouldTakeANewOneThatWasSavedForAKnownOne()
    {
        const auto added = environments::newProfile(u"Other"_s, EnvironmentKind::Development);
        m_drafts.add(added);
        m_drafts.settle(added.id, {added, u"copied"_s}); // with the password of what it is a copy of
        m_drafts.setSaved({m_profile, added});
        QVERIFY(!m_drafts.isNew(added.id));
        QVERIFY(!m_drafts.isChanged(added.id));
        QCOMPARE(m_drafts.all().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentDrafts)
#include "tst_environmentdrafts.moc"
