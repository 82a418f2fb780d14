// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/palette/palette.h"

#include "gui/palette/palettedelegate.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tusk::gui
{

namespace
{

constexpr int panelWidth = 600;
constexpr int fieldHeight = 52;
constexpr int mostRows = 9;
constexpr int longestTyped = 500;

} // namespace

Palette::Palette(QWidget &window)
    : Overlay(window)
    , m_model(new PaletteModel(this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("Nothing like it."), this))
{
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Palette"));
    makeField();
    makeList();
    m_nothing->setObjectName(QStringLiteral("paletteNothing"));
    m_nothing->setForegroundRole(roles::secondary);
    m_nothing->setContentsMargins(metrics::groupGap, 0, metrics::groupGap, 0);
    auto *line = new QWidget(this);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(roles::hairline);
    panelLayout().setContentsMargins(1, 1, 1, 2 * metrics::grid);
    panelLayout().addWidget(m_field);
    panelLayout().addWidget(line);
    panelLayout().addWidget(m_list, 1);
    panelLayout().addWidget(m_nothing, 1);
    takeFonts();
}

void Palette::makeField()
{
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setFrame(false);
    m_field->setAttribute(Qt::WA_MacShowFocusRect, false); // it has the focus for as long as it is seen
    m_field->setFixedHeight(fieldHeight);
    m_field->setTextMargins(metrics::groupGap - metrics::lineEditMargin, 0,
                            metrics::groupGap - metrics::lineEditMargin, 0);
    m_field->setMaxLength(longestTyped);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &Palette::onTyped);
}

void Palette::makeList()
{
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What can be chosen"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps it
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        choose();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &Palette::onRowsChanged);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &Palette::onRowsChanged);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &Palette::onRowsChanged);
}

void Palette::takeFonts()
{
    m_field->setFont(Theme::of(this).type().detailsTitle);
    QFont font = m_field->font();
    font.setWeight(QFont::Normal);
    m_field->setFont(font);
}

void Palette::ask(const PaletteQuestion &question)
{
    m_question = question;
    m_field->setPlaceholderText(question.prompt);
    m_field->setAccessibleName(question.prompt);
    setAccessibleName(question.prompt);
    {
        const QSignalBlocker blocker(m_field);
        m_field->setText({}); // and nothing to undo
    }
    m_model->setItems(question.items);
    open();
}

void Palette::showFound(const QList<PaletteItem> &found)
{
    if (isVisible() && m_question.searches)
        m_model->setFound(found);
}

void Palette::onTyped(const QString &typed)
{
    m_model->setTyped(typed, m_question.made ? m_question.made(typed) : QList<PaletteItem>());
    if (m_question.searches)
        Q_EMIT searchWanted(typed.trimmed());
}

void Palette::onRowsChanged()
{
    const bool empty = m_model->rowCount() == 0;
    m_list->setVisible(!empty);
    const bool hints = m_field->text().trimmed().isEmpty() && !m_question.hint.isEmpty();
    m_nothing->setText(hints ? m_question.hint : tr("Nothing like it."));
    m_nothing->setVisible(empty);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    if (isVisible())
        placePanel();
}

void Palette::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    // One step wraps around, a page stops at the end.
    const int wanted = m_list->currentIndex().row() + rows;
    const int row = std::abs(rows) == 1 ? (wanted + count) % count : std::clamp(wanted, 0, count - 1);
    m_list->setCurrentIndex(m_model->index(row));
    // The focus stays in the field; a screen reader is told which row is meant all the same.
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

void Palette::choose()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const std::function<void()> run = m_model->itemAt(current.row()).run;
    close();
    if (run)
        run();
}

QSize Palette::panelSize(const QSize &window) const
{
    const int rows = std::clamp(m_model->rowCount(), 1, mostRows);
    const int wanted = fieldHeight + 2 + rows * PaletteDelegate::rowHeight(this) + 2 * metrics::grid;
    return {std::min(panelWidth, window.width() - 2 * metrics::pageMargin),
            std::min(wanted, window.height() - 2 * metrics::pageMargin)};
}

QWidget *Palette::firstFocus() const
{
    return m_field;
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(mostRows - 1);
        return true;
    case Qt::Key_PageUp:
        move(1 - mostRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

void Palette::hideEvent(QHideEvent *event)
{
    Q_EMIT searchWanted({});
    Overlay::hideEvent(event);
}

void Palette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        takeFonts();
    Overlay::changeEvent(event);
}

} // namespace tusk::gui
