// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/shellwords.h"

#include <QRegularExpression>

namespace tusk::environments
{

using namespace Qt::StringLiterals;

namespace
{

class ShellReader final
{
public:
    explicit ShellReader(const QString &text)
        : m_text(text)
    {
    }

    ShellWords read()
    {
        while (m_position < m_text.size())
            readNext();
        endWord();
        return m_result;
    }

private:
    void readNext()
    {
        const QChar character = m_text.at(m_position++);
        if (character.isSpace())
            endWord();
        else if (character == u'\'')
            readPlainQuotation();
        else if (character == u'"')
            readQuotation();
        else if (character == u'\\')
            readEscaped(false);
        else
            add(character);
    }

    void readPlainQuotation()
    {
        m_inWord = true;
        const qsizetype end = m_text.indexOf(u'\'', m_position);
        m_result.isWhole = end >= 0;
        const qsizetype stop = end < 0 ? m_text.size() : end;
        m_word += m_text.sliced(m_position, stop - m_position);
        m_position = stop + 1;
    }

    void readQuotation()
    {
        m_inWord = true;
        while (m_position < m_text.size()) {
            const QChar character = m_text.at(m_position++);
            if (character == u'"')
                return;
            if (character == u'\\')
                readEscaped(true);
            else
                add(character);
        }
        m_result.isWhole = false;
    }

    // Behind a backslash. Between quotation marks it means something before few characters only.
    void readEscaped(bool inQuotation)
    {
        if (m_position >= m_text.size())
            return;
        const QChar character = m_text.at(m_position++);
        if (character == u'\n')
            return;
        m_inWord = true;
        if (inQuotation && !u"$`\"\\"_s.contains(character))
            m_word += u'\\';
        m_word += character;
    }

    void add(QChar character)
    {
        static const QRegularExpression variable(uR"(\{?([A-Za-z_][A-Za-z0-9_]*))"_s);
        m_inWord = true;
        m_word += character;
        if (character != u'$')
            return;
        const auto match = variable.match(m_text, m_position, QRegularExpression::NormalMatch,
                                          QRegularExpression::AnchorAtOffsetMatchOption);
        if (match.hasMatch())
            m_result.variables.append(match.captured(1));
    }

    void endWord()
    {
        if (m_inWord)
            m_result.words.append(m_word);
        m_word.clear();
        m_inWord = false;
    }

    const QString &m_text;
    qsizetype m_position = 0;
    QString m_word;
    bool m_inWord = false; // also an empty one between quotation marks
    ShellWords m_result;
};

} // namespace

ShellWords shellWordsOf(const QString &text)
{
    return ShellReader(text).read();
}

} // namespace tusk::environments
