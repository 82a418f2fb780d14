// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/details/popup.h"

#include <QIcon>
#include <QVariant>

class QLineEdit;
class QListWidget;

namespace tusk::gui
{

// A few things of which one is taken: with the arrows and Enter, a click, or by typing a part of its name.
class ChoicePopUp final : public PopUp
{
    Q_OBJECT

public:
    struct Choice {
        QString text;
        QVariant value;
        QIcon icon;
        bool current = false;
    };

    // A filter line is worth its room from a handful of choices on.
    ChoicePopUp(const QList<Choice> &choices, const QString &name, QWidget *anchor);

Q_SIGNALS:
    void chosen(const QVariant &value);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeList(const QList<Choice> &choices);
    void filter(const QString &text);
    void moveCurrent(int steps);
    void takeCurrent();

    QLineEdit *m_filter;
    QListWidget *m_list;
};

// The ring of a check box.
[[nodiscard]] QIcon ringIcon(const QColor &color, bool filled, const QWidget *widget);

} // namespace tusk::gui
