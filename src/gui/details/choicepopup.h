// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/details/popup.h"

#include <QIcon>
#include <QVariant>

#include <functional>
#include <optional>

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

    // What is offered besides for a typed name, where nothing is called that; nothing: nothing can be made.
    using Maker = std::function<std::optional<Choice>(const QString &typed)>;
    // prompt stands in the line, which is there then however few the choices are.
    void setMaker(Maker maker, const QString &prompt);

Q_SIGNALS:
    void chosen(const QVariant &value);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeList(const QList<Choice> &choices);
    void filter(const QString &text);
    void offerMaking(const QString &text);
    void addItem(const Choice &choice);
    void takeHeight();
    void moveCurrent(int steps);
    void takeCurrent();

    QLineEdit *m_filter;
    QListWidget *m_list;
    Maker m_maker;
    int m_choices; // those that are there whatever is typed
};

// The ring of a check box.
[[nodiscard]] QIcon ringIcon(const QColor &color, bool filled, const QWidget *widget);

} // namespace tusk::gui
