// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/passwordchange.h"

#include <utility>

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

    void writeAlongside();
    void removeEntries(QList<QUuid> entries, const std::function<void()> &then);
    void fail(const base::Error &cause, Where where);

    const PasswordChange m_change;
    SecretStore &m_store;
    const base::Inbox &m_inbox;
    qsizetype m_done = 0; // passwords
    PasswordChange::Entries m_entries;
    SecretRequest m_request{}; // the newest that may ask
};

void Running::next()
{
    if (m_done == m_change.passwords.size())
        return writeAlongside();
    const NewPassword &password = m_change.passwords.at(m_done++);
    QUuid &entry = m_entries[password.environment]; // which may be among them twice
    if (entry.isNull())
        entry = QUuid::createUuid();
    const auto answered = [self = shared_from_this()](const SecretAnswer &written) {
        if (written)
            self->next();
        else
            self->fail(written.error->toError(), Where::Keyring);
    };
    m_request =
        m_store.write(entry, password.password, Unlocking::MayAsk, m_inbox, {answered, m_change.prompting});
}

void Running::cancel()
{
    m_store.cancel(m_request);
}

void Running::writeAlongside()
{
    m_change.alongside(m_entries, [self = shared_from_this()](const Result<QList<QUuid>> &written) {
        if (!written)
            return self->fail(written.error(), Where::Alongside);
        self->removeEntries(*written, [self] { self->m_change.ended({}, Where::Alongside); });
    });
}

void Running::fail(const base::Error &cause, Where where)
{
    removeEntries(m_entries.values(),
                  [self = shared_from_this(), cause, where] { self->m_change.ended(cause, where); });
}

// Which nothing names any more, so it matters little where one stays. Nobody is asked for anything.
void Running::removeEntries(QList<QUuid> entries, const std::function<void()> &then)
{
    if (entries.isEmpty())
        return then();
    const QUuid entry = entries.takeLast();
    const auto answered = [self = shared_from_this(), entries, then](const SecretAnswer &) {
        self->removeEntries(entries, then);
    };
    m_store.remove(entry, Unlocking::Never, m_inbox, {answered, {}});
}

} // namespace

ProfileStore::Edit withEntries(ProfileStore::Edit edit, PasswordChange::Entries entries,
                               std::shared_ptr<QList<QUuid>> former)
{
    return [edit = std::move(edit), entries = std::move(entries),
            former = std::move(former)](ProfileList &list) -> Result<void> {
        former->clear();
        for (const QUuid &environment : entries.keys()) {
            if (const EnvironmentProfile *known = list.find(environment))
                former->append(secretEntry(*known));
        }
        Result<void> done = edit(list);
        for (auto entry = entries.cbegin(); done && entry != entries.cend(); ++entry)
            done = list.setSecretEntry(entry.key(), entry.value());
        return done;
    };
}

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
