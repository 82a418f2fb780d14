// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/tagfield.h"

#include "gui/details/flowlayout.h"
#include "gui/details/tagchip.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>
#include <QTimer>

#include <algorithm>

namespace tusk::gui
{

namespace
{

constexpr int chipInset = metrics::textInset; // so that chips begin where other values do
constexpr int narrowestLine = 72;

} // namespace

TagField::TagField(QWidget *parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(this, metrics::tightGap, chipInset))
    , m_line(new QLineEdit(this))
    , m_names(new QStringListModel(this))
    , m_completer(new QCompleter(m_names, this))
{
    setObjectName(QStringLiteral("tagField"));
    m_line->setObjectName(QStringLiteral("tagLine"));
    m_line->setFrame(false);
    m_line->setPlaceholderText(tr("Add a tag"));
    m_line->setAccessibleName(tr("Add a tag"));
    m_line->setTextMargins(-metrics::lineEditMargin, 0, 0, 0);
    m_line->setMinimumWidth(narrowestLine);
    m_line->setFixedHeight(Theme::of(this).controlHeight() - 2 * metrics::grid);
    m_line->installEventFilter(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_line->setCompleter(m_completer);
    m_completer->popup()->installEventFilter(this); // it has the keys while it is open
    m_layout->addWidget(m_line);
    connect(m_line, &QLineEdit::returnPressed, this, &TagField::takeTyped);
    // The completer writes the name into the line after this; queued, so that it is empty in the end.
    connect(
        m_completer, qOverload<const QString &>(&QCompleter::activated), this, [this] { takeTyped(); },
        Qt::QueuedConnection);
    connect(qApp, &QApplication::focusChanged, this, &TagField::onFocusChanged);
}

TagField::~TagField()
{
    disconnect(qApp, nullptr, this, nullptr); // the focus moves on when the line goes
}

void TagField::setTags(const QList<domain::Tag> &known, const QList<domain::TagId> &ofAll,
                       const QList<domain::TagId> &ofSome)
{
    QStringList free;
    QList<domain::Tag> shown;
    for (const domain::Tag &tag : known) {
        if (ofAll.contains(tag.id) || ofSome.contains(tag.id))
            shown.append(tag);
        if (!ofAll.contains(tag.id))
            free.append(tag.name);
    }
    if (m_names->stringList() != free)
        m_names->setStringList(free);
    if (shown == m_shown && ofSome == m_partly)
        return;
    m_shown = shown;
    m_partly = ofSome;
    for (TagChip *chip : std::as_const(m_chips)) {
        chip->hide();
        chip->deleteLater(); // it may be the one that has just been clicked
        m_layout->removeWidget(chip);
    }
    m_chips.clear();
    for (const domain::Tag &tag : std::as_const(m_shown))
        addChip(tag, ofSome.contains(tag.id));
    updateGeometry();
}

void TagField::addChip(const domain::Tag &tag, bool partly)
{
    auto *chip = new TagChip(tag, partly, this);
    connect(chip, &TagChip::removed, this, &TagField::remove);
    connect(chip, &TagChip::completed, this, &TagField::tagAdded);
    m_layout->insertBeforeLast(chip);
    // New widgets are the last of their window for Tab, and Qt puts none behind one that takes no focus.
    QWidget *before = m_line->previousInFocusChain();
    while (before != m_line && before->focusPolicy() == Qt::NoFocus)
        before = before->previousInFocusChain();
    setTabOrder(before, chip);
    m_chips.append(chip);
    chip->show();
}

void TagField::takeTyped()
{
    const QString name = m_line->text().trimmed();
    m_line->clear();
    if (!name.isEmpty())
        Q_EMIT tagNamed(name);
}

// A pop-up, or another window in front: the field is not left.
void TagField::onFocusChanged(const QWidget *before, const QWidget *now)
{
    if (before && now && isAncestorOf(before) && !isAncestorOf(now) && now->window() == window())
        takeTyped();
}

void TagField::remove(domain::TagId tag)
{
    m_line->setFocus(); // the chip goes
    Q_EMIT tagRemoved(tag);
}

bool TagField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || (watched != m_line && watched != m_completer->popup()))
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    // The list would hand Enter to the line first, which would take what is typed beside what is chosen.
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->text() == QStringLiteral(",") || (isEnter && watched == m_completer->popup())) {
        if (const QModelIndex chosen = m_completer->popup()->currentIndex(); isEnter && chosen.isValid())
            m_line->setText(chosen.data().toString());
        m_completer->popup()->hide();
        takeTyped();
        return true;
    }
    if (watched != m_line)
        return false; // the list knows its own keys
    if (key->key() == Qt::Key_Backspace && m_line->text().isEmpty() && !m_chips.isEmpty()) {
        remove(m_chips.last()->tag());
        return true;
    }
    if (key->key() == Qt::Key_Escape && !m_line->text().isEmpty()) {
        m_line->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tusk::gui
