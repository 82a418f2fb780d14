// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/networkwatch.h"

#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>

namespace tusk::base
{

namespace
{

using namespace std::chrono_literals;

constexpr auto settlingTime = 150ms;

// Whether something may be reached that could not be before. Wireless devices tell of each scan with a link
// in which nothing has changed.
bool opensWay(const nlmsghdr &message, const char *content)
{
    if (message.nlmsg_type == RTM_NEWADDR || message.nlmsg_type == RTM_NEWROUTE)
        return true;
    ifinfomsg link{};
    if (message.nlmsg_type != RTM_NEWLINK || message.nlmsg_len < sizeof message + sizeof link)
        return false;
    std::memcpy(&link, content, sizeof link);
    return link.ifi_change != 0 && (link.ifi_flags & IFF_RUNNING) != 0;
}

bool opensWay(const char *messages, size_t size)
{
    nlmsghdr message{};
    while (size >= sizeof message) {
        std::memcpy(&message, messages, sizeof message);
        if (message.nlmsg_len < sizeof message || message.nlmsg_len > size)
            return false;
        if (opensWay(message, messages + sizeof message))
            return true;
        const size_t whole = (size_t(message.nlmsg_len) + NLMSG_ALIGNTO - 1) / NLMSG_ALIGNTO * NLMSG_ALIGNTO;
        messages += std::min(whole, size);
        size -= std::min(whole, size);
    }
    return false;
}

} // namespace

NetworkWatch::NetworkWatch(QObject *parent)
    : QObject(parent)
    , m_socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE))
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingTime);
    connect(&m_settling, &QTimer::timeout, this, &NetworkWatch::changed);
    listen();
}

NetworkWatch::~NetworkWatch() = default;

void NetworkWatch::listen()
{
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups =
        RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR | RTMGRP_IPV4_ROUTE | RTMGRP_IPV6_ROUTE;
    if (!m_socket.isOpen() ||
        ::bind(m_socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_socket.number(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &NetworkWatch::read);
}

void NetworkWatch::read()
{
    std::array<char, 16'384> buffer;
    bool isNew = false;
    for (;;) {
        const ssize_t size = ::recv(m_socket.number(), buffer.data(), buffer.size(), 0);
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0 && errno == ENOBUFS) { // more was told than there is room for
            isNew = true;
            continue;
        }
        if (size <= 0)
            break;
        isNew = isNew || opensWay(buffer.data(), static_cast<size_t>(size));
    }
    if (errno != EAGAIN && errno != EWOULDBLOCK)
        m_notifier->setEnabled(false);
    if (isNew && !m_settling.isActive())
        m_settling.start();
}

} // namespace tusk::base
