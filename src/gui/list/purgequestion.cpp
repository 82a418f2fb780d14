// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/purgequestion.h"

#include "environments/destructive.h"
#include "gui/plaintext.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace tusk::gui
{

namespace
{

class QuestionWords final
{
    Q_DECLARE_TR_FUNCTIONS(PurgeQuestion)

public:
    static QString title() { return tr("Delete for good"); }
    static QString question(int todos) { return tr("Delete %Ln todo(s) for good?", nullptr, todos); }
    static QString consequence() { return tr("This cannot be undone."); }
    static QString trashTitle() { return tr("Move to the Trash"); }
    static QString trashQuestion(const QString &environment, int todos)
    {
        return tr("Move %Ln todo(s) of “%1” to the Trash?", nullptr, todos).arg(environment);
    }
    static QString trashConsequence() { return tr("This can be undone."); }
    static QString importTitle() { return tr("Undo the import"); }
    static QString importQuestion(const QString &environment, const QString &label)
    {
        //: Undo “Import todo_app.db” in “Production”?
        return tr("Undo “%1” in “%2”?").arg(label, environment);
    }
    static QString importConsequence()
    {
        return tr("The todos that it brought go; only importing the file again brings them back.");
    }
};

void ask(QWidget &window, const QString &title, const QString &text, const QString &consequence,
         const std::function<void()> &yes)
{
    auto *question = new QMessageBox(QMessageBox::Warning, title, text, QMessageBox::Cancel, &window);
    question->setObjectName(QStringLiteral("deleteQuestion"));
    question->setInformativeText(consequence);
    showAsPlainText(*question);
    const QPushButton *button = question->addButton(title, QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(question, &QMessageBox::finished, &window, [question, button, yes] {
        if (question->clickedButton() == button)
            yes();
    });
    question->open();
}

} // namespace

void askToPurge(QWidget &window, int todos, const std::function<void()> &purge)
{
    ask(window, QuestionWords::title(), QuestionWords::question(todos), QuestionWords::consequence(), purge);
}

void trashOrAsk(QWidget &window, const QString &asksAs, qsizetype todos, const std::function<void()> &trash)
{
    if (asksAs.isEmpty() || todos < environments::manyTodos)
        return trash();
    ask(window, QuestionWords::trashTitle(), QuestionWords::trashQuestion(asksAs, static_cast<int>(todos)),
        QuestionWords::trashConsequence(), trash);
}

void askToTakeImportBack(QWidget &window, const QString &environment, const QString &label,
                         const std::function<void()> &takeBack)
{
    ask(window, QuestionWords::importTitle(), QuestionWords::importQuestion(environment, label),
        QuestionWords::importConsequence(), takeBack);
}

} // namespace tusk::gui
