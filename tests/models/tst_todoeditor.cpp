// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "models/opendatabase.h"
#include "models/todoeditor.h"
#include "support/testcase.h"

#include <QSignalSpy>

using namespace tusk;
using namespace tusk::tests;
using domain::TodoField;
using models::TodoEditor;

// One person at the details of a todo, the other at another device.
class TestTodoEditor final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;
    std::unique_ptr<Device> m_device;
    std::unique_ptr<TodoEditor> m_editor;

    QString stored(const QString &sql) { return m_server->psql(sql, m_settings.database).value(0).value(0); }
    QString storedTitle() { return stored(QStringLiteral("SELECT title FROM tusk.todo")); }

    void addSaved(const QString &title)
    {
        m_device->add(title);
        QTRY_VERIFY(m_device->isSaved());
    }

    void show(const QStringList &titles)
    {
        QList<domain::Todo> todos;
        for (const QString &title : titles)
            todos.append(m_device->todo(title));
        m_editor->edit(todos);
    }

    void typeTitle(const QString &text)
    {
        m_editor->type(TodoField::Title, [text] { return text; });
    }
    void typeNotes(const QString &text)
    {
        m_editor->type(TodoField::Notes, [text] { return text; });
    }

    // As another program does it, which needs no second device to wait for.
    void changeElsewhere(const QString &assignment)
    {
        m_server->psql(QStringLiteral("UPDATE tusk.todo SET %1").arg(assignment), m_settings.database);
    }

protected:
    void prepare() override
    {
        m_settings = createTuskDatabase(*m_server);
        m_device = std::make_unique<Device>(m_settings);
        m_editor = std::make_unique<TodoEditor>(m_device->workspace());
        addSaved(QStringLiteral("Water the tomatoes"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        TestServerOptions options;
        options.logStatements = true;
        m_server = std::make_unique<TestServer>(options);
    }
    void cleanup()
    {
        m_editor.reset();
        m_device.reset();
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldSaveWhatIsTypedAMomentAfterTheLastKey()
    {
        show({QStringLiteral("Water the tomatoes")});
        typeTitle(QStringLiteral("Water the bean"));
        typeTitle(QStringLiteral("Water the beans"));
        QVERIFY(m_device->isSaved()); // not at every key
        QTRY_COMPARE(storedTitle(), QStringLiteral("Water the beans"));
        QCOMPARE(stored(QStringLiteral("SELECT count(*) FROM tusk.action WHERE kind = 'edit'")),
                 QStringLiteral("1"));
        QCOMPARE(m_editor->title(), QStringLiteral("Water the beans"));
    }

    void shouldSaveAtOnceWhenTheFieldIsLeft()
    {
        show({QStringLiteral("Water the tomatoes")});
        m_editor->beginEditing(TodoField::Title);
        typeTitle(QStringLiteral("  Water the beans "));
        m_editor->endEditing(TodoField::Title);
        QCOMPARE(m_device->titles(), QStringList{QStringLiteral("Water the beans*")});
        QCOMPARE(m_editor->title(), QStringLiteral("Water the beans"));
    }

    void shouldSaveWhenAnotherTodoIsChosenOrTheWindowCloses()
    {
        addSaved(QStringLiteral("Renew the passport"));
        show({QStringLiteral("Water the tomatoes")});
        typeTitle(QStringLiteral("Water the beans"));
        show({QStringLiteral("Renew the passport")});
        QCOMPARE(m_editor->title(), QStringLiteral("Renew the passport"));
        typeNotes(QStringLiteral("with a photo"));
        m_editor.reset();
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(
            stored(QStringLiteral("SELECT string_agg(title || notes, '; ' ORDER BY title) FROM tusk.todo")),
            QStringLiteral("Renew the passportwith a photo; Water the beans"));
    }

    void shouldShowWhatAnotherDeviceChangesInFieldsThatNobodyEdits()
    {
        show({QStringLiteral("Water the tomatoes")});
        m_editor->beginEditing(TodoField::Title);
        QSignalSpy changed(m_editor.get(), &TodoEditor::valuesChanged);
        Device other(m_settings);
        domain::Todo after = other.todo(QStringLiteral("Water the tomatoes"));
        after.priority = domain::Priority::High;
        after.notes = QStringLiteral("the red ones");
        other.workspace().perform(domain::editTodo(other.todo(after.title), after, other.workspace().now()));
        QTRY_COMPARE(m_editor->notes(), QStringLiteral("the red ones"));
        QCOMPARE(m_editor->priority(), domain::Priority::High);
        const auto fields = changed.last().first().value<domain::TodoFields>();
        QCOMPARE(fields, domain::TodoFields(TodoField::Notes | TodoField::Priority));
    }

    void shouldNeverChangeTheFieldThatIsBeingEdited()
    {
        show({QStringLiteral("Water the tomatoes")});
        m_editor->beginEditing(TodoField::Title);
        QSignalSpy changed(m_editor.get(), &TodoEditor::valuesChanged);
        changeElsewhere(QStringLiteral("title = 'Sell the tomatoes'"));
        QTRY_COMPARE(m_device->titles(), QStringList{QStringLiteral("Sell the tomatoes")});
        QCOMPARE(m_editor->title(), QStringLiteral("Water the tomatoes"));
        for (const QList<QVariant> &said : changed)
            QVERIFY(!said.first().value<domain::TodoFields>().testFlag(TodoField::Title));
        // Left without a letter typed, it shows what is there.
        m_editor->endEditing(TodoField::Title);
        QCOMPARE(m_editor->title(), QStringLiteral("Sell the tomatoes"));
        QVERIFY(changed.last().first().value<domain::TodoFields>().testFlag(TodoField::Title));
    }

    void shouldAskInsteadOfOverwritingWhatSomebodyElseWroteMeanwhile()
    {
        show({QStringLiteral("Water the tomatoes")});
        m_editor->beginEditing(TodoField::Title);
        changeElsewhere(QStringLiteral("title = 'Sell the tomatoes'"));
        QTRY_COMPARE(m_device->titles(), QStringList{QStringLiteral("Sell the tomatoes")});
        typeTitle(QStringLiteral("Water the beans"));
        QTRY_COMPARE(m_device->workspace().conflicts().size(), 1);
        QCOMPARE(storedTitle(), QStringLiteral("Sell the tomatoes"));
        // What is typed stays in the field, and is not asked for again at every pause.
        QCOMPARE(m_editor->title(), QStringLiteral("Water the beans"));
        typeTitle(QStringLiteral("Water the beans twice"));
        typeNotes(QStringLiteral("typed later"));
        QTRY_COMPARE(stored(QStringLiteral("SELECT notes FROM tusk.todo")), QStringLiteral("typed later"));
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(storedTitle(), QStringLiteral("Sell the tomatoes"));
        QCOMPARE(m_device->workspace().conflicts().size(), 1);
        QCOMPARE(m_editor->title(), QStringLiteral("Water the beans twice"));
        // Leaving the field asks once, about the newest text.
        m_editor->endEditing(TodoField::Title);
        QTRY_VERIFY(m_device->isSaved());
        QTRY_COMPARE(m_device->workspace().conflicts().size(), 1);
        QCOMPARE(m_device->workspace().conflicts().first().field.mine.toString(),
                 QStringLiteral("Water the beans twice"));
        m_device->workspace().useMine(m_device->workspace().conflicts().first());
        QTRY_COMPARE(storedTitle(), QStringLiteral("Water the beans twice"));
        QTRY_COMPARE(m_editor->title(), QStringLiteral("Water the beans twice"));
    }

    void shouldGiveBackWhatTheDatabaseRefused()
    {
        m_server->psql(QStringLiteral("ALTER TABLE tusk.todo ADD CONSTRAINT no_cats CHECK (title !~ 'cat')"),
                       m_settings.database);
        addSaved(QStringLiteral("Renew the passport"));
        addSaved(QStringLiteral("Feed the dog"));
        show({QStringLiteral("Feed the dog")});
        typeTitle(QStringLiteral("Feed the cat"));
        QVERIFY(m_editor->flush());
        models::Workspace &workspace = m_device->workspace();
        QTRY_COMPARE(workspace.handedBack().size(), 1);
        const domain::Action refused = workspace.handedBack().first().action;
        show({QStringLiteral("Renew the passport")});
        QSignalSpy gaveBack(m_editor.get(), &TodoEditor::gaveBack);

        QVERIFY(m_editor->giveBack(refused));
        QCOMPARE(gaveBack.size(), 0);
        QVERIFY(!m_editor->giveBack(refused)); // it is there already
        show({QStringLiteral("Feed the dog")});

        QCOMPARE(gaveBack.size(), 1);
        QCOMPARE(m_editor->title(), QStringLiteral("Feed the cat"));
        QCOMPARE(workspace.handedBack().size(), 1); // until it is saved
        typeTitle(QStringLiteral("Feed the bird"));
        QVERIFY(m_editor->flush());
        QVERIFY(workspace.handedBack().isEmpty());
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT title FROM tusk.todo WHERE title ~ 'Feed'")),
                 QStringLiteral("Feed the bird"));
    }

    void shouldKeepWhatIsTypedWhenARuleForbidsIt()
    {
        addSaved(QStringLiteral("Renew the passport"));
        show({QStringLiteral("Water the tomatoes")});
        QSignalSpy rejected(m_editor.get(), &TodoEditor::rejected);
        QSignalSpy accepted(m_editor.get(), &TodoEditor::accepted);
        const QString tooLong(501, u'x');
        typeTitle(tooLong);
        QVERIFY(!m_editor->flush());
        QCOMPARE(rejected.size(), 1);
        QCOMPARE(rejected.first().first().value<TodoField>(), TodoField::Title);
        QVERIFY(rejected.first().at(1).value<base::Error>().sentence.contains(QStringLiteral("501")));
        // It comes back with its todo.
        show({QStringLiteral("Renew the passport")});
        show({QStringLiteral("Water the tomatoes")});
        QCOMPARE(m_editor->title(), tooLong);
        QCOMPARE(storedTitle().size() < 30, true);
        typeTitle(QStringLiteral("short"));
        QVERIFY(m_editor->flush());
        QCOMPARE(accepted.size(), 1);
    }

    void shouldFetchTheWholeNotesAndKeepThemThroughOwnSaves()
    {
        const QString longNotes = QStringLiteral("word ").repeated(1'000);
        changeElsewhere(QStringLiteral("notes = '%1'").arg(longNotes));
        QTRY_VERIFY(m_device->todo(QStringLiteral("Water the tomatoes")).notesCut);
        show({QStringLiteral("Water the tomatoes")});
        QVERIFY(!m_editor->hasWholeNotes());
        typeNotes(QStringLiteral("must not be taken for all of them"));
        QTRY_VERIFY(m_editor->hasWholeNotes());
        QCOMPARE(m_editor->notes(), longNotes);

        const qint64 mark = m_server->logMark();
        typeNotes(longNotes + QStringLiteral("end"));
        QVERIFY(m_editor->flush());
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(m_editor->notes(), longNotes + QStringLiteral("end"));
        QVERIFY(m_editor->hasWholeNotes());
        QCOMPARE(stored(QStringLiteral("SELECT notes FROM tusk.todo")), longNotes + QStringLiteral("end"));
        // One statement for the save, none to read again what is known.
        qsizetype reads = 0;
        for (const LoggedStatement &statement : m_server->countedStatements(mark))
            reads += statement.text.contains(QStringLiteral("'notes', t.notes")) ? 1 : 0;
        QCOMPARE(reads, 0);

        // Somebody else's whole notes are read.
        changeElsewhere(QStringLiteral("notes = notes || '!'"));
        QTRY_COMPARE(m_editor->notes(), longNotes + QStringLiteral("end!"));
    }

    void shouldShowWhatSeveralTodosShareAndChangeAllAsOneAction()
    {
        addSaved(QStringLiteral("Renew the passport"));
        show({QStringLiteral("Water the tomatoes"), QStringLiteral("Renew the passport")});
        QVERIFY(!m_editor->isMixed(TodoField::Due));
        QVERIFY(m_editor->isMixed(TodoField::Title));
        QCOMPARE(m_editor->title(), QString());

        const domain::When due{QDate(2026, 12, 24), {}, {}};
        m_editor->setDue(due);
        QCOMPARE(m_editor->due(), std::optional(due));
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT count(*) FROM tusk.todo WHERE due_date = '2026-12-24'")),
                 QStringLiteral("2"));
        QVERIFY(m_device->workspace().undo());
        QCOMPARE(m_editor->due(), std::nullopt);

        QTRY_VERIFY(m_device->isSaved());
        changeElsewhere(QStringLiteral("priority = 3 WHERE title LIKE 'Renew%'"));
        QTRY_VERIFY(m_editor->isMixed(TodoField::Priority));
        QCOMPARE(m_editor->priority(), domain::Priority::None);
        m_editor->setPriority(domain::Priority::Low);
        QVERIFY(!m_editor->isMixed(TodoField::Priority));
        QCOMPARE(m_editor->priority(), domain::Priority::Low);
    }

    void shouldRefuseImpossibleDates()
    {
        show({QStringLiteral("Water the tomatoes")});
        QSignalSpy rejected(m_editor.get(), &TodoEditor::rejected);
        m_editor->setDue(domain::When{QDate(2026, 2, 30), {}, {}});
        m_editor->setStart(domain::When{QDate(12'024, 1, 1), {}, {}});
        QCOMPARE(rejected.size(), 2);
        QCOMPARE(rejected.at(0).first().value<TodoField>(), TodoField::Due);
        QCOMPARE(rejected.at(1).first().value<TodoField>(), TodoField::Start);
        QVERIFY(m_device->isSaved());
        QCOMPARE(m_editor->due(), std::nullopt);
    }

    void shouldMakeANewTagWithItsTodosAsOneAction()
    {
        addSaved(QStringLiteral("Renew the passport"));
        show({QStringLiteral("Water the tomatoes"), QStringLiteral("Renew the passport")});
        m_editor->addTagNamed(QStringLiteral(" errand "));
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT name || (SELECT count(*) FROM tusk.todo_tag) FROM tusk.tag")),
                 QStringLiteral("errand2"));
        QCOMPARE(m_device->workspace().tags().size(), 1);
        const domain::TagId errand = m_device->workspace().tags().first().id;
        QCOMPARE(m_editor->tags(), QList{errand});

        // The one that exists is taken, however it is written.
        show({QStringLiteral("Water the tomatoes")});
        m_editor->removeTag(errand);
        QCOMPARE(m_editor->tags(), QList<domain::TagId>());
        show({QStringLiteral("Water the tomatoes"), QStringLiteral("Renew the passport")});
        QCOMPARE(m_editor->someTags(), QList{errand});
        m_editor->addTagNamed(QStringLiteral("ERRAND"));
        QCOMPARE(m_editor->tags(), QList{errand});
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(m_device->workspace().tags().size(), 1);
    }

    void shouldSayThatATodoIsGoneAndKeepWhatWasTyped()
    {
        show({QStringLiteral("Water the tomatoes")});
        typeTitle(QStringLiteral("Water the beans"));
        QSignalSpy rejected(m_editor.get(), &TodoEditor::rejected);
        m_server->psql(QStringLiteral("DELETE FROM tusk.todo"), m_settings.database);
        QTRY_VERIFY(m_editor->isGone());
        QVERIFY(!m_editor->flush());
        QCOMPARE(rejected.size(), 1);
        QCOMPARE(m_editor->title(), QStringLiteral("Water the beans"));
    }
};

QTEST_MAIN(TestTodoEditor)

#include "tst_todoeditor.moc"
