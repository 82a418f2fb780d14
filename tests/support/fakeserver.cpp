// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/fakeserver.h"

#include "support/failure.h"

#include <QtEndian>

#include <array>
#include <fcntl.h>
#include <memory>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

QByteArray message(char type, const QByteArray &body)
{
    std::array<char, 4> length = {};
    qToBigEndian(static_cast<quint32>(body.size() + 4), length.data());
    return type + QByteArray(length.data(), length.size()) + body;
}

QByteArray field(char type, const QByteArray &text)
{
    return text.isEmpty() ? QByteArray() : type + text + '\0';
}

QByteArray errorResponse(const FakeServer::Failure &failure)
{
    return message('E', field('S', failure.severity) + field('V', failure.severity) +
                            field('C', failure.sqlState) + field('M', failure.message) + '\0');
}

const QByteArray readyForQuery = message('Z', "I");
const QByteArray passwordQuestion = message('R', QByteArray("\0\0\0\12"
                                                            "SCRAM-SHA-256\0",
                                                            19)); // AuthenticationSASL

QByteArray reported(const QByteArray &parameter)
{
    if (parameter.isEmpty())
        return {};
    QByteArray pair = parameter;
    return message('S', pair.replace(pair.indexOf('='), 1, QByteArray(1, '\0')) + '\0');
}

// AuthenticationOk, what libpq wants to know of every server, and ready.
QByteArray welcome(const QByteArray &parameter)
{
    return message('R', QByteArray(4, '\0')) +
           message('S', QByteArray("server_version\0"
                                   "15.0\0",
                                   20)) +
           message('S', QByteArray("client_encoding\0"
                                   "UTF8\0",
                                   21)) +
           reported(parameter) + message('K', QByteArray(8, '\1')) + readyForQuery;
}

} // namespace

struct FakeServer::Client {
    Descriptor socket;
    FrameReader reader{FrameReader::Mode::Untyped};
    bool started = false;
    bool encrypts = false;

    void send(const QByteArray &bytes) const
    {
        ::send(socket.number(), bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
    }
};

FakeServer::FakeServer(Failure failure)
    : m_failure(std::move(failure))
    , m_listener(m_port.listen())
{
    std::array<int, 2> ends = {};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        giveUp(u"no pipe"_s);
    m_quitReader = Descriptor(ends[0]);
    m_quitWriter = Descriptor(ends[1]);
    m_thread = std::thread([this] { serve(); });
}

FakeServer::FakeServer()
    : FakeServer(Failure())
{
}

FakeServer::~FakeServer()
{
    m_quitWriter.reset();
    m_thread.join();
}

base::ConnectionSettings FakeServer::settings() const
{
    base::ConnectionSettings settings;
    settings.host = u"127.0.0.1"_s;
    settings.port = m_port.number();
    settings.database = u"fake"_s;
    settings.user = u"tusk"_s;
    settings.password = u"tusk"_s;
    return settings;
}

void FakeServer::serve()
{
    std::vector<std::unique_ptr<Client>> clients;
    while (true) {
        std::vector<pollfd> sockets{{m_quitReader.number(), POLLIN, 0}, {m_listener.number(), POLLIN, 0}};
        for (const auto &client : clients)
            sockets.push_back({client->socket.number(), POLLIN, 0});
        poll(sockets.data(), sockets.size(), -1);
        if (sockets.front().revents != 0)
            return;
        for (const auto &client : clients)
            answer(*client);
        std::erase_if(clients, [](const auto &client) { return !client->socket.isOpen(); });
        for (Descriptor next = acceptClient(m_listener); next.isOpen(); next = acceptClient(m_listener)) {
            ++m_connections;
            clients.push_back(std::make_unique<Client>(Client{std::move(next)}));
        }
    }
}

void FakeServer::answer(Client &client)
{
    std::array<char, 4096> buffer;
    const ssize_t size = recv(client.socket.number(), buffer.data(), buffer.size(), 0);
    if (size == 0)
        client.socket.reset();
    if (size <= 0)
        return;
    if (client.encrypts) {
        client.send("this is no TLS");
        return;
    }
    client.reader.append(QByteArray(buffer.data(), size));
    const bool silent = m_failure.message.isEmpty() && m_failure.breaks == Failure::Breaks::Never;
    for (Frame frame; !silent && client.socket.isOpen() && client.reader.next(frame);) {
        if (client.started)
            answerRequest(client, frame);
        else
            answerStart(client, frame);
    }
}

void FakeServer::answerStart(Client &client, const Frame &frame) const
{
    const quint32 code = codeOfUntyped(frame);
    if (code == sslRequestCode || code == gssRequestCode) {
        client.encrypts = code == sslRequestCode && m_failure.breaks == Failure::Breaks::AtEncryption;
        client.send(client.encrypts ? "S" : "N");
        return;
    }
    if (m_failure.breaks == Failure::Breaks::AtLogin) {
        client.started = true;
        client.reader.setMode(FrameReader::Mode::Typed);
        client.send(passwordQuestion);
        return;
    }
    if (m_failure.when == Failure::When::AtFirstStatement) {
        client.started = true;
        client.reader.setMode(FrameReader::Mode::Typed);
        client.send(welcome(m_failure.parameter));
        return;
    }
    std::this_thread::sleep_for(m_failure.delay);
    client.send(errorResponse(m_failure));
    client.socket.reset();
}

void FakeServer::answerRequest(Client &client, const Frame &frame)
{
    if (m_failure.breaks == Failure::Breaks::AtLogin)
        client.socket.reset();
    else
        answerStatement(client, frame);
}

void FakeServer::answerStatement(Client &client, const Frame &frame)
{
    if (frame.type != 'Q' && frame.type != 'S')
        return;
    ++m_statements;
    std::this_thread::sleep_for(m_failure.delay);
    client.send(errorResponse(m_failure) + readyForQuery);
}

} // namespace tusk::tests
