// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/todorules.h"

#include "base/nodestructor.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace tusk::domain
{

using base::Error;
using base::ErrorKind;
using base::Result;

namespace
{

// The sentences for one kind of text: translated as a whole, because other languages bend their nouns.
struct Wording {
    const char *blank = nullptr;
    const char *tooLong = nullptr;   // %n: how long it is, %1: how long it may be
    const char *forbidden = nullptr; // %1: which character, %2: at which place
    const char *unpaired = nullptr;  // %1: at which place
    const char *taken = nullptr;     // %1: the name
};

constexpr const char *context = "TodoRules";

constexpr Wording titleWording{
    QT_TRANSLATE_NOOP("TodoRules", "The title is blank."),
    QT_TRANSLATE_N_NOOP("TodoRules", "The title is too long: %n characters, at most %1 are possible."),
    QT_TRANSLATE_NOOP("TodoRules",
                      "Character %2 of the title is the control character %1, which cannot be kept."),
    QT_TRANSLATE_NOOP("TodoRules", "Character %1 of the title is damaged: only half of it is there."),
};
constexpr Wording listWording{
    QT_TRANSLATE_NOOP("TodoRules", "The name of the list is blank."),
    QT_TRANSLATE_N_NOOP("TodoRules",
                        "The name of the list is too long: %n characters, at most %1 are possible."),
    QT_TRANSLATE_NOOP(
        "TodoRules",
        "Character %2 of the name of the list is the control character %1, which cannot be kept."),
    QT_TRANSLATE_NOOP("TodoRules",
                      "Character %1 of the name of the list is damaged: only half of it is there."),
    QT_TRANSLATE_NOOP("TodoRules", "There is a list “%1” already; please choose another name."),
};
constexpr Wording tagWording{
    QT_TRANSLATE_NOOP("TodoRules", "The name of the tag is blank."),
    QT_TRANSLATE_N_NOOP("TodoRules",
                        "The name of the tag is too long: %n characters, at most %1 are possible."),
    QT_TRANSLATE_NOOP(
        "TodoRules",
        "Character %2 of the name of the tag is the control character %1, which cannot be kept."),
    QT_TRANSLATE_NOOP("TodoRules",
                      "Character %1 of the name of the tag is damaged: only half of it is there."),
    QT_TRANSLATE_NOOP("TodoRules", "There is a tag “%1” already; please choose another name."),
};
constexpr Wording notesWording{
    nullptr,
    QT_TRANSLATE_N_NOOP("TodoRules", "The notes are too long: %n KB, at most %1 KB are possible."),
    QT_TRANSLATE_NOOP("TodoRules",
                      "Character %2 of the notes is the control character %1, which cannot be kept."),
    QT_TRANSLATE_NOOP("TodoRules", "Character %1 of the notes is damaged: only half of it is there."),
};

Error invalid(const QString &sentence)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.sentence = sentence;
    return error;
}

QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate(context, text, nullptr, n);
}

Error tooLong(const Wording &wording, qsizetype length, qsizetype possible)
{
    return invalid(translated(wording.tooLong, int(length)).arg(possible));
}

bool isLineBreakOrTab(char32_t character)
{
    return (character >= U'\t' && character <= U'\r') || character == 0x85 || character == 0x2028 ||
           character == 0x2029;
}

bool isForbiddenInLine(char32_t character)
{
    return QChar::category(character) == QChar::Other_Control && !isLineBreakOrTab(character);
}

bool isForbiddenInNotes(char32_t character)
{
    return character == 0;
}

char32_t characterAt(const QString &text, qsizetype index)
{
    const QChar unit = text.at(index);
    if (unit.isHighSurrogate() && index + 1 < text.size() && text.at(index + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(unit, text.at(index + 1));
    return unit.unicode();
}

// About the first character that is refused or half of one; none where all is well. Counts code points
// from 1.
template <class Predicate>
std::optional<Error> characterError(const QString &text, const Wording &wording, Predicate isForbidden)
{
    int number = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char32_t character = characterAt(text, i);
        ++number;
        if (isForbidden(character)) {
            const QString name =
                QStringLiteral("U+%1").arg(uint(character), 4, 16, QLatin1Char('0')).toUpper();
            return invalid(translated(wording.forbidden).arg(name).arg(number));
        }
        if (QChar::isSurrogate(character))
            return invalid(translated(wording.unpaired).arg(number));
        if (QChar::requiresSurrogates(character))
            ++i;
    }
    return std::nullopt;
}

QString asOneLine(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral(" "));
    for (QChar &character : text) {
        if (isLineBreakOrTab(character.unicode()))
            character = u' ';
    }
    return text.trimmed();
}

bool isInvisible(QChar character)
{
    return character.isSpace() || character.category() == QChar::Other_Format;
}

qsizetype codePoints(const QString &text)
{
    return text.size() - std::ranges::count_if(text, [](QChar unit) { return unit.isLowSurrogate(); });
}

Result<QString> checkedLine(const QString &typed, const Wording &wording, int possible)
{
    if (const auto error = characterError(typed, wording, isForbiddenInLine))
        return *error;
    const QString line = asOneLine(typed);
    if (std::ranges::all_of(line, isInvisible))
        return invalid(translated(wording.blank));
    if (const qsizetype length = codePoints(line); length > possible)
        return tooLong(wording, length, possible);
    return line;
}

template <class Record>
Result<QString> checkedName(const QString &typed, const Wording &wording, decltype(Record::id) id,
                            const QList<Record> &all)
{
    Result<QString> name = checkedLine(typed, wording, maxNameLength);
    if (!name)
        return name;
    const auto taken = std::ranges::find_if(all, [&name, id](const Record &other) {
        return other.id != id && other.name.compare(*name, Qt::CaseInsensitive) == 0;
    });
    return taken == all.end() ? name : invalid(translated(wording.taken).arg(taken->name));
}

std::optional<Error> timeError(const When &when)
{
    if (!when.time) {
        if (when.zone.isEmpty())
            return std::nullopt;
        return invalid(QCoreApplication::translate(context, "A time zone needs a time of day."));
    }
    if (!when.time->isValid())
        return invalid(QCoreApplication::translate(context, "There is no such time of day."));
    if (when.zone.isEmpty())
        return invalid(QCoreApplication::translate(context, "A time of day needs a time zone."));
    if (!isKnownZone(when.zone)) {
        return invalid(QCoreApplication::translate(context, "There is no time zone “%1”.")
                           .arg(QString::fromUtf8(when.zone)));
    }
    return std::nullopt;
}

// Qt takes more than the names of the IANA database: paths, the regions that are folders there, its copies
// with and without leap seconds, which not every machine has, and offsets, whose sign PostgreSQL understands
// the other way round.
bool hasFormOfZone(const QByteArray &zone)
{
    static const base::NoDestructor<QRegularExpression> form(
        QStringLiteral(R"(\A(?!UTC[+-]|posix/|right/)[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*\z)"));
    return form->match(QString::fromUtf8(zone)).hasMatch();
}

// Any other word without a slash is a rule of POSIX to Qt, of a zone that keeps the time of Greenwich.
bool isShortName(QByteArrayView zone)
{
    static constexpr std::array<QByteArrayView, 44> names{
        "CET",       "CST6CDT",  "Cuba",    "EET",    "EST",       "EST5EDT", "Egypt",     "Eire",
        "GB",        "GB-Eire",  "GMT",     "GMT+0",  "GMT-0",     "GMT0",    "Greenwich", "HST",
        "Hongkong",  "Iceland",  "Iran",    "Israel", "Jamaica",   "Japan",   "Kwajalein", "Libya",
        "MET",       "MST",      "MST7MDT", "NZ",     "NZ-CHAT",   "Navajo",  "PRC",       "PST8PDT",
        "Poland",    "Portugal", "ROC",     "ROK",    "Singapore", "Turkey",  "UCT",       "UTC",
        "Universal", "W-SU",     "WET",     "Zulu"};
    return std::ranges::find(names, zone) != names.end();
}

} // namespace

bool isKnownZone(const QByteArray &zone)
{
    if (!zone.contains('/'))
        return isShortName(zone) && QTimeZone(zone).isValid();
    if (!hasFormOfZone(zone) || !QTimeZone(zone).isValid())
        return false;
    const QByteArray folder = zone + '/';
    return std::ranges::none_of(QTimeZone::availableTimeZoneIds(),
                                [&folder](const QByteArray &known) { return known.startsWith(folder); });
}

QList<QByteArray> knownZones()
{
    QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    zones.removeIf([](const QByteArray &zone) {
        return zone.contains('/') ? !hasFormOfZone(zone) : !isShortName(zone);
    });
    return zones;
}

Result<QString> checkedTitle(const QString &typed)
{
    return checkedLine(typed, titleWording, maxTitleLength);
}

Result<QString> checkedNotes(const QString &typed)
{
    if (const auto error = characterError(typed, notesWording, isForbiddenInNotes))
        return *error;
    QString notes = typed;
    notes.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    if (const qsizetype bytes = notes.toUtf8().size(); bytes > maxNotesBytes)
        return tooLong(notesWording, (bytes + 1023) / 1024, maxNotesBytes / 1024);
    return notes;
}

Result<QString> checkedListName(const QString &typed)
{
    return checkedLine(typed, listWording, maxNameLength);
}

Result<QString> checkedTagName(const QString &typed)
{
    return checkedLine(typed, tagWording, maxNameLength);
}

Result<QString> checkedListName(const QString &typed, ListId list, const QList<TodoList> &all)
{
    return checkedName(typed, listWording, list, all);
}

Result<QString> checkedTagName(const QString &typed, TagId tag, const QList<Tag> &all)
{
    return checkedName(typed, tagWording, tag, all);
}

Result<When> checkedWhen(const When &when)
{
    if (!when.date.isValid())
        return invalid(QCoreApplication::translate(context, "There is no such date."));
    if (when.date.year() < earliestYear || when.date.year() > latestYear) {
        return invalid(QCoreApplication::translate(context, "The year %1 is not possible, only %2 to %3 are.")
                           .arg(when.date.year())
                           .arg(earliestYear)
                           .arg(latestYear));
    }
    if (const auto error = timeError(when))
        return *error;
    return when;
}

} // namespace tusk::domain
