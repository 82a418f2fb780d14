// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/tabwalk.h"

#include "features/hands.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QPixmap>
#include <QPointer>
#include <QWidget>

#include <algorithm>

namespace tusk::tests
{

namespace
{

struct Stop {
    QPointer<QWidget> widget;
    QString name;
};

QStringList namesOf(const QList<Stop> &stops)
{
    QStringList names;
    for (const Stop &stop : stops)
        names.append(stop.name);
    return names;
}

QString linesOf(const QList<Stop> &stops)
{
    return namesOf(stops).join(u'\n');
}

Stop stopAt(QWidget *widget)
{
    QAccessibleInterface *accessible = widget ? QAccessible::queryAccessibleInterface(widget) : nullptr;
    return {widget, accessible ? accessible->text(QAccessible::Name) : QString()};
}

// What of it is within the window and all that it lies in, which may be scrolled.
bool isSeen(const QWidget &widget)
{
    QRect rest = widget.rect();
    for (const QWidget *part = &widget; !part->isWindow(); part = part->parentWidget())
        rest = rest.translated(part->pos()).intersected(part->parentWidget()->rect());
    return widget.isVisible() && !rest.isEmpty();
}

void lookAt(const Stop &stop, const QList<Stop> &before)
{
    if (stop.name.isEmpty())
        qWarning("a %s without a name has the focus after\n%s", stop.widget->metaObject()->className(),
                 qPrintable(linesOf(before)));
    if (!isSeen(*stop.widget))
        qWarning("“%s” has the focus and is not seen", qPrintable(stop.name));
}

QList<Stop> walk(const QString &key)
{
    constexpr qsizetype most = 80;
    const auto isAt = [](const QWidget *widget) {
        return [widget](const Stop &stop) { return stop.widget == widget; };
    };
    QList<Stop> stops;
    QImage before;
    QWidget *focus = QApplication::focusWidget();
    while (focus && stops.size() < most && std::ranges::none_of(stops, isAt(focus))) {
        const Stop stop = stopAt(focus);
        lookAt(stop, stops);
        const QImage now = focus->window()->grab().toImage();
        if (now == before)
            qWarning("the focus is not seen at “%s” after\n%s", qPrintable(stop.name),
                     qPrintable(linesOf(stops)));
        before = now;
        stops.append(stop);
        hands::press(key);
        focus = QApplication::focusWidget();
    }
    if (stops.isEmpty() || !focus || focus != stops.first().widget)
        qWarning("%s leads to “%s”, not round:\n%s", qPrintable(key), qPrintable(stopAt(focus).name),
                 qPrintable(linesOf(stops)));
    return stops;
}

} // namespace

QStringList walkRoundByTab()
{
    const QList<Stop> forth = walk(QStringLiteral("Tab"));
    QList<Stop> back = walk(QStringLiteral("Shift+Tab"));
    if (!back.isEmpty())
        std::reverse(back.begin() + 1, back.end()); // both begin at the same
    if (!std::ranges::equal(back, forth, {}, &Stop::widget, &Stop::widget))
        qWarning("Shift+Tab leads another way back:\n%s\n\nand not\n%s", qPrintable(linesOf(back)),
                 qPrintable(linesOf(forth)));
    return namesOf(forth);
}

} // namespace tusk::tests
