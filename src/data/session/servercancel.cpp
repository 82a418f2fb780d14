// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/servercancel.h"

#include "data/session/interruption.h"

#include <array>
#include <thread>

namespace tusk::session
{

std::shared_ptr<ServerCancel> ServerCancel::send(PGconn *connection, std::shared_ptr<Interruption> whom)
{
    CancelHandle handle(PQgetCancel(connection));
    if (!handle)
        return nullptr;
    auto request = std::make_shared<ServerCancel>();
    std::thread([request, handle = std::move(handle), whom = std::move(whom)] {
        std::array<char, 256> ignored{};
        PQcancel(handle.get(), ignored.data(), static_cast<int>(ignored.size()));
        request->m_finished = true;
        whom->bell().ring();
    }).detach();
    return request;
}

} // namespace tusk::session
