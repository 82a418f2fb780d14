// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/psqlcommand.h"

#include "environments/connectionstring.h"
#include "environments/keywordpairs.h"
#include "environments/shellwords.h"
#include "environments/texts.h"

#include <QRegularExpression>

#include <algorithm>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

struct Option {
    QChar letter;
    QLatin1StringView name;
    QLatin1StringView keyword; // of libpq; empty: nothing that has to do with the address
};

// Those of psql that take a value; all others stand alone.
constexpr Option options[] = {
    {u'h', "host"_L1, "host"_L1},
    {u'p', "port"_L1, "port"_L1},
    {u'U', "username"_L1, "user"_L1},
    {u'd', "dbname"_L1, "dbname"_L1},
    {u'c', "command"_L1, {}},
    {u'f', "file"_L1, {}},
    {u'v', "set"_L1, {}},
    {u'v', "variable"_L1, {}},
    {u'o', "output"_L1, {}},
    {u'F', "field-separator"_L1, {}},
    {u'R', "record-separator"_L1, {}},
    {u'P', "pset"_L1, {}},
    {u'T', "table-attr"_L1, {}},
    {u'L', "log-file"_L1, {}},
};

// A call taken apart.
struct Call {
    QMap<QString, QString> variables;
    QString program;
    QStringList arguments;
};

Call callFrom(const QStringList &words)
{
    static const QRegularExpression assignment(uR"(^([A-Za-z_][A-Za-z0-9_]*)=(.*)$)"_s,
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QStringList skipped{u"$"_s, u"%"_s, u"#"_s, u">"_s, u"env"_s, u"export"_s}; // prompts too
    Call call;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (const auto match = assignment.match(words.at(i)); match.hasMatch()) {
            call.variables.insert(match.captured(1), match.captured(2));
        } else if (!skipped.contains(words.at(i))) {
            call.program = words.at(i).section(u'/', -1);
            call.arguments = words.sliced(i + 1);
            break;
        }
    }
    return call;
}

// Reads the arguments as getopt does.
class ArgumentReader final
{
public:
    explicit ArgumentReader(const QStringList &arguments)
        : m_arguments(arguments)
    {
    }

    QMap<QString, QString> read()
    {
        while (m_position < m_arguments.size()) {
            const QString argument = m_arguments.at(m_position++);
            if (argument.startsWith("--"_L1))
                readLong(argument.sliced(2));
            else if (argument.startsWith(u'-'))
                readShort(argument.sliced(1));
            else
                m_plain.append(argument);
        }
        // psql: [DATABASE [USER]], where -d has taken the place of the first.
        for (const QString &keyword : {u"dbname"_s, u"user"_s}) {
            if (!m_values.contains(keyword) && !m_plain.isEmpty())
                m_values.insert(keyword, m_plain.takeFirst());
        }
        return m_values;
    }

private:
    void readLong(const QString &text)
    {
        const auto *option = std::ranges::find(options, text.section(u'=', 0, 0), &Option::name);
        if (option != std::end(options))
            keep(*option, text.contains(u'=') ? text.section(u'=', 1) : next());
    }

    void readShort(const QString &letters)
    {
        for (qsizetype i = 0; i < letters.size(); ++i) {
            const auto *option = std::ranges::find(options, letters.at(i), &Option::letter);
            if (option == std::end(options))
                continue;
            keep(*option, i + 1 < letters.size() ? letters.sliced(i + 1) : next());
            return;
        }
    }

    QString next() { return m_position < m_arguments.size() ? m_arguments.at(m_position++) : QString(); }

    void keep(const Option &option, const QString &value)
    {
        if (!option.keyword.isEmpty())
            m_values.insert(option.keyword, value);
    }

    const QStringList &m_arguments;
    qsizetype m_position = 0;
    QMap<QString, QString> m_values;
    QStringList m_plain;
};

Result<ParsedAddress> parsePairs(const QMap<QString, QString> &values, const QString &source)
{
    KeywordPairs pairs;
    for (auto value = values.begin(); value != values.end(); ++value)
        pairs.append({value.key(), value.value()});
    return parseLibpqString(keywordString(pairs), source);
}

template <class T>
void prefer(T &target, const T &value)
{
    if (value != T())
        target = value;
}

// What the upper address says counts; the rest is that of the lower one.
ConnectionAddress laidOver(ConnectionAddress lower, const ConnectionAddress &upper)
{
    prefer(lower.host, upper.host);
    prefer(lower.port, upper.port);
    prefer(lower.database, upper.database);
    prefer(lower.user, upper.user);
    prefer(lower.password, upper.password);
    prefer(lower.tls, upper.tls);
    prefer(lower.rootCertificate, upper.rootCertificate);
    prefer(lower.channelBinding, upper.channelBinding);
    prefer(lower.applicationName, upper.applicationName);
    prefer(lower.connectTimeout, upper.connectTimeout);
    prefer(lower.keepAliveIdle, upper.keepAliveIdle);
    prefer(lower.keepAliveInterval, upper.keepAliveInterval);
    prefer(lower.keepAliveCount, upper.keepAliveCount);
    return lower;
}

std::optional<base::Error> complaintAbout(const ShellWords &words, const QString &source)
{
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    if (!words.isWhole)
        error.sentence = Text::tr("In %1 the closing quotation mark is missing.").arg(source);
    else if (!words.variables.isEmpty())
        error.sentence = Text::tr("%1 holds the variable “%2”, whose value only your shell knows.")
                             .arg(source, words.variables.constFirst());
    else
        return std::nullopt;
    return error;
}

} // namespace

bool isPsqlCommand(const QString &text)
{
    const QString program = callFrom(shellWordsOf(text).words).program;
    return program == "psql"_L1 || program == "psql.exe"_L1;
}

Result<ParsedAddress> parsePsqlCommand(const QString &text, const QString &source)
{
    const ShellWords words = shellWordsOf(text);
    if (const auto complaint = complaintAbout(words, source))
        return *complaint;
    const Call call = callFrom(words.words);
    QMap<QString, QString> values = ArgumentReader(call.arguments).read();
    // A database that is an address itself has the last word, then the options, then the variables.
    const QString database = values.value(u"dbname"_s);
    std::optional<Result<ParsedAddress>> inside;
    if (database.contains("://"_L1) || database.contains(u'=')) {
        values.remove(u"dbname"_s);
        inside = parseConnectionString(database, source);
        if (!*inside)
            return *inside;
    }
    Result<ParsedAddress> result = parseLibpqVariables(call.variables, source);
    const Result<ParsedAddress> given = parsePairs(values, source);
    if (!result || !given)
        return result ? given : result;
    result->address = laidOver(result->address, given->address);
    result->warnings += given->warnings;
    if (inside) {
        result->address = laidOver(result->address, (*inside)->address);
        result->warnings += (*inside)->warnings;
    }
    return result;
}

Result<ParsedAddress> parseLibpqVariables(const QMap<QString, QString> &variables, const QString &source)
{
    QMap<QString, QString> values;
    const QMap<QString, QString> keywords = libpqVariables();
    for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
        if (const QString keyword = keywords.value(variable.key()); !keyword.isEmpty())
            values.insert(keyword, variable.value());
    }
    return parsePairs(values, source);
}

} // namespace tusk::environments
