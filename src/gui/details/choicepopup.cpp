// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/choicepopup.h"

#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace tusk::gui
{

namespace
{

constexpr int margin = metrics::gap;
constexpr int fewChoices = 6;
constexpr int mostRows = 8; // shown without scrolling
constexpr int narrowest = 208;
constexpr int widest = 320;
constexpr int valueRole = Qt::UserRole;

// The current choice is seen as it is: it needs no ring around its text as well.
class ChoiceDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state.setFlag(QStyle::State_HasFocus, false);
    }
};

// The same on a chosen row: what is drawn here carries a meaning by its colour.
QIcon iconOf(const QPixmap &pixmap)
{
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

QPixmap canvas(const QWidget *widget)
{
    const int side = Theme::of(widget).iconSize();
    QPixmap pixmap(QSize(side, side) * widget->devicePixelRatioF());
    pixmap.setDevicePixelRatio(widget->devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    return pixmap;
}

} // namespace

QIcon ringIcon(const QColor &color, bool filled, const QWidget *widget)
{
    QPixmap pixmap = canvas(widget);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = color;
    fill.setAlphaF(0.16F);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(filled ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(1.75, 1.75, 12.5, 12.5));
    painter.end();
    return iconOf(pixmap);
}

ChoicePopUp::ChoicePopUp(const QList<Choice> &choices, const QString &name, QWidget *anchor)
    : PopUp(anchor)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_choices(int(choices.size()))
{
    setObjectName(QStringLiteral("choicePopUp"));
    setAccessibleName(name);
    m_filter->setObjectName(QStringLiteral("choiceFilter"));
    m_filter->setPlaceholderText(tr("Type to filter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setVisible(choices.size() > fewChoices);
    m_filter->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("choices"));
    m_list->setAccessibleName(name);
    m_list->installEventFilter(this);
    makeList(choices);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(metrics::tightGap);
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    connect(m_filter, &QLineEdit::textChanged, this, &ChoicePopUp::filter);
    connect(m_list, &QListWidget::itemClicked, this, &ChoicePopUp::takeCurrent);
    QWidget *first = m_filter;
    if (m_filter->isHidden())
        first = m_list;
    first->setFocus();
}

void ChoicePopUp::setMaker(Maker maker, const QString &prompt)
{
    m_maker = std::move(maker);
    m_filter->setPlaceholderText(prompt);
    m_filter->show();
    m_filter->setFocus();
}

void ChoicePopUp::makeList(const QList<Choice> &choices)
{
    const Theme theme = Theme::of(this);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setIconSize(QSize(theme.iconSize(), theme.iconSize()));
    int width = narrowest;
    for (const Choice &choice : choices) {
        addItem(choice);
        width = std::max(width, fontMetrics().horizontalAdvance(choice.text) + 64);
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
    m_list->setFixedWidth(std::min(width, widest));
    takeHeight();
}

void ChoicePopUp::addItem(const Choice &choice)
{
    auto *item = new QListWidgetItem(choice.icon, choice.text, m_list);
    item->setData(valueRole, choice.value);
    item->setSizeHint(QSize(0, Theme::of(this).controlHeight()));
    if (choice.current)
        m_list->setCurrentItem(item);
}

// That of the choices, and of what can be made where it finds no room among them.
void ChoicePopUp::takeHeight()
{
    int rows = 0;
    for (int row = 0; row < m_list->count(); ++row)
        rows += m_list->item(row)->isHidden() ? 0 : 1;
    const int height = std::min(std::max(m_choices, rows), mostRows) * Theme::of(this).controlHeight();
    if (height == m_list->height() && isVisible())
        return;
    m_list->setFixedHeight(height);
    if (isVisible())
        open(); // where it has its place with that size
}

void ChoicePopUp::filter(const QString &text)
{
    offerMaking(text);
    QListWidgetItem *first = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(row < m_choices && !item->text().contains(text.trimmed(), Qt::CaseInsensitive));
        if (!first && !item->isHidden())
            first = item;
    }
    m_list->setCurrentItem(first);
    takeHeight();
}

void ChoicePopUp::offerMaking(const QString &text)
{
    while (m_list->count() > m_choices)
        delete m_list->takeItem(m_choices);
    if (!m_maker || text.trimmed().isEmpty())
        return;
    if (const std::optional<Choice> made = m_maker(text))
        addItem(*made);
}

void ChoicePopUp::moveCurrent(int steps)
{
    for (int row = m_list->currentRow() + steps; row >= 0 && row < m_list->count(); row += steps) {
        if (m_list->item(row)->isHidden())
            continue;
        m_list->setCurrentRow(row);
        return;
    }
}

void ChoicePopUp::takeCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    Q_EMIT chosen(item->data(valueRole));
    close();
}

// The line and the list are one: arrows and Enter mean the list wherever the focus is.
bool ChoicePopUp::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return PopUp::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        moveCurrent(-1);
        return true;
    case Qt::Key_Down:
        moveCurrent(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeCurrent();
        return true;
    case Qt::Key_Space:
        if (watched == m_filter && !m_filter->text().isEmpty())
            return false; // a part of the name
        takeCurrent();
        return true;
    default:
        return PopUp::eventFilter(watched, event);
    }
}

} // namespace tusk::gui
