// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/todolayout.h"

#include "domain/relativedate.h"
#include "domain/repeattext.h"
#include "gui/list/rowgeometry.h"
#include "gui/list/searchhits.h"
#include "gui/theme/metrics.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QStyle>

namespace tusk::gui
{

namespace
{

using Place = domain::TodoFilter::Place;
using Piece = TodoLayout::Piece;
using Tone = TodoLayout::Tone;
using TodoTableModel = models::TodoTableModel;

constexpr int markToLabel = metrics::tightGap;
constexpr int betweenPieces = metrics::wideGap;
constexpr int widestLabel = 200;
constexpr int gapBeforeSaving = metrics::groupGap;

// Where the header of the group says the day, the row says only the time of it. That of what is overdue does
// not say it.
bool headerSaysDay(const domain::TodoFilter &place, QDate due, QDate today)
{
    return place.place == Place::Upcoming || (place.place == Place::Today && due == today);
}

bool saysDue(const domain::TodoFilter &place)
{
    return place.place != Place::Completed && place.place != Place::Trash;
}

Tone toneOf(const domain::When &due, const base::Moment &now)
{
    switch (domain::dueState(due, now)) {
    case domain::DueState::Overdue:
        return Tone::Overdue;
    case domain::DueState::Today:
        return Tone::Today;
    case domain::DueState::Tomorrow:
    case domain::DueState::Later:
        return Tone::Quiet;
    }
    return Tone::Quiet;
}

void addDue(QList<Piece> &pieces, const domain::Todo &todo, const RowContext &context)
{
    const bool isPast = context.place.place == Place::Search && todo.completedAt;
    if (!todo.due || !saysDue(context.place) || isPast)
        return;
    const Tone tone = toneOf(*todo.due, context.now);
    const bool timeOnly =
        tone != Tone::Overdue && headerSaysDay(context.place, todo.due->date, context.now.today());
    const QString text = timeOnly ? domain::timeText(*todo.due, context.now, QLocale())
                                  : domain::dueText(*todo.due, context.now, QLocale());
    if (!text.isEmpty())
        pieces.append({timeOnly ? Icon::Clock : Icon::Calendar,
                       {},
                       text,
                       todo.completedAt ? Tone::Quiet : tone,
                       {},
                       {}});
}

Piece markPiece(Icon icon, const QString &text = {})
{
    return {icon, {}, text, Tone::Quiet, {}, {}};
}

// A search finds todos anywhere: each says where it is.
std::optional<Piece> whereabouts(const domain::Todo &todo)
{
    if (todo.deletedAt)
        return markPiece(Icon::Trash, QCoreApplication::translate("TodoLayout", "Trash"));
    if (todo.completedAt)
        return markPiece(Icon::Completed, QCoreApplication::translate("TodoLayout", "Completed"));
    if (!todo.list)
        return markPiece(Icon::Inbox, QCoreApplication::translate("TodoLayout", "Inbox"));
    return std::nullopt;
}

void addList(QList<Piece> &pieces, const domain::Todo &todo, const RowContext &context)
{
    if (context.place.place == Place::Search) {
        if (const std::optional<Piece> where = whereabouts(todo))
            pieces.append(*where);
    }
    const bool isClear = context.place.place == Place::List && todo.list == context.place.list;
    if (!todo.list || isClear || !context.lists.contains(*todo.list))
        return;
    const domain::TodoList list = context.lists.value(*todo.list);
    pieces.append({std::nullopt, list.color, singleLine(list.name), Tone::Quiet, {}, {}});
}

void addTags(QList<Piece> &pieces, const domain::Todo &todo, const RowContext &context)
{
    QList<domain::Tag> tags;
    for (const domain::TagId &id : todo.tags) {
        const bool isClear = context.place.place == Place::Tag && id == context.place.tag;
        if (!isClear && context.tags.contains(id))
            tags.append(context.tags.value(id));
    }
    std::sort(tags.begin(), tags.end(), [](const domain::Tag &left, const domain::Tag &right) {
        return left.position != right.position ? left.position < right.position : left.id < right.id;
    });
    for (const domain::Tag &tag : std::as_const(tags))
        pieces.append(markPiece(Icon::Tag, singleLine(tag.name)));
}

void addFamily(QList<Piece> &pieces, const domain::Todo &todo, const models::Family &family)
{
    if (family.subtasks > 0)
        //: How many of the subtasks are done: 2/5
        pieces.append(markPiece(
            Icon::Subtasks,
            QCoreApplication::translate("TodoLayout", "%1/%2").arg(family.done).arg(family.subtasks)));
    if (todo.parent)
        pieces.append(markPiece(Icon::Parent, singleLine(family.parentTitle)));
}

// A search says what it found in the notes. Of long ones only the beginning is here.
void addNotes(QList<Piece> &pieces, const domain::Todo &todo, const RowContext &context)
{
    if (todo.notes.isEmpty())
        return;
    Piece piece = markPiece(Icon::Notes);
    if (context.place.place == Place::Search)
        piece.text = singleLine(excerptAround(todo.notes, context.place.search));
    piece.isFound = !piece.text.isEmpty();
    if (context.place.place == Place::Search && !piece.isFound && todo.notesCut &&
        !areAllFound(todo.title, todo.notes, context.place.search))
        piece.text = QCoreApplication::translate("TodoLayout", "further down in the notes");
    pieces.append(piece);
}

QList<Piece> piecesOf(const ShownTodo &shown, const RowContext &context)
{
    const domain::Todo &todo = shown.todo;
    QList<Piece> pieces;
    addDue(pieces, todo, context);
    if (!todo.repeatRule.isEmpty())
        pieces.append(markPiece(Icon::Repeat, domain::repeatText(todo.repeatRule, QLocale())));
    addFamily(pieces, todo, shown.family);
    addNotes(pieces, todo, context);
    addList(pieces, todo, context);
    addTags(pieces, todo, context);
    return pieces;
}

} // namespace

QString singleLine(const QString &title)
{
    QString line = title;
    for (QChar &character : line) {
        const QChar::Category category = character.category();
        if (category == QChar::Other_Control || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph)
            character = QChar::Space;
    }
    return line;
}

QString TodoLayout::savingText()
{
    return QCoreApplication::translate("TodoLayout", "saving…");
}

bool TodoLayout::hasSecondLine(TodoTableModel::Marks marks, const Due &due, const domain::TodoFilter &place,
                               QDate today)
{
    using Mark = TodoTableModel::Mark;
    if (place.place == Place::Search ||
        (marks & (Mark::RepeatMark | Mark::SubtasksMark | Mark::ParentMark | Mark::NotesMark)))
        return true;
    if (marks.testFlag(Mark::ListMark) && place.place != Place::List)
        return true;
    // One of the tags may be that of the place: two would show. Those are told apart by the layout.
    if (marks.testFlag(Mark::TagsMark) &&
        (place.place != Place::Tag || marks.testFlag(Mark::SeveralTagsMark)))
        return true;
    return marks.testFlag(Mark::DueMark) && saysDue(place) &&
           (due.hasTime || !headerSaysDay(place, due.date, today));
}

TodoLayout::TodoLayout(const QRect &rect, Qt::LayoutDirection direction, const Theme &theme,
                       const ShownTodo &shown, const RowContext &context)
    : m_pieces(piecesOf(shown, context))
{
    placeParts(rect, theme, shown.pending);
    if (direction == Qt::RightToLeft)
        mirror(rect);
}

void TodoLayout::placeParts(const QRect &rect, const Theme &theme, bool pending)
{
    m_background = rect.adjusted(sideMargin, 0, -sideMargin, 0);
    const QFontMetrics row(theme.type().row);
    const QFontMetrics small(theme.type().small);
    const int circle = theme.checkCircle();
    const int firstLine = theme.rowHeight(); // the circle and the title are centred in a row of one line
    m_circle = QRect(m_background.left() + metrics::rowPaddingX, rect.top() + (firstLine - circle) / 2,
                     circle, circle);

    const int left = m_circle.right() + 1 + circleToTitle;
    int right = m_background.right() - metrics::rowPaddingX;
    if (pending) {
        const int width = small.horizontalAdvance(savingText());
        m_saving = QRect(right - width + 1, rect.top(), width, rect.height());
        right -= width + gapBeforeSaving;
    }
    m_title =
        QRect(left, rect.top() + (firstLine - row.height()) / 2, std::max(0, right - left + 1), row.height());
    if (m_pieces.isEmpty())
        return;
    const int bottom = rect.top() + theme.rowHeight(true) - metrics::rowPaddingY;
    placePieces(QRect(left, bottom - small.height(), m_title.width(), small.height()), theme);
}

void TodoLayout::placePieces(const QRect &line, const Theme &theme)
{
    const QFontMetrics small(theme.type().small);
    int x = line.left();
    qsizetype shown = 0;
    for (Piece &piece : m_pieces) {
        const int size = piece.dot ? metrics::smallDot : metrics::smallIcon;
        piece.text = small.elidedText(piece.text, Qt::ElideRight, widestLabel);
        const int text = piece.text.isEmpty() ? 0 : small.horizontalAdvance(piece.text) + 1;
        const int width = size + (text > 0 ? markToLabel + text : 0);
        if (x + width > line.right() + 1)
            break; // what does not fit is left out: the details have it all
        piece.mark = QRect(x, line.center().y() - size / 2 + (piece.dot ? 1 : 0), size, size);
        piece.label = QRect(x + size + markToLabel, line.top(), text, line.height());
        x += width + betweenPieces;
        ++shown;
    }
    m_pieces.resize(shown);
}

void TodoLayout::mirror(const QRect &rect)
{
    const auto mirrored = [&rect](const QRect &part) {
        return part.isNull() ? part : QStyle::visualRect(Qt::RightToLeft, rect, part);
    };
    for (QRect *part : {&m_background, &m_circle, &m_title, &m_saving})
        *part = mirrored(*part);
    for (Piece &piece : m_pieces) {
        piece.mark = mirrored(piece.mark);
        piece.label = mirrored(piece.label);
    }
}

} // namespace tusk::gui
