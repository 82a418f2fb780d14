// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/passwordchange.h"

#include "environments/texts.h"

#include <memory>
#include <optional>

namespace tusk::environments
{

using base::Result;

namespace
{

// Lives in the listeners of its own requests.
class Running final : public std::enable_shared_from_this<Running>
{
public:
    Running(PasswordChange change, SecretStore &store, const base::Inbox &inbox)
        : m_change(std::move(change))
        , m_store(store)
        , m_inbox(inbox)
    {
    }

    void next();
    void cancel();

private:
    using Where = PasswordChange::Where;
    // What an environment had before; none: nothing.
    struct Former {
        QUuid environment;
        std::optional<QString> password;
    };

    void write(const Former &former);
    void writeAlongside();
    void giveBack(const base::Error &cause, Where where);
    [[nodiscard]] SecretListener listener(std::function<void(const SecretAnswer &)> answered) const;

    const PasswordChange m_change;
    SecretStore &m_store;
    const base::Inbox &m_inbox;
    QList<Former> m_written;
    SecretRequest m_request{}; // the newest that may ask
    bool m_isHalfDone = false; // a former password could not be given back
};

SecretListener Running::listener(std::function<void(const SecretAnswer &)> answered) const
{
    return {std::move(answered), m_change.prompting};
}

void Running::next()
{
    if (m_written.size() == m_change.passwords.size())
        return writeAlongside();
    const QUuid environment = m_change.passwords.at(m_written.size()).environment;
    const auto answered = [self = shared_from_this(), environment](const SecretAnswer &former) {
        if (former)
            self->write({environment, former.secret});
        else if (former.error->problem == SecretProblem::Missing)
            self->write({environment, {}});
        else
            self->giveBack(former.error->toError(), Where::Keyring);
    };
    m_request = m_store.read(environment, Unlocking::MayAsk, m_inbox, listener(answered));
}

void Running::cancel()
{
    m_store.cancel(m_request);
}

void Running::write(const Former &former)
{
    const auto answered = [self = shared_from_this(), former](const SecretAnswer &written) {
        if (!written)
            return self->giveBack(written.error->toError(), Where::Keyring);
        self->m_written.append(former);
        self->next();
    };
    m_request = m_store.write(former.environment, m_change.passwords.at(m_written.size()).password,
                              Unlocking::MayAsk, m_inbox, listener(answered));
}

void Running::writeAlongside()
{
    m_change.alongside([self = shared_from_this()](const Result<void> &written) {
        if (written)
            self->m_change.ended({}, Where::Alongside);
        else
            self->giveBack(written.error(), Where::Alongside);
    });
}

// The newest first: an environment may be among them twice. Nobody is asked for anything any more.
void Running::giveBack(const base::Error &cause, Where where)
{
    if (m_written.isEmpty()) {
        base::Error error = cause;
        if (m_isHalfDone)
            error.sentence =
                Text::tr("%1 The keyring has a new password already, though.").arg(error.sentence);
        return m_change.ended(error, where);
    }
    const Former former = m_written.takeLast();
    const auto answered = [self = shared_from_this(), cause, where](const SecretAnswer &back) {
        self->m_isHalfDone = self->m_isHalfDone || !back;
        self->giveBack(cause, where);
    };
    if (former.password)
        m_store.write(former.environment, *former.password, Unlocking::Never, m_inbox, listener(answered));
    else
        m_store.remove(former.environment, Unlocking::Never, m_inbox, listener(answered));
}

} // namespace

std::function<void()> carryOut(PasswordChange change, SecretStore &store, const base::Inbox &inbox)
{
    const auto running = std::make_shared<Running>(std::move(change), store, inbox);
    running->next();
    return [weak = std::weak_ptr(running)] {
        if (const auto alive = weak.lock())
            alive->cancel();
    };
}

} // namespace tusk::environments
