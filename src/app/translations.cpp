// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/translations.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace tusk::app
{

namespace
{

using namespace Qt::StringLiterals;

} // namespace

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    auto *english = new QTranslator(&application);
    if (english->load(u":/translations/tusk_en.qm"_s))
        QCoreApplication::installTranslator(english);
    else
        qCWarning(base::logApp) << "the English plural forms are missing";
    if (locale.language() == QLocale::English || locale.language() == QLocale::C)
        return;
    auto *translated = new QTranslator(&application);
    if (translated->load(locale, u"tusk"_s, u"_"_s, u":/translations"_s))
        QCoreApplication::installTranslator(translated);
}

} // namespace tusk::app
