// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPlainTextEdit>

#include <memory>

namespace tusk::gui
{

// Notes as they are written. Overlong lines are shown broken, because Qt takes minutes for one line of 1 MB;
// notes() gives them as they were. Esc leaves.
class NotesEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NotesEdit(QWidget *parent = nullptr);

    void setNotes(const QString &notes);
    void show(const std::shared_ptr<QTextDocument> &document); // of plainDocument()
    using QPlainTextEdit::show;
    [[nodiscard]] QString notes() const;
    void goTo(double share); // the cursor to the end of a line, 0 the first, 1 the last

Q_SIGNALS:
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    void insert(const QString &text); // at the cursor

    std::shared_ptr<QTextDocument> m_document; // as long as it is edited
};

} // namespace tusk::gui
