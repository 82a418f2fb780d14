// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/markdown.h"

#include "base/nodestructor.h"
#include "importer/source/sourcefailures.h"
#include "importer/text/linereader.h"
#include "importer/text/todotable.h"
#include "importer/texts.h"
#include "importer/values/timetext.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr int tabWidth = 4;

// “- [x] Milk”: its mark and its text.
const QRegularExpression &itemForm()
{
    static const base::NoDestructor<QRegularExpression> form(
        u"^(?:[-*+]|\\d{1,9}[.)])\\s+\\[([ xX/>?!-])\\](?:\\s+(.*))?$"_s);
    return *form;
}

bool isItem(const QByteArray &line)
{
    return QString::fromUtf8(line).trimmed().contains(itemForm());
}

// Columns that it is indented by.
int indentOf(const QString &line)
{
    int columns = 0;
    for (const QChar character : line) {
        if (character != u' ' && character != u'\t')
            break;
        columns += character == u'\t' ? tabWidth - columns % tabWidth : 1;
    }
    return columns;
}

QString withoutIndent(const QString &line, int most)
{
    qsizetype at = 0;
    for (int columns = 0; at < line.size() && columns < most; ++at) {
        if (line.at(at) != u' ' && line.at(at) != u'\t')
            break;
        columns += line.at(at) == u'\t' ? tabWidth - columns % tabWidth : 1;
    }
    return line.sliced(at);
}

// “\*” is a sign and no markup.
QString unescaped(const QString &text)
{
    static const base::NoDestructor<QRegularExpression> escape(u"\\\\([!-/:-@\\[-`{-~])"_s);
    return QString(text).replace(*escape, u"\\1"_s).trimmed();
}

// Whether the character there is a sign and no markup.
bool isEscaped(const QString &text, qsizetype at)
{
    qsizetype first = at;
    while (first > 0 && text.at(first - 1) == u'\\')
        --first;
    return (at - first) % 2 == 1;
}

// “(high priority, due 2026-01-12 10:00, #home)” at the end of a title, as Tusk writes it. Where a part is
// another one it is of the title.
class Details final
{
public:
    // The title without them.
    QString takeFrom(const QString &title)
    {
        const qsizetype open = title.lastIndexOf(" ("_L1);
        if (open < 1 || !title.endsWith(u')') || isEscaped(title, title.size() - 1))
            return title;
        Details found;
        const QStringList parts = partsOf(title.sliced(open + 2).chopped(1));
        for (const QString &part : parts) {
            if (!found.take(part))
                return title;
        }
        *this = found;
        return title.first(open);
    }

    void write(TextTodo &todo) const
    {
        todo.set(textcolumns::priority, m_priority);
        todo.set(textcolumns::due, m_due);
        todo.set(textcolumns::start, m_start);
        todo.set(textcolumns::tags, namesAsJson(m_tags));
    }

private:
    static QStringList partsOf(const QString &details)
    {
        QStringList parts;
        qsizetype begin = 0;
        qsizetype comma = details.indexOf(", "_L1);
        for (; comma >= 0; comma = details.indexOf(", "_L1, comma + 1)) {
            if (isEscaped(details, comma))
                continue;
            parts.append(details.sliced(begin, comma - begin));
            begin = comma + 2;
        }
        parts.append(details.sliced(begin));
        return parts;
    }

    bool take(const QString &part)
    {
        if (part == "low priority"_L1 || part == "medium priority"_L1 || part == "high priority"_L1) {
            m_priority = part.startsWith(u'l') ? "1"_ba : part.startsWith(u'm') ? "2"_ba : "3"_ba;
            return true;
        }
        if (part.startsWith("due "_L1))
            return takeTime(m_due, part.sliced(4));
        if (part.startsWith("from "_L1))
            return takeTime(m_start, part.sliced(5));
        // “(#12)” is the number of something, “(\#12)” a tag.
        static const base::NoDestructor<QRegularExpression> tag(u"^(?:\\\\#|#(?!\\d+$))\\S"_s);
        if (!part.contains(*tag))
            return false;
        m_tags.append(unescaped(part.sliced(part.indexOf(u'#') + 1)));
        return true;
    }

    static bool takeTime(QByteArray &time, const QString &text)
    {
        const bool isTime = time.isEmpty() && readIsoText(text.toUtf8()).isTime();
        if (isTime)
            time = text.toUtf8();
        return isTime;
    }

    QByteArray m_priority;
    QByteArray m_due;
    QByteArray m_start;
    QStringList m_tags;
};

// The lines of a file, one after another.
class Checklists final
{
public:
    Checklists(TextReading &reading, TodoTable &todos)
        : m_reading(reading)
        , m_todos(todos)
    {
    }

    Result<void> take(const QString &line)
    {
        const QString text = line.trimmed();
        const QString above = std::exchange(m_above, QString());
        static const base::NoDestructor<QRegularExpression> underline(u"^(?:=+|-+)$"_s);
        if (!above.isEmpty() && text.contains(*underline) && line.startsWith(text)) {
            m_list = unescaped(above).toUtf8();
            m_isBehindBlank = false;
            return {};
        }
        m_hasOtherText |= !above.isEmpty();
        if (text.isEmpty()) {
            m_isBehindBlank = true;
            return m_todo ? addNote(QString()) : Result<void>();
        }
        const bool isBehindBlank = std::exchange(m_isBehindBlank, false);
        const int indent = indentOf(line);
        const bool isCodeLine = isCode(text, indent);
        if (!isCodeLine) {
            if (const QRegularExpressionMatch item = itemForm().match(text); item.hasMatch())
                return begin(indent, item.captured(1), item.captured(2));
            static const base::NoDestructor<QRegularExpression> heading(u"^#{1,6}\\s+(.*?)(?:\\s+#+)?$"_s);
            if (const QRegularExpressionMatch match = heading->match(text); indent == 0 && match.hasMatch()) {
                m_list = unescaped(match.captured(1)).toUtf8();
                return end();
            }
            static const base::NoDestructor<QRegularExpression> rule(u"^([-*_])(\\s*\\1){2,}$"_s);
            if (indent == 0 && text.contains(*rule))
                return end();
        }
        if (m_todo && isOfItem(text, indent, isBehindBlank || isCodeLine)) {
            if (!m_notesIndent)
                m_notesIndent = indent;
            return addNote(withoutIndent(line, *m_notesIndent));
        }
        // A heading, where it is underlined.
        if (isBehindBlank && indent == 0 && !isCodeLine && !isBeside(text))
            m_above = text;
        else
            m_hasOtherText = true;
        return end();
    }

    // What was read last, and what there is to say.
    Result<void> finish()
    {
        if (m_hasOtherText || !m_above.isEmpty())
            m_reading.remarks.append(Text::tr("Text that is no item with a box is not taken over."));
        return end();
    }

private:
    struct Parent {
        int indent = 0;
        QByteArray id;
    };
    struct Code {
        int indent = 0;
        QString fence; // “```”
    };

    // Between two lines of signs, or up to where the item ends; what looks like an item there is none.
    bool isCode(const QString &text, int indent)
    {
        static const base::NoDestructor<QRegularExpression> fence(u"^(`{3,}(?=[^`]*$)|~{3,})(.*)$"_s);
        if (m_code && indent < m_code->indent)
            m_code.reset();
        const QRegularExpressionMatch match = fence->match(text);
        if (!match.hasMatch())
            return m_code.has_value();
        // It ends with the same sign, as often or more often, and no word.
        if (!m_code)
            m_code = Code{indent, match.captured(1)};
        else if (match.captured(1).startsWith(m_code->fence) && match.captured(2).isEmpty())
            m_code.reset();
        return true;
    }

    // Not behind a gap, and not beside it in the list.
    [[nodiscard]] static bool isOfItem(const QString &text, int indent, bool isBehindBlank)
    {
        return indent > 0 || (!isBehindBlank && !isBeside(text));
    }

    // An item without a box.
    [[nodiscard]] static bool isBeside(const QString &text)
    {
        static const base::NoDestructor<QRegularExpression> beside(u"^([-*+]|\\d{1,9}[.)])\\s"_s);
        return text.contains(*beside);
    }

    Result<void> begin(int indent, const QString &mark, const QString &text)
    {
        if (auto added = flush(); !added)
            return added;
        while (!m_parents.isEmpty() && m_parents.constLast().indent >= indent)
            m_parents.removeLast();
        Details details;
        const QByteArray title = unescaped(details.takeFrom(text.trimmed())).toUtf8();
        const QByteArray parent = m_parents.isEmpty() ? QByteArray() : m_parents.constLast().id;
        // An item that was completed meanwhile is the same one.
        const QByteArray id = m_ids.idOf(title + '\x1f' + m_list + '\x1f' + parent);
        m_todo = m_todos.newTodo();
        m_todo->set(textcolumns::id, id);
        m_todo->set(textcolumns::title, title);
        m_todo->set(textcolumns::completed, mark == u'-'             ? "cancelled"_ba
                                            : mark.toLower() == u'x' ? "1"_ba
                                                                     : "0"_ba);
        m_todo->set(textcolumns::list, m_list);
        m_todo->set(textcolumns::parent, parent);
        details.write(*m_todo);
        m_parents.append({indent, id});
        return {};
    }

    Result<void> addNote(const QString &line)
    {
        constexpr qsizetype besideText = 64; // that a line takes
        m_notes.append(line);
        m_notesSize += line.size() + besideText;
        if (m_notesSize <= longestText)
            return {};
        const auto accepted =
            m_reading.damaged(damagedFile(m_reading.text.file(), u"the notes of a todo are too long"_s));
        return accepted ? end() : accepted;
    }

    // Of the list, or of what belongs together in it.
    Result<void> end()
    {
        m_parents.clear();
        return flush();
    }

    Result<void> flush()
    {
        const QString notes = m_notes.join(u'\n').trimmed();
        m_notes.clear();
        m_notesSize = 0;
        m_notesIndent.reset();
        if (!m_todo)
            return {};
        m_todo->set(textcolumns::notes, notes.toUtf8());
        const TextTodo todo = *m_todo;
        m_todo.reset();
        return m_todos.add(todo, {});
    }

    TextReading &m_reading;
    TodoTable &m_todos;
    TextIds m_ids;
    QByteArray m_list;              // the heading above
    QList<Parent> m_parents;        // the outermost first; the last one is the item under way
    std::optional<TextTodo> m_todo; // the item under way
    QStringList m_notes;            // of it, a line each
    qsizetype m_notesSize = 0;
    std::optional<int> m_notesIndent;
    QString m_above; // the line before, where it can be a heading
    bool m_isBehindBlank = true;
    std::optional<Code> m_code; // under way
    bool m_hasOtherText = false;
};

} // namespace

Result<void> readMarkdown(TextReading &reading)
{
    TodoTable todos(reading);
    auto made = todos.open(u"markdown"_s, {u"id"_s, u"title"_s, u"notes"_s, u"completed"_s, u"priority"_s,
                                           u"due"_s, u"start"_s, u"list"_s, u"parent"_s, u"tags"_s});
    if (!made)
        return made;
    Checklists lists(reading, todos);
    LineReader lines(reading.text);
    while (true) {
        const auto line = lines.next();
        if (!line) {
            const auto damaged = reading.damaged(line.error());
            return damaged ? lists.finish() : damaged;
        }
        if (!*line)
            return lists.finish();
        const QString text = reading.decoded(**line);
        if (auto taken = lists.take(text); !taken)
            return taken;
    }
}

double shareOfBoxes(const QByteArray &sample)
{
    constexpr qsizetype most = 100;
    qsizetype boxes = 0;
    qsizetype looked = 0;
    const QList<QByteArray> lines = sample.split('\n');
    for (const QByteArray &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        boxes += isItem(line) ? 1 : 0;
        if (++looked == most)
            break;
    }
    return looked > 0 ? double(boxes) / double(looked) : 0;
}

bool hasBox(const QByteArray &sample)
{
    const QList<QByteArray> lines = sample.split('\n');
    return std::ranges::any_of(lines, isItem);
}

} // namespace tusk::importer
