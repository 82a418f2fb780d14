// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>

namespace tusk::gui
{

// Edits a title in its row: the letters stay where they were painted.
class TitleEditor final : public QLineEdit
{
    Q_OBJECT

public:
    explicit TitleEditor(QWidget *parent = nullptr);

    // Lies over a title that is painted in this rectangle.
    void coverTitle(const QRect &title);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tusk::gui
