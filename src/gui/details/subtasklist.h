// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/kin.h"

#include <QAbstractButton>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace tusk::gui
{

// A subtask in the details of its parent: whether it is done, and its title. A click, Enter or Space leads to
// it.
class SubtaskRow final : public QAbstractButton
{
    Q_OBJECT

public:
    SubtaskRow(const domain::Kin &subtask, QWidget *parent);

    void setSubtask(const domain::Kin &subtask);
    [[nodiscard]] const domain::Kin &subtask() const { return m_subtask; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    domain::Kin m_subtask;
};

// The subtasks of a todo, under what is said of them: "Subtasks · 1 of 3". Hidden where there are none.
class SubtaskList final : public QWidget
{
    Q_OBJECT

public:
    // The Tab key comes to the first of them from before, which must outlive the list.
    explicit SubtaskList(QWidget &before, QWidget *parent = nullptr);

    // Rows of subtasks that were shown before stay, and so does the focus on them.
    void setSubtasks(const QList<domain::Kin> &subtasks);

Q_SIGNALS:
    void chosen(tusk::domain::TodoId subtask);

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeFonts();
    void showRow(qsizetype place, const domain::Kin &subtask);
    void placeRow(qsizetype place, SubtaskRow *row);

    QWidget &m_before;
    QList<domain::Kin> m_subtasks;
    QLabel *m_heading;
    QVBoxLayout *m_rows;
};

} // namespace tusk::gui
