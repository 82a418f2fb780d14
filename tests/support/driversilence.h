// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QRegularExpression>
#include <QString>

namespace tusk::tests
{

// A driver that is cut in the middle of its own statements says so. That is no failure here; every other
// warning is.
class DriverSilence final
{
public:
    DriverSilence() { previous = qInstallMessageHandler(handle); }
    ~DriverSilence() { qInstallMessageHandler(previous); }
    Q_DISABLE_COPY_MOVE(DriverSilence)

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
    {
        static const QRegularExpression drivers(QStringLiteral(
            "^(This version of PostgreSQL|The server version|no connection|server closed|could not|FATAL)"));
        if (type != QtWarningMsg || !text.contains(drivers))
            previous(type, context, text);
    }

    inline static QtMessageHandler previous = nullptr;
};

} // namespace tusk::tests
