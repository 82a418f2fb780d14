// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "serveruser.h"

#include "support/failure.h"

using namespace Qt::StringLiterals;

namespace tusk::tests
{

ServerUser::ServerUser(const localserver::Environment &environment)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"TUSK_PG_BINDIR"_s, environment.binariesFolder);
    m_process.setProcessEnvironment(variables);
    m_process.start(QStringLiteral(TUSK_SERVER_USER), {environment.clusterFolder, environment.dataFolder,
                                                       environment.runtimeFolder, environment.systemFolder});
    if (!m_process.waitForStarted())
        giveUp(u"cannot start serveruser: "_s + m_process.errorString());
}

ServerUser::~ServerUser()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished();
}

void ServerUser::tell(const char *command)
{
    m_process.write(command);
    m_process.write("\n");
    m_process.waitForBytesWritten();
}

QString ServerUser::answer()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead())
            return u"no answer"_s;
    }
    return QString::fromUtf8(m_process.readLine()).trimmed();
}

QString ServerUser::ask(const char *command)
{
    tell(command);
    return answer();
}

void ServerUser::kill9()
{
    m_process.kill();
    m_process.waitForFinished();
}

} // namespace tusk::tests
