// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractButton>

namespace tusk::gui
{

// Somebody whose todos are in a file, with how many; checked: they are taken.
class PersonChip final : public QAbstractButton
{
    Q_OBJECT

public:
    PersonChip(const QString &name, qint64 todos, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tusk::gui
