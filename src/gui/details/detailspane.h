// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "domain/todo.h"
#include "gui/details/datepopup.h"
#include "models/duewatch.h"
#include "models/todoeditor.h"

#include <QWidget>

class QLabel;
class QLayout;
class QScrollArea;
class QStackedLayout;

namespace tusk::models
{
class Workspace;
}

namespace tusk::gui
{

class DateField;
class FieldRows;
class ListField;
class NotesField;
class PriorityField;
class SubtaskList;
class TagField;
class TitleField;
class TrashedBar;
class ValueButton;

// The right part of the window: everything about the selected todo, and what several of them share. What is
// changed here is saved by itself.
class DetailsPane final : public QWidget
{
    Q_OBJECT

public:
    // workspace must outlive the pane.
    explicit DetailsPane(models::Workspace &workspace, QWidget *parent = nullptr);
    ~DetailsPane() override;

    // The selected todos as a list shows them; the same ones again are a refresh. None, while the focus is
    // here, waits until it goes: a new date may take the todo out of the list that is shown.
    void showTodos(const QList<domain::Todo> &todos);
    // Saves what was typed: before the window goes.
    void flush();
    void setFirstDayOfWeek(Qt::DayOfWeek day); // of the calendar; until then the locale's
    void focusTitle();
    // Open the pop-up of the date, or the editor; nothing without a todo.
    void pickDue();
    void pickStart();
    void editNotes(); // of one todo
    [[nodiscard]] DatePopUp::Settings dateSettings() const;

    [[nodiscard]] models::TodoEditor &editor() { return m_editor; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void todoWanted(tusk::domain::TodoId todo); // the parent, or a subtask
    // The shown todos, which are in the Trash.
    void restoreWanted();
    void purgeWanted();
    void leaveWanted(); // Escape, where nothing here needs it: back to where the user came from

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeLayout();
    [[nodiscard]] bool hasFocusInside() const;
    void onFocusChanged();
    void editAgain(domain::TodoField field);
    [[nodiscard]] QWidget *makeEmptyState();
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QLayout *makeFields();
    [[nodiscard]] QLayout *makeHead();
    void connectTitleAndNotes();
    void connectFields();
    void takeFonts();

    void showAll();
    void showValues(domain::TodoFields fields);
    void showWhetherTrashed();
    void showFamily();
    void showTimes();
    void showProblem(domain::TodoField field, const base::Error &error);
    void settleProblem(domain::TodoField field);

    models::Workspace &m_workspace;
    models::TodoEditor m_editor;
    models::DueWatch m_dueWatch;
    Qt::DayOfWeek m_firstDay;
    bool m_emptyWhenLeft = false;
    std::optional<domain::TodoField> m_problemField;

    QStackedLayout *m_stack = nullptr;
    QScrollArea *m_scroll = nullptr;
    TitleField *m_title;
    QLabel *m_count; // instead of the title of several todos
    QLabel *m_problem;
    TrashedBar *m_trashed;
    FieldRows *m_fields;
    ValueButton *m_parent;
    DateField *m_due;
    DateField *m_start;
    QLabel *m_repeat;
    PriorityField *m_priority;
    ListField *m_list;
    TagField *m_tags;
    QWidget *m_line; // below the fields
    SubtaskList *m_subtasks;
    NotesField *m_notes;
    QLabel *m_times;
};

} // namespace tusk::gui
