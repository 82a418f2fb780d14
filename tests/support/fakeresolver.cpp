// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/fakeresolver.h"

#include <condition_variable>
#include <cstring>
#include <dlfcn.h>
#include <mutex>
#include <netdb.h>

namespace tusk::tests
{

namespace
{

struct NameServer {
    std::mutex mutex;
    std::condition_variable changed;
    int held = 0;
    bool silent = true;
};

NameServer &nameServer()
{
    // Never destroyed: the threads that it holds end when they like.
    static auto *const server = new NameServer;
    return *server;
}

void waitForAnswer()
{
    NameServer &server = nameServer();
    std::unique_lock lock(server.mutex);
    ++server.held;
    server.changed.wait(lock, [&server] { return !server.silent; });
    --server.held;
    server.changed.notify_all();
}

} // namespace

void setNameServerSilent(bool silent)
{
    NameServer &server = nameServer();
    std::unique_lock lock(server.mutex);
    server.silent = silent;
    if (silent)
        return;
    server.changed.notify_all();
    server.changed.wait(lock, [&server] { return server.held == 0; });
}

int heldLookUps()
{
    NameServer &server = nameServer();
    const std::lock_guard lock(server.mutex);
    return server.held;
}

} // namespace tusk::tests

extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    using namespace tusk::tests;
    if (node && std::strcmp(node, unknownHost) == 0)
        return EAI_NONAME;
    if (node && std::strcmp(node, deadNameHost) == 0)
        return EAI_AGAIN;
    if (node && std::strcmp(node, silentNameHost) == 0) {
        waitForAnswer();
        return EAI_AGAIN;
    }
    using Function = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    static const auto original = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"));
    return original(node, service, hints, result);
}
