// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/keysheet.h"

#include "gui/actions/actionregistry.h"
#include "gui/actions/keyrow.h"
#include "gui/palette/ranking.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <numeric>
#include <vector>

namespace tusk::gui
{

namespace
{

constexpr int largestHeight = 720;
constexpr int searchWidth = 240;
constexpr int mostColumns = 4;
constexpr int usualColumn = 304;
constexpr int gapBetweenColumns = metrics::grid * 10;
constexpr int gapBetweenSections = metrics::groupGap;

QStringList textsOf(const KeyBindings::Keys &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys) {
        const QString text = key.toString(QKeySequence::NativeText);
        if (key != QKeySequence(Qt::Key_Enter)) // to everybody it is the same key as Return
            texts.append(text);
    }
    return texts;
}

// The column of each section: the longest first, each to the column that is the shortest yet.
std::vector<int> columnsOf(const std::vector<qsizetype> &rows, int columns)
{
    constexpr int headingRows = 2; // as high as that
    std::vector<int> byLength(rows.size());
    std::iota(byLength.begin(), byLength.end(), 0);
    std::ranges::stable_sort(byLength, std::greater(), [&rows](int section) { return rows[section]; });
    std::vector<qsizetype> lengths(columns, 0);
    std::vector<int> result(rows.size());
    for (const int section : byLength) {
        const auto shortest = std::ranges::min_element(lengths);
        result[section] = static_cast<int>(shortest - lengths.begin());
        *shortest += rows[section] + headingRows;
    }
    return result;
}

} // namespace

KeySheet::KeySheet(const ActionRegistry &actions, QWidget &window)
    : Overlay(window)
    , m_actions(actions)
    , m_title(new QLabel(tr("All keys"), this))
    , m_hint(new QLabel(tr("Letters work while the list has the focus."), this))
    , m_search(new QLineEdit(this))
    , m_area(new QScrollArea(this))
{
    setObjectName(QStringLiteral("keySheet"));
    setAccessibleName(tr("All keys"));
    const int margin = metrics::dialogMargin;
    panelLayout().setContentsMargins(margin, margin, margin, margin);
    panelLayout().setSpacing(metrics::groupGap);
    makeHeading();
    makeSections();
    connect(&actions, &ActionRegistry::bindingsChanged, this, &KeySheet::showKeys);
    connect(m_search, &QLineEdit::textChanged, this, &KeySheet::filter);
    showKeys();
}

void KeySheet::makeHeading()
{
    m_title->setFont(Theme::of(this).type().placeTitle);
    m_hint->setObjectName(QStringLiteral("keySheetHint"));
    m_hint->setForegroundRole(roles::secondary);
    m_search->setObjectName(QStringLiteral("keySheetSearch"));
    m_search->setPlaceholderText(tr("Search keys"));
    m_search->setAccessibleName(tr("Search keys"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(searchWidth);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(metrics::wideGap);
    heading->addWidget(m_title);
    heading->addWidget(m_hint);
    heading->addStretch(1);
    heading->addWidget(m_search);
    panelLayout().addLayout(heading);
}

void KeySheet::makeSections()
{
    m_content = new QWidget;
    for (const ActionCategory category : allCategories()) {
        m_sections.append(makeSection(category));
        m_sections.last().widget->setParent(m_content);
    }
    m_area->setWidget(m_content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // the field keeps it, and scrolls
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    panelLayout().addWidget(m_area, 1);
}

KeySheet::Section KeySheet::makeSection(ActionCategory category)
{
    Section section{new QWidget, {}};
    auto *layout = new QVBoxLayout(section.widget);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *label = new QLabel(categoryText(category));
    label->setFont(Theme::of(this).type().smallStrong);
    label->setForegroundRole(roles::secondary);
    label->setContentsMargins(0, 0, 0, metrics::grid);
    layout->addWidget(label);
    for (const ActionInfo &action : allActions()) {
        if (action.category != category)
            continue;
        section.rows.append(new KeyRow(action.id));
        layout->addWidget(section.rows.last());
    }
    return section;
}

// Of the longest row with the keys that it has now.
int KeySheet::columnWidth() const
{
    int widest = 0;
    for (const Section &section : m_sections) {
        for (const KeyRow *row : section.rows)
            widest = std::max(widest, row->sizeHint().width());
    }
    return widest;
}

int KeySheet::columnsIn(int windowWidth) const
{
    const int room = windowWidth - 2 * metrics::pageMargin - 2 * metrics::dialogMargin - metrics::scrollBar;
    return std::clamp((room + gapBetweenColumns) / (columnWidth() + gapBetweenColumns), 1, mostColumns);
}

void KeySheet::arrange(int columns)
{
    if (m_columns == columns)
        return;
    m_columns = columns;
    delete m_content->layout(); // with those of the columns; the sections stay
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins({});
    row->setSpacing(gapBetweenColumns);
    QList<QVBoxLayout *> stacks;
    for (int i = 0; i < columns; ++i) {
        stacks.append(new QVBoxLayout);
        stacks.last()->setSpacing(gapBetweenSections);
        row->addLayout(stacks.last(), 1);
    }
    std::vector<qsizetype> rows;
    for (const Section &section : std::as_const(m_sections))
        rows.push_back(section.rows.size());
    const std::vector<int> columnOf = columnsOf(rows, columns);
    for (qsizetype i = 0; i < m_sections.size(); ++i)
        stacks.at(columnOf[i])->addWidget(m_sections.at(i).widget);
    for (QVBoxLayout *stack : stacks)
        stack->addStretch();
}

// The first thing to go where there is little room.
void KeySheet::showHint()
{
    const int room = panelSize(size()).width() - 2 * metrics::dialogMargin;
    const int wanted = m_title->sizeHint().width() + m_hint->sizeHint().width() + searchWidth;
    m_hint->setVisible(wanted + 3 * metrics::wideGap <= room);
}

void KeySheet::showKeys()
{
    for (const Section &section : std::as_const(m_sections)) {
        for (KeyRow *row : section.rows)
            row->setKeys(textsOf(m_actions.bindings().keysOf(row->action())));
    }
}

void KeySheet::filter(const QString &typed)
{
    const QString folded = foldedText(typed);
    for (const Section &section : std::as_const(m_sections)) {
        bool any = false;
        for (KeyRow *row : section.rows) {
            const bool answers = row->answersTo(folded);
            row->setVisible(answers);
            any = any || answers;
        }
        section.widget->setVisible(any);
    }
}

// No higher than all rows; those that a search hides make no difference.
void KeySheet::fitHeight()
{
    m_content->layout()->activate();
    m_fullHeight = m_content->sizeHint().height();
    placePanel();
}

void KeySheet::showEvent(QShowEvent *event)
{
    m_search->setText({});
    arrange(columnsIn(width()));
    showHint();
    fitHeight();
    Overlay::showEvent(event);
}

void KeySheet::resizeEvent(QResizeEvent *event)
{
    arrange(columnsIn(width()));
    showHint();
    Overlay::resizeEvent(event);
}

QSize KeySheet::panelSize(const QSize &window) const
{
    const int margins = 2 * metrics::pageMargin;
    const int columns = columnsIn(window.width());
    const int width = columns * std::max(columnWidth(), usualColumn) + (columns - 1) * gapBetweenColumns +
                      2 * metrics::dialogMargin + metrics::scrollBar;
    const int rest = 2 * metrics::dialogMargin + m_search->sizeHint().height() + panelLayout().spacing();
    const int height = m_fullHeight > 0 ? std::min(m_fullHeight + rest, largestHeight) : largestHeight;
    return {std::min(width, window.width() - margins), std::min(height, window.height() - margins)};
}

QWidget *KeySheet::firstFocus() const
{
    return m_search;
}

// What the field does not need.
void KeySheet::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = m_area->verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up:
        return bar->triggerAction(QScrollBar::SliderSingleStepSub);
    case Qt::Key_Down:
        return bar->triggerAction(QScrollBar::SliderSingleStepAdd);
    case Qt::Key_PageUp:
        return bar->triggerAction(QScrollBar::SliderPageStepSub);
    case Qt::Key_PageDown:
        return bar->triggerAction(QScrollBar::SliderPageStepAdd);
    default:
        Overlay::keyPressEvent(event);
    }
}

} // namespace tusk::gui
