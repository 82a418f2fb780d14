// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/answerjson.h"
#include "domain/randomvalues.h"
#include "domain/todojson.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace repository;

namespace
{

session::Answer answerOf(const QByteArray &text)
{
    return {{{text}}};
}

QByteArray textOf(const QJsonValue &value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

// One of the five readers, without its type.
struct Reader {
    const char *name;
    bool (*accepts)(const session::Answer &);
};

// What is accepted keeps what the values promise; else the test program ends here.
bool insist(bool promise)
{
    if (!promise)
        qFatal("accepted what is not as promised");
    return true;
}

bool areNamed(const QList<domain::Todo> &todos)
{
    return std::ranges::none_of(todos, [](const domain::Todo &todo) { return todo.id.isNull(); });
}

bool areNamed(const QList<ActionSummary> &actions)
{
    return std::ranges::none_of(actions, [](const ActionSummary &action) { return action.id.isNull(); });
}

bool areNamed(const ChangedRows &rows)
{
    return areNamed(rows.todos) && std::ranges::none_of(rows.actions, [](const LoggedAction &action) {
               return action.summary.id.isNull() ||
                      std::ranges::any_of(action.changes, &QUuid::isNull, &LoggedChange::id);
           });
}

bool acceptsOpening(const session::Answer &answer)
{
    const auto state = openingStateFrom(answer);
    return state &&
           insist(!state->database.isNull() && !state->snapshot.isEmpty() &&
                  areNamed(state->firstPage.todos) && areNamed(state->undoable) && areNamed(state->redoable));
}

bool acceptsPage(const session::Answer &answer)
{
    const auto page = pageFrom(answer);
    return page && insist(areNamed(page->todos));
}

bool acceptsAction(const session::Answer &answer)
{
    const auto result = actionAnswerFrom(answer);
    return result && insist(areNamed(result->rows));
}

bool acceptsCatchUp(const session::Answer &answer)
{
    const auto catchUp = catchUpFrom(answer);
    return catchUp && insist(!catchUp->database.isNull() && areNamed(catchUp->rows));
}

bool acceptsHistory(const session::Answer &answer)
{
    const auto history = historyFrom(answer);
    return history && insist(areNamed(*history));
}

constexpr std::array readers{
    Reader{"opening", acceptsOpening}, Reader{"page", acceptsPage},       Reader{"action", acceptsAction},
    Reader{"catchUp", acceptsCatchUp}, Reader{"history", acceptsHistory},
};

} // namespace

// Answers of the database as no database gives them: nothing may crash (worth most under the sanitizers), and
// nothing that is not as promised may pass for rows, or for no rows.
class TestAnswerFuzz final : public tests::TestCase
{
    Q_OBJECT

    tests::RandomValues m_values{51};

    [[nodiscard]] static int rounds()
    {
        const int wished = qEnvironmentVariableIntValue("TUSK_FUZZ_ROUNDS");
        return wished > 0 ? wished : 5'000;
    }
    [[nodiscard]] static QString anyId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

    [[nodiscard]] QJsonArray todos()
    {
        return {domain::toJson(m_values.todo()), domain::toJson(m_values.todo())};
    }
    [[nodiscard]] static QJsonArray lists()
    {
        domain::TodoList list;
        list.id = domain::ListId(QUuid::createUuid());
        list.name = u"Garden"_s;
        return {domain::toJson(list)};
    }
    [[nodiscard]] static QJsonArray tags()
    {
        domain::Tag tag;
        tag.id = domain::TagId(QUuid::createUuid());
        tag.name = u"home"_s;
        return {domain::toJson(tag)};
    }
    [[nodiscard]] static QJsonObject summary()
    {
        return {{u"id"_s, anyId()},      {u"kind"_s, u"edit"_s},
                {u"label"_s, u"Edit"_s}, {u"installation"_s, anyId()},
                {u"target"_s, anyId()},  {u"applied_at"_s, u"2026-11-20T09:00:00.000Z"_s},
                {u"undone"_s, false}};
    }
    [[nodiscard]] static QJsonObject withImport(QJsonObject summary)
    {
        summary.insert(u"import"_s, anyId());
        return summary;
    }
    [[nodiscard]] static QJsonArray loggedActions()
    {
        const QJsonObject change{{u"entity"_s, u"todo"_s},
                                 {u"id"_s, anyId()},
                                 {u"op"_s, u"update"_s},
                                 {u"before"_s, QJsonObject{{u"title"_s, u"a"_s}}},
                                 {u"after"_s, QJsonObject{{u"title"_s, u"b"_s}}}};
        return {QJsonObject{{u"id"_s, anyId()},
                            {u"kind"_s, u"edit"_s},
                            {u"label"_s, u"Edit"_s},
                            {u"installation"_s, QJsonValue()},
                            {u"target"_s, QJsonValue()},
                            {u"changes"_s, QJsonArray{change}}}};
    }

    // An answer as the schema gives it.
    [[nodiscard]] QJsonObject valid(const QByteArray &name)
    {
        const QJsonObject page{{u"todos"_s, todos()}, {u"more"_s, true}};
        if (name == "page")
            return page;
        if (name == "history")
            return {{u"actions"_s, QJsonArray{withImport(summary()), withImport(summary())}}};
        if (name == "opening")
            return {{u"database"_s, anyId()},
                    {u"migrations"_s,
                     QJsonArray{QJsonObject{
                         {u"number"_s, 1}, {u"name"_s, u"schema"_s}, {u"checksum"_s, u"ab12"_s}}}},
                    {u"snapshot"_s, u"750"_s},
                    {u"seen"_s, QJsonArray{anyId()}},
                    {u"substrings"_s, true},
                    {u"titles"_s, true},
                    {u"trash_due"_s, false},
                    {u"lists"_s, lists()},
                    {u"tags"_s, tags()},
                    {u"counts"_s, counts()},
                    {u"undoable"_s, QJsonArray{summary()}},
                    {u"redoable"_s, QJsonArray{summary()}},
                    {u"page"_s, page}};
        QJsonObject rows{{u"actions"_s, loggedActions()},
                         {u"todos"_s, todos()},
                         {u"lists"_s, lists()},
                         {u"tags"_s, tags()}};
        if (name == "catchUp") {
            rows.insert(u"database"_s, anyId());
            rows.insert(u"snapshot"_s, u"750"_s);
            rows.insert(u"complete"_s, true);
            return rows;
        }
        rows.insert(u"conflicts"_s, QJsonArray{QJsonObject{{u"entity"_s, u"todo"_s},
                                                           {u"id"_s, anyId()},
                                                           {u"field"_s, u"title"_s},
                                                           {u"base"_s, u"a"_s},
                                                           {u"mine"_s, u"b"_s},
                                                           {u"theirs"_s, u"c"_s}}});
        rows.insert(u"gone"_s, QJsonArray{anyId()});
        rows.insert(u"lists_gone"_s, QJsonArray{anyId()});
        return rows;
    }
    [[nodiscard]] static QJsonObject counts()
    {
        QJsonObject counts{{u"lists"_s, QJsonObject{{anyId(), 3}}}, {u"tags"_s, QJsonObject{{anyId(), 2}}}};
        for (const auto &place :
             {u"inbox"_s, u"today"_s, u"overdue"_s, u"upcoming"_s, u"all"_s, u"completed"_s, u"trash"_s})
            counts.insert(place, 5);
        return counts;
    }

    // What the readers take as it is: the fields of a row beside its id and its text are the domain's
    // business, the values of a conflict and of the log may be anything, and ids of what need not exist null.
    [[nodiscard]] static bool isFree(const QStringList &path)
    {
        static const QSet<QString> rows{u"todos"_s, u"lists"_s, u"tags"_s};
        const QString &member = path.last();
        const bool isInRow =
            path.size() >= 3 && rows.contains(path.at(path.size() - 3)) && !path.contains(u"counts"_s);
        if (isInRow)
            return member != u"id" && member != u"title" && member != u"name";
        return member == u"base" || member == u"mine" || member == u"theirs" || path.contains(u"before"_s) ||
               path.contains(u"after"_s);
    }

    // The value with each of its members in turn taken away or replaced by what it cannot be.
    void spoil(const QJsonValue &value, const QStringList &path, QList<QPair<QString, QJsonValue>> &spoiled)
    {
        const auto add = [&](const QString &how, const QJsonValue &result) {
            spoiled.append({path.join(u'/') + u' ' + how, result});
        };
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            for (auto member = object.begin(); member != object.end(); ++member) {
                QStringList deeper = path;
                deeper.append(member.key());
                const bool isMap = path.size() > 1 && path.at(path.size() - 2) == u"counts";
                const auto with = [&](const QJsonValue &other) {
                    QJsonObject result = object;
                    result.insert(member.key(), other);
                    return result;
                };
                if (isFree(deeper))
                    continue;
                QJsonObject without = object;
                without.remove(member.key());
                if (!isMap)
                    spoiled.append({deeper.join(u'/') + u" missing"_s, without});
                QList<QPair<QString, QJsonValue>> inner;
                spoil(member.value(), deeper, inner);
                for (const auto &[how, result] : inner)
                    spoiled.append({how, with(result)});
            }
        } else if (value.isArray()) {
            const QJsonArray array = value.toArray();
            QStringList deeper = path;
            deeper.append(u"0"_s);
            QList<QPair<QString, QJsonValue>> inner;
            if (!array.isEmpty())
                spoil(array.first(), deeper, inner);
            for (const auto &[how, result] : inner) {
                QJsonArray other = array;
                other.replace(0, result);
                spoiled.append({how, other});
            }
        }
        for (const QJsonValue &wrong : {QJsonValue(17.5), QJsonValue(u"nonsense"_s), QJsonValue(true),
                                        QJsonValue(QJsonArray{1}), QJsonValue(QJsonObject())}) {
            if (wrong.type() != value.type() || wrong.isDouble() || (wrong.isString() && isWord(path)))
                add(u"is "_s + QString::fromUtf8(QJsonDocument(QJsonArray{wrong}).toJson()), wrong);
        }
    }
    // A text that is not free: an id, or one of some words.
    [[nodiscard]] static bool isWord(const QStringList &path)
    {
        static const QSet<QString> words{u"id"_s, u"database"_s, u"entity"_s, u"op"_s, u"applied_at"_s};
        return !path.isEmpty() && words.contains(path.last());
    }

    [[nodiscard]] static QByteArray damaged(QByteArray bytes, QRandomGenerator &random)
    {
        for (int i = random.bounded(1, 5); i > 0 && !bytes.isEmpty(); --i) {
            const qsizetype at = random.bounded(bytes.size());
            switch (random.bounded(4)) {
            case 0:
                bytes[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                bytes.remove(at, random.bounded(1, 40));
                break;
            case 2:
                bytes.truncate(at);
                break;
            default:
                bytes.insert(at, bytes.mid(random.bounded(bytes.size()), random.bounded(1, 40)));
                break;
            }
        }
        return bytes;
    }

    static void addReaders()
    {
        QTest::addColumn<int>("number");
        for (size_t i = 0; i < readers.size(); ++i)
            QTest::newRow(readers[i].name) << static_cast<int>(i);
    }
    [[nodiscard]] static const Reader &reader(int number) { return readers[static_cast<size_t>(number)]; }

private Q_SLOTS:
    void shouldAcceptWhatTheSchemaPromises_data() { addReaders(); }
    void shouldAcceptWhatTheSchemaPromises()
    {
        QFETCH(const int, number);
        QVERIFY(reader(number).accepts(answerOf(textOf(valid(reader(number).name)))));
    }

    void shouldRefuseWhateverIsMissingOrOfAnotherKind_data() { addReaders(); }
    void shouldRefuseWhateverIsMissingOrOfAnotherKind()
    {
        QFETCH(const int, number);
        QList<QPair<QString, QJsonValue>> spoiled;
        spoil(valid(reader(number).name), {}, spoiled);
        QVERIFY(spoiled.size() > 10);
        for (const auto &[how, value] : spoiled)
            QVERIFY2(!reader(number).accepts(answerOf(textOf(value))), qPrintable(how));
    }

    void shouldRefuseAWordThatItDoesNotKnow()
    {
        QVERIFY(actionAnswerFrom(answerOf("{\"refused\": \"nothing_to_undo\"}")));
        for (const char *word : {"\"later\"", "\"\"", "7", "null", "{}"})
            QVERIFY2(!actionAnswerFrom(answerOf(QByteArray("{\"refused\": ") + word + '}')), word);
    }

    void shouldRefuseAnAnswerThatIsNotOneValue()
    {
        const QByteArray text = textOf(valid("page"));
        QVERIFY(!pageFrom({}));
        QVERIFY(!pageFrom({{{}}}));
        QVERIFY(!pageFrom({{{std::nullopt}}}));
        QVERIFY(!pageFrom({{{text}, {text}}}));
        QVERIFY(!pageFrom({{{text, text}}}));
    }

    void shouldRefuseRandomBytes_data() { addReaders(); }
    void shouldRefuseRandomBytes()
    {
        QFETCH(const int, number);
        QRandomGenerator random(52);
        for (int round = 0; round < rounds(); ++round) {
            QByteArray bytes(random.bounded(300), '\0');
            // Half of them of what JSON is made of.
            for (char &byte : bytes)
                byte = round % 2 == 0 ? static_cast<char>(random.bounded(256))
                                      : "{}[]\":,0e-.\tfn "[random.bounded(16)];
            QVERIFY2(!reader(number).accepts(answerOf(bytes)), bytes.toHex().constData());
        }
    }

    void shouldRefuseDeepNesting_data() { addReaders(); }
    void shouldRefuseDeepNesting()
    {
        QFETCH(const int, number);
        constexpr int depth = 200'000;
        QVERIFY(!reader(number).accepts(answerOf(QByteArray(depth, '['))));
        QVERIFY(!reader(number).accepts(answerOf(QByteArray(depth, '[') + QByteArray(depth, ']'))));
        QVERIFY(!reader(number).accepts(answerOf(QByteArray("{\"a\":").repeated(depth))));
        QByteArray text = textOf(valid(reader(number).name));
        text.replace("[", QByteArray("[" + QByteArray(depth, '[') + QByteArray(depth, ']') + ','));
        QVERIFY(!reader(number).accepts(answerOf(text)));
    }

    // What is accepted although it was damaged is checked by the readers' wrappers.
    void shouldReadDamagedAnswersSafely_data() { addReaders(); }
    void shouldReadDamagedAnswersSafely()
    {
        QFETCH(const int, number);
        QRandomGenerator random(53);
        int accepted = 0;
        for (int round = 0; round < rounds(); ++round) {
            const QByteArray text = damaged(textOf(valid(reader(number).name)), random);
            accepted += reader(number).accepts(answerOf(text)) ? 1 : 0;
        }
        QVERIFY2(accepted < rounds() / 2, QByteArray::number(accepted).constData());
    }
};

QTEST_GUILESS_MAIN(TestAnswerFuzz)
#include "tst_answerfuzz.moc"
