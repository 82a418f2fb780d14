// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace tusk::gui
{

// In the details of todos that are in the Trash: the two things that can be done with them.
class TrashedBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TrashedBar(QWidget *parent = nullptr);

Q_SIGNALS:
    void restoreWanted();
    void purgeWanted(); // to be asked before
};

} // namespace tusk::gui
