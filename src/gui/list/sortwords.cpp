// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/sortwords.h"

#include <QCoreApplication>

namespace tusk::gui
{

namespace
{

using domain::PlaceOrder;
using domain::Sorting;
using Place = domain::TodoFilter::Place;

QString translated(const char *text)
{
    return QCoreApplication::translate("Sorting", text);
}

QString placeText(Place place)
{
    switch (domain::placeOrder(place)) {
    case PlaceOrder::Hand:
        return translated(QT_TRANSLATE_NOOP("Sorting", "By hand"));
    case PlaceOrder::Due:
        return translated(QT_TRANSLATE_NOOP("Sorting", "Due date"));
    case PlaceOrder::Arrival:
        return place == Place::Trash ? translated(QT_TRANSLATE_NOOP("Sorting", "Date deleted"))
                                     : translated(QT_TRANSLATE_NOOP("Sorting", "Date completed"));
    }
    return {};
}

} // namespace

QString sortingText(Sorting::By by, Place place)
{
    switch (by) {
    case Sorting::By::Place:
        return placeText(place);
    case Sorting::By::Due:
        return translated(QT_TRANSLATE_NOOP("Sorting", "Due date"));
    case Sorting::By::Priority:
        return translated(QT_TRANSLATE_NOOP("Sorting", "Priority"));
    case Sorting::By::Title:
        return translated(QT_TRANSLATE_NOOP("Sorting", "Title"));
    case Sorting::By::Created:
        return translated(QT_TRANSLATE_NOOP("Sorting", "Date added"));
    }
    return {};
}

QString directionText(const domain::TodoFilter &place)
{
    if (!domain::canBeReversed(place))
        return {};
    const bool reversed = place.sorting.reversed;
    switch (place.sorting.by) {
    case Sorting::By::Due:
        return reversed ? translated(QT_TRANSLATE_NOOP("Sorting", "Latest first"))
                        : translated(QT_TRANSLATE_NOOP("Sorting", "Earliest first"));
    case Sorting::By::Priority:
        return reversed ? translated(QT_TRANSLATE_NOOP("Sorting", "Lowest first"))
                        : translated(QT_TRANSLATE_NOOP("Sorting", "Highest first"));
    case Sorting::By::Title:
        return reversed ? translated(QT_TRANSLATE_NOOP("Sorting", "Z to A"))
                        : translated(QT_TRANSLATE_NOOP("Sorting", "A to Z"));
    case Sorting::By::Place:
    case Sorting::By::Created:
        return reversed ? translated(QT_TRANSLATE_NOOP("Sorting", "Oldest first"))
                        : translated(QT_TRANSLATE_NOOP("Sorting", "Newest first"));
    }
    return {};
}

QString orderText(const domain::TodoFilter &place)
{
    const QString by = sortingText(place.sorting.by, place.place);
    const QString direction = directionText(place);
    //: By what a list is sorted, and which way round: Title, A to Z
    return direction.isEmpty() ? by : QCoreApplication::translate("Sorting", "%1, %2").arg(by, direction);
}

QString whyNotByHand(Sorting::By by)
{
    switch (by) {
    case Sorting::By::Place:
        return translated(QT_TRANSLATE_NOOP(
            "Sorting", "These todos have an order of their own and cannot be moved by hand."));
    case Sorting::By::Due:
        return translated(QT_TRANSLATE_NOOP("Sorting", "Sorted by due date, todos cannot be moved by hand."));
    case Sorting::By::Priority:
        return translated(QT_TRANSLATE_NOOP("Sorting", "Sorted by priority, todos cannot be moved by hand."));
    case Sorting::By::Title:
        return translated(QT_TRANSLATE_NOOP("Sorting", "Sorted by title, todos cannot be moved by hand."));
    case Sorting::By::Created:
        return translated(
            QT_TRANSLATE_NOOP("Sorting", "Sorted by date added, todos cannot be moved by hand."));
    }
    return {};
}

QString sortByPlaceText(Place place)
{
    return domain::placeOrder(place) == PlaceOrder::Hand
               ? translated(QT_TRANSLATE_NOOP("Sorting", "Sort by hand"))
               : translated(QT_TRANSLATE_NOOP("Sorting", "Sort by date"));
}

} // namespace tusk::gui
