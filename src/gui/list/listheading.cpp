// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/listheading.h"

#include "gui/list/todolayout.h"
#include "gui/menubutton.h"
#include "gui/plaintext.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QAction>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace tusk::gui
{

namespace
{

constexpr int headingHeight = 36;
constexpr int buttonSize = 32;
constexpr int betweenButtons = metrics::tightGap;
constexpr int titleToSummary = metrics::wideGap;
constexpr int searchWidth = 240;
constexpr int narrowestTitle = 60;

} // namespace

ListHeading::ListHeading(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_find(makeButton("searchButton", tr("Search")))
    , m_sort(makeButton("sortButton", tr("Sort")))
    , m_details(makeButton("detailsButton", tr("Details")))
    , m_menu(new MenuButton(this))
{
    m_title->setObjectName(QStringLiteral("placeTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_summary->setObjectName(QStringLiteral("placeAmount"));
    m_summary->setTextFormat(Qt::PlainText);
    m_find->setIcon(themedIcon(Icon::Search));
    m_sort->setIcon(themedIcon(Icon::Sort));
    m_sort->setPopupMode(QToolButton::InstantPopup);
    m_details->setIcon(themedIcon(Icon::Details));
    m_details->setCheckable(true);
    shapeButton(*m_menu);
    makeSearch();
    setFixedHeight(headingHeight); // the search field is a little higher than the buttons

    auto *words = new QHBoxLayout;
    words->setSpacing(titleToSummary);
    words->addWidget(m_title, 0, Qt::AlignBottom);
    words->addWidget(m_summary, 0, Qt::AlignBottom);
    words->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(betweenButtons);
    layout->addLayout(words, 1);
    layout->setAlignment(words, Qt::AlignVCenter);
    layout->addWidget(m_search);
    layout->addWidget(m_find);
    layout->addWidget(m_sort);
    layout->addWidget(m_details);
    layout->addWidget(m_menu);
    useTheme();
    connect(m_find, &QToolButton::clicked, this, &ListHeading::unfoldSearch);
    connect(m_search, &QLineEdit::returnPressed, this, &ListHeading::hitsWanted);
}

QToolButton *ListHeading::makeButton(const char *name, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    shapeButton(*button);
    return button;
}

void ListHeading::shapeButton(QToolButton &button) const
{
    button.setFixedSize(buttonSize, buttonSize);
    button.setIconSize({18, 18});
}

void ListHeading::makeSearch()
{
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search all todos"));
    m_search->setAccessibleName(tr("Search all todos"));
    m_search->addAction(themedIcon(Icon::Search), QLineEdit::LeadingPosition)->setText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    // Qt's own, which it has left without a name.
    if (auto *clear = m_search->findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setText(tr("Clear"));
    m_search->setFixedWidth(searchWidth);
    m_search->installEventFilter(this);
    m_search->hide();
}

void ListHeading::useTheme()
{
    const Theme theme = Theme::of(this);
    m_title->setFont(theme.type().placeTitle);
    m_summary->setFont(theme.type().row);
    QPalette quiet = m_summary->palette();
    quiet.setColor(QPalette::WindowText, theme.colors().secondary);
    m_summary->setPalette(quiet);
    // Both on one line of writing.
    const int deeper =
        QFontMetrics(theme.type().placeTitle).descent() - QFontMetrics(theme.type().row).descent();
    m_summary->setContentsMargins(0, 0, 0, deeper);
    elide();
}

void ListHeading::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange ||
        (event->type() == QEvent::PaletteChange))
        useTheme();
}

void ListHeading::setTitle(const QString &title)
{
    m_titleText = singleLine(title);
    elide();
}

// The name of a list may be longer than the window is wide.
void ListHeading::elide()
{
    const int shown = m_sort->isHidden() ? 3 : 4;
    const int buttons =
        shown * (buttonSize + betweenButtons) + (m_search->isHidden() ? 0 : searchWidth) + 4 * betweenButtons;
    const int space = std::max(narrowestTitle, width() - buttons);
    const int both = m_title->fontMetrics().horizontalAdvance(m_titleText) + titleToSummary +
                     m_summary->sizeHint().width();
    // Where both do not fit, the title says more.
    m_summary->setVisible(both <= space);
    const QString text = m_title->fontMetrics().elidedText(m_titleText, Qt::ElideRight, space);
    if (m_title->text() != text)
        m_title->setText(text);
    m_title->setToolTip(text == m_titleText ? QString() : toolTipText(m_titleText));
}

void ListHeading::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

void ListHeading::setSummary(const QString &summary)
{
    m_summary->setText(summary);
    elide();
}

void ListHeading::setOrder(const QString &order, bool isUsual)
{
    if (m_order == order)
        return;
    m_order = order;
    m_sort->setVisible(!order.isEmpty());
    m_sort->setIcon(themedIcon(Icon::Sort, isUsual ? Ink::Secondary : Ink::Accent));
    m_sort->setToolTip(tr("Sort: %1").arg(order));
    m_sort->setAccessibleDescription(order);
}

void ListHeading::unfoldSearch()
{
    m_search->show();
    m_find->hide();
    elide();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ListHeading::foldSearch()
{
    {
        const QSignalBlocker blocker(m_search);
        m_search->clear();
    }
    m_search->hide();
    m_find->show();
    elide();
}

bool ListHeading::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::FocusOut && m_search->text().isEmpty() &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        foldSearch();
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape) {
        Q_EMIT searchLeft();
        return true;
    }
    if (key == Qt::Key_Down) {
        Q_EMIT hitsWanted();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tusk::gui
