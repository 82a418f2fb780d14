// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/icons.h"

#include <QAbstractButton>

#include <optional>

namespace tusk::gui
{

// The value of a field, flat as text until the mouse or the focus is on it: a click, Enter, Space or Down
// opens what changes it.
class ValueButton : public QAbstractButton
{
    Q_OBJECT

public:
    // What stands before the text.
    enum class Mark { None, Dot, Ring, Icon };
    struct Value {
        QString text;
        Ink ink = Ink::Text; // Faint: there is none
        Mark mark = Mark::None;
        QString color;    // of a dot, as it is stored
        int priority = 0; // of a ring
        Icon icon = Icon::Inbox;

        bool operator==(const Value &) const = default;
    };

    explicit ValueButton(QWidget *parent = nullptr);

    // name is what the field is called, for those who cannot see its label.
    void setName(const QString &name);
    void setValue(const Value &value);
    [[nodiscard]] const Value &value() const { return m_value; }
    void setOpen(bool open); // stays lit while its pop-up is open

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void sayName();
    void paintMark(QPainter &painter, const QRectF &rect) const;

    QString m_name;
    Value m_value;
    bool m_open = false;
};

} // namespace tusk::gui
