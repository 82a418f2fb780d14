// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/schematestcase.h"

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;

class TestSearchTodos final : public SchemaTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldFind_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        const auto row = [](const char *why, const QString &title, const QString &typed, bool found = true) {
            QTest::addRow("%s", why) << title << typed << found;
        };
        row("a word", u"Water the tomatoes"_s, u"tomatoes"_s);
        row("a word in capitals", u"Water the tomatoes"_s, u"TOMATOES"_s);
        row("the beginning of a word", u"Water the tomatoes"_s, u"to"_s);
        row("one letter", u"Water the tomatoes"_s, u"t"_s);
        row("words in another order", u"Water the tomatoes"_s, u"tom wat"_s);
        row("one word too many", u"Water the tomatoes"_s, u"tomatoes twice"_s, false);
        row("blanks around", u"Water the tomatoes"_s, u"  water  "_s);
        row("three letters within a word", u"Water the tomatoes"_s, u"mat"_s);
        row("two letters within a word", u"Water the tomatoes"_s, u"ma"_s, false);
        row("parts of two words", u"Water the tomatoes"_s, u"mato ater"_s);
        row("a part of one word and the beginning of another", u"Water the tomatoes"_s, u"mato t"_s);
        row("a part and a word that is not there", u"Water the tomatoes"_s, u"mato beans"_s, false);
        row("two letters within a word beside another", u"Water the tomatoes"_s, u"water ma"_s, false);
        row("from one word into the next", u"Water the tomatoes"_s, u"er the to"_s);
        row("letters that are not in a row", u"Water the tomatoes"_s, u"wtr"_s, false);
        row("nothing", u"Water the tomatoes"_s, u""_s, false);
        row("blanks", u"Water the tomatoes"_s, u"   "_s, false);
        row("small words", u"to be or not"_s, u"or not"_s);
        row("a number", u"Call 0049 30 12345"_s, u"12345"_s);
        row("a number with a fraction", u"Pay 3.50"_s, u"3.50"_s);
        row("part of a number", u"Pay 3.50"_s, u"50"_s);

        row("é for e", u"Café"_s, u"cafe"_s);
        row("e for é", u"Cafe"_s, u"café"_s);
        row("é in two characters", u"Cafe\u0301"_s, u"caf\u00e9"_s);
        row("ß for ss", u"Straße"_s, u"strasse"_s);
        row("ss for ß", u"Strasse"_s, u"straße"_s);
        row("capital ß", u"STRAẞE"_s, u"straße"_s);
        row("Ł for l", u"Łódź"_s, u"lodz"_s);
        row("l for Ł", u"Lodz"_s, u"łódź"_s);
        row("İ for i", u"İstanbul"_s, u"istanbul"_s);
        row("i for İ", u"istanbul"_s, u"İSTANBUL"_s);
        row("ı for i", u"ılık"_s, u"ilik"_s);
        row("Ø for o", u"Øresund"_s, u"ore"_s);
        row("æ for ae", u"Ærø"_s, u"aero"_s);
        row("Vietnamese", u"Nguyễn"_s, u"nguyen"_s);
        row("Greek capitals", u"ΑΘΗΝΑ"_s, u"αθήνα"_s);
        row("Cyrillic capitals", u"ЗВОНОК Ёлке"_s, u"звонок елке"_s);
        row("ligature", u"ﬁnd"_s, u"find"_s);
        row("full width", u"ＡＢＣ"_s, u"abc"_s);
        row("trade mark", u"Tusk™"_s, u"tusktm"_s);

        row("both sides of a slash", u"and/or"_s, u"or"_s);
        row("with the slash", u"and/or"_s, u"and/or"_s);
        row("a host name in parts", u"see example.org/x"_s, u"example"_s);
        row("the end of a host name", u"see example.org/x"_s, u"org"_s);
        row("a host name as a whole", u"see example.org/x"_s, u"example.org"_s);
        row("a mail address as a whole", u"Write to ana.maria@example.org"_s, u"ana.maria@example.org"_s);
        row("a mail address in parts", u"Write to ana.maria@example.org"_s, u"maria"_s);
        row("a hyphen", u"Buy e-mail stamps"_s, u"mail"_s);
        row("a file name", u"edit /etc/fstab.bak"_s, u"fstab"_s);
        row("in quotation marks", u"read \"Dune\""_s, u"dune"_s);
        row("an apostrophe", u"Ana's bike"_s, u"ana's"_s);
        row("C++", u"learn C++"_s, u"c++"_s);
        row("operators of searches", u"a & b | c ! d"_s, u"a & !b | (c):*"_s);

        row("a per cent sign is no wildcard", u"100 tomatoes"_s, u"1%s"_s, false);
        row("a per cent sign", u"100% cotton"_s, u"100%"_s);
        row("a per cent sign alone", u"100% cotton"_s, u"%"_s);
        row("no per cent sign", u"100 tomatoes"_s, u"%"_s, false);
        row("an underline is no wildcard", u"snakeXcase"_s, u"e_c"_s, false);
        row("an underline", u"my snake_case"_s, u"ake_cas"_s);
        row("an underline alone", u"snake_case"_s, u"_"_s);
        row("no underline", u"snake case"_s, u"_"_s, false);
        row("a backslash", u"C:\\temp"_s, u":\\temp"_s);
        row("a backslash alone", u"C:\\temp"_s, u"\\"_s);
        row("a backslash at the end", u"C:\\temp\\"_s, u"temp\\"_s);
        row("a quotation mark", u"it's"_s, u"'"_s);

        row("an emoji", u"Party 🎉 tonight"_s, u"🎉"_s);
        row("another emoji", u"Party 🎉 tonight"_s, u"🎂"_s, false);
        row("an emoji of several parts", u"Call 👩‍👩‍👧‍👦"_s, u"👩‍👩‍👧‍👦"_s);
        row("a word beside an emoji", u"Party🎉tonight"_s, u"tonight"_s);
        row("the beginning in Japanese", u"日本語を勉強する"_s, u"日本"_s);
        row("two signs from the middle", u"日本語を勉強する"_s, u"勉強"_s);
        row("one sign from the middle", u"日本語を勉強する"_s, u"強"_s);
        row("a sign that is not there", u"日本語を勉強する"_s, u"中"_s, false);
        row("Chinese", u"买西红柿和水"_s, u"西红柿"_s);
        row("Katakana with a mark", u"ガラス"_s, u"ガラス"_s);
        row("Korean", u"한국어 공부"_s, u"공부"_s);
        row("Hebrew", u"לקנות חלב"_s, u"חלב"_s);
        row("Arabic", u"شراء الحليب"_s, u"الحليب"_s);
        row("Hindi", u"दूध खरीदना"_s, u"दूध"_s);
    }
    void shouldFind()
    {
        QFETCH(const QString, title);
        QFETCH(const QString, typed);
        QFETCH(const bool, found);
        send(
            action(u"create"_s, {insertTodo(1, tests::title(title)), insertTodo(2, tests::title(u"zzz"_s))}));
        QCOMPARE(search(typed), found ? QStringList(todoId(1)) : QStringList());
    }

    // New todos come by thousands, and their words are made in a quicker way than those of changed ones.
    void shouldKnowTheSameWordsOfNewAndOfChangedTodos()
    {
        SqlClient &sql = client().sql();
        sql.rows(
            u"INSERT INTO tusk.todo (title, notes) VALUES ('Café ΟΔΟΣ', 'ΣΑΣ/x'), ('Cafe', U&'\\0301b ™'), "
            "('日本語 (1)', 'e-mail, ß'), ('plain', ''), ('long', repeat(chr(64766) || ' ', 240000))"_s);
        sql.rows(u"CREATE TEMPORARY TABLE before AS SELECT todo_id, title, words FROM tusk.todo_search"_s);
        sql.rows(u"UPDATE tusk.todo SET title = title || '!'"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo_search JOIN before USING (todo_id, title)"_s),
                 u"0"_s);
        sql.rows(u"UPDATE tusk.todo SET title = rtrim(title, '!')"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo_search JOIN before USING (todo_id, title, words)"_s),
                 u"5"_s);
        sql.rows(u"DROP TABLE before"_s);
    }

    void shouldFindWordsOfNotesAndOfTitleTogether()
    {
        send(action(u"create"_s, {insertTodo(1, {{u"title"_s, u"Water"_s},
                                                 {u"notes"_s, u"# the tomatoes\n- and/or *beans*"_s}})}));
        QCOMPARE(search(u"beans"_s), QStringList(todoId(1)));
        QCOMPARE(search(u"water tomat"_s), QStringList(todoId(1)));
        QCOMPARE(search(u"ater bean"_s), QStringList(todoId(1)));
        QCOMPARE(search(u"omato"_s), QStringList()); // substrings of titles only
    }

    void shouldFindTrashedAndCompletedOnes()
    {
        send(action(u"create"_s, {insertTodo(1, done()), insertTodo(2, trashed()), insertTodo(3)}));
        QCOMPARE(search(u"todo"_s).size(), 3);
    }

    void shouldFollowEveryChange()
    {
        createTodos(1);
        send(action(u"edit"_s, {updateTodo(1, title(u"Todo 1"_s), title(u"beans"_s))}));
        QCOMPARE(search(u"todo"_s), QStringList());
        QCOMPARE(search(u"beans"_s), QStringList(todoId(1)));
        client().sql().rows(u"UPDATE tusk.todo SET notes = 'peas'"_s);
        QCOMPARE(search(u"peas"_s), QStringList(todoId(1)));
        send(undo());
        QCOMPARE(search(u"beans"_s), QStringList());
        client().sql().rows(u"DELETE FROM tusk.todo"_s);
        QCOMPARE(search(u"todo"_s), QStringList());
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo_search"_s), u"0"_s);
    }

    void shouldKnowNothingOfTodosThatAreNotThere()
    {
        createTodos(2);
        const auto isRefused = [this](const QString &sql) {
            const auto answer = client().sql().ask(sql);
            return !answer.ok && answer.message.contains(u"There is no todo"_s);
        };

        QVERIFY(isRefused(u"INSERT INTO tusk.todo_search VALUES ('%1', 'a', 'a')"_s.arg(todoId(3))));
        QVERIFY(isRefused(
            u"UPDATE tusk.todo_search SET todo_id = '%1' WHERE todo_id = '%2'"_s.arg(todoId(3), todoId(1))));
        QVERIFY(!client()
                     .sql()
                     .ask(u"UPDATE tusk.todo SET id = '%1' WHERE id = '%2'"_s.arg(todoId(3), todoId(1)))
                     .ok);
        QCOMPARE(search(u"todo"_s).size(), 2);
    }

    void shouldForgetEveryTodoAtOnce()
    {
        createTodos(3);
        client().sql().rows(u"DELETE FROM tusk.todo WHERE title <> 'Todo 2'"_s);
        QCOMPARE(value(u"SELECT string_agg(title, ',') FROM tusk.todo_search"_s), u"todo 2"_s);
        client().sql().rows(u"TRUNCATE tusk.todo CASCADE"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo_search"_s), u"0"_s);
    }

    void shouldNotTouchTheSearchIndexWhenNoWordChanges()
    {
        createTodos(1);
        const QString row = u"SELECT xmin FROM tusk.todo_search"_s;
        const QString before = value(row);
        send(action(u"complete"_s, {completeTodo(1)}));
        client().sql().rows(u"UPDATE tusk.todo SET title = title, priority = 2"_s);
        QCOMPARE(value(row), before);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.change"_s), u"3"_s);
    }

    void shouldGiveNoMoreThanAsked_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addRow("by words") << u"todo"_s;
        QTest::addRow("by a part of the title") << u"odo"_s;
        QTest::addRow("by signs") << u"!"_s;
    }
    void shouldGiveNoMoreThanAsked()
    {
        QFETCH(const QString, typed);
        createTodos(30, title(u"Todo!"_s));
        QCOMPARE(search(typed, 10).size(), 10);
        QCOMPARE(search(typed, 100).size(), 30);
    }

    void shouldTakeAnythingThatMayBeTyped()
    {
        createTodos(1);
        QStringList words;
        for (int word = 100; word < 300; ++word)
            words.append(QString::number(word));
        QCOMPARE(search(words.join(u' ')), QStringList());
        for (const QString &typed :
             {QString(u"x"_s).repeated(100'000), u"'"_s.repeated(100), u"\\'\":*&|!()<->"_s,
              QString(u"一"_s).repeated(10'000), u"\u0301\u200d\ufffd"_s, u"\n\t"_s})
            QCOMPARE(search(typed), QStringList());
    }

    void shouldFallBackToWordBeginningsWithoutTheRightToMakeExtensions()
    {
        const auto poor = schema().server().createDatabase({.role = TestRole::SchemaOnly});
        QVERIFY(migrate(poor));
        TodoClient other(poor);
        QCOMPARE(other.value(u"SELECT tusk.finds_substrings()"_s), u"f"_s);
        QCOMPARE(value(u"SELECT tusk.finds_substrings()"_s), u"t"_s);
        other.send(action(u"create"_s, {insertTodo(1, title(u"Water the tomatoes 🎉"_s))}));
        QCOMPARE(found(other, u"tom"_s).size(), 1);
        QCOMPARE(found(other, u"mat"_s).size(), 0);
        QCOMPARE(found(other, u"🎉"_s).size(), 1);
    }

    void shouldUseTheExtensionWhereAnAdministratorPutIt()
    {
        const auto poor = schema().server().createDatabase({.role = TestRole::SchemaOnly});
        schema().server().psql(
            u"CREATE SCHEMA shared; CREATE EXTENSION pg_trgm SCHEMA shared; GRANT USAGE ON SCHEMA shared TO PUBLIC"_s,
            poor.database);
        QVERIFY(migrate(poor));
        TodoClient other(poor);
        QCOMPARE(other.value(u"SELECT tusk.finds_substrings()"_s), u"t"_s);
        other.send(action(u"create"_s, {insertTodo(1, title(u"Water the tomatoes"_s))}));
        QCOMPARE(found(other, u"mat"_s).size(), 1);
    }

    void shouldDoWithoutAnExtensionThatIsOutOfReach()
    {
        const auto poor = schema().server().createDatabase({.role = TestRole::SchemaOnly});
        schema().server().psql(u"CREATE SCHEMA hidden; CREATE EXTENSION pg_trgm SCHEMA hidden"_s,
                               poor.database);
        QVERIFY(migrate(poor));
        TodoClient other(poor);
        QCOMPARE(other.value(u"SELECT tusk.finds_substrings()"_s), u"f"_s);
    }

private:
    static QStringList found(TodoClient &client, QString typed, int most = 100)
    {
        QStringList ids;
        for (const QStringList &row :
             client.sql().rows(u"SELECT id FROM tusk.search_todos('%1', %2) AS id ORDER BY id"_s
                                   .arg(typed.replace(u'\'', "''"_L1))
                                   .arg(most)))
            ids.append(row.constFirst());
        return ids;
    }
    QStringList search(const QString &typed, int most = 100) { return found(client(), typed, most); }
};

QTEST_GUILESS_MAIN(TestSearchTodos)
#include "tst_searchtodos.moc"
