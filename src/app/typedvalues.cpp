// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/typedvalues.h"

#include "app/texts.h"
#include "domain/todorules.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QTimeZone>

#include <array>
#include <cstdio>

namespace tusk::app
{

namespace
{

using namespace Qt::StringLiterals;
using domain::Priority;
using domain::When;

base::Error invalid(const QString &sentence)
{
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    error.sentence = sentence;
    return error;
}

base::Error noDate(const QString &typed, const QString &option)
{
    return invalid(Text::tr("“%1” after %2 is no date; possible are YYYY-MM-DD, “YYYY-MM-DD HH:MM”, today "
                            "and tomorrow.")
                       .arg(typed, option));
}

base::Result<When> checked(const When &when, const QString &typed, const QString &option)
{
    base::Result<When> result = domain::checkedWhen(when);
    if (result)
        return result;
    base::Error error = result.error();
    error.sentence = Text::tr("“%1” after %2 is not possible: %3").arg(typed, option, error.sentence);
    return error;
}

} // namespace

base::Result<When> whenFrom(const QString &typed, const QString &option, const base::Clock &clock)
{
    const QString text = typed.trimmed();
    if (text.compare("today"_L1, Qt::CaseInsensitive) == 0)
        return When{clock.today(), std::nullopt, {}};
    if (text.compare("tomorrow"_L1, Qt::CaseInsensitive) == 0)
        return When{clock.today().addDays(1), std::nullopt, {}};

    static const QRegularExpression form(
        uR"(\A([0-9]{4,6})-([0-9]{2})-([0-9]{2})(?:[ T]([0-9]{2}):([0-9]{2}))?\z)"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return noDate(typed, option);
    When when;
    when.date = QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (match.hasCaptured(4)) {
        when.time = QTime(match.captured(4).toInt(), match.captured(5).toInt());
        when.zone = QTimeZone::systemTimeZoneId();
    }
    return checked(when, typed, option);
}

base::Result<std::optional<When>> optionalWhenFrom(const QString &typed, const QString &option,
                                                   const base::Clock &clock)
{
    if (typed.trimmed().compare("none"_L1, Qt::CaseInsensitive) == 0)
        return std::optional<When>();
    const base::Result<When> when = whenFrom(typed, option, clock);
    if (!when)
        return when.error();
    return std::optional<When>(*when);
}

base::Result<Priority> priorityFrom(const QString &typed)
{
    static constexpr std::array words{"none"_L1, "low"_L1, "medium"_L1, "high"_L1};
    const QString text = typed.trimmed();
    for (size_t i = 0; i < words.size(); ++i) {
        if (text.compare(words[i], Qt::CaseInsensitive) == 0 || text == QString::number(i))
            return static_cast<Priority>(i);
    }
    return invalid(
        Text::tr("“%1” is no priority; possible are none, low, medium and high, or 0 to 3.").arg(typed));
}

base::Result<QString> notesFrom(const QString &typed)
{
    if (typed != u'-')
        return domain::checkedNotes(typed);
    // Line ends of two bytes become one, so twice as much may turn out to fit.
    const std::optional<QByteArray> bytes = standardInput(2 * domain::maxNotesBytes);
    if (!bytes)
        return invalid(Text::tr("The notes are too long: at most %1 KB are possible.")
                           .arg(domain::maxNotesBytes / 1024));
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString notes = decode(*bytes);
    if (decode.hasError())
        return invalid(
            Text::tr("The notes are damaged: what came from standard input is not text in UTF-8."));
    return domain::checkedNotes(notes);
}

std::optional<QByteArray> standardInput(qsizetype most)
{
    QByteArray bytes(most + 1, Qt::Uninitialized);
    bytes.truncate(
        static_cast<qsizetype>(std::fread(bytes.data(), 1, static_cast<size_t>(bytes.size()), stdin)));
    return bytes.size() > most ? std::nullopt : std::optional(bytes);
}

} // namespace tusk::app
