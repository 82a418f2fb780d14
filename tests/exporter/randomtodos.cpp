// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "exporter/randomtodos.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <random>

namespace tusk::tests
{

using namespace Qt::StringLiterals;

namespace
{

class Maker final
{
public:
    Maker(unsigned seed, Texts texts)
        : m_random(seed)
        , m_texts(texts)
    {
    }

    QString sql(int todos)
    {
        for (int number = 0; number < 5; ++number)
            m_lists.append(name(u"List"_s, number, true));
        for (int number = 0; number < 7; ++number)
            m_tags.append(name(u"tag"_s, number, false));
        for (int number = 0; number < todos; ++number)
            m_todos.append(todo());
        return insert(u"list"_s, u"id, name, color, position, archived_at, created_at, updated_at"_s,
                      m_lists) +
               insert(u"tag"_s, u"id, name, color, position, created_at, updated_at"_s, m_tags) +
               insert(
                   u"todo"_s,
                   u"id, title, notes, list_id, parent_id, priority, due_date, due_time, due_zone, "
                   u"start_date, "
                   "start_time, start_zone, repeat, position, completed_at, deleted_at, created_at, updated_at"_s,
                   m_todos) +
               insert(u"todo_tag"_s, u"todo_id, tag_id"_s, m_links) + u"SELECT 1"_s;
    }

private:
    int below(int limit) { return int(m_random() % unsigned(limit)); }
    bool chance(int percent) { return below(100) < percent; }

    QString id()
    {
        QByteArray bytes(16, '\0');
        for (char &byte : bytes)
            byte = char(m_random());
        bytes[6] = char((bytes[6] & 0x0f) | 0x70);
        bytes[8] = char((bytes[8] & 0x3f) | 0x80);
        return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
    }

    QString instant()
    {
        const qint64 milliseconds = 1'700'000'000'000 + qint64(m_random() % 60'000'000) * 1000 + below(1000);
        return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
    }

    QString position()
    {
        static const QString digits = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"_s;
        QString text;
        for (int length = 1 + below(12); length > 0; --length)
            text += digits.at(below(62));
        return text + u'V';
    }

    QString text(int most)
    {
        static const QStringList plain{u"milk"_s, u"Grüße"_s, u"日本"_s, u"🎉"_s,   u"100%"_s,
                                       u"a-b"_s,  u"don't"_s, u"x"_s,    u"(B)"_s, u"“quoted”"_s};
        static const QStringList odd{u"\"q\""_s,
                                     u"a,b"_s,
                                     u"semi;colon"_s,
                                     u"back\\slash"_s,
                                     u"\\n"_s,
                                     u"#hash"_s,
                                     u"@at"_s,
                                     u"+plus"_s,
                                     u"=1+1"_s,
                                     u"<b>"_s,
                                     u"{}[]"_s,
                                     u"due:2026-01-01"_s,
                                     u"http://x/y?z=1"_s,
                                     u"two  blanks"_s};
        QStringList words;
        for (int count = 1 + below(most); count > 0; --count) {
            const QStringList &from = m_texts == Texts::Anything && chance(50) ? odd : plain;
            words.append(from.at(below(int(from.size()))));
        }
        return words.join(u' ');
    }

    QString notes()
    {
        QStringList lines;
        for (int count = below(4); count > 0; --count)
            lines.append(chance(20) ? QString() : text(6) + (chance(20) ? u"\t"_s : QString()));
        return lines.join(u'\n');
    }

    QJsonObject name(const QString &word, int number, bool isList)
    {
        QString name = u"%1%2"_s.arg(word).arg(number);
        if (m_texts == Texts::Anything && chance(60))
            name += u' ' + text(2);
        QJsonObject object{{u"id"_s, id()},
                           {u"name"_s, name},
                           {u"color"_s, chance(50) ? u"#12ab%1"_s.arg(below(90) + 10) : QString()},
                           {u"position"_s, position()},
                           {u"created_at"_s, instant()},
                           {u"updated_at"_s, instant()}};
        if (isList && chance(30))
            object.insert(u"archived_at"_s, instant());
        return object;
    }

    void addMoment(QJsonObject &todo, const QString &name)
    {
        static const QStringList zones{u"Europe/Berlin"_s, u"America/New_York"_s, u"Asia/Kolkata"_s,
                                       u"UTC"_s};
        if (!chance(60))
            return;
        todo.insert(name + "_date"_L1, QDate(2026, 1, 1).addDays(below(700)).toString(Qt::ISODate));
        if (!chance(50))
            return;
        todo.insert(name + "_time"_L1, QTime(below(24), below(60)).toString(u"HH:mm:ss"_s));
        todo.insert(name + "_zone"_L1, zones.at(below(int(zones.size()))));
    }

    QString rule()
    {
        static const QStringList rules{u"FREQ=DAILY"_s, u"FREQ=WEEKLY;INTERVAL=2"_s,
                                       u"FREQ=MONTHLY;BYMONTHDAY=-1"_s,
                                       u"FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=1"_s, u"FREQ=YEARLY;COUNT=3"_s};
        return chance(25) ? rules.at(below(int(rules.size()))) : QString();
    }

    QJsonObject todo()
    {
        QJsonObject todo{{u"id"_s, id()},
                         {u"title"_s, text(5)},
                         {u"notes"_s, notes()},
                         {u"priority"_s, below(4)},
                         {u"repeat"_s, rule()},
                         {u"position"_s, position()},
                         {u"created_at"_s, instant()},
                         {u"updated_at"_s, instant()}};
        if (chance(70))
            todo.insert(u"list_id"_s, m_lists.at(below(int(m_lists.size())))[u"id"_s]);
        if (chance(30) && !m_todos.isEmpty())
            todo.insert(u"parent_id"_s, m_todos.at(below(int(m_todos.size())))[u"id"_s]);
        addMoment(todo, u"due"_s);
        addMoment(todo, u"start"_s);
        if (chance(30))
            todo.insert(u"completed_at"_s, instant());
        if (chance(15))
            todo.insert(u"deleted_at"_s, instant());
        for (int count = below(3), first = below(7); count > 0; --count)
            m_links.append(QJsonObject{{u"todo_id"_s, todo[u"id"_s]},
                                       {u"tag_id"_s, m_tags.at((first + count) % 7)[u"id"_s]}});
        return todo;
    }

    static QString insert(const QString &table, const QString &columns, const QJsonArray &rows)
    {
        QString json = QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
        return u"INSERT INTO tusk.%1 (%2) SELECT %2 FROM jsonb_populate_recordset(NULL::tusk.%1, '%3');"_s
            .arg(table, columns, json.replace(u'\'', u"''"_s));
    }

    std::mt19937 m_random;
    const Texts m_texts;
    QJsonArray m_lists;
    QJsonArray m_tags;
    QJsonArray m_todos;
    QJsonArray m_links;
};

} // namespace

QString randomTodosSql(unsigned seed, int todos, Texts texts)
{
    return Maker(seed, texts).sql(todos);
}

} // namespace tusk::tests
