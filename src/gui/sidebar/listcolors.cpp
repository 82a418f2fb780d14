// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/sidebar/listcolors.h"

#include "gui/theme/colors.h"

#include <QCoreApplication>

namespace tusk::gui
{

namespace
{

class ColorWords final
{
    Q_DECLARE_TR_FUNCTIONS(ListColors)

public:
    static QStringList names()
    {
        return {tr("Red"),  tr("Orange"), tr("Gold"), tr("Olive"),  tr("Green"),
                tr("Teal"), tr("Sky"),    tr("Blue"), tr("Violet"), tr("Pink")};
    }
    static QString none() { return tr("None"); }
};

} // namespace

QList<ListColor> listColorChoices()
{
    QList<ListColor> choices;
    const QStringList names = ColorWords::names();
    for (qsizetype i = 0; i < listColors().size(); ++i)
        choices.append({names.value(i), listColors().at(i).name()});
    choices.append({ColorWords::none(), {}});
    return choices;
}

} // namespace tusk::gui
