// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QToolButton;

namespace tusk::gui
{

// What stands above a section of the sidebar: its name, which folds it, and a button that adds to it.
class SectionHeader final : public QWidget
{
    Q_OBJECT

public:
    SectionHeader(const QString &name, QWidget *parent = nullptr);

    // text: what the button says to a reader; name: of the button for tests.
    void addButton(const QString &text, const QString &objectName);
    [[nodiscard]] bool isFolded() const;
    void setFolded(bool folded);

Q_SIGNALS:
    void foldedChanged(bool folded);
    void addAsked();
    void menuAsked(const QPoint &globalPosition);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void showColors();

    QToolButton *m_name;
    QToolButton *m_add = nullptr;
};

} // namespace tusk::gui
