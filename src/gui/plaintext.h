// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QAbstractButton;
class QMessageBox;

// What users typed, shown as they typed it wherever Qt would read something into it.
namespace tusk::gui
{

// For the texts of actions and buttons: an ampersand is one, and marks no key.
[[nodiscard]] QString menuText(const QString &text);
[[nodiscard]] QString withoutMnemonics(const QString &menuText); // the way back

// The text of a button that paints it itself, as it is: without a key of an ampersand in it.
void setPlainText(QAbstractButton &button, const QString &text);

// For tool tips, in which Qt looks for HTML.
[[nodiscard]] QString toolTipText(const QString &text);

// Neither what is asked nor what is said below it is HTML. After both have been set.
void showAsPlainText(QMessageBox &box);

} // namespace tusk::gui
