// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "accessibility/accessible.h"

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

template <class T>
struct Unref {
    void operator()(T *object) const { g_object_unref(object); }
};
template <class T>
using Reference = std::unique_ptr<T, Unref<T>>;

QString taken(gchar *text)
{
    const QString result = QString::fromUtf8(text);
    g_free(text);
    return result;
}

// What libatspi remembers may be older than what is there.
AtspiAccessible *fresh(const std::shared_ptr<AtspiAccessible> &node)
{
    atspi_accessible_clear_cache(node.get());
    return node.get();
}

Reference<AtspiAction> actionOf(const std::shared_ptr<AtspiAccessible> &node)
{
    return Reference<AtspiAction>(node ? atspi_accessible_get_action_iface(node.get()) : nullptr);
}

} // namespace

Accessible::Accessible(AtspiAccessible *owned)
    : m_node(owned, [](AtspiAccessible *node) {
        if (node)
            g_object_unref(node);
    })
{
}

Accessible Accessible::desktop()
{
    return Accessible(atspi_get_desktop(0));
}

QString Accessible::name() const
{
    return m_node ? taken(atspi_accessible_get_name(fresh(m_node), nullptr)) : QString();
}

QString Accessible::description() const
{
    return m_node ? taken(atspi_accessible_get_description(fresh(m_node), nullptr)) : QString();
}

AtspiRole Accessible::role() const
{
    return m_node ? atspi_accessible_get_role(fresh(m_node), nullptr) : ATSPI_ROLE_INVALID;
}

QString Accessible::roleName() const
{
    return m_node ? taken(atspi_accessible_get_role_name(m_node.get(), nullptr)) : QString();
}

bool Accessible::is(AtspiStateType state) const
{
    if (!m_node)
        return false;
    const Reference<AtspiStateSet> states(atspi_accessible_get_state_set(fresh(m_node)));
    return states && atspi_state_set_contains(states.get(), state);
}

Accessible Accessible::parent() const
{
    return m_node ? Accessible(atspi_accessible_get_parent(fresh(m_node), nullptr)) : Accessible();
}

QList<Accessible> Accessible::children() const
{
    QList<Accessible> result;
    const int count = m_node ? atspi_accessible_get_child_count(fresh(m_node), nullptr) : 0;
    for (int i = 0; i < count; ++i) {
        if (Accessible child(atspi_accessible_get_child_at_index(m_node.get(), i, nullptr)); child.m_node)
            result.append(child);
    }
    return result;
}

QString Accessible::text() const
{
    const Reference<AtspiText> text(m_node ? atspi_accessible_get_text_iface(m_node.get()) : nullptr);
    return text ? taken(atspi_text_get_text(text.get(), 0, -1, nullptr)) : QString();
}

QStringList Accessible::labels() const
{
    QStringList names;
    GArray *relations = m_node ? atspi_accessible_get_relation_set(m_node.get(), nullptr) : nullptr;
    for (guint i = 0; relations && i < relations->len; ++i) {
        const Reference<AtspiRelation> relation(g_array_index(relations, AtspiRelation *, i));
        if (atspi_relation_get_relation_type(relation.get()) != ATSPI_RELATION_LABELLED_BY)
            continue;
        for (int target = 0; target < atspi_relation_get_n_targets(relation.get()); ++target)
            names.append(Accessible(atspi_relation_get_target(relation.get(), target)).name());
    }
    if (relations)
        g_array_free(relations, TRUE);
    return names;
}

// ---------------------------------------------------------------------------------------------------------------
// Searching

void Accessible::visit(const Predicate &predicate, QList<Accessible> &found, bool onlyFirst) const
{
    if (predicate(*this))
        found.append(*this);
    if (onlyFirst && !found.isEmpty())
        return;
    for (const Accessible &child : children()) {
        if (child.is(ATSPI_STATE_SHOWING))
            child.visit(predicate, found, onlyFirst);
        if (onlyFirst && !found.isEmpty())
            return;
    }
}

QList<Accessible> Accessible::allShowing(const Predicate &predicate) const
{
    QList<Accessible> found;
    visit(predicate, found, false);
    return found;
}

Accessible Accessible::find(const Predicate &predicate) const
{
    QList<Accessible> found;
    visit(predicate, found, true);
    return found.value(0);
}

Accessible Accessible::find(AtspiRole role, const QString &name) const
{
    return find([&](const Accessible &node) { return node.role() == role && node.name() == name; });
}

Accessible Accessible::findStarting(AtspiRole role, const QString &beginningOfName) const
{
    return find([&](const Accessible &node) {
        return node.role() == role && node.name().startsWith(beginningOfName);
    });
}

// ---------------------------------------------------------------------------------------------------------------
// Acting

QStringList Accessible::actions() const
{
    const auto action = actionOf(m_node);
    QStringList names;
    const int count = action ? atspi_action_get_n_actions(action.get(), nullptr) : 0;
    for (int i = 0; i < count; ++i)
        names.append(taken(atspi_action_get_action_name(action.get(), i, nullptr)));
    return names;
}

bool Accessible::act(const QString &action) const
{
    const qsizetype index = actions().indexOf(action);
    return index >= 0 && atspi_action_do_action(actionOf(m_node).get(), static_cast<gint>(index), nullptr);
}

bool Accessible::setText(const QString &text) const
{
    const Reference<AtspiEditableText> editable(
        m_node ? atspi_accessible_get_editable_text_iface(m_node.get()) : nullptr);
    return editable &&
           atspi_editable_text_set_text_contents(editable.get(), text.toUtf8().constData(), nullptr);
}

bool Accessible::takeFocus() const
{
    const Reference<AtspiComponent> component(m_node ? atspi_accessible_get_component_iface(m_node.get())
                                                     : nullptr);
    return component && atspi_component_grab_focus(component.get(), nullptr);
}

// ---------------------------------------------------------------------------------------------------------------
// Messages

QString Accessible::line() const
{
    static constexpr std::pair<AtspiStateType, const char *> states[] = {
        {ATSPI_STATE_FOCUSABLE, "focusable"}, {ATSPI_STATE_FOCUSED, "focused"},
        {ATSPI_STATE_SELECTED, "selected"},   {ATSPI_STATE_CHECKABLE, "checkable"},
        {ATSPI_STATE_CHECKED, "checked"},     {ATSPI_STATE_EXPANDED, "expanded"},
        {ATSPI_STATE_EDITABLE, "editable"},
    };
    QString line = roleName() + " \""_L1 + name() + u'"';
    for (const auto &[state, word] : states) {
        if (is(state))
            line += u' ' + QLatin1StringView(word);
    }
    const QStringList verbs = actions();
    return verbs.isEmpty() ? line : line + " ["_L1 + verbs.join(u'|') + u']';
}

QString Accessible::tree() const
{
    QString result = line() + u'\n';
    for (const Accessible &child : children()) {
        if (child.is(ATSPI_STATE_SHOWING))
            result += "  "_L1 + child.tree().trimmed().replace(u'\n', "\n  "_L1) + u'\n';
    }
    return result;
}

} // namespace tusk::tests
