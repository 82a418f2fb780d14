// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

#include <memory>

namespace tusk::gui
{

namespace Ui
{
class FirstRunPage;
}

// The one question of the very first run, where the todos will be: how to begin.
class FirstRunPage final : public QWidget
{
    Q_OBJECT

public:
    explicit FirstRunPage(QWidget *parent = nullptr);
    ~FirstRunPage() override;

Q_SIGNALS:
    void closed(); // or to start fresh, which is the same
    void importWanted();
    void databaseWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::unique_ptr<Ui::FirstRunPage> m_ui;
};

} // namespace tusk::gui
