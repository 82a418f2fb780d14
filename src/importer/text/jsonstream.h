// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/text/textstream.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace tusk::importer
{

// Takes the object that a JSON file is apart without holding it: the elements of its arrays one after
// another, and its other members whole. Whether they are good JSON is for whoever parses them.
class JsonStream final
{
public:
    // member: its name. value: of an array, one element; the bytes are gone afterwards.
    using Take = std::function<base::Result<void>(const QByteArray &member, QByteArrayView value)>;

    JsonStream(TextStream &text, Take take)
        : m_text(text)
        , m_take(std::move(take))
    {
    }
    Q_DISABLE_COPY_MOVE(JsonStream)

    // Error: the file ends before the object does, something follows it, or what take says.
    [[nodiscard]] base::Result<void> run();

private:
    enum class Expect { Object, Name, Colon, Value, Element, Nothing };

    [[nodiscard]] base::Result<void> take(char byte);
    [[nodiscard]] base::Result<void> takeOutside(char byte);
    [[nodiscard]] base::Result<void> takeInside(char byte);
    [[nodiscard]] base::Result<void> endValue();
    void beginValue(char byte);
    [[nodiscard]] base::Error wrong(const QString &what) const;

    TextStream &m_text;
    const Take m_take;
    Expect m_expect = Expect::Object;
    QByteArray m_member;
    QByteArray m_value; // a name or value under way
    bool m_isInValue = false;
    bool m_isString = false;
    bool m_isEscaped = false;
    int m_depth = 0; // of brackets within the value
    qint64 m_bytes = 0;
};

} // namespace tusk::importer
