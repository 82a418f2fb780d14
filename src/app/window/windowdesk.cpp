// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/window/windowdesk.h"

#include "app/unsentfolder.h"
#include "app/window/windowcopy.h"
#include "environments/passwordchange.h"
#include "gui/sidebar/statustext.h"
#include "importer/source/copyfolder.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace tusk::app
{

using base::Result;
using environments::EnvFile;
using environments::EnvironmentImport;
using environments::EnvironmentProfile;
using environments::ImportPreview;
using environments::PasswordChange;
using environments::ProfileList;
using environments::ProfileStore;
using environments::SecretSource;

namespace
{

constexpr qint64 mostBytes = 1'048'576; // far beyond every such file

Result<QList<EnvFile>> readFiles(const QStringList &paths)
{
    QList<EnvFile> files;
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes) {
            base::Error error;
            error.kind = base::ErrorKind::LocalFile;
            error.sentence = WindowDesk::tr("The file “%1” cannot be read.").arg(path);
            return error;
        }
        files.append({QFileInfo(path).fileName(), file.readAll()});
    }
    return files;
}

bool isKeptHere(const EnvironmentProfile &profile)
{
    return profile.secret.kind == SecretSource::Kind::Keychain ||
           profile.secret.kind == SecretSource::Kind::ThisRun;
}

// Who gives no password needs none.
ImportPreview withPlaces(ImportPreview preview)
{
    for (EnvironmentImport &environment : preview.environments) {
        if (environment.change == EnvironmentImport::Change::Added && environment.password.isEmpty())
            environment.profile.secret.kind = SecretSource::Kind::None;
        if (!environment.password.isEmpty() && !isKeptHere(environment.profile))
            environments::noteUnkeptPassword(environment);
    }
    return preview;
}

} // namespace

QString stateOf(const OpenEnvironment *environment)
{
    if (!environment)
        return {};
    if (const models::DatabaseLink *link = environment->link())
        return gui::statusText(*link);
    if (environment->waitsForKeyring())
        return WindowDesk::tr("waiting for the keyring");
    return environment->error() ? WindowDesk::tr("not connected") : WindowDesk::tr("opening…");
}

WindowDesk::WindowDesk(EnvironmentSet &environments)
    : m_set(environments)
{
    connect(&environments, &EnvironmentSet::changed, this, &WindowDesk::changed);
    // What an import has left that was killed.
    m_thread.post([folder = importer::usualCopyFolder()] { importer::removeAbandonedCopies(folder); });
}

QList<EnvironmentProfile> WindowDesk::profiles() const
{
    return m_set.stored();
}

QString WindowDesk::stateOf(const QUuid &environment) const
{
    return waitsForKeyring(environment) ? tr("waiting for the keyring")
                                        : app::stateOf(m_set.open(environment));
}

gui::CopyJob *WindowDesk::copy(const domain::CopySelection &what, const QUuid &to)
{
    return new WindowCopy(m_set, what, to, this);
}

void WindowDesk::save(const EnvironmentProfile &profile, const std::optional<QString> &password,
                      const Done<void> &done)
{
    const auto edit = [profile](ProfileList &list) {
        return list.find(profile.id) ? list.replace(profile) : list.add(profile);
    };
    if (!password)
        return m_set.change(edit, done);
    change(profile.id, {{profile, *password}}, edit,
           [this, done, id = profile.id](const Result<void> &changed) {
               if (changed)
                   m_set.tryAnew(id);
               done(changed);
           });
}

void WindowDesk::change(const QUuid &environment, const QList<Password> &passwords,
                        const ProfileStore::Edit &edit, const Done<void> &done)
{
    const QuestionPointer question = beginQuestion(environment);
    PasswordChange change;
    for (const Password &password : passwords) {
        if (password.profile.secret.kind == SecretSource::Kind::Keychain)
            change.passwords.append({password.profile.id, password.password});
    }
    change.alongside = [this, passwords, edit](const PasswordChange::Entries &entries,
                                               const PasswordChange::Written &written) {
        // Before the file: the environment is opened anew as soon as that has changed.
        const auto putBack = keepForThisRun(passwords);
        const auto former = std::make_shared<QList<QUuid>>();
        m_set.change(environments::withEntries(edit, entries, former),
                     [written, putBack, former](const Result<void> &changed) {
                         if (!changed)
                             putBack();
                         written(changed ? Result<QList<QUuid>>(*former) : changed.error());
                     });
    };
    change.prompting = whenPrompting(question);
    change.ended = [this, question, done](const Result<void> &changed, PasswordChange::Where) {
        endQuestion(question);
        done(changed);
    };
    question->cancel = carryOut(std::move(change), m_set.secrets().store(), m_inbox);
}

std::function<void()> WindowDesk::keepForThisRun(const QList<Password> &passwords)
{
    environments::SecretResolver &resolver = m_set.secrets().resolver();
    QHash<QUuid, std::optional<QString>> former;
    for (const auto &[profile, password] : passwords) {
        if (profile.secret.kind != SecretSource::Kind::ThisRun)
            continue;
        if (!former.contains(profile.id))
            former.insert(profile.id, resolver.keptForThisRun(profile.id));
        resolver.keepForThisRun(profile.id, password);
    }
    return [&resolver, former] {
        for (const auto &[id, password] : former.asKeyValueRange()) {
            if (password)
                resolver.keepForThisRun(id, *password);
            else
                resolver.forget(id);
        }
    };
}

void WindowDesk::countUnsent(const QUuid &environment, const Done<qsizetype> &done)
{
    const EnvironmentProfile *profile = m_set.findStored(environment);
    if (!profile)
        return done(qsizetype(0));
    m_thread.post([folder = unsentFolder(*profile), home = m_inbox.address(), done] {
        const UnsentCount count = app::countUnsent(folder);
        home.post([done, changes = count.actions + count.damaged] { done(qsizetype(changes)); });
    });
}

void WindowDesk::remove(const QUuid &environment, const Done<void> &done)
{
    const EnvironmentProfile *profile = m_set.findStored(environment);
    const bool isInKeyring = profile && environments::isInKeyring(*profile);
    const QUuid entry = profile ? environments::secretEntry(*profile) : QUuid();
    const auto forget = [this, environment, entry, done] {
        const QuestionPointer question = beginQuestion(environment);
        environments::SecretListener listener;
        listener.prompting = whenPrompting(question);
        listener.answered = [this, question, done](const environments::SecretAnswer &answer) {
            endQuestion(question);
            if (answer)
                return done({});
            base::Error error = answer.error->toError();
            error.sentence = tr("The environment is removed, but its password is still in the keyring: %1")
                                 .arg(error.sentence);
            done(error);
        };
        environments::SecretStore &store = m_set.secrets().store();
        const auto request =
            store.remove(entry, environments::Unlocking::MayAsk, m_inbox, std::move(listener));
        question->cancel = [&store, request] { store.cancel(request); };
    };
    m_set.change([environment](ProfileList &list) { return list.remove(environment); },
                 [done, isInKeyring, forget](const Result<void> &removed) {
                     if (removed && isInKeyring)
                         forget();
                     else
                         done(removed);
                 });
}

void WindowDesk::move(const QUuid &environment, qsizetype position, const Done<void> &done)
{
    m_set.change([environment, position](ProfileList &list) { return list.move(environment, position); },
                 done);
}

void WindowDesk::setFirst(const QUuid &environment, const Done<void> &done)
{
    m_set.change([environment](ProfileList &list) { return list.setCurrent(environment); }, done);
}

void WindowDesk::readDotEnv(const QStringList &files, const Done<ImportPreview> &done)
{
    m_thread.post([files, done, home = m_inbox.address(), profiles = m_set.stored()] {
        home.post([done, profiles, read = readFiles(files)] {
            if (!read)
                return done(read.error());
            ProfileList list;
            for (const EnvironmentProfile &profile : profiles) {
                // They come from such a list.
                [[maybe_unused]] const auto taken =
                    profile.isPrivateServer() ? list.replace(profile) : list.add(profile);
            }
            done(withPlaces(environments::previewImport(*read, list)));
        });
    });
}

void WindowDesk::import(const ImportPreview &preview, const Done<void> &done)
{
    QList<Password> passwords;
    for (const EnvironmentImport &environment : preview.environments) {
        if (!environment.password.isEmpty())
            passwords.append({environment.profile, environment.password});
    }
    change(
        {}, passwords, [preview](ProfileList &list) { return environments::applyImport(preview, list); },
        done);
}

void WindowDesk::findPassword(const EnvironmentProfile &profile, const Done<QString> &done)
{
    const QuestionPointer question = beginQuestion(profile.id);
    environments::SecretResolver &resolver = m_set.secrets().resolver();
    const auto request = resolver.resolve(
        profile,
        [this, question, done](const Result<QString> &password) {
            endQuestion(question);
            done(password);
        },
        whenPrompting(question));
    question->cancel = [&resolver, request] { resolver.cancel(request); };
}

// ---------------------------------------------------------------------------------------------------------------
// The keyring

WindowDesk::QuestionPointer WindowDesk::beginQuestion(const QUuid &environment)
{
    m_questions.push_back(std::make_shared<Question>(Question{environment, {}, false}));
    return m_questions.back();
}

std::function<void()> WindowDesk::whenPrompting(const QuestionPointer &question)
{
    return [this, weak = std::weak_ptr(question)] {
        if (const QuestionPointer open = weak.lock()) {
            open->waitsForUser = true;
            Q_EMIT changed();
        }
    };
}

void WindowDesk::endQuestion(const QuestionPointer &question)
{
    std::erase(m_questions, question);
    if (question->waitsForUser)
        Q_EMIT changed();
}

bool WindowDesk::waitsForKeyring(const QUuid &environment) const
{
    const OpenEnvironment *open = m_set.open(environment);
    return (open && open->waitsForKeyring()) ||
           std::ranges::any_of(m_questions, [&environment](const QuestionPointer &question) {
               return question->environment == environment && question->waitsForUser;
           });
}

void WindowDesk::stopWaiting(const QUuid &environment)
{
    if (OpenEnvironment *open = m_set.open(environment))
        open->giveUp();
    for (const QuestionPointer &question : std::vector(m_questions)) {
        if (question->environment == environment && question->waitsForUser && question->cancel)
            question->cancel();
    }
}

} // namespace tusk::app
