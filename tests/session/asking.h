// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "data/session/databasesession.h"

#include <memory>
#include <optional>

namespace tusk::tests
{

// What came back for one request. More than one answer is a defect, so they are counted.
struct Reply {
    std::optional<base::Result<QByteArray>> result;
    int count = 0;

    [[nodiscard]] bool arrived() const { return count > 0; }
    [[nodiscard]] bool succeeded() const { return result && result->hasValue(); }
    [[nodiscard]] QByteArray value() const { return succeeded() ? **result : QByteArray("(no value)"); }
    [[nodiscard]] base::Error error() const { return result && !*result ? result->error() : base::Error(); }
    [[nodiscard]] bool failedWith(base::ErrorKind kind) const
    {
        return result && !*result && error().kind == kind;
    }
};
using ReplyPointer = std::shared_ptr<Reply>;

// Times short enough for a test.
inline const session::SessionPace quickPace{
    .retry = {.first = std::chrono::milliseconds(20),
              .ceiling = std::chrono::milliseconds(100),
              .firstWhenOverloaded = std::chrono::milliseconds(100)},
    .openingMargin = std::chrono::milliseconds(500),
    .quietTime = std::chrono::seconds(60),
};

inline session::Statement sql(const char *text, const QList<std::optional<QByteArray>> &values = {})
{
    return {.name = "test", .sql = text, .values = values};
}

struct Question {
    session::Statement statement;
    session::Ordering ordering = session::Ordering::Free;
    bool waits = false;
    session::DatabaseSession::RequestId *id = nullptr; // where to write the id of the request
};

// Asks for one value.
inline ReplyPointer ask(session::DatabaseSession &session, const base::Inbox &inbox, const Question &question)
{
    auto reply = std::make_shared<Reply>();
    const auto id = session.request<QByteArray>(
        {.statement = question.statement, .ordering = question.ordering, .waitForConnection = question.waits},
        [](const session::Answer &answer) { return base::Result<QByteArray>(answer.scalar()); }, inbox,
        [reply](base::Result<QByteArray> result) {
            reply->result = std::move(result);
            ++reply->count;
        });
    if (question.id)
        *question.id = id;
    return reply;
}

inline ReplyPointer ask(session::DatabaseSession &session, const base::Inbox &inbox, const char *text)
{
    return ask(session, inbox, Question{.statement = sql(text)});
}

} // namespace tusk::tests
