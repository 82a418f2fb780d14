// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// Todos that belong to others, as an import brings them.
class TestSubtasksFeature final : public FeatureTest
{
    Q_OBJECT

    void fill() override
    {
        execute(u"INSERT INTO tusk.todo (title, position) VALUES ('trip', 'A'), ('home', 'B')"_s);
        execute(u"INSERT INTO tusk.todo (title, position, parent_id, completed_at) SELECT v.title, "
                "v.position, p.id, v.done FROM tusk.todo p JOIN (VALUES ('passport', 'C', NULL), ('tickets', "
                "'D', now())) AS v(title, position, done) ON p.title = 'trip'"_s);
    }

private Q_SLOTS:
    void iSeeHowFarATodoWithSubtasksIs()
    {
        QTRY_COMPARE(user().row(u"trip"_s), u"trip, 1 of 2 subtasks done, not completed"_s);
        QCOMPARE(user().row(u"passport"_s), u"passport, subtask of trip, not completed"_s);
        user().clicksCircleOf(u"passport"_s);
        QTRY_COMPARE(user().row(u"trip"_s), u"trip, 2 of 2 subtasks done, not completed"_s);
        user().presses(u"Ctrl+Z"_s);
        QTRY_COMPARE(user().row(u"trip"_s), u"trip, 1 of 2 subtasks done, not completed"_s);
    }

    void iGoFromATodoToItsSubtaskAndBack()
    {
        QTRY_VERIFY(user().titles().contains(u"trip"_s));
        user().clicksTodo(u"trip"_s);
        QVERIFY(user().sees(u"Subtasks · 1 of 2"_s));
        QVERIFY(user().sees(u"tickets, completed"_s));
        user().clicks(u"passport, not completed"_s);
        QTRY_COMPARE(user().selected(), QStringList{u"passport"_s});
        user().clicks(u"Part of"_s);
        QTRY_COMPARE(user().selected(), QStringList{u"trip"_s});
    }

    void iGoToASubtaskThatIsDone()
    {
        QTRY_VERIFY(user().titles().contains(u"trip"_s));
        user().clicksTodo(u"trip"_s);
        user().clicks(u"tickets, completed"_s);
        QTRY_COMPARE(user().place(), u"Completed"_s);
        QTRY_COMPARE(user().selected(), QStringList{u"tickets"_s});
    }

    void iMergeTodosAndTheirSubtasksComeAlong()
    {
        QTRY_VERIFY(user().titles().contains(u"trip"_s));
        user().selects({u"home"_s, u"trip"_s});
        user().presses(u"Ctrl+K"_s);
        user().types(u"merge"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(
            stored(u"SELECT t.title, p.title FROM tusk.todo t JOIN tusk.todo p ON p.id = t.parent_id "
                   "WHERE p.deleted_at IS NULL ORDER BY 1"_s)
                .size(),
            2);
    }
};

QTEST_MAIN(TestSubtasksFeature)
#include "tst_subtasksfeature.moc"
