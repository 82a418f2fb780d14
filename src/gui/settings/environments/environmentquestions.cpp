// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/environments/environmentquestions.h"

#include "environments/dotenvimport.h"
#include "environments/passwordmove.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

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

EnvironmentQuestion importQuestion(const ImportPreview &preview,
                                   const QList<environments::EnvironmentProfile> &before)
{
    QStringList lines{previewText(preview)};
    for (const EnvironmentImport &environment : preview.environments) {
        const auto known =
            std::ranges::find(before, environment.profile.id, &environments::EnvironmentProfile::id);
        const auto move = environments::passwordMove(known == before.end() ? nullptr : &*known,
                                                     environment.profile, !environment.password.isEmpty());
        if (move)
            lines.append(Text::tr("The password of %1 would be sent to %2.").arg(move->from, move->to));
    }
    return {Text::tr("Import from .env files"),
            lines.size() > 1 ? Text::tr("Import these environments, and send passwords to other servers?")
                             : Text::tr("Import these environments?"),
            lines.join(u"\n\n"), Text::tr("Import")};
}

} // namespace tusk::gui
