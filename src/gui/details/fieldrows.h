// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace tusk::gui
{

// Fields below each other, with their names before them.
class FieldRows final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldRows(QWidget *parent = nullptr);

    void add(const QString &name, QWidget *field);
    void setRowVisible(QWidget *field, bool visible); // with its name

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeFonts();

    QGridLayout *m_grid;
    QList<QLabel *> m_names;
};

} // namespace tusk::gui
