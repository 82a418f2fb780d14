// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

// The system's resolver as it is on some days, for the names below; all others are looked up as ever. Whoever
// wants it compiles fakeresolver.cpp into the test program, where it takes the place of the C library's
// getaddrinfo(), for libpq too. Thread: any.
namespace tusk::tests
{

inline constexpr char unknownHost[] = "unknown.example";   // nobody has this name
inline constexpr char deadNameHost[] = "dead.example";     // the name server is away, and that is known
inline constexpr char silentNameHost[] = "silent.example"; // the name server never answers

// Whether who asks for silentNameHost is held, which is so at first. false: those that are held are let go,
// waiting for that, and later ones are told that the name server is away.
void setNameServerSilent(bool silent);
[[nodiscard]] int heldLookUps(); // now

} // namespace tusk::tests
