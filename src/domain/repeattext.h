// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

namespace tusk::domain
{

// An RFC 5545 rule in words: "every 2 days", "weekdays", "every week on Mon and Thu", "every month on day
// 15", "every year, until 24 Dec 2027". What it cannot say whole it says in part, with "…"; empty for no
// rule.
[[nodiscard]] QString repeatText(const QString &rule, const QLocale &locale);

} // namespace tusk::domain
