// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace tusk::tests
{

// Every icon, at the sizes and in the states that it is shown in.
class IconsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit IconsPage(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLists(class QPainter &painter, int top) const;
};

} // namespace tusk::tests
