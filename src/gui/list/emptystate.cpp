// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/emptystate.h"

#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace tusk::gui
{

namespace
{

using Place = domain::TodoFilter::Place;
using Kind = EmptyState::Kind;

constexpr QSize drawingSize(96, 64);
constexpr int smallDrawing = 40;
constexpr int widestSentence = 420;
constexpr int quotes = 24; // around a word that fills the line

Icon drawingOf(const domain::TodoFilter &place, Kind kind)
{
    if (kind == Kind::AllDone)
        return Icon::Elephant;
    switch (place.place) {
    case Place::Inbox:
        return Icon::Inbox;
    case Place::Today:
        return Icon::Today;
    case Place::Upcoming:
        return Icon::Upcoming;
    case Place::All:
        return Icon::All;
    case Place::Completed:
        return Icon::Completed;
    case Place::Trash:
        return Icon::Trash;
    case Place::List:
        return Icon::List;
    case Place::Tag:
        return Icon::Tag;
    case Place::Search:
        return Icon::Search;
    }
    return Icon::Elephant;
}

QString sentenceOf(const domain::TodoFilter &place, Kind kind, const QFontMetrics &font)
{
    if (kind == Kind::Offline)
        return EmptyState::tr("You are offline");
    if (kind == Kind::NotRead)
        return EmptyState::tr("The todos could not be read");
    switch (place.place) {
    case Place::Search:
        return EmptyState::tr("Nothing matches “%1”")
            .arg(
                font.elidedText(place.search.simplified().left(60), Qt::ElideRight, widestSentence - quotes));
    case Place::Completed:
        return EmptyState::tr("Nothing completed yet");
    case Place::Trash:
        return EmptyState::tr("The Trash is empty");
    case Place::Today:
        return kind == Kind::AllDone ? EmptyState::tr("All done for today")
                                     : EmptyState::tr("Nothing is due today");
    case Place::Upcoming:
        return EmptyState::tr("Nothing is due later");
    case Place::Inbox:
    case Place::All:
    case Place::List:
    case Place::Tag:
        return kind == Kind::AllDone ? EmptyState::tr("All done here") : EmptyState::tr("Nothing here yet");
    }
    return {};
}

QString hintOf(const domain::TodoFilter &place, Kind kind)
{
    if (kind == Kind::Offline && place.place == Place::Search)
        return EmptyState::tr("What matches appears as soon as the database can be reached again.");
    if (kind == Kind::Offline)
        return EmptyState::tr("The todos of this place appear as soon as the database can be reached again.");
    if (kind == Kind::NotRead)
        return EmptyState::tr("Go to another place and back to try again.");
    switch (place.place) {
    case Place::Search:
        if (kind == Kind::NoWordBegins)
            return EmptyState::tr(
                "Only the beginnings of words were looked for: to find pieces of them, this "
                "database needs the extension pg_trgm.");
        return EmptyState::tr("Titles and notes of open, completed and deleted todos were searched.");
    case Place::Completed:
        return EmptyState::tr("What you tick off is kept here.");
    case Place::Trash:
        return EmptyState::tr("What you delete stays here for 30 days.");
    case Place::Today:
    case Place::Upcoming:
        return EmptyState::tr("What gets a due date appears here.");
    case Place::Inbox:
    case Place::All:
    case Place::List:
    case Place::Tag:
        return kind == Kind::AllDone ? EmptyState::tr("Completed todos are kept under Completed.")
                                     : EmptyState::tr("Type above and press Enter to add a todo.");
    }
    return {};
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_space(new QWidget(this))
    , m_sentence(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_wayOut(new QPushButton(tr("Leave the search"), this))
{
    setObjectName(QStringLiteral("emptyState"));
    m_space->setFixedSize(drawingSize);
    m_sentence->setObjectName(QStringLiteral("emptySentence"));
    m_hint->setObjectName(QStringLiteral("emptyHint"));
    for (QLabel *label : {m_sentence, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setFixedWidth(widestSentence);
    }
    m_wayOut->setObjectName(QStringLiteral("leaveSearchButton"));
    connect(m_wayOut, &QPushButton::clicked, this, &EmptyState::leaveSearchWanted);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::tightGap);
    layout->addStretch(2);
    layout->addWidget(m_space, 0, Qt::AlignHCenter);
    layout->addSpacing(metrics::groupGap);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addWidget(m_hint, 0, Qt::AlignHCenter);
    layout->addSpacing(metrics::wideGap);
    layout->addWidget(m_wayOut, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    useTheme();
}

void EmptyState::showFor(const domain::TodoFilter &place, Kind kind)
{
    m_kind = kind;
    m_drawing = drawingOf(place, kind);
    m_sentence->setText(sentenceOf(place, kind, m_sentence->fontMetrics()));
    m_hint->setText(kind == Kind::AllDone && place.place == Place::Today
                        ? tr("Nothing else is due. Enjoy the rest of the day.")
                        : hintOf(place, kind));
    for (QLabel *label : {m_sentence, m_hint})
        label->setFixedHeight(label->heightForWidth(widestSentence));
    m_wayOut->setVisible(kind == Kind::NothingMatches || kind == Kind::NoWordBegins);
    update();
}

void EmptyState::useTheme()
{
    const Theme theme = Theme::of(this);
    QFont sentence = theme.type().detailsTitle;
    m_sentence->setFont(sentence);
    m_hint->setFont(theme.type().row);
    QPalette quiet = m_hint->palette();
    quiet.setColor(QPalette::WindowText, theme.colors().secondary);
    m_hint->setPalette(quiet);
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::PaletteChange)
        useTheme();
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = Theme::of(this).colors();
    QRect space = m_space->geometry();
    if (m_drawing == Icon::Elephant) {
        paintIcon(painter, m_drawing, space, colors.accent);
        return;
    }
    const QPoint center = space.center();
    space.setSize({smallDrawing, smallDrawing});
    space.moveCenter(center);
    paintIcon(painter, m_drawing, space, colors.faint);
}

} // namespace tusk::gui
