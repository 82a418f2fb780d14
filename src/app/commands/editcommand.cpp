// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/editcommand.h"

#include "app/commandcontext.h"
#include "app/commands/fields.h"
#include "app/texts.h"
#include "domain/actionlabels.h"
#include "domain/actions.h"
#include "domain/todorules.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;
using domain::Todo;
using domain::TodoChange;
using domain::TodoField;

CommandSyntax EditCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("ID… OPTIONS");
    syntax.explanation =
        Text::tr("Only what is named changes. Unknown tags are made, unknown lists only with "
                 "--create.");
    syntax.options = {
        {u"title"_s, Text::tr("The new title."), Text::tr("TITLE")},
        {u"notes"_s, notesHelp(), Text::tr("NOTES")},
        {u"due"_s, dateHelp(), Text::tr("DATE")},
        {u"start"_s, Text::tr("Hide it before this day: YYYY-MM-DD, today, tomorrow or none."),
         Text::tr("DATE")},
        {u"priority"_s, priorityHelp(), Text::tr("PRIORITY")},
        {u"list"_s, Text::tr("Move it to this list."), Text::tr("LIST")},
        {u"inbox"_s, Text::tr("Move it to the Inbox.")},
        {u"tag"_s, Text::tr("+TAG or TAG gives it a tag, -TAG takes one away; can be used several times."),
         Text::tr("TAG")},
        {u"create"_s, Text::tr("Make the list if there is none of this name.")},
    };
    syntax.examples = {u"tusk edit 018f2c3a --title \"Water the roses\" --due none"_s,
                       u"tusk edit 018f2c3a --tag +garden --tag -home"_s};
    syntax.fewest = 1;
    return syntax;
}

std::optional<Failure> EditCommand::accept(const QCommandLineParser &typed, const base::Clock &clock)
{
    m_ids = typed.positionalArguments();
    if (auto failure = checkIds(m_ids))
        return failure;
    if (auto failure = acceptTitle(typed))
        return failure;
    if (auto failure = acceptFields(typed, clock, m_new))
        return failure;
    if (auto failure = acceptList(typed))
        return failure;
    acceptTags(typed.values(u"tag"_s));
    noteFields(typed);
    if (!m_fields && !m_list && m_addedTags.isEmpty() && m_removedTags.isEmpty())
        return usageFailure(
            Text::tr("Nothing is named that shall change; “tusk edit --help” shows what can be."));
    return std::nullopt;
}

std::optional<Failure> EditCommand::acceptTitle(const QCommandLineParser &typed)
{
    if (!typed.isSet(u"title"_s))
        return std::nullopt;
    const auto title = domain::checkedTitle(typed.value(u"title"_s));
    if (!title)
        return failureFrom(title.error());
    m_new.title = *title;
    return std::nullopt;
}

std::optional<Failure> EditCommand::acceptList(const QCommandLineParser &typed)
{
    if (typed.isSet(u"list"_s) && typed.isSet(u"inbox"_s))
        return usageFailure(Text::tr("--list and --inbox exclude each other."));
    if (typed.isSet(u"list"_s))
        m_list = typed.value(u"list"_s);
    else if (typed.isSet(u"inbox"_s))
        m_list = QString();
    m_mayCreate = typed.isSet(u"create"_s);
    return std::nullopt;
}

void EditCommand::acceptTags(const QStringList &typed)
{
    for (const QString &tag : typed) {
        if (tag.startsWith(u'-'))
            m_removedTags.append(tag.sliced(1));
        else
            m_addedTags.append(tag.startsWith(u'+') ? tag.sliced(1) : tag);
    }
}

void EditCommand::noteFields(const QCommandLineParser &typed)
{
    static const std::pair<QString, TodoField> fields[] = {{u"title"_s, TodoField::Title},
                                                           {u"notes"_s, TodoField::Notes},
                                                           {u"due"_s, TodoField::Due},
                                                           {u"start"_s, TodoField::Start},
                                                           {u"priority"_s, TodoField::Priority}};
    for (const auto &[option, field] : fields)
        m_fields.setFlag(field, typed.isSet(option));
}

void EditCommand::run(CommandContext &context)
{
    context.find(m_ids, [this, &context](const QList<Todo> &todos) { edit(context, todos); });
}

void EditCommand::edit(CommandContext &context, const QList<Todo> &todos) const
{
    NameResolver names(context.catalogue());
    QList<TodoChange> changes;
    for (const Todo &todo : todos) {
        Todo after = domain::patched(todo, m_new, m_fields);
        if (auto failure = change(after, names, context))
            return context.fail(*failure);
        changes.append({domain::ChangeOperation::Update, todo, after, domain::allTodoFields});
    }
    domain::Action action = actionFor(changes, context.clock().now());
    if (!domain::isEmpty(action))
        names.addNewTo(action);
    context.perform(action, todos);
}

std::optional<Failure> EditCommand::change(Todo &todo, NameResolver &names,
                                           const CommandContext &context) const
{
    const QDateTime now = context.clock().now();
    if (m_list) {
        const auto list = m_list->isNull() ? base::Result<Destination>(Destination())
                                           : names.list(*m_list, unknownNames(m_mayCreate), now);
        if (!list)
            return failureFrom(list.error());
        todo.list = *list;
    }
    for (const QString &name : m_removedTags) {
        const auto tag = context.catalogue().tagNamed(name.trimmed());
        if (!tag)
            return refusal(Text::tr("There is no tag “%1”.").arg(name));
        todo.tags.removeOne(tag->id);
    }
    return addTags(todo, m_addedTags, names, now);
}

domain::Action EditCommand::actionFor(const QList<TodoChange> &changes, const QDateTime &now)
{
    if (changes.size() == 1)
        return domain::editTodo(changes.constFirst().before, changes.constFirst().after, now);
    domain::Action action = domain::editTodos(changes, {}, now);
    action.label = domain::todoLabel(domain::ActionKind::Edit, action.todos);
    return action;
}

} // namespace tusk::app
