// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractButton>

namespace tusk::gui
{

// The environment at the foot of the sidebar: a bar in its colour, its name, and how the database is.
class EnvironmentButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit EnvironmentButton(QWidget *parent = nullptr);

    void setEnvironment(const QString &name, const QString &color); // color: #rrggbb; empty: the accent
    void setStatus(const QString &status);
    [[nodiscard]] const QString &status() const { return m_status; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    QString m_color;
    QString m_status;
};

} // namespace tusk::gui
