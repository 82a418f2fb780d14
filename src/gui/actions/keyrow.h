// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/actions/actioninfo.h"

#include <QLabel>
#include <QStringList>

namespace tusk::gui
{

// An action and its keys, as a line of the sheet: the text at the beginning, the keys as chips at the end.
class KeyRow final : public QLabel
{
    Q_OBJECT

public:
    explicit KeyRow(ActionId action, QWidget *parent = nullptr);

    [[nodiscard]] ActionId action() const { return m_action; }
    void setKeys(const QStringList &keys);
    [[nodiscard]] bool answersTo(const QString &folded) const; // by its text or one of its keys

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ActionId m_action;
    QStringList m_keys;
};

} // namespace tusk::gui
