// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/datepopup.h"

#include "domain/datewords.h"
#include "domain/relativedate.h"
#include "domain/todorules.h"
#include "domain/weekstart.h"
#include "gui/details/monthgrid.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

namespace tusk::gui
{

namespace
{

constexpr int popupMargin = metrics::grid * 3;
constexpr int mostTyped = 200; // characters: more are no date
constexpr int widestRepeated = 160;

QPushButton *quickChoice(const char *id, Icon icon, Ink ink, const QString &text)
{
    auto *button = new QPushButton(themedIcon(icon, ink), text);
    button->setObjectName(QString::fromLatin1(id));
    button->setFlat(true);
    button->setAutoDefault(false);
    return button;
}

QToolButton *monthButton(const char *id, Icon icon, const QString &name)
{
    auto *button = new QToolButton;
    button->setObjectName(QString::fromLatin1(id));
    button->setIcon(themedIcon(icon));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRaise(true);
    return button;
}

// As it is written here, without the zone.
QString plainTime(domain::When when, const DatePopUp::Settings &settings)
{
    when.zone = settings.now.time().timeZone().id();
    return domain::timeText(when, settings.now, settings.locale);
}

QString monthTitle(QDate date, const QLocale &locale)
{
    return locale.standaloneMonthName(date.month(), QLocale::LongFormat) + u' ' +
           QString::number(date.year());
}

} // namespace

DatePopUp::DatePopUp(const std::optional<domain::When> &value, const Settings &settings, QWidget *anchor)
    : PopUp(anchor)
    , m_value(value)
    , m_settings(settings)
    , m_words(new QLineEdit(this))
    , m_said(new QLabel(this))
    , m_grid(new MonthGrid(settings.now.today(), settings.firstDay, this))
    , m_time(new QLineEdit(this))
{
    setObjectName(QStringLiteral("datePopUp"));
    setAccessibleName(tr("Date"));
    makeLayout();
    makeTabOrder();
    if (value) {
        m_grid->setCurrent(value->date);
        m_grid->setMarked(value->date);
    }
    connect(m_words, &QLineEdit::textChanged, this, &DatePopUp::showWords);
    connect(m_words, &QLineEdit::returnPressed, this, &DatePopUp::takeWords);
    connect(m_time, &QLineEdit::textEdited, this, &DatePopUp::showTimeProblem);
    connect(m_time, &QLineEdit::returnPressed, this, [this] { takeDay(m_grid->current()); });
    connect(m_grid, &MonthGrid::taken, this, &DatePopUp::takeDay);
    showUnderstood();
    m_words->setFocus();
}

void DatePopUp::makeLayout()
{
    m_words->setObjectName(QStringLiteral("dateWords"));
    m_words->setPlaceholderText(tr("Type a date: fri, in 3 days, 24 dec"));
    m_words->setAccessibleName(tr("Date in words"));
    m_words->setMaxLength(mostTyped);
    m_said->setObjectName(QStringLiteral("dateUnderstood"));
    m_said->setFont(Theme::of(this).type().small);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    // What is typed may be repeated in it: that does not make the pop-up wider.
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    m_said->setSizePolicy(policy);
    m_said->setMinimumHeight(m_said->fontMetrics().height());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(popupMargin, popupMargin, popupMargin, popupMargin);
    layout->setSpacing(metrics::gap);
    layout->addWidget(m_words);
    layout->addWidget(m_said);
    layout->addWidget(makeQuickChoices());
    layout->addWidget(makeMonthHeader());
    layout->addWidget(m_grid);
    layout->addWidget(makeTimeLine());
}

QWidget *DatePopUp::makeQuickChoices()
{
    auto *choices = new QWidget(this);
    auto *grid = new QGridLayout(choices);
    grid->setContentsMargins({});
    grid->setSpacing(metrics::tightGap);
    const QDate today = m_settings.now.today();
    struct Choice {
        QPushButton *button;
        std::optional<QDate> date;
    };
    const QList<Choice> all{
        {quickChoice("dateToday", Icon::Today, Ink::Green, tr("Today")), today},
        {quickChoice("dateTomorrow", Icon::Calendar, Ink::Amber, tr("Tomorrow")), today.addDays(1)},
        {quickChoice("dateNextWeek", Icon::Upcoming, Ink::Accent, tr("Next week")),
         domain::nextWeek(today, m_settings.firstDay)},
        {quickChoice("dateNone", Icon::Close, Ink::Secondary, tr("No date")), std::nullopt},
    };
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Choice &choice = all.at(i);
        if (choice.date)
            choice.button->setToolTip(m_settings.locale.toString(*choice.date, QLocale::LongFormat));
        grid->addWidget(choice.button, int(i) / 2, int(i) % 2, Qt::AlignLeft);
        connect(choice.button, &QPushButton::clicked, this, [this, date = choice.date] {
            if (date)
                takeDay(*date);
            else
                take(std::nullopt);
        });
    }
    return choices;
}

QWidget *DatePopUp::makeMonthHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(metrics::textInset, 0, 0, 0);
    layout->setSpacing(0);
    auto *title = new QLabel(header);
    title->setObjectName(QStringLiteral("monthTitle"));
    title->setFont(Theme::of(this).type().rowStrong);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    auto *before =
        monthButton("monthBefore", mirrored ? Icon::ChevronRight : Icon::ChevronLeft, tr("Month before"));
    auto *after =
        monthButton("monthAfter", mirrored ? Icon::ChevronLeft : Icon::ChevronRight, tr("Month after"));
    layout->addWidget(title, 1);
    layout->addWidget(before);
    layout->addWidget(after);
    const auto show = [this, title](QDate date) { title->setText(monthTitle(date, m_settings.locale)); };
    show(m_grid->current());
    connect(m_grid, &MonthGrid::currentChanged, title, show);
    connect(before, &QToolButton::clicked, m_grid, [this] { m_grid->showMonth(-1); });
    connect(after, &QToolButton::clicked, m_grid, [this] { m_grid->showMonth(1); });
    return header;
}

QWidget *DatePopUp::makeTimeLine()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(metrics::textInset, 0, 0, 0);
    layout->setSpacing(metrics::gap);
    auto *label = new QLabel(tr("Time"), line);
    m_time->setObjectName(QStringLiteral("dateTime"));
    m_time->setAccessibleName(tr("Time of day"));
    m_time->setMaxLength(mostTyped);
    m_time->setPlaceholderText(tr("None"));
    m_time->setClearButtonEnabled(true);
    if (m_value && m_value->time)
        m_time->setText(plainTime(*m_value, m_settings));
    layout->addWidget(label);
    layout->addWidget(m_time, 1);
    if (!m_settings.takesTime)
        line->hide();
    return line;
}

void DatePopUp::makeTabOrder()
{
    QWidget *last = m_words;
    const auto next = [&last](QWidget *widget) {
        setTabOrder(last, widget);
        last = widget;
    };
    for (const char *name :
         {"dateToday", "dateTomorrow", "dateNextWeek", "dateNone", "monthBefore", "monthAfter"})
        next(findChild<QWidget *>(QString::fromLatin1(name)));
    next(m_grid);
    next(m_time);
}

void DatePopUp::say(const QString &sentence, bool isProblem)
{
    m_said->setForegroundRole(isProblem ? roles::red : roles::secondary);
    m_said->setText(sentence);
}

// A word is never wider than its line.
QString DatePopUp::repeated(const QString &typed) const
{
    return m_said->fontMetrics().elidedText(typed.simplified(), Qt::ElideMiddle, widestRepeated);
}

std::optional<domain::When> DatePopUp::understood(const QString &words) const
{
    auto when = domain::whenFromWords(words, m_settings.now, m_settings.locale, m_settings.firstDay);
    if (when && !m_settings.takesTime)
        when = domain::When{when->date, {}, {}};
    return when;
}

// The calendar marks the day that Enter would take.
void DatePopUp::showWords()
{
    const QString words = m_words->text().trimmed();
    const auto typed = words.isEmpty() ? std::nullopt : understood(words);
    const auto when = typed ? typed : m_value;
    m_grid->setMarked(when ? when->date : QDate());
    if (typed || words.isEmpty())
        m_grid->setCurrent(when ? when->date : m_settings.now.today());
    showUnderstood();
}

void DatePopUp::showUnderstood()
{
    const auto words = m_words->text().trimmed();
    const auto when = words.isEmpty() ? m_value : understood(words);
    if (!when) {
        say(words.isEmpty() ? tr("No date yet") : tr("Not a date yet"), false);
        return;
    }
    const QString day = domain::dayHeading(when->date, m_settings.now.today(), m_settings.locale);
    const QString time = domain::timeText(*when, m_settings.now, m_settings.locale);
    say(time.isEmpty() ? day : tr("%1, %2").arg(day, time), false);
}

void DatePopUp::takeWords()
{
    const QString words = m_words->text().trimmed();
    if (words.isEmpty()) {
        takeDay(m_grid->current());
        return;
    }
    const auto when = understood(words);
    if (!when) {
        say(tr("“%1” is not a date. Nothing was changed.").arg(repeated(words)), true);
        return;
    }
    const auto checked = domain::checkedWhen(*when);
    if (!checked)
        say(checked.error().sentence, true);
    else if (when->time)
        take(when);
    else
        takeDay(when->date);
}

bool DatePopUp::typedTime(std::optional<QTime> &time) const
{
    const QString typed = m_time->text().trimmed();
    time.reset();
    if (typed.isEmpty())
        return true;
    const auto when = domain::whenFromWords(typed, m_settings.now, m_settings.locale, m_settings.firstDay);
    if (when && when->time)
        time = when->time;
    else if (const QTime plain = m_settings.locale.toTime(typed, QLocale::ShortFormat); plain.isValid())
        time = plain;
    return time.has_value();
}

void DatePopUp::showTimeProblem()
{
    std::optional<QTime> time;
    if (typedTime(time))
        showUnderstood();
    else
        say(tr("“%1” is not a time of day yet").arg(repeated(m_time->text())), false);
}

std::optional<domain::When> DatePopUp::onDay(QDate date) const
{
    if (!m_settings.takesTime)
        return m_value ? domain::When{date, m_value->time, m_value->zone} : domain::When{date, {}, {}};
    std::optional<QTime> time;
    if (!typedTime(time))
        return std::nullopt;
    domain::When when{date, time, {}};
    const bool isAsBefore = m_value && time == m_value->time;
    if (time)
        when.zone = isAsBefore ? m_value->zone : m_settings.now.time().timeZone().id();
    return when;
}

void DatePopUp::takeDay(QDate date)
{
    if (const std::optional<domain::When> when = onDay(date))
        take(when);
    else
        say(tr("“%1” is not a time of day. Nothing was changed.").arg(repeated(m_time->text())), true);
}

void DatePopUp::take(const std::optional<domain::When> &when)
{
    m_taken = true;
    Q_EMIT chosen(when);
    close();
}

// From the words down into the calendar, as the eye goes.
void DatePopUp::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && m_words->hasFocus())
        m_grid->setFocus(Qt::TabFocusReason);
    else
        PopUp::keyPressEvent(event);
}

void DatePopUp::takeTyped()
{
    if (m_taken)
        return;
    m_taken = true;
    const QString words = m_words->text().trimmed();
    const auto typed = understood(words);
    std::optional<domain::When> when; // none: nothing that could be taken, which is no wish for no date
    if (typed && domain::checkedWhen(*typed))
        when = typed->time ? typed : onDay(typed->date);
    else if (words.isEmpty() && m_time->isModified())
        when = onDay(m_grid->current());
    if (when)
        Q_EMIT chosen(when);
}

} // namespace tusk::gui
