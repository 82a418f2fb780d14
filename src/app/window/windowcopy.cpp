// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/window/windowcopy.h"

#include "app/window/environmentset.h"
#include "gui/environments/environmentlook.h"
#include "models/databaselink.h"
#include "models/workspace.h"

#include <utility>

namespace tusk::app
{

using environments::EnvironmentProfile;

WindowCopy::WindowCopy(EnvironmentSet &environments, const domain::CopySelection &what, const QUuid &to,
                       QObject *parent)
    : CopyJob(parent)
    , m_set(environments)
    , m_what(what)
    , m_from(environments.shownId())
    , m_to(to)
{
    m_there.moveToThread(&m_thread);
}

WindowCopy::~WindowCopy()
{
    if (!m_thread.isRunning())
        return;
    m_engineAddress.post([this] {
        m_engine.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

void WindowCopy::look()
{
    findEnd(m_from, [this](const CopyEnd &from) {
        findEnd(m_to, [this, from](const CopyEnd &to) { start(from, to); });
    });
}

void WindowCopy::findEnd(const QUuid &id, const Ended &found)
{
    const EnvironmentProfile *profile = m_set.find(id);
    if (!profile) // removed meanwhile
        return Q_EMIT failed(refusal(tr("This environment is not there any more.")).error);
    const auto end = [profile = *profile, found](const QString &password) {
        CopyEnd result = copyEndOf(profile, password);
        result.name = gui::environmentName(profile);
        found(result);
    };
    const OpenEnvironment *open = m_set.open(id);
    if (profile->isPrivateServer())
        return end({});
    if (open && open->link()) {
        const models::DatabaseLink &link = *open->link();
        // A login that was refused is not tried again; another password makes another link.
        if (link.state() == models::DatabaseLink::State::Failed &&
            link.error().kind == base::ErrorKind::Authentication) {
            base::Error error = link.error();
            error.sentence = tr("“%1”: %2").arg(gui::environmentName(*profile), error.sentence);
            return Q_EMIT failed(error);
        }
        return end(open->settings().password); // nobody need be asked for it again
    }
    const base::InboxAddress home = m_inbox.address();
    m_set.secrets().resolver().resolve(
        *profile,
        [this, home, end](const base::Result<QString> &password) {
            home.post([this, end, password] {
                if (password)
                    end(*password);
                else
                    Q_EMIT failed(password.error());
            });
        },
        [this, home] {
            home.post([this] { Q_EMIT progressed(tr("Your keyring asks for its password…")); });
        });
}

void WindowCopy::start(const CopyEnd &from, const CopyEnd &to)
{
    m_thread.start();
    m_engineAddress.post([this, from, to, installation = m_set.installation()] {
        m_engine = std::make_unique<Engine>(from, to, installation);
        connectEngine();
        m_engine->copy.look([what = m_what](DatabaseAccess &, const repository::OpeningState &,
                                            const TodoCopy::Chosen &chosen) { chosen(what); });
    });
}

void WindowCopy::connectEngine()
{
    TodoCopy *copy = &m_engine->copy;
    const base::InboxAddress home = m_inbox.address();
    connect(copy, &TodoCopy::progressed, copy, [this, home](const QString &sentence) {
        home.post([this, sentence] { Q_EMIT progressed(sentence); });
    });
    connect(copy, &TodoCopy::planned, copy, [this, home](const domain::CopyPlan &plan) {
        home.post([this, plan] { Q_EMIT planned(plan); });
    });
    connect(copy, &TodoCopy::copied, copy, [this, home](const std::optional<Failure> &shortfall) {
        home.post([this, sentence = shortfall ? shortfall->error.sentence : QString()] {
            onChanged();
            Q_EMIT copied(sentence);
        });
    });
    connect(copy, &TodoCopy::takenBack, copy, [this, home] {
        home.post([this] {
            onChanged();
            Q_EMIT takenBack();
        });
    });
    connect(copy, &TodoCopy::failed, copy, [this, home](const Failure &failure) {
        home.post([this, error = failure.error] { Q_EMIT failed(error); });
    });
}

void WindowCopy::carryOut()
{
    m_engineAddress.post([this] { m_engine->copy.carryOut(); });
}

void WindowCopy::takeBack()
{
    m_engineAddress.post([this] { m_engine->copy.takeBack(); });
}

void WindowCopy::end()
{
    disconnect();
    if (!m_thread.isRunning())
        return deleteLater();
    m_engineAddress.post([this, home = m_inbox.address()] {
        m_engine->copy.close([this, home] { home.post([this] { deleteLater(); }); });
    });
}

// The window hears of it as of the change of another program; where the environment does not listen, now.
void WindowCopy::onChanged()
{
    const OpenEnvironment *open = m_set.open(m_to);
    if (open && open->link())
        open->link()->workspace().catchUp();
}

} // namespace tusk::app
