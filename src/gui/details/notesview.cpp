// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/notesview.h"

#include "gui/theme/leadingedge.h"
#include "gui/theme/metrics.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace tusk::gui
{

namespace
{

bool isAllowed(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    return scheme == QLatin1StringView("http") || scheme == QLatin1StringView("https") ||
           scheme == QLatin1StringView("mailto");
}

} // namespace

NotesView::NotesView(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("notesView"));
    setAccessibleName(tr("Notes"));
    setFrameShape(QFrame::NoFrame);
    setViewportMargins(metrics::textInset, metrics::textInset, metrics::textInset, metrics::textInset);
    setOpenLinks(false);
    setTabChangesFocus(true);
    setFocusPolicy(Qt::StrongFocus);
    setPlaceholderText(tr("Add notes"));
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (isAllowed(url))
            Q_EMIT linkChosen(url);
    });
}

void NotesView::show(const std::shared_ptr<QTextDocument> &document)
{
    const std::shared_ptr<QTextDocument> before = std::exchange(m_rendered, document);
    setDocument(document.get());
    viewport()->setCursor(Qt::IBeamCursor);
}

void NotesView::showPlain(const QString &text)
{
    if (m_rendered) {
        setDocument(nullptr); // one of its own again
        document()->setDocumentMargin(0);
        m_rendered.reset();
    }
    alignToLeadingEdge(*document(), layoutDirection());
    setPlainText(text);
}

QVariant NotesView::loadResource(int, const QUrl &)
{
    return {};
}

void NotesView::doSetSource(const QUrl &, QTextDocument::ResourceType) {}

void NotesView::keyPressEvent(QKeyEvent *event)
{
    // Enter on a link that has been reached with the keyboard opens it; such a link is selected. A cursor
    // that merely stands in one is nothing that anybody sees.
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isOnLink = textCursor().hasSelection() && textCursor().charFormat().isAnchor();
    if ((isEnter && !isOnLink) || event->key() == Qt::Key_F2) {
        Q_EMIT editAsked();
        return;
    }
    QTextBrowser::keyPressEvent(event);
}

void NotesView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isLink = !anchorAt(event->position().toPoint()).isEmpty();
    QTextBrowser::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !isLink && !textCursor().hasSelection())
        Q_EMIT editAsked();
}

} // namespace tusk::gui
