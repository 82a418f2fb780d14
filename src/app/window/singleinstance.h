// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QUuid>

class QLocalSocket;

namespace tusk::app
{

// The variable with which a desktop on Wayland gives a program it starts the right to come to the front.
inline constexpr auto startToken = "XDG_ACTIVATION_TOKEN";

// One window for each set of data: a second start raises the first, and may ask it for another environment.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    // key: what the windows share; two keys are two windows. The lock and the socket are in
    // base::runtimeFolder().
    explicit SingleInstance(const QString &key, QObject *parent = nullptr);
    ~SingleInstance() override;

    // True: this process is the first, and raiseRequested() tells of later ones.
    [[nodiscard]] bool claim();
    // Asks the first to show itself; done() says, after 5 s at most, whether it has answered. token: what the
    // desktop gave this process with its start, the right to come to the front; may be empty. environment:
    // the one that is to be shown; null: none was asked for.
    void raiseFirst(const QByteArray &token = {}, const QUuid &environment = {});

Q_SIGNALS:
    void raiseRequested(const QByteArray &token, const QUuid &environment);
    void done(bool heard);

private:
    void takeCalls();
    void answer(QLocalSocket &socket);

    QString m_path; // of the socket
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace tusk::app
