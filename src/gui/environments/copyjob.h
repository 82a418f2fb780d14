// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "domain/copyplan.h"

#include <QObject>

namespace tusk::gui
{

// A copy of todos into another environment, step by step; each step is asked for, and told of later. Nothing
// is written before carryOut(). Whoever has asked for it ends it. Thread: that of the GUI; nothing waits.
class CopyJob : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void look() = 0;     // then planned() or failed()
    virtual void carryOut() = 0; // after planned(): then copied() or failed()
    virtual void takeBack() = 0; // after copied(): then takenBack() or failed()
    // Gives up what is going on, lets go of both databases, and then of itself; nothing is told any more.
    virtual void end() = 0;

Q_SIGNALS:
    void progressed(const QString &sentence);
    void planned(const tusk::domain::CopyPlan &plan);
    // shortfall: a sentence on what could not be done of it; mostly empty.
    void copied(const QString &shortfall);
    void takenBack();
    void failed(const tusk::base::Error &error);
};

} // namespace tusk::gui
