// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLayout>
#include <QList>

#include <memory>
#include <vector>

namespace tusk::gui
{

// Items side by side in lines, like words; the last takes what is left of its line. inset: room before the
// first item of each line.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    FlowLayout(QWidget *parent, int spacing, int inset);
    ~FlowLayout() override;

    void insertBeforeLast(QWidget *widget);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    [[nodiscard]] int place(const QRect &rect, bool really) const; // the height that they need

    int m_inset;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace tusk::gui
