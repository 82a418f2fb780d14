// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/window/environmentset.h"
#include "base/inbox.h"
#include "base/taskthread.h"
#include "gui/environments/environmentdesk.h"

#include <memory>
#include <vector>

namespace tusk::app
{

// How the environment is, in a few words; empty: it was not opened in this run.
[[nodiscard]] QString stateOf(const OpenEnvironment *environment);

// What the settings ask of the environments of the window: the file, the keyring, and what is open.
class WindowDesk final : public gui::EnvironmentDesk
{
    Q_OBJECT

public:
    // environments must outlive this.
    explicit WindowDesk(EnvironmentSet &environments);

    [[nodiscard]] QList<environments::EnvironmentProfile> profiles() const override;
    [[nodiscard]] QUuid shown() const override { return m_set.shownId(); }
    [[nodiscard]] QUuid first() const override { return m_set.firstId(); }
    [[nodiscard]] QString stateOf(const QUuid &environment) const override;

    void show(const QUuid &environment) override { m_set.show(environment); }
    [[nodiscard]] gui::CopyJob *copy(const domain::CopySelection &what, const QUuid &to) override;
    void save(const environments::EnvironmentProfile &profile, const std::optional<QString> &password,
              const Done<void> &done) override;
    void countUnsent(const QUuid &environment, const Done<qsizetype> &done) override;
    void remove(const QUuid &environment, const Done<void> &done) override;
    void move(const QUuid &environment, qsizetype position, const Done<void> &done) override;
    void setFirst(const QUuid &environment, const Done<void> &done) override;

    void readDotEnv(const QStringList &files, const Done<environments::ImportPreview> &done) override;
    void import(const environments::ImportPreview &preview, const Done<void> &done) override;

    void findPassword(const environments::EnvironmentProfile &profile, const Done<QString> &done) override;

    [[nodiscard]] bool waitsForKeyring(const QUuid &environment) const override;
    void stopWaiting(const QUuid &environment) override;

private:
    // Something that the keyring was asked for.
    struct Question {
        QUuid environment;
        std::function<void()> cancel;
        bool waitsForUser = false;
    };
    using QuestionPointer = std::shared_ptr<Question>;
    [[nodiscard]] QuestionPointer beginQuestion(const QUuid &environment);
    [[nodiscard]] std::function<void()> whenPrompting(const QuestionPointer &question);
    void endQuestion(const QuestionPointer &question);

    struct Password {
        environments::EnvironmentProfile profile;
        QString password;
    };

    // The passwords, each in the place that its profile names, and the change of the file: both or neither.
    void change(const QUuid &environment, const QList<Password> &passwords,
                const environments::ProfileStore::Edit &edit, const Done<void> &done);
    // Lives in this run only; what puts the former ones back.
    [[nodiscard]] std::function<void()> keepForThisRun(const QList<Password> &passwords);

    EnvironmentSet &m_set;
    std::vector<QuestionPointer> m_questions;
    base::Inbox m_inbox;
    base::TaskThread m_thread; // reads files; last: it ends first
};

} // namespace tusk::app
