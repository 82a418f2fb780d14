// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTextBrowser>

#include <memory>

namespace tusk::gui
{

// Rendered notes, to be read. A click or Enter asks to edit them; a click on a link opens it with the
// desktop. Nothing is ever loaded into it.
class NotesView final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit NotesView(QWidget *parent = nullptr);

    void show(const std::shared_ptr<QTextDocument> &document);
    void showPlain(const QString &text); // until they are rendered, and of none: a hint

Q_SIGNALS:
    void editAsked();
    void linkChosen(const QUrl &url); // http, https or mailto

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    std::shared_ptr<QTextDocument> m_rendered; // as long as it is shown
};

} // namespace tusk::gui
