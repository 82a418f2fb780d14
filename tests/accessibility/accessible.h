// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <atspi/atspi.h>
#include <functional>
#include <memory>

namespace tusk::tests
{

// A node of the accessibility tree of another program, asked anew at every call. A value; null where there is
// nothing. A node that has gone answers like a null one. PrivateDesktop has to be there.
class Accessible final
{
public:
    using Predicate = std::function<bool(const Accessible &)>;

    Accessible() = default;
    explicit Accessible(AtspiAccessible *owned); // takes over the reference

    [[nodiscard]] static Accessible desktop(); // its children are programs

    [[nodiscard]] bool isNull() const { return !m_node; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] AtspiRole role() const;
    [[nodiscard]] QString roleName() const;
    [[nodiscard]] bool is(AtspiStateType state) const;
    [[nodiscard]] Accessible parent() const;
    [[nodiscard]] QList<Accessible> children() const;
    [[nodiscard]] QString text() const;       // of what can be edited
    [[nodiscard]] QStringList labels() const; // names of what labels it

    // Of itself and all that show below it, depth first.
    [[nodiscard]] QList<Accessible> allShowing(const Predicate &predicate) const;
    [[nodiscard]] Accessible find(const Predicate &predicate) const; // null if there is none
    [[nodiscard]] Accessible find(AtspiRole role, const QString &name) const;
    [[nodiscard]] Accessible findStarting(AtspiRole role, const QString &beginningOfName) const;

    // False where that is not possible.
    [[nodiscard]] QStringList actions() const;
    bool act(const QString &action) const;
    bool setText(const QString &text) const;
    bool takeFocus() const;

    [[nodiscard]] QString line() const; // role, name and states, for messages
    [[nodiscard]] QString tree() const; // all that show, for messages

private:
    void visit(const Predicate &predicate, QList<Accessible> &found, bool onlyFirst) const;

    std::shared_ptr<AtspiAccessible> m_node;
};

} // namespace tusk::tests
