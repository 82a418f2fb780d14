// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "domain/action.h"
#include "models/watchedtodos.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace tusk::models
{

class Workspace;

// The selected todos, one or several, as plain properties that are saved without a button: choices at once,
// what is typed a moment after the last key and whenever its field, the todo or the window is left. Each save
// is one action.
//
// A field is held from beginEditing() to endEditing(), and from the first typed letter on: until then nothing
// that happens elsewhere changes it here, and its saves are based on the value that the user saw. So a change
// of the same field elsewhere becomes a conflict that the user settles, and never overwrites or gets lost.
// Thread: that of the GUI; nothing here waits.
class TodoEditor final : public QObject
{
    Q_OBJECT

public:
    // Asked for what stands in a field when it is to be saved, not at every key: notes may be long.
    using TextSource = std::function<QString()>;
    using Field = domain::TodoField;
    using Fields = domain::TodoFields;

    static constexpr std::chrono::milliseconds savePause{800};     // after the last key
    static constexpr std::chrono::milliseconds longestWait{5'000}; // of someone who never stops typing

    // workspace must outlive the editor.
    explicit TodoEditor(Workspace &workspace, QObject *parent = nullptr);
    ~TodoEditor() override; // saves what was typed

    // As a list shows them. Others than before: what was typed is saved first; the same ones: a refresh.
    void edit(const QList<domain::Todo> &todos);
    // Saves what was typed, also where that waited for a conflict to be settled. False where a rule forbids
    // it: rejected() said why, and the text comes back with its todo.
    bool flush();

    // Gives back what the database refused of a single todo's title and notes: into their fields, not saved
    // before they are left, when that todo is edited next, or at once. Then gaveBack(). False where something
    // else that a rule forbids stands there.
    bool giveBack(const domain::Action &refused);

    // --- what to show; of several todos what they share
    [[nodiscard]] QList<domain::Todo> todos() const; // held fields as the user sees them
    [[nodiscard]] qsizetype count() const { return m_watched.todos().size(); }
    [[nodiscard]] bool isMixed(Field field) const; // the todos differ: the value is none
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString notes() const;
    [[nodiscard]] bool hasWholeNotes() const; // until then they can be read, not edited
    [[nodiscard]] std::optional<domain::When> due() const;
    [[nodiscard]] std::optional<domain::When> start() const;
    [[nodiscard]] domain::Priority priority() const;
    [[nodiscard]] std::optional<domain::ListId> list() const;
    [[nodiscard]] QList<domain::TagId> tags() const;     // of all todos
    [[nodiscard]] QList<domain::TagId> someTags() const; // of some, but not of all
    [[nodiscard]] QString repeatRule() const;
    // The todo was deleted for good elsewhere: nothing can be saved any more.
    [[nodiscard]] bool isGone() const;

    // --- what the user does
    void beginEditing(Field field);
    void endEditing(Field field);            // saves; then the field shows what happened elsewhere meanwhile
    void type(Field field, TextSource text); // Title or Notes of a single todo
    // Choices: saved at once. An impossible date is refused with rejected().
    void setDue(const std::optional<domain::When> &due);
    void setStart(const std::optional<domain::When> &start);
    void setPriority(domain::Priority priority);
    void setList(std::optional<domain::ListId> list);
    void setNewList(const domain::TodoList &list); // which is made by the same action
    void addTag(domain::TagId tag);
    // A tag of that name: the one that exists, without regard to case, or a new one, made by the same action.
    void addTagNamed(const QString &name);
    void removeTag(domain::TagId tag);

Q_SIGNALS:
    void todosChanged(); // others are edited now
    // The values of these fields changed, but not by what the user is typing. Held fields are never in it.
    void valuesChanged(tusk::domain::TodoFields fields);
    // A rule forbids what was typed or chosen. It stays where it is, and the todo is as before.
    void rejected(tusk::domain::TodoField field, const tusk::base::Error &error);
    void accepted(tusk::domain::TodoField field); // saved: what rejected() said is settled
    void gaveBack(tusk::domain::TodoField field); // it can be edited again

private:
    struct Draft {
        QList<domain::Todo> seen; // as they were when the field began to be held: the base of its saves
        TextSource text;          // what is typed; none: nothing that is not saved
        bool editing = false;     // between beginEditing() and endEditing()
        QList<domain::ActionId> handedBack; // that are answered once this is saved
    };
    // Text that could not be saved, by a rule of ours or of the database.
    struct Refused {
        QString text;
        QList<domain::ActionId> handedBack;
    };
    enum class Conflicts { Wait, Overrule };

    void onWatchedChanged();
    Draft &hold(Field field);
    void release(Field field);
    void saveTyped();
    bool save(Field field, Conflicts conflicts);
    bool saveText(Field field, Draft &draft);
    [[nodiscard]] bool hasConflict(Field field) const;
    void dismissConflicts(Field field);
    void startTimer();
    void rememberRefused();
    Fields takeUpRefused();
    void tellGivenBack(Fields fields);

    template <class Change>
    void change(Field field, Change change, const domain::Action &made = {}); // its lists and tags
    void perform(const domain::Action &action, Field field);
    bool check(Field field, const std::optional<domain::When> &when);
    [[nodiscard]] QList<domain::Todo> seen(Field field) const;

    Workspace &m_workspace;
    WatchedTodos m_watched;
    QHash<Field, Draft> m_drafts;
    QList<domain::Todo> m_lastShown; // with held fields: to tell what changed
    QTimer m_saveTimer;
    std::chrono::steady_clock::time_point m_firstUnsaved;
    QHash<domain::TodoId, QHash<Field, Refused>> m_refused; // of todos that are not edited now
};

} // namespace tusk::models
