// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/markdownrenderer.h"

#include "base/threadpriority.h"
#include "gui/details/notesdocument.h"
#include "gui/details/notestext.h"
#include "gui/theme/metrics.h"

#include <QFontInfo>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>
#include <QThread>

namespace tusk::gui
{

namespace
{

constexpr double lineHeight = 140; // per cent
constexpr double paragraphGap = metrics::gap;
constexpr double listIndent = metrics::grid * 5;
constexpr int bulletStretch = 2 * QFont::Unstretched;
constexpr double tablePadding = metrics::grid;

bool isCode(const QTextBlock &block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) ||
           block.blockFormat().nonBreakableLines();
}

void styleBlock(const QTextBlock &block, const MarkdownRenderer::Look &look)
{
    QTextBlockFormat format = block.blockFormat();
    const QTextBlock next = block.next();
    const bool goesOn =
        next.isValid() && ((block.textList() && next.textList()) || (isCode(block) && isCode(next)));
    format.setTopMargin(format.headingLevel() > 0 ? 2 * paragraphGap : 0);
    const bool isCell = QTextCursor(block).currentTable() != nullptr;
    format.setBottomMargin(goesOn || isCell ? 0 : paragraphGap);
    if (isCode(block))
        format.setBackground(look.colors.hover); // without gaps between the lines
    else
        format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
    // Paragraphs begin where the window does; what stands beside something goes by its letters.
    if (look.window == Qt::RightToLeft && !isCode(block) && !isCell && !block.textList())
        format.setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    if (const int level = format.intProperty(QTextFormat::BlockQuoteLevel); level > 0)
        format.setLeftMargin(level * listIndent);
    QTextCursor(block).setBlockFormat(format);
}

// Qt keeps a bullet away from the text by a space of the block's font, which writes nothing else there.
void styleBullet(const QTextBlock &block)
{
    const QTextList *list = block.textList();
    if (!list || list->format().style() <= QTextListFormat::ListDecimal)
        return;
    QTextCharFormat format;
    format.setFontStretch(bulletStretch);
    QTextCursor(block).mergeBlockCharFormat(format);
}

// Headings as large as a title at most, and links, code and pictures in the theme's colours.
QTextCharFormat styled(QTextCharFormat format, const QTextBlockFormat &block,
                       const MarkdownRenderer::Look &look)
{
    const int heading = block.headingLevel();
    format.clearProperty(QTextFormat::FontSizeAdjustment);
    if (heading > 0) {
        format.setFontWeight(QFont::DemiBold);
        format.clearProperty(QTextFormat::FontPointSize);
        format.setProperty(QTextFormat::FontPixelSize,
                           QFontInfo(heading == 1 ? look.type.detailsTitle : look.type.row).pixelSize());
    }
    if (format.fontFixedPitch()) {
        format.setFontFamilies(look.type.code.families());
        format.setProperty(QTextFormat::FontPixelSize, QFontInfo(look.type.code).pixelSize());
        format.setBackground(look.colors.hover);
    }
    if (block.hasProperty(QTextFormat::BlockQuoteLevel))
        format.setForeground(look.colors.secondary);
    if (format.isAnchor()) {
        format.setForeground(look.colors.accent);
        format.setFontUnderline(true);
    }
    return format;
}

struct Piece {
    int position = 0;
    int length = 0;
    QTextCharFormat format;
    QString instead; // of a picture: its description
};

QList<Piece> piecesOf(const QTextBlock &block, const MarkdownRenderer::Look &look)
{
    QList<Piece> pieces;
    for (auto at = block.begin(); !at.atEnd(); ++at) {
        const QTextFragment fragment = at.fragment();
        const QTextCharFormat before = fragment.charFormat();
        Piece piece{fragment.position(), fragment.length(), styled(before, block.blockFormat(), look), {}};
        if (before.isImageFormat()) {
            // No picture is fetched: what it shows is said, and leads there.
            const QTextImageFormat image = before.toImageFormat();
            piece.instead = image.property(QTextFormat::ImageAltText).toString();
            if (piece.instead.isEmpty())
                piece.instead = image.name();
            piece.format = QTextCharFormat();
            piece.format.setAnchor(true);
            piece.format.setAnchorHref(image.name());
            piece.format = styled(piece.format, {}, look);
        }
        if (!piece.instead.isEmpty() || piece.format != before)
            pieces.append(piece);
    }
    return pieces;
}

void styleText(QTextDocument &document, const QTextBlock &block, const MarkdownRenderer::Look &look)
{
    const QList<Piece> pieces = piecesOf(block, look);
    for (auto piece = pieces.crbegin(); piece != pieces.crend(); ++piece) { // positions before stay right
        QTextCursor cursor(&document);
        cursor.setPosition(piece->position);
        cursor.setPosition(piece->position + piece->length, QTextCursor::KeepAnchor);
        if (piece->instead.isEmpty())
            cursor.setCharFormat(piece->format);
        else
            cursor.insertText(piece->instead, piece->format);
    }
}

void styleTables(const QTextDocument &document, const MarkdownRenderer::Look &look)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderBrush(look.colors.hairline);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        format.setCellSpacing(0);
        format.setCellPadding(tablePadding);
        table->setFormat(format);
    }
}

} // namespace

std::unique_ptr<QTextDocument> markdownDocument(const QString &notes, const MarkdownRenderer::Look &look)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(look.type.row);
    document->setDocumentMargin(0);
    document->setIndentWidth(listIndent);
    const QTextDocument::MarkdownFeatures features =
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML;
    document->setMarkdown(markdownSource(renderedPart(notes)), features);
    QTextCursor edit(document.get());
    edit.beginEditBlock();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        styleBlock(block, look);
        styleBullet(block);
        styleText(*document, block, look);
    }
    styleTables(*document, look);
    edit.endEditBlock();
    return document;
}

MarkdownRenderer::MarkdownRenderer(QObject *parent)
    : QObject(parent)
    , m_newest(std::make_shared<std::atomic<quint64>>(0))
{
    m_thread.post(base::giveWayToTheWindow);
}

MarkdownRenderer::~MarkdownRenderer()
{
    forget(); // what waits is not done any more
}

void MarkdownRenderer::forget()
{
    ++*m_newest;
}

void MarkdownRenderer::render(const QString &notes, const Look &look)
{
    make([notes, look] { return Document(markdownDocument(notes, look)); }, &MarkdownRenderer::rendered);
}

void MarkdownRenderer::prepareText(const QString &notes, const QFont &font)
{
    make([notes, font] { return Document(plainDocument(notes, font)); }, &MarkdownRenderer::textPrepared);
}

void MarkdownRenderer::make(const std::function<Document()> &made,
                            void (MarkdownRenderer::*signal)(const Document &))
{
    const quint64 number = ++*m_newest;
    m_thread.post(
        [this, made, signal, number, newest = m_newest, address = m_inbox.address(), home = thread()] {
            if (*newest != number)
                return;
            const Document document = made();
            document->moveToThread(home);
            address.post([this, document, signal, number, newest] {
                if (*newest == number)
                    Q_EMIT(this->*signal)(document);
            });
        });
}

} // namespace tusk::gui
