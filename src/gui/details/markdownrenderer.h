// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/taskthread.h"
#include "gui/theme/colors.h"
#include "gui/theme/typescale.h"

#include <QObject>
#include <QTextDocument>

#include <atomic>
#include <functional>
#include <memory>

namespace tusk::gui
{

// Makes documents of Markdown on a thread of its own: parsing takes 4 to 6 ms a KB. Only the newest request
// is answered. Thread: that of the GUI, on which the documents arrive.
class MarkdownRenderer final : public QObject
{
    Q_OBJECT

public:
    struct Look {
        Colors colors;
        TypeScale type;
        double width = 0; // of a line, device-independent pixels
        Qt::LayoutDirection window = Qt::LeftToRight;
    };

    explicit MarkdownRenderer(QObject *parent = nullptr);
    ~MarkdownRenderer() override;

    // HTML in it is shown as text, and nothing that it names is fetched. The beginning only, if it is very
    // long, see notestext.h.
    void render(const QString &notes, const Look &look);
    // The whole notes as they are written, for NotesEdit: making a document of 1 MB would be felt.
    void prepareText(const QString &notes, const QFont &font);
    void forget(); // what is on its way is not wanted any more

Q_SIGNALS:
    void rendered(const std::shared_ptr<QTextDocument> &document);
    void textPrepared(const std::shared_ptr<QTextDocument> &document);

private:
    using Document = std::shared_ptr<QTextDocument>;
    void make(const std::function<Document()> &made, void (MarkdownRenderer::*signal)(const Document &));

    using Newest = std::shared_ptr<std::atomic<quint64>>;

    Newest m_newest; // number of the newest request, also read by the tasks
    base::Inbox m_inbox;
    base::TaskThread m_thread; // last: ends first
};

// What the renderer makes of Markdown. Thread: any.
[[nodiscard]] std::unique_ptr<QTextDocument> markdownDocument(const QString &notes,
                                                              const MarkdownRenderer::Look &look);

} // namespace tusk::gui
