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
    QImage focused; // how it looks with the focus
    QImage left;    // and without it
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

QString nameOf(QWidget *widget)
{
    QAccessibleInterface *accessible = widget ? QAccessible::queryAccessibleInterface(widget) : nullptr;
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

// With what is close around it: there is the ring.
QImage pictureOf(QWidget &widget)
{
    constexpr int reach = 4;
    const QRect place(widget.mapTo(widget.window(), QPoint()), widget.size());
    const QRect around = place.adjusted(-reach, -reach, reach, reach);
    return widget.window()->grab(around.intersected(widget.window()->rect())).toImage();
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
    QWidget *focus = QApplication::focusWidget();
    while (focus && stops.size() < most && std::ranges::none_of(stops, isAt(focus))) {
        Stop stop{focus, nameOf(focus), pictureOf(*focus), {}};
        lookAt(stop, stops);
        hands::press(key);
        focus = QApplication::focusWidget();
        if (stop.widget)
            stop.left = pictureOf(*stop.widget);
        stops.append(stop);
    }
    if (stops.isEmpty() || !focus || focus != stops.first().widget)
        qWarning("%s leads to “%s”, not round:\n%s", qPrintable(key), qPrintable(nameOf(focus)),
                 qPrintable(linesOf(stops)));
    else
        stops.first().focused = pictureOf(*focus); // come to by key, which it may not have been at first
    return stops;
}

// Of one stop alone there is nothing to compare.
void compareLooks(const QList<Stop> &stops)
{
    for (const Stop &stop : stops) {
        if (stops.size() > 1 && stop.focused == stop.left)
            qWarning("“%s” does not show that it has the focus:\n%s", qPrintable(stop.name),
                     qPrintable(linesOf(stops)));
    }
}

} // namespace

QStringList walkRoundByTab()
{
    const QList<Stop> forth = walk(QStringLiteral("Tab"));
    compareLooks(forth);
    QList<Stop> back = walk(QStringLiteral("Shift+Tab"));
    if (!back.isEmpty())
        std::reverse(back.begin() + 1, back.end()); // both begin at the same
    if (!std::ranges::equal(back, forth, {}, &Stop::widget, &Stop::widget))
        qWarning("Shift+Tab leads another way back:\n%s\n\nand not\n%s", qPrintable(linesOf(back)),
                 qPrintable(linesOf(forth)));
    return namesOf(forth);
}

} // namespace tusk::tests
