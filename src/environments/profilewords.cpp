// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/profilewords.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace tusk::environments
{

using namespace Qt::StringLiterals;

namespace
{

template <class T>
struct Word {
    T value;
    QLatin1StringView word;
};

constexpr Word<EnvironmentKind> kinds[] = {
    {EnvironmentKind::Local, "local"_L1},
    {EnvironmentKind::Development, "development"_L1},
    {EnvironmentKind::Staging, "staging"_L1},
    {EnvironmentKind::Production, "production"_L1},
};

constexpr Word<TlsMode> tlsModes[] = {
    {TlsMode::Disable, "disable"_L1},    {TlsMode::Allow, "allow"_L1},
    {TlsMode::Prefer, "prefer"_L1},      {TlsMode::Require, "require"_L1},
    {TlsMode::VerifyCa, "verify-ca"_L1}, {TlsMode::VerifyFull, "verify-full"_L1},
};

constexpr Word<ChannelBinding> bindings[] = {
    {ChannelBinding::Disable, "disable"_L1},
    {ChannelBinding::Prefer, "prefer"_L1},
    {ChannelBinding::Require, "require"_L1},
};

constexpr Word<SecretSource::Kind> sources[] = {
    {SecretSource::Kind::None, "none"_L1},
    {SecretSource::Kind::Keychain, "keychain"_L1},
    {SecretSource::Kind::ThisRun, "this-run"_L1},
    {SecretSource::Kind::Variable, "variable"_L1},
    {SecretSource::Kind::LibpqFiles, "libpq-files"_L1},
};

// In a name, the kind first that asks for most care.
constexpr Word<EnvironmentKind> tellingWords[] = {
    {EnvironmentKind::Production, "production"_L1}, {EnvironmentKind::Production, "prod"_L1},
    {EnvironmentKind::Production, "live"_L1},       {EnvironmentKind::Staging, "staging"_L1},
    {EnvironmentKind::Staging, "stage"_L1},         {EnvironmentKind::Staging, "test"_L1},
    {EnvironmentKind::Staging, "testing"_L1},       {EnvironmentKind::Staging, "preview"_L1},
    {EnvironmentKind::Local, "local"_L1},           {EnvironmentKind::Local, "localhost"_L1},
};

template <class T, size_t N>
QString wordOf(T value, const Word<T> (&words)[N])
{
    return std::ranges::find(words, value, &Word<T>::value)->word;
}

template <class T, size_t N>
std::optional<T> valueOf(QStringView text, const Word<T> (&words)[N])
{
    const auto *found = std::ranges::find_if(
        words, [text](const Word<T> &word) { return text.compare(word.word, Qt::CaseInsensitive) == 0; });
    return found == std::end(words) ? std::nullopt : std::optional(found->value);
}

} // namespace

QString wordFor(EnvironmentKind kind)
{
    return wordOf(kind, kinds);
}

QString wordFor(TlsMode mode)
{
    return wordOf(mode, tlsModes);
}

QString wordFor(ChannelBinding binding)
{
    return wordOf(binding, bindings);
}

QString wordFor(SecretSource::Kind source)
{
    return wordOf(source, sources);
}

std::optional<EnvironmentKind> kindFrom(QStringView word)
{
    return valueOf(word, kinds);
}

std::optional<TlsMode> tlsModeFrom(QStringView word)
{
    return valueOf(word, tlsModes);
}

std::optional<ChannelBinding> channelBindingFrom(QStringView word)
{
    return valueOf(word, bindings);
}

std::optional<SecretSource::Kind> secretSourceFrom(QStringView word)
{
    return valueOf(word, sources);
}

EnvironmentKind guessedKind(const QString &name)
{
    static const QRegularExpression between(u"[^\\p{L}]+"_s);
    const QStringList words = name.split(between, Qt::SkipEmptyParts);
    const auto *found = std::ranges::find_if(tellingWords, [&words](const Word<EnvironmentKind> &telling) {
        return words.contains(telling.word, Qt::CaseInsensitive);
    });
    return found == std::end(tellingWords) ? EnvironmentKind::Development : found->value;
}

} // namespace tusk::environments
