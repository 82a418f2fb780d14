// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/notesfield.h"

#include "gui/details/notesdocument.h"
#include "gui/details/notesedit.h"
#include "gui/details/notestext.h"
#include "gui/details/notesview.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QDesktopServices>
#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace tusk::gui
{

namespace
{

constexpr qsizetype preparedElsewhere = 20'000; // characters: making a document of more would be felt
constexpr qsizetype plainUntilRendered = 4'000; // characters: more need not be laid out twice

} // namespace

NotesField::NotesField(QWidget *parent)
    : QWidget(parent)
    , m_renderer(new MarkdownRenderer(this))
    , m_view(new NotesView(this))
    , m_edit(new NotesEdit(this))
    , m_hint(new QLabel(this))
    , m_reading(new QWidget(this))
    , m_stack(new QStackedLayout(this))
{
    m_hint->setObjectName(QStringLiteral("notesHint"));
    m_hint->setWordWrap(true);
    m_hint->setIndent(8); // as the text
    m_hint->setFont(Theme::of(this).type().small);
    auto *reading = new QVBoxLayout(m_reading);
    reading->setContentsMargins({});
    reading->setSpacing(metrics::tightGap);
    reading->addWidget(m_view, 1);
    reading->addWidget(m_hint);
    m_stack->addWidget(m_reading);
    m_stack->addWidget(m_edit);
    connect(m_renderer, &MarkdownRenderer::rendered, m_view, &NotesView::show);
    connect(m_renderer, &MarkdownRenderer::textPrepared, this, &NotesField::openEditor);
    connect(m_view, &NotesView::editAsked, this, &NotesField::edit);
    connect(m_view, &NotesView::linkChosen, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, &NotesField::typed);
    connect(m_edit, &NotesEdit::left, this, &NotesField::stopEditing);
    showHint();
}

void NotesField::setNotes(const QString &notes, bool isWhole)
{
    if (isEditing() || (notes == m_notes && isWhole == m_isWhole))
        return;
    m_notes = notes;
    m_isWhole = isWhole;
    m_stack->setCurrentWidget(m_reading); // these are not in the plain text that is read
    render();
}

void NotesField::reset(const QString &notes, bool isWhole)
{
    m_editing = false;
    m_stack->setCurrentWidget(m_reading);
    m_notes = notes;
    m_isWhole = isWhole;
    m_view->showPlain(notes.left(plainUntilRendered));
    render();
}

QString NotesField::notes() const
{
    return isEditing() ? m_edit->notes() : m_notes;
}

void NotesField::setReadOnly(bool readOnly)
{
    if (readOnly == m_readOnly)
        return;
    stopEditing();
    m_readOnly = readOnly;
}

void NotesField::edit()
{
    if (m_editing || !m_isWhole || (m_readOnly && unrendered() == 0))
        return;
    if (m_notes.size() > preparedElsewhere) {
        m_renderer->prepareText(m_notes, m_edit->font());
        return;
    }
    openEditor(plainDocument(m_notes, m_edit->font()));
}

void NotesField::openEditor(const std::shared_ptr<QTextDocument> &document)
{
    const QScrollBar *read = m_view->verticalScrollBar();
    m_editing = !m_readOnly;
    {
        const QSignalBlocker blocker(m_edit);
        m_edit->show(document);
    }
    m_edit->setReadOnly(m_readOnly);
    m_stack->setCurrentWidget(m_edit);
    m_edit->setFocus(Qt::OtherFocusReason);
    // Where reading was: at the end of what is seen as a whole.
    m_edit->goTo(read->maximum() > 0 ? double(read->value()) / read->maximum() : 1);
    if (m_editing)
        Q_EMIT editingBegun();
}

void NotesField::stopEditing()
{
    const bool hadFocus = m_edit->hasFocus();
    m_stack->setCurrentWidget(m_reading);
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
    if (!m_editing)
        return;
    m_notes = m_edit->notes();
    m_editing = false;
    render();
    Q_EMIT editingEnded();
}

void NotesField::render()
{
    showHint();
    if (m_notes.trimmed().isEmpty()) {
        m_renderer->forget();
        m_view->showPlain({});
        return;
    }
    const Theme theme = Theme::of(this);
    m_renderer->render(
        m_notes, {theme.colors(), theme.type(), double(m_view->viewport()->width()), layoutDirection()});
}

qsizetype NotesField::unrendered() const
{
    return m_notes.size() - renderedPart(m_notes).size();
}

void NotesField::showHint()
{
    const qsizetype rest = unrendered();
    if (!m_isWhole)
        m_hint->setText(tr("The rest of the notes is on its way."));
    else if (rest > 0)
        m_hint->setText(tr("%1 KB more. Press Enter to see all as plain text.").arg((rest + 1023) / 1024));
    m_hint->setVisible(!m_isWhole || rest > 0);
}

void NotesField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::LayoutDirectionChange) {
        m_hint->setFont(Theme::of(this).type().small);
        render();
    }
}

} // namespace tusk::gui
