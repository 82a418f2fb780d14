// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

class QMessageBox;
class QString;
class QWidget;

namespace tusk::gui
{

// A sentence and the technical text behind it, to be read and copied; open already, and gone when it is
// closed. Nothing waits for it.
QMessageBox &showDetail(QWidget &window, const QString &sentence, const QString &detail);

} // namespace tusk::gui
