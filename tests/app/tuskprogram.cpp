// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "tuskprogram.h"

#include "support/failure.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

constexpr int longEnough = 60'000; // milliseconds

QProcessEnvironment environmentWith(const Variables &variables)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
        if (variable->isNull())
            environment.remove(variable.key());
        else
            environment.insert(variable.key(), *variable);
    }
    return environment;
}

} // namespace

QJsonArray TuskRun::json() const
{
    return QJsonDocument::fromJson(output).array();
}

QJsonObject TuskRun::only() const
{
    const QJsonArray array = json();
    return array.size() == 1 ? array.first().toObject() : QJsonObject();
}

QStringList TuskRun::lines() const
{
    return QString::fromUtf8(output).split(u'\n', Qt::SkipEmptyParts);
}

bool TuskRun::saysOneSentence() const
{
    const QString text = QString::fromUtf8(errors);
    return output.isEmpty() && text.endsWith(u'\n') && text.count(u'\n') == 1 && text.trimmed().size() > 10;
}

QByteArray TuskRun::report() const
{
    return "exit code " + QByteArray::number(exitCode) + ", output \"" + output + "\", errors \"" + errors +
           '"';
}

QString urlOf(const base::ConnectionSettings &settings)
{
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    // At once: what is encoded looks like a place for another part.
    return u"postgresql://%1:%2@%3:%4/%5"_s.arg(encoded(settings.user), encoded(settings.password),
                                                settings.host, QString::number(settings.port),
                                                settings.database);
}

Variables at(const base::ConnectionSettings &settings)
{
    return {{u"TUSK_DATABASE_URL"_s, urlOf(settings)}};
}

QString tuskProgram()
{
    return QStringLiteral(TUSK_PROGRAM);
}

TuskRun tusk(const QStringList &arguments, const Variables &variables, const QByteArray &input)
{
    const auto process = startTusk(arguments, variables);
    process->write(input);
    return finish(*process);
}

std::unique_ptr<QProcess> startTusk(const QStringList &arguments, const Variables &variables)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environmentWith(variables));
    process->start(tuskProgram(), arguments);
    if (!process->waitForStarted())
        giveUp(u"cannot start tusk: "_s + process->errorString());
    return process;
}

TuskRun finish(QProcess &process)
{
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(longEnough) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList idsIn(const QJsonArray &todos)
{
    QStringList ids;
    for (const QJsonValue &todo : todos)
        ids.append(todo["id"_L1].toString());
    return ids;
}

QStringList titlesIn(const QJsonArray &todos)
{
    QStringList titles;
    for (const QJsonValue &todo : todos)
        titles.append(todo["title"_L1].toString());
    return titles;
}

QString addTodo(const QString &title, const QStringList &options, const Variables &variables)
{
    const TuskRun run = tusk(QStringList{u"add"_s, u"--json"_s, title} + options, variables);
    const QString id = run.only()["id"_L1].toString();
    if (id.isEmpty())
        giveUp(QString::fromUtf8(run.report()));
    return id;
}

QJsonObject serverStatus()
{
    return tusk({u"server"_s, u"status"_s, u"--json"_s}).only();
}

bool isServerRunning()
{
    return serverStatus()["running"_L1].toBool();
}

} // namespace tusk::tests
