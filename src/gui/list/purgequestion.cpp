// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/purgequestion.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace tusk::gui
{

namespace
{

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(PurgeQuestion)

public:
    static QString title() { return tr("Delete for good"); }
    static QString question(int todos) { return tr("Delete %n todo(s) for good?", nullptr, todos); }
    static QString consequence() { return tr("This cannot be undone."); }
};

} // namespace

void askToPurge(QWidget &window, int todos, const std::function<void()> &purge)
{
    auto *question = new QMessageBox(QMessageBox::Warning, Words::title(), Words::question(todos),
                                     QMessageBox::Cancel, &window);
    question->setInformativeText(Words::consequence());
    QPushButton *yes = question->addButton(Words::title(), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(question, &QMessageBox::finished, &window, [question, yes, purge] {
        if (question->clickedButton() == yes)
            purge();
    });
    question->open();
}

} // namespace tusk::gui
