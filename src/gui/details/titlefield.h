// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTextEdit>

namespace tusk::gui
{

// The title: one line of text that wraps and grows. Enter leaves it.
class TitleField final : public QTextEdit
{
    Q_OBJECT

public:
    explicit TitleField(QWidget *parent = nullptr);

    void setTitle(const QString &title); // leaves the cursor alone where nothing differs
    [[nodiscard]] QString title() const { return toPlainText(); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void typed();
    void entered();
    void left();
    void finished();                       // Enter: the next field
    void refused(const QString &sentence); // a pasted text that cannot be a title

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void fitHeight();
};

} // namespace tusk::gui
