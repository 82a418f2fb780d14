// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/keychainsecretstore.h"

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto greetingLimit = 3s;

// One request of somebody who may be gone when it is answered.
struct Client {
    base::InboxAddress inbox;
    SecretListener listener;

    void tellPrompting() const
    {
        if (listener.prompting)
            inbox.post(listener.prompting);
    }
    void tell(const SecretAnswer &answer) const
    {
        inbox.post([answered = listener.answered, answer] { answered(answer); });
    }
};

} // namespace

KeychainSecretStore::KeychainSecretStore(QObject *parent)
    : QObject(parent)
{
}

KeychainSecretStore::~KeychainSecretStore()
{
    m_closing.ring();
}

QString KeychainSecretStore::service()
{
    return u"io.github.tusk_todo.Tusk"_s;
}

QString KeychainSecretStore::keyOf(const QUuid &environment)
{
    return environment.toString(QUuid::WithoutBraces);
}

SecretRequest KeychainSecretStore::read(const QUuid &environment, Unlocking unlocking,
                                        const base::Inbox &inbox, SecretListener listener)
{
    return begin({KeychainOrder::Work::Read, service(), keyOf(environment), {}, unlocking}, inbox,
                 std::move(listener));
}

SecretRequest KeychainSecretStore::write(const QUuid &environment, const QString &secret, Unlocking unlocking,
                                         const base::Inbox &inbox, SecretListener listener)
{
    return begin({KeychainOrder::Work::Write, service(), keyOf(environment), secret, unlocking}, inbox,
                 std::move(listener));
}

SecretRequest KeychainSecretStore::remove(const QUuid &environment, Unlocking unlocking,
                                          const base::Inbox &inbox, SecretListener listener)
{
    return begin({KeychainOrder::Work::Remove, service(), keyOf(environment), {}, unlocking}, inbox,
                 std::move(listener));
}

void KeychainSecretStore::cancel(SecretRequest request)
{
    if (const auto found = m_requests.find(request); found != m_requests.end())
        found->second->cancel();
}

SecretRequest KeychainSecretStore::begin(KeychainOrder order, const base::Inbox &inbox,
                                         SecretListener listener)
{
    const SecretRequest id{++m_newest};
    auto request = std::make_unique<KeychainRequest>(std::move(order));
    const Client client{inbox.address(), std::move(listener)};
    connect(request.get(), &KeychainRequest::prompting, this, [client] { client.tellPrompting(); });
    connect(request.get(), &KeychainRequest::finished, this,
            [client](const SecretAnswer &answer) { client.tell(answer); });
    connect(request.get(), &KeychainRequest::ended, this, [this, id] {
        m_inbox.address().post([this, id] { m_requests.erase(id); }); // not from within itself
    });
    m_requests.emplace(id, std::move(request));
    openBus(id);
    return id;
}

void KeychainSecretStore::openBus(SecretRequest request)
{
    if (!m_opening)
        m_opening = std::make_unique<base::TaskThread>();
    m_opening->post([this, request, inbox = m_inbox.address()] {
        const QString address = sessionBusAddress();
        const auto deadline = std::chrono::steady_clock::now() + greetingLimit;
        const std::optional<SecretError> unheard = greetBus(address, m_closing, deadline);
        // Shared, because a task must be copyable; whoever is last closes it.
        auto bus = std::make_shared<std::unique_ptr<BusConnection>>();
        if (!unheard)
            *bus = std::make_unique<BusConnection>(address);
        inbox.post([this, request, unheard, bus] {
            const auto found = m_requests.find(request);
            if (found == m_requests.end())
                return;
            if (unheard)
                found->second->fail(*unheard);
            else
                found->second->begin(std::move(*bus));
        });
    });
}

} // namespace tusk::environments
