// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/icons.h"

#include <QAbstractButton>

namespace tusk::gui
{

// Something that can be chosen, with a sentence about it: an icon, a line, and a quiet line below.
class ChoiceButton final : public QAbstractButton
{
    Q_OBJECT

public:
    ChoiceButton(Icon icon, const QString &text, const QString &description, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Icon m_choiceIcon;
    const QString m_description;
};

} // namespace tusk::gui
