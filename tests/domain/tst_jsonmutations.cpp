// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/action.h"
#include "domain/randomvalues.h"
#include "domain/todojson.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace tusk;
using namespace tusk::domain;
using namespace Qt::StringLiterals;

// Damaged and hostile JSON, ten thousand times: nothing may crash (worth most under the sanitizers), and what
// is accepted keeps the promises of the values.
class TestJsonMutations final : public tests::TestCase
{
    Q_OBJECT

private:
    static constexpr int rounds = 10'000;

    static QJsonValue strangeValue(QRandomGenerator &random)
    {
        static const QJsonArray values{QJsonValue(),
                                       true,
                                       -1,
                                       1e300,
                                       std::numeric_limits<qint64>::max(),
                                       std::numeric_limits<qint64>::min(),
                                       0.5,
                                       QString(),
                                       QString(QChar(0)),
                                       QString(QChar(0xd800)),
                                       QString(10'000, u'9'),
                                       u"infinity"_s,
                                       u"-infinity"_s,
                                       u"2026-13-45T99:99:99.999999999999+99:99"_s,
                                       u"12024-01-01T00:00:00Z"_s,
                                       u"0044-03-15T00:00:00+00:00 BC"_s,
                                       u"99999999999-01-01"_s,
                                       u"24:00:00"_s,
                                       u"{01890a5d-ac96-774b-bcce-b302099a8057}"_s,
                                       QJsonArray(),
                                       QJsonArray{QJsonArray{QJsonArray{}}},
                                       QJsonObject(),
                                       QJsonObject{{u"id"_s, u"x"_s}}};
        return values.at(random.bounded(values.size()));
    }

    // Replaces, removes or adds something at a random depth.
    static QJsonValue mutated(const QJsonValue &value, QRandomGenerator &random)
    {
        if (value.isObject() && !value.toObject().isEmpty() && random.bounded(8) > 0) {
            QJsonObject object = value.toObject();
            const QStringList keys = object.keys();
            const QString key = keys.at(random.bounded(keys.size()));
            if (random.bounded(8) == 0)
                object.remove(key);
            else
                object.insert(key, mutated(object.value(key), random));
            return object;
        }
        if (value.isArray() && !value.toArray().isEmpty() && random.bounded(8) > 0) {
            QJsonArray array = value.toArray();
            const qsizetype index = random.bounded(array.size());
            if (random.bounded(4) == 0)
                array.append(array.at(index));
            array.replace(index, mutated(array.at(index), random));
            return array;
        }
        return strangeValue(random);
    }

    static QByteArray damaged(QByteArray bytes, QRandomGenerator &random)
    {
        for (int i = random.bounded(1, 5); i > 0 && !bytes.isEmpty(); --i) {
            const qsizetype at = random.bounded(bytes.size());
            switch (random.bounded(3)) {
            case 0:
                bytes[at] = char(random.bounded(256));
                break;
            case 1:
                bytes.remove(at, random.bounded(1, 20));
                break;
            default:
                bytes.insert(at, bytes.mid(at, random.bounded(1, 20)));
                break;
            }
        }
        return bytes;
    }

    static bool keepsItsPromises(const Todo &todo)
    {
        const auto isWhole = [](const std::optional<When> &when) {
            return !when || (when->date.isValid() && when->time.has_value() == !when->zone.isEmpty());
        };
        return !todo.id.isNull() && isWhole(todo.due) && isWhole(todo.start) &&
               (!todo.completedAt || todo.completedAt->isValid()) &&
               (!todo.deletedAt || todo.deletedAt->isValid()) && todo.priority >= Priority::None &&
               todo.priority <= Priority::High && std::ranges::is_sorted(todo.tags);
    }

private Q_SLOTS:
    void shouldReadMutatedTodosSafely()
    {
        QRandomGenerator random(31);
        tests::RandomValues values(32);
        int accepted = 0;
        for (int round = 0; round < rounds; ++round) {
            QJsonValue value = toJson(values.todo());
            for (int i = random.bounded(1, 4); i > 0; --i)
                value = mutated(value, random);
            const auto todo = todoFromJson(value.toObject());
            static_cast<void>(listFromJson(value.toObject()));
            static_cast<void>(tagFromJson(value.toObject()));
            if (!todo)
                continue;
            ++accepted;
            QVERIFY(keepsItsPromises(*todo));
            QVERIFY(todoFromJson(toJson(*todo)) == todo);
        }
        QVERIFY(accepted > rounds / 4 && accepted < rounds);
    }

    void shouldReadMutatedActionsSafely()
    {
        QRandomGenerator random(33);
        tests::RandomValues values(34);
        int accepted = 0;
        for (int round = 0; round < rounds; ++round) {
            const QJsonObject record = mutated(toJournalJson(values.action()), random).toObject();
            const auto action = fromJournalJson(record);
            if (!action)
                continue;
            ++accepted;
            QCOMPARE(toJournalJson(*action), record);
            static_cast<void>(toWireJson(*action));
        }
        QVERIFY(accepted > rounds / 100 && accepted < rounds / 2);
    }

    void shouldReadDamagedBytesSafely()
    {
        QRandomGenerator random(35);
        tests::RandomValues values(36);
        int parsed = 0;
        for (int round = 0; round < rounds; ++round) {
            const QByteArray bytes =
                damaged(QJsonDocument(toJournalJson(values.action())).toJson(QJsonDocument::Compact), random);
            const QJsonDocument document = QJsonDocument::fromJson(bytes);
            parsed += document.isObject() ? 1 : 0;
            if (const auto action = fromJournalJson(document.object()))
                QCOMPARE(toJournalJson(*action), document.object());
        }
        QVERIFY(parsed > rounds / 100);
    }
};

QTEST_GUILESS_MAIN(TestJsonMutations)
#include "tst_jsonmutations.moc"
