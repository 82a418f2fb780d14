// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/dotenv.h"

#include "environments/texts.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace tusk::environments
{

using namespace Qt::StringLiterals;

namespace
{

QString withEscapes(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'\\' || i + 1 == text.size()) {
            result += text.at(i);
            continue;
        }
        switch (const QChar character = text.at(++i); character.unicode()) {
        case u'n':
            result += u'\n';
            break;
        case u'r':
            result += u'\r';
            break;
        case u't':
            result += u'\t';
            break;
        case u'\\':
        case u'"':
        case u'$':
            result += character;
            break;
        default:
            result += u'\\';
            result += character;
        }
    }
    return result;
}

QString variableIn(const QString &text)
{
    static const QRegularExpression reference(uR"((?<!\\)\$\{([A-Za-z_][A-Za-z0-9_]*)[^}]*\})"_s);
    return reference.match(text).captured(1);
}

class DotEnvReader final
{
public:
    explicit DotEnvReader(const QString &text)
        : m_text(text)
    {
    }

    DotEnv read()
    {
        static const QRegularExpression nothing(uR"([ \t]*(#[^\n]*)?(\n|$))"_s);
        static const QRegularExpression name(uR"([ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.]*)[ \t]*=)"_s);
        while (m_position < m_text.size()) {
            const int line = m_line;
            if (!take(nothing).hasMatch()) {
                const auto match = take(name);
                if (!match.hasMatch() || !readValue(match.captured(1), line)) {
                    m_result.badLines.append(line);
                    static const QRegularExpression rest(uR"([^\n]*(\n|$))"_s);
                    take(rest);
                }
            }
        }
        return m_result;
    }

private:
    QRegularExpressionMatch take(const QRegularExpression &pattern)
    {
        auto match = pattern.match(m_text, m_position, QRegularExpression::NormalMatch,
                                   QRegularExpression::AnchorAtOffsetMatchOption);
        if (match.hasMatch()) {
            m_line += static_cast<int>(match.capturedView().count(u'\n'));
            m_position = match.capturedEnd();
        }
        return match;
    }

    bool readValue(const QString &name, int line)
    {
        static const QRegularExpression plain(uR"([ \t]*'([^']*)'[ \t]*(?:#[^\n]*)?(?:\n|$))"_s);
        static const QRegularExpression back(uR"([ \t]*`([^`]*)`[ \t]*(?:#[^\n]*)?(?:\n|$))"_s);
        static const QRegularExpression escaped(
            uR"re([ \t]*"((?:\\.|[^"\\])*)"[ \t]*(?:#[^\n]*)?(?:\n|$))re"_s,
            QRegularExpression::DotMatchesEverythingOption);
        // A # begins a comment behind a blank only: it may be part of a password.
        static const QRegularExpression bare(
            uR"(((?:(?![ \t]+#)[ \t]*[^\s"'`](?:(?![ \t]+#)[^\n])*)?)[ \t]*(?:#[^\n]*)?(?:\n|$))"_s);
        for (const QRegularExpression *form : {&plain, &back}) {
            if (const auto match = take(*form); match.hasMatch())
                return add(name, match.captured(1), {}, line);
        }
        if (const auto match = take(escaped); match.hasMatch())
            return add(name, withEscapes(match.captured(1)), variableIn(match.captured(1)), line);
        if (const auto match = take(bare); match.hasMatch())
            return add(name, match.captured(1).trimmed(), variableIn(match.captured(1)), line);
        return false;
    }

    bool add(const QString &name, const QString &value, const QString &variable, int line)
    {
        m_result.entries.append({name, value, line, variable});
        return true;
    }

    const QString &m_text;
    qsizetype m_position = 0;
    int m_line = 1;
    DotEnv m_result;
};

} // namespace

const DotEnvEntry *DotEnv::find(QLatin1StringView name) const
{
    const auto found = std::find_if(entries.crbegin(), entries.crend(),
                                    [name](const DotEnvEntry &entry) { return entry.name == name; });
    return found == entries.crend() ? nullptr : &*found;
}

DotEnv parseDotEnv(const QString &text)
{
    QString lines = text;
    lines.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return DotEnvReader(lines).read();
}

base::Result<QString> textOfFile(const QByteArray &bytes)
{
    QStringDecoder decode(QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8),
                          QStringDecoder::Flag::Stateless);
    const QString text = decode(bytes);
    if (!decode.hasError() && !text.contains(QChar::Null))
        return text;
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    error.sentence = Text::tr("This is no text file.");
    return error;
}

} // namespace tusk::environments
