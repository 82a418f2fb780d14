// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "architecture/sourcetext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

class SourceReader final
{
public:
    explicit SourceReader(const QString &content)
        : m_content(content)
    {
    }

    SourceText read()
    {
        while (m_position < m_content.size()) {
            if (startsWith("//"_L1))
                skipTo(u"\n"_s, 0);
            else if (startsWith("/*"_L1))
                skipTo(u"*/"_s, 2);
            else if (startsWith("R\""_L1))
                takeRawString();
            else if (startsWith("\""_L1))
                takeString();
            else if (startsWith("'"_L1) && !isDigitSeparator())
                skipCharacter();
            else
                takeCode();
        }
        return m_result;
    }

private:
    [[nodiscard]] bool startsWith(QLatin1StringView text) const
    {
        return QStringView(m_content).sliced(m_position).startsWith(text);
    }

    [[nodiscard]] bool isDigitSeparator() const // 10'000
    {
        return m_position > 0 && m_content.at(m_position - 1).isLetterOrNumber();
    }

    void takeCode()
    {
        const QChar next = m_content.at(m_position++);
        m_result.code += next;
        if (next == u'\n')
            ++m_line;
    }

    // Up to the text and as much of it; keeps the line ends.
    void skipTo(const QString &text, qsizetype behind)
    {
        const qsizetype found = m_content.indexOf(text, m_position);
        advance((found < 0 ? m_content.size() : found + behind) - m_position);
    }

    void advance(qsizetype size)
    {
        const qsizetype lines = QStringView(m_content).sliced(m_position, size).count(u'\n');
        m_result.code += QString(lines, u'\n');
        m_line += static_cast<int>(lines);
        m_position += size;
    }

    void skipCharacter()
    {
        const qsizetype start = m_position++;
        while (m_position < m_content.size() && m_content.at(m_position) != u'\'')
            m_position += m_content.at(m_position) == u'\\' ? 2 : 1;
        m_position = std::min(m_position + 1, m_content.size());
        Q_ASSERT(m_position > start);
    }

    void takeString()
    {
        qsizetype end = m_position + 1;
        while (end < m_content.size() && m_content.at(end) != u'"')
            end += m_content.at(end) == u'\\' ? 2 : 1;
        take(m_position + 1, std::min(end, m_content.size()), 1);
    }

    void takeRawString()
    {
        const qsizetype open = m_content.indexOf(u'(', m_position);
        const QString delimiter = m_content.sliced(m_position + 2, open - m_position - 2);
        const qsizetype close = m_content.indexOf(u')' + delimiter + u'"', open);
        take(open + 1, close < 0 ? m_content.size() : close, delimiter.size() + 2);
    }

    // The literal from begin to end, behind which closing characters follow.
    void take(qsizetype begin, qsizetype end, qsizetype closing)
    {
        static const QRegularExpression directlyBehindAnother(u"\"\"(_s|_L1)?\\s*u?$"_s);
        const QString text = m_content.sliced(begin, end - begin);
        const bool continues = !m_result.literals.isEmpty() && m_result.code.contains(directlyBehindAnother);
        if (continues)
            m_result.literals.last().text += text;
        else
            m_result.literals.append({m_line, text});
        advance(std::min(end + closing, m_content.size()) - m_position);
        m_result.code += "\"\""_L1;
    }

    const QString &m_content;
    qsizetype m_position = 0;
    int m_line = 1;
    SourceText m_result;
};

} // namespace

SourceText readSource(const QString &content)
{
    return SourceReader(content).read();
}

} // namespace tusk::tests
