// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/palette/palettequestions.h"

#include "base/uuidv7.h"
#include "domain/position.h"
#include "domain/todorules.h"
#include "gui/actions/actionregistry.h"
#include "gui/environmentpage.h"
#include "gui/list/todolistpage.h"
#include "gui/newlist.h"
#include "gui/plaintext.h"
#include "gui/sidebar/listcolors.h"
#include "gui/sidebar/sidebar.h"
#include "gui/theme/theme.h"
#include "models/databaselink.h"
#include "models/todocommands.h"
#include "models/workspace.h"

#include <algorithm>

namespace tusk::gui
{

namespace
{

QColor dotOf(const QString &stored)
{
    return Theme::of().listColor(stored);
}

QList<domain::TodoList> openLists(const models::Workspace &workspace)
{
    QList<domain::TodoList> lists = workspace.lists();
    lists.removeIf([](const domain::TodoList &list) { return list.archivedAt.has_value(); });
    return lists;
}

// What is said behind an action: for how many todos it would be, or what it belongs to.
QString kindOf(const ActionInfo &info, qsizetype selected)
{
    const bool forTodos = info.context == ActionContext::List && info.category != ActionCategory::Places &&
                          info.id != ActionId::PasteTodos;
    if (forTodos && selected > 0)
        return Palette::tr("%Ln selected todos", nullptr, static_cast<int>(selected));
    return categoryText(info.category);
}

// An action that can be on says whether it is.
QString stateOf(const QAction &action, const QString &kind)
{
    //: In the palette, behind an action whose choice holds at the moment: Order, chosen
    return action.isChecked() ? Palette::tr("%1, chosen").arg(kind) : kind;
}

QList<PaletteItem> actionItems(const ActionRegistry &actions, const EnvironmentPage *page)
{
    const qsizetype selected = page ? page->todos().selectedTodos().size() : 0;
    QList<PaletteItem> items;
    for (const ActionInfo &info : allActions()) {
        QAction &action = actions.action(info.id);
        if (action.isEnabled() && info.id != ActionId::OpenPalette)
            items.append({withoutMnemonics(action.text()),
                          stateOf(action, kindOf(info, selected)),
                          action.icon(),
                          {},
                          actions.keyText(info.id),
                          [&action] { action.trigger(); }});
    }
    return items;
}

QList<PaletteItem> placeItems(EnvironmentPage &page)
{
    QList<PaletteItem> items;
    const auto goTo = [&page](const domain::TodoFilter &place) {
        return [&page, place] { page.sidebar().choose(place); };
    };
    const models::Workspace &workspace = page.link().workspace();
    for (const domain::TodoList &list : workspace.lists())
        items.append({list.name,
                      list.archivedAt ? Palette::tr("archived list") : Palette::tr("list"),
                      {},
                      dotOf(list.color),
                      {},
                      goTo(domain::TodoFilter::inList(list.id))});
    for (const domain::Tag &tag : workspace.tags())
        items.append({tag.name,
                      Palette::tr("tag"),
                      themedIcon(Icon::Tag),
                      {},
                      {},
                      goTo(domain::TodoFilter::withTag(tag.id))});
    return items;
}

QString homeText(const domain::Todo &todo, const QList<domain::TodoList> &lists)
{
    if (todo.deletedAt)
        return Palette::tr("todo in the Trash");
    if (todo.completedAt)
        return Palette::tr("completed todo");
    const auto list = std::ranges::find_if(
        lists, [&todo](const domain::TodoList &candidate) { return todo.list == candidate.id; });
    return list == lists.end() ? Palette::tr("todo in the Inbox") : Palette::tr("todo in %1").arg(list->name);
}

bool haveTag(const QList<domain::Todo> &todos, domain::TagId tag)
{
    return std::ranges::all_of(todos, [tag](const domain::Todo &todo) { return todo.tags.contains(tag); });
}

QList<PaletteItem> newListItem(const PaletteSubject &subject, const QString &typed)
{
    const base::Result<domain::TodoList> list = newListNamed(typed, subject.workspace);
    if (!list)
        return {};
    const auto make = [subject, list = *list] { subject.commands.moveToNewList(subject.todos, list); };
    return {{Palette::tr("New list “%1”").arg(list->name), {}, themedIcon(Icon::Add), {}, {}, make}};
}

QList<PaletteItem> newTagItem(const PaletteSubject &subject, const QString &typed)
{
    const base::Result<QString> name = domain::checkedTagName(typed);
    const QList<domain::Tag> tags = subject.workspace.tags();
    const bool known = name && std::ranges::any_of(tags, [&name](const domain::Tag &tag) {
                           return tag.name.compare(*name, Qt::CaseInsensitive) == 0;
                       });
    if (typed.trimmed().isEmpty() || !name || known)
        return {};
    return {
        {Palette::tr("New tag “%1”").arg(*name), {}, themedIcon(Icon::Add), {}, {}, [subject, name = *name] {
             domain::Tag tag;
             tag.id = domain::TagId(base::makeUuidV7());
             tag.name = name;
             const QList<domain::Tag> others = subject.workspace.tags();
             tag.position = domain::positionAtEnd(subject.workspace.now(),
                                                  others.isEmpty() ? QByteArray() : others.last().position);
             subject.commands.addNewTag(subject.todos, tag);
         }}};
}

} // namespace

PaletteQuestion anythingQuestion(const ActionRegistry &actions, EnvironmentPage *page)
{
    PaletteQuestion question;
    question.prompt = Palette::tr("Find an action, a place, a tag or a todo");
    question.items = actionItems(actions, page);
    question.searches = page != nullptr;
    if (page)
        question.items.append(placeItems(*page));
    return question;
}

QList<PaletteItem> todoItems(EnvironmentPage &page, const QList<domain::Todo> &todos)
{
    const QList<domain::TodoList> lists = page.link().workspace().lists();
    QList<PaletteItem> items;
    for (const domain::Todo &todo : todos)
        items.append(
            {todo.title.simplified(), homeText(todo, lists), themedIcon(Icon::Notes), {}, {}, [&page, todo] {
                 page.todos().goTo(todo);
             }});
    return items;
}

PaletteQuestion listQuestion(const PaletteSubject &subject)
{
    PaletteQuestion question;
    question.prompt = Palette::tr("Move to which list?");
    const auto moveTo = [&subject](std::optional<domain::ListId> list) {
        return
            [&commands = subject.commands, todos = subject.todos, list] { commands.moveToList(todos, list); };
    };
    question.items.append({Palette::tr("Inbox"),
                           Palette::tr("no list"),
                           themedIcon(Icon::Inbox),
                           {},
                           {},
                           moveTo(std::nullopt)});
    for (const domain::TodoList &list : openLists(subject.workspace))
        question.items.append({list.name, Palette::tr("list"), {}, dotOf(list.color), {}, moveTo(list.id)});
    question.made = [subject](const QString &typed) { return newListItem(subject, typed); };
    return question;
}

PaletteQuestion tagQuestion(const PaletteSubject &subject)
{
    PaletteQuestion question;
    question.prompt = Palette::tr("Which tag?");
    question.hint = Palette::tr("Type a name to make a tag.");
    for (const domain::Tag &tag : subject.workspace.tags()) {
        const bool had = haveTag(subject.todos, tag.id);
        question.items.append({tag.name,
                               had ? Palette::tr("take away") : Palette::tr("add"),
                               had ? themedIcon(Icon::Check) : themedIcon(Icon::Tag),
                               {},
                               {},
                               [&commands = subject.commands, todos = subject.todos, id = tag.id, had] {
                                   had ? commands.removeTag(todos, id) : commands.addTag(todos, id);
                               }});
    }
    question.made = [subject](const QString &typed) { return newTagItem(subject, typed); };
    return question;
}

PaletteQuestion colorQuestion(const domain::TodoList &list,
                              const std::function<void(const QString &color)> &chosen)
{
    PaletteQuestion question;
    question.prompt = Palette::tr("Which colour?");
    for (const ListColor &color : listColorChoices())
        question.items.append({color.name,
                               color.stored == list.color ? Palette::tr("chosen") : QString(),
                               color.stored.isEmpty() ? themedIcon(Icon::Close) : QIcon(),
                               color.stored.isEmpty() ? QColor() : dotOf(color.stored),
                               {},
                               [chosen, stored = color.stored] { chosen(stored); }});
    return question;
}

} // namespace tusk::gui
