// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/titleorder.h"

#include <QCollator>
#include <QLocale>

namespace tusk::domain
{

std::strong_ordering compareTitles(const QString &left, const QString &right)
{
    // English is ordered by the root collation as it is; the "C" locale would mean bytes.
    static thread_local const QCollator collator(QLocale(QLocale::English, QLocale::UnitedStates));
    const int order = collator.compare(left, right);
    return order != 0 ? order <=> 0 : left.toUtf8().compare(right.toUtf8()) <=> 0;
}

} // namespace tusk::domain
