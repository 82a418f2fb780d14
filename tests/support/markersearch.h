// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tusk::tests
{

// Looks for a secret in every place where it must never be. Give a test a password that stands nowhere else,
// let everything go wrong, and then look. Finds it plain, percent-encoded and in base64.
class MarkerSearch final
{
public:
    explicit MarkerSearch(const QString &marker);

    // Names and contents of all files below, hidden ones and those in hidden folders included.
    void lookInFolder(const QString &path);
    void lookInText(const QString &where, const QString &text);
    void lookInBytes(const QString &where, const QByteArray &bytes);
    // Of every process on this machine that may be read.
    void lookInCommandLines();

    // Where it was found; empty is good.
    [[nodiscard]] const QStringList &findings() const { return m_findings; }
    [[nodiscard]] int placesLookedAt() const { return m_places; }

private:
    QList<QByteArray> m_forms;
    QStringList m_findings;
    int m_places = 0;
};

// Everything that Qt's messages say during its life, whoever else hears them. One at a time.
class MessageRecord final
{
public:
    MessageRecord();
    ~MessageRecord();
    Q_DISABLE_COPY_MOVE(MessageRecord)

    [[nodiscard]] QString text() const;
};

} // namespace tusk::tests
