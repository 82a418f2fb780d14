// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "models/undohistory.h"
#include "support/testcase.h"

using namespace tusk;

class TestUndoHistory final : public tests::TestCase
{
    Q_OBJECT

    const QDateTime m_now = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);

    [[nodiscard]] domain::Action created(const QString &title) const
    {
        domain::Todo todo;
        todo.id = domain::TodoId(QUuid::createUuid());
        todo.title = title;
        return domain::createTodos({todo}, m_now);
    }

    [[nodiscard]] static repository::ActionSummary stored(const domain::Action &action)
    {
        repository::ActionSummary summary;
        summary.id = action.id;
        summary.label = action.label;
        summary.target = action.target;
        return summary;
    }

private Q_SLOTS:
    void shouldUndoTheNewestFirst()
    {
        models::UndoHistory history;
        const domain::Action first = created(QStringLiteral("one"));
        const domain::Action second = created(QStringLiteral("two"));
        history.performed(first);
        history.performed(second);

        QCOMPARE(history.undo(m_now)->target, second.id);
        QCOMPARE(history.undo(m_now)->target, first.id);
        QVERIFY(!history.undo(m_now));
    }

    void shouldRedoByTakingBackTheUndo()
    {
        models::UndoHistory history;
        const domain::Action action = created(QStringLiteral("one"));
        history.performed(action);
        const domain::ActionId undo = history.undo(m_now)->id;

        const std::optional<domain::Action> redo = history.redo(m_now);
        QCOMPARE(redo->target, undo);
        QVERIFY(redo->kind == domain::ActionKind::Redo);
        // And what stands again can be undone again, by its own id.
        QCOMPARE(history.undo(m_now)->target, action.id);
    }

    void shouldForgetWhatCouldBeRedoneWhenSomethingNewIsDone()
    {
        models::UndoHistory history;
        history.performed(created(QStringLiteral("one")));
        QVERIFY(history.undo(m_now));
        history.performed(created(QStringLiteral("two")));
        QVERIFY(!history.redoLabel());
    }

    void shouldNotOfferToUndoADeletionForGood()
    {
        models::UndoHistory history;
        domain::Todo todo;
        todo.id = domain::TodoId(QUuid::createUuid());
        history.performed(domain::purgeTodos({todo}, m_now));
        QVERIFY(!history.undoLabel());
    }

    void shouldNotOfferWhatIsOnlyAboutTodosThatWereDeletedForGood()
    {
        const domain::Action one = created(QStringLiteral("one"));
        const domain::Action two = created(QStringLiteral("two"));
        const domain::Todo first = one.todos.constFirst().after;
        const domain::Todo second = two.todos.constFirst().after;
        models::UndoHistory history;
        for (const domain::Action &action :
             {one, two, domain::completeTodos({first, second}, m_now), domain::trashTodos({first}, m_now)})
            history.performed(action);

        history.performed(domain::purgeTodos({first}, m_now));

        QCOMPARE(history.undoLabel(), domain::completeTodos({first, second}, m_now).label);
        QVERIFY(history.undo(m_now));
        QCOMPARE(history.undo(m_now)->target, two.id);
        QVERIFY(!history.undo(m_now));
        // And redoing brings back no more.
        QCOMPARE(history.redo(m_now)->label, two.label);
        history.performed(domain::purgeTodos({second}, m_now));
        QVERIFY(!history.undoLabel());
    }

    void shouldPassOverAnUndoThatTookNothingBack()
    {
        const domain::Action older = created(QStringLiteral("older"));
        const domain::Action newer = created(QStringLiteral("newer"));
        models::UndoHistory history;
        history.reset({stored(newer), stored(older)}, {});
        const domain::Action empty = *history.undo(m_now);

        QVERIFY(history.passOver(empty));

        QVERIFY(!history.redoLabel());
        QVERIFY(!history.passOver(empty)); // once
        QCOMPARE(history.undo(m_now)->target, older.id);
    }

    void shouldPassOverAnUndoThatTookNothingBackAlsoWhereAnotherFollowedIt()
    {
        const domain::Action oldest = created(QStringLiteral("oldest"));
        const domain::Action older = created(QStringLiteral("older"));
        const domain::Action newer = created(QStringLiteral("newer"));
        models::UndoHistory history;
        history.reset({stored(newer), stored(older), stored(oldest)}, {});
        const domain::Action empty = *history.undo(m_now);
        const domain::Action real = *history.undo(m_now);
        QCOMPARE(real.target, older.id);

        QVERIFY(history.passOver(empty));
        QCOMPARE(history.undo(m_now)->target, oldest.id);

        QCOMPARE(history.redo(m_now)->label, oldest.label);
        QCOMPARE(history.redo(m_now)->target, real.id);
        QVERIFY(!history.redoLabel());
    }

    void shouldContinueWhereTheDatabaseSaysThatThisInstallationWas()
    {
        const auto summary = [](const QString &label) {
            repository::ActionSummary result;
            result.id = domain::ActionId(QUuid::createUuid());
            result.label = label;
            result.target = domain::ActionId(QUuid::createUuid());
            return result;
        };
        const repository::ActionSummary newest = summary(QStringLiteral("newest"));
        const repository::ActionSummary older = summary(QStringLiteral("older"));
        const repository::ActionSummary undone = summary(QStringLiteral("undone"));
        models::UndoHistory history;
        history.reset({newest, older}, {undone});

        QCOMPARE(history.undoLabel(), newest.label);
        QCOMPARE(history.redo(m_now)->target, undone.id);
        QCOMPARE(history.undo(m_now)->target, *undone.target);
        QCOMPARE(history.undo(m_now)->target, newest.id);
        QCOMPARE(history.undo(m_now)->target, older.id);
    }

    void shouldNotOfferAgainWhatWaitsToBeUndone()
    {
        const domain::Action older = created(QStringLiteral("older"));
        const domain::Action newer = created(QStringLiteral("newer"));
        const domain::Action undo = domain::undoAction(newer.id, newer.label, m_now);
        models::UndoHistory history;
        history.reset({stored(newer), stored(older)}, {});
        history.waiting(undo);

        QCOMPARE(history.redo(m_now)->target, undo.id);
        QCOMPARE(history.undo(m_now)->target, newer.id);
        QCOMPARE(history.undo(m_now)->target, older.id);
        QVERIFY(!history.undo(m_now));
    }

    void shouldOfferToUndoWhatWaitsToBeRedone()
    {
        const domain::Action action = created(QStringLiteral("one"));
        const domain::Action undo = domain::undoAction(action.id, action.label, m_now);
        models::UndoHistory history;
        history.reset({}, {stored(undo)});
        history.waiting(domain::redoAction(undo.id, undo.label, m_now));

        QVERIFY(!history.redoLabel());
        QCOMPARE(history.undo(m_now)->target, action.id);
    }

    void shouldCountOnceWhatWaitsAndIsStoredAlready()
    {
        const domain::Action action = created(QStringLiteral("one"));
        const domain::Action taken = created(QStringLiteral("two"));
        const domain::Action undo = domain::undoAction(taken.id, taken.label, m_now);
        models::UndoHistory history;
        history.reset({stored(action)}, {stored(undo)});
        for (const domain::Action &waiting : {action, taken, undo})
            history.waiting(waiting);

        QCOMPARE(history.undo(m_now)->target, action.id);
        QVERIFY(!history.undo(m_now));
    }

    void shouldForgetAnActionThatTheDatabaseRefused()
    {
        models::UndoHistory history;
        const domain::Action refused = created(QStringLiteral("refused"));
        history.performed(refused);
        history.dropped(refused);
        QVERIFY(!history.undoLabel());
    }

    void shouldNotOfferAnImportAgainThatWasTakenBack()
    {
        models::UndoHistory history;
        repository::ActionSummary import = stored(created(QStringLiteral("before")));
        import.kind = QStringLiteral("import");
        history.reset({import}, {});

        const auto undo = history.undo(m_now);

        QVERIFY(undo && history.takesImportBack(undo->id));
        QVERIFY(!history.redoLabel()); // only its file brings it again
    }

    void shouldTakeAnImportBackThatIsNotTheNewest()
    {
        models::UndoHistory history;
        repository::ActionSummary import = stored(created(QStringLiteral("before")));
        import.kind = QStringLiteral("import");
        history.reset({import}, {});
        const domain::Action later = created(QStringLiteral("later"));
        history.performed(later);

        const domain::Action undo = history.undoImport(import.id, import.label, m_now);

        QCOMPARE(undo.target, import.id);
        QVERIFY(history.takesImportBack(undo.id));
        QCOMPARE(history.undo(m_now)->target, later.id); // that is still there
        QVERIFY(!history.undo(m_now));
    }
};

QTEST_GUILESS_MAIN(TestUndoHistory)
#include "tst_undohistory.moc"
