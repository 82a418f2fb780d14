// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/text/textstream.h"

#include <QByteArray>
#include <QByteArrayView>

namespace tusk::importer
{

// The bytes of a text for who reads them one after another, a portion of them in memory at a time.
class Portions final
{
public:
    explicit Portions(TextStream &text)
        : m_text(text)
    {
    }
    Q_DISABLE_COPY_MOVE(Portions)

    [[nodiscard]] bool isUsedUp() const { return m_at >= m_portion.size(); } // fill() has to come first
    // The next portion in place of this one. False: the text has no more.
    [[nodiscard]] base::Result<bool> fill()
    {
        const auto portion = m_text.next();
        if (!portion)
            return portion.error();
        m_portion = *portion;
        m_at = 0;
        return !m_portion.isEmpty();
    }

    [[nodiscard]] QByteArrayView rest() const { return QByteArrayView(m_portion).sliced(m_at); }
    [[nodiscard]] char take() { return m_portion.at(m_at++); }
    void skip(qsizetype count) { m_at += count; }
    // To be read again, before the rest.
    void giveBack(const QByteArray &bytes)
    {
        m_portion = bytes + m_portion.sliced(m_at);
        m_at = 0;
    }
    [[nodiscard]] const QString &file() const { return m_text.file(); }

private:
    TextStream &m_text;
    QByteArray m_portion;
    qsizetype m_at = 0;
};

} // namespace tusk::importer
