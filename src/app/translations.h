// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

class QCoreApplication;
class QLocale;

namespace tusk::app
{

// For the rest of the program's run: the plural forms of English, which the texts in the source leave open,
// and over them the language of the locale as far as there is a translation. Called once the application is
// there, before the first text.
void installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace tusk::app
