// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/nodestructor.h"
#include "exporter/texts.h"
#include "exporter/todowriter.h"

#include <QRegularExpression>

#include <algorithm>

namespace tusk::exporter
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype indent = 4;
constexpr int deepest = 8; // what is deeper stands there

// A title is one line and no markup, whatever signs are in it.
QByteArray escaped(const QString &text)
{
    static const base::NoDestructor<QRegularExpression> lineEnds(u"\\R+"_s);
    static const base::NoDestructor<QRegularExpression> signs(u"([\\\\`*_\\[\\]<>])"_s);
    return QString(text).replace(*lineEnds, u" "_s).replace(*signs, u"\\\\1"_s).toUtf8();
}

// So that the sign at the end is no more than that.
QByteArray withEscapedEnd(QByteArray text)
{
    return text.insert(text.size() - 1, '\\');
}

// “C #”: signs at the end of a heading are no part of it.
QByteArray headingOf(const QByteArray &list)
{
    const QByteArray heading = escaped(QString::fromUtf8(list));
    return heading.endsWith('#') && heading.contains(" #") ? withEscapedEnd(heading) : heading;
}

// “Call (#home)”: without details it would have some when it comes back.
QByteArray titleOf(const ExportedTodo &todo, bool hasDetails)
{
    static const base::NoDestructor<QRegularExpression> likeDetails(
        u" \\((?:#|due |from |(?:low|medium|high) priority).*\\)$"_s);
    const QString title = QString::fromUtf8(todo.title);
    const bool looksSo = !hasDetails && title.contains(*likeDetails);
    return looksSo ? withEscapedEnd(escaped(title)) : escaped(title);
}

// Among details: “a, b” is one tag, and “#12” would be the number of something.
QString tagOf(const QString &tag)
{
    static const base::NoDestructor<QRegularExpression> number(u"^\\d+$"_s);
    QString name = QString::fromUtf8(escaped(tag));
    name.replace(" ("_L1, R"( \()"_L1).replace(", "_L1, R"(\, )"_L1);
    return (tag.contains(*number) ? u"\\#"_s : u"#"_s) + name;
}

// A list for each list, with a box for each todo; notes and subtasks are indented below it.
class MarkdownWriter final : public TodoWriter
{
public:
    QByteArray begin(const ExportHeader &header) override { return "# " + escaped(header.title) + '\n'; }

    QByteArray add(const ExportedTodo &todo) override
    {
        QByteArray text;
        // Subtasks stay with their parents, whatever list they are in.
        if (todo.depth == 0 && (!m_hasBegun || todo.list != m_list)) {
            m_list = todo.list;
            m_hasBegun = true;
            const QByteArray name = m_list ? headingOf(*m_list) : Text::tr("Inbox").toUtf8();
            text += "\n## " + name + "\n\n";
        }
        const QByteArray margin(indent * std::min(todo.depth, deepest), ' ');
        const QByteArray details = detailsOf(todo);
        text += margin + (todo.completedAt.isEmpty() ? "- [ ] " : "- [x] ") +
                titleOf(todo, !details.isEmpty()) + details + '\n';
        return text + notesOf(todo, margin);
    }

    QByteArray end() override { return {}; }

private:
    // “(high priority, due 2026-01-12 10:00, home)”
    static QByteArray detailsOf(const ExportedTodo &todo)
    {
        QStringList details;
        const QString priorities[] = {
            {}, Text::tr("low priority"), Text::tr("medium priority"), Text::tr("high priority")};
        if (todo.priority > 0)
            details.append(priorities[todo.priority]);
        if (!todo.due.date.isEmpty())
            details.append(Text::tr("due %1").arg(dayOf(todo.due)));
        if (!todo.start.date.isEmpty())
            details.append(Text::tr("from %1").arg(dayOf(todo.start)));
        for (const QString &tag : todo.tags)
            details.append(tagOf(tag));
        return details.isEmpty() ? QByteArray() : " (" + details.join(u", "_s).toUtf8() + ')';
    }

    static QString dayOf(const ExportedMoment &moment)
    {
        const QByteArray time = moment.time.isEmpty() ? QByteArray() : ' ' + moment.time.first(5);
        return QString::fromLatin1(moment.date + time);
    }

    // They are Markdown themselves.
    static QByteArray notesOf(const ExportedTodo &todo, const QByteArray &margin)
    {
        if (todo.notes.trimmed().isEmpty())
            return {};
        QByteArray text = "\n";
        for (const QByteArray &line : todo.notes.trimmed().split('\n'))
            text +=
                line.trimmed().isEmpty() ? QByteArray("\n") : margin + QByteArray(indent, ' ') + line + '\n';
        return text + '\n';
    }

    std::optional<QByteArray> m_list;
    bool m_hasBegun = false;
};

} // namespace

std::unique_ptr<TodoWriter> makeMarkdownWriter()
{
    return std::make_unique<MarkdownWriter>();
}

} // namespace tusk::exporter
