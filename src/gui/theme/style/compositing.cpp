// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/style/compositing.h"

#include <QGuiApplication>
#include <QLibrary>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace tusk::gui::compositing
{

#if QT_CONFIG(xcb)

namespace
{

// Of libxcb, which Qt has loaded when there is a connection; not worth a dependency of the build.
struct AtomReply {
    std::uint8_t type, unused;
    std::uint16_t sequence;
    std::uint32_t length, atom;
};
struct OwnerReply {
    std::uint8_t type, unused;
    std::uint16_t sequence;
    std::uint32_t length, owner;
};
struct Cookie {
    unsigned sequence;
};

struct Free {
    void operator()(void *memory) const { std::free(memory); }
};

template <class Reply, class Ask, class... Arguments>
std::unique_ptr<Reply, Free> ask(QLibrary &xcb, xcb_connection_t *connection, const char *call,
                                 const char *answer, Arguments... arguments)
{
    using Answer = Reply *(*)(xcb_connection_t *, Cookie, void *);
    const auto send = reinterpret_cast<Ask>(xcb.resolve(call));
    const auto receive = reinterpret_cast<Answer>(xcb.resolve(answer));
    if (!send || !receive)
        return nullptr;
    return std::unique_ptr<Reply, Free>(receive(connection, send(connection, arguments...), nullptr));
}

bool hasManager(xcb_connection_t *connection)
{
    using AskAtom = Cookie (*)(xcb_connection_t *, std::uint8_t, std::uint16_t, const char *);
    using AskOwner = Cookie (*)(xcb_connection_t *, std::uint32_t);
    QLibrary xcb(QStringLiteral("xcb"), 1);
    const char *selection = "_NET_WM_CM_S0";
    const auto atom =
        ask<AtomReply, AskAtom>(xcb, connection, "xcb_intern_atom", "xcb_intern_atom_reply", std::uint8_t(0),
                                static_cast<std::uint16_t>(std::strlen(selection)), selection);
    if (!atom)
        return false;
    const auto owner = ask<OwnerReply, AskOwner>(xcb, connection, "xcb_get_selection_owner",
                                                 "xcb_get_selection_owner_reply", atom->atom);
    return owner && owner->owner != 0;
}

} // namespace

bool isOn()
{
    if (QGuiApplication::platformName() != QLatin1StringView("xcb"))
        return true; // others hand out the interface too, with nothing behind it
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return !x11 || hasManager(x11->connection());
}

#else

bool isOn()
{
    return true;
}

#endif

} // namespace tusk::gui::compositing
