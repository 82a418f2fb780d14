// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/environments/environmentquestions.h"

#include "environments/dotenvimport.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace tusk::gui
{

using environments::EnvironmentImport;
using environments::ImportPreview;

namespace
{

// The context of all that is said here.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(EnvironmentQuestions)
};

QString changeText(const EnvironmentImport &environment)
{
    const QString &name = environment.profile.name;
    switch (environment.change) {
        using enum EnvironmentImport::Change;
    case Added:
        return Text::tr("New: %1, at %2").arg(name, environment.profile.host);
    case Changed:
        return Text::tr("Changed: %1 (%2)").arg(name, environment.members.join(u", "));
    case Same:
        return Text::tr("As it is: %1").arg(name);
    }
    return {};
}

} // namespace

void ask(QWidget &window, const EnvironmentQuestion &question, const std::function<void()> &then)
{
    auto *box = new QMessageBox(QMessageBox::Question, question.title, question.question, QMessageBox::Cancel,
                                &window);
    box->setObjectName(QStringLiteral("environmentQuestion"));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.more);
    QPushButton *button = box->addButton(question.yes, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(button, &QPushButton::clicked, &window, then);
    box->open();
}

QString previewText(const ImportPreview &preview)
{
    QStringList lines;
    for (const EnvironmentImport &environment : preview.environments) {
        lines.append(changeText(environment));
        for (const QString &notice : environment.notices)
            lines.append(u"    " + notice);
    }
    for (const environments::ImportProblem &problem : preview.problems)
        lines.append(problem.file + u": " + problem.sentence);
    return lines.join(u'\n');
}

EnvironmentQuestion importQuestion(const ImportPreview &preview)
{
    return {Text::tr("Import from .env files"), Text::tr("Import these environments?"), previewText(preview),
            Text::tr("Import")};
}

} // namespace tusk::gui
