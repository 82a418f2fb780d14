// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/findings.h"

#include "importer/texts.h"

#include <QStringConverter>

#include <algorithm>
#include <array>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

struct Wording {
    QLatin1StringView word;
    const char *sentence; // with %Ln
};

constexpr std::array wordings{
    Wording{"refused"_L1,
            QT_TRANSLATE_N_NOOP("Import", "%Ln todos break a rule of the database and were not taken.")},
    Wording{"blank_title"_L1,
            QT_TRANSLATE_N_NOOP("Import", "%Ln titles were blank and became “(no title)”.")},
    Wording{"long_title"_L1,
            QT_TRANSLATE_N_NOOP("Import", "%Ln titles were too long; they are whole in the notes.")},
    Wording{"title_of_lines"_L1,
            QT_TRANSLATE_N_NOOP("Import", "%Ln titles had several lines and became one.")},
    Wording{
        "control_characters"_L1,
        QT_TRANSLATE_N_NOOP("Import", "%Ln texts held invisible control characters, which were left out.")},
    Wording{
        "invalid_text"_L1,
        QT_TRANSLATE_N_NOOP("Import", "%Ln texts were damaged or in an old encoding and were converted.")},
    Wording{"bytes_as_text"_L1, QT_TRANSLATE_N_NOOP("Import", "%Ln texts were stored as plain bytes.")},
    Wording{"long_notes"_L1, QT_TRANSLATE_N_NOOP("Import", "%Ln notes were longer than 1 MB and were cut.")},
    Wording{"unreadable_time"_L1,
            QT_TRANSLATE_N_NOOP("Import", "%Ln dates or times make no sense and were left empty.")},
    Wording{"uncertain_state"_L1,
            QT_TRANSLATE_N_NOOP(
                "Import", "%Ln marks for done or open are unusual and were taken for the likelier one.")},
    Wording{"unknown_priority"_L1,
            QT_TRANSLATE_N_NOOP("Import", "%Ln priorities are unknown and became none.")},
    Wording{"missing_parent"_L1,
            QT_TRANSLATE_N_NOOP("Import",
                                "%Ln subtasks belong to a todo that is not there; they stand alone now.")},
    Wording{"deleted_parent"_L1,
            QT_TRANSLATE_N_NOOP(
                "Import", "%Ln subtasks belong to a todo that was deleted in Tusk; they stand alone now.")},
    Wording{"parent_in_circle"_L1,
            QT_TRANSLATE_N_NOOP("Import",
                                "%Ln subtasks belong to each other in a circle; they stand alone now.")},
    Wording{
        "missing_list"_L1,
        QT_TRANSLATE_N_NOOP(
            "Import", "%Ln todos belong to a list that is not there; they were taken as todos without one.")},
    Wording{"repeated_id"_L1,
            QT_TRANSLATE_N_NOOP("Import", "%Ln todos had the id of another one; all of them were taken.")},
    Wording{"missing_id"_L1, QT_TRANSLATE_N_NOOP("Import", "%Ln todos had no id.")},
    Wording{
        "unknown_repeat"_L1,
        QT_TRANSLATE_N_NOOP("Import", "%Ln rules of repeating are not understood; they are in the notes.")},
    Wording{
        "partial_repeat"_L1,
        QT_TRANSLATE_N_NOOP(
            "Import", "%Ln rules of repeating could be taken in part only; they are whole in the notes.")},
    Wording{"repeat_from_done"_L1,
            QT_TRANSLATE_N_NOOP("Import", "%Ln todos repeated a while after they were done; that was not "
                                          "taken, so they repeat from the day when they are due.")},
    Wording{
        "uncertain_tags"_L1,
        QT_TRANSLATE_N_NOOP(
            "Import", "%Ln lists of tags are written in an unusual way and were taken for the likeliest.")},
    Wording{"assumed_time"_L1,
            QT_TRANSLATE_N_NOOP("Import", "%Ln times of creation, change or completion make no sense; other "
                                          "times of the todo or that of the import stand for them.")},
    Wording{"long_name"_L1,
            QT_TRANSLATE_N_NOOP("Import",
                                "%Ln names of lists or tags were too long; they are whole in the notes.")},
    Wording{"cancelled"_L1, QT_TRANSLATE_N_NOOP("Import", "%Ln cancelled todos became completed ones.")},
    Wording{"archived"_L1, QT_TRANSLATE_N_NOOP("Import", "%Ln archived todos became completed ones.")},
    Wording{"stray_completion"_L1,
            QT_TRANSLATE_N_NOOP("Import", "%Ln open todos had a time of completion, which was not taken.")},
    Wording{"bytes_left_out"_L1,
            QT_TRANSLATE_N_NOOP("Import", "%Ln pictures or other values that are no text were not taken.")},
    Wording{"skipped_hour"_L1,
            QT_TRANSLATE_N_NOOP("Import",
                                "%Ln times lie in an hour that the clocks of their zone left out when "
                                "summer began; they are an hour later now.")},
    Wording{"unknown_zone"_L1,
            QT_TRANSLATE_N_NOOP("Import", "%Ln times are in a zone that nobody knows; they stay as they are "
                                          "written, as if they were in yours.")}};

constexpr std::array outcomes{
    QT_TRANSLATE_NOOP("Import", "no todo may have that: it was not taken"),
    QT_TRANSLATE_NOOP("Import", "blank: it became “(no title)”"),
    QT_TRANSLATE_NOOP("Import", "too long: the whole title is in the notes"),
    QT_TRANSLATE_NOOP("Import", "several lines became one"),
    QT_TRANSLATE_NOOP("Import", "invisible characters were left out"),
    QT_TRANSLATE_NOOP("Import", "damaged or in an old encoding: converted"),
    QT_TRANSLATE_NOOP("Import", "stored as plain bytes: read as text"),
    QT_TRANSLATE_NOOP("Import", "longer than 1 MB: cut"),
    QT_TRANSLATE_NOOP("Import", "no date or time: left empty"),
    QT_TRANSLATE_NOOP("Import", "an unusual mark: the likelier of done and open"),
    QT_TRANSLATE_NOOP("Import", "unknown priority: none"),
    QT_TRANSLATE_NOOP("Import", "its parent is not there: it stands alone"),
    QT_TRANSLATE_NOOP("Import", "its parent was deleted in Tusk: it stands alone"),
    QT_TRANSLATE_NOOP("Import", "subtasks in a circle: it stands alone"),
    QT_TRANSLATE_NOOP("Import", "its list is not there: taken as a todo without one"),
    QT_TRANSLATE_NOOP("Import", "the number of another todo: it got its own"),
    QT_TRANSLATE_NOOP("Import", "no number: it got one"),
    QT_TRANSLATE_NOOP("Import", "no rule of repeating: it is in the notes"),
    QT_TRANSLATE_NOOP("Import", "more than a rule of repeating can say: it is whole in the notes"),
    QT_TRANSLATE_NOOP("Import", "counted from the day it was done: it repeats from the day when it is due"),
    QT_TRANSLATE_NOOP("Import", "an unusual list of tags: the likeliest"),
    QT_TRANSLATE_NOOP("Import", "no date or time: another one stands for it"),
    QT_TRANSLATE_NOOP("Import", "too long a name: it is whole in the notes"),
    QT_TRANSLATE_NOOP("Import", "cancelled: it became completed"),
    QT_TRANSLATE_NOOP("Import", "archived: it became completed"),
    QT_TRANSLATE_NOOP("Import", "open, with a time of completion: that was not taken"),
    QT_TRANSLATE_NOOP("Import", "no text: not taken"),
    QT_TRANSLATE_NOOP("Import", "an hour that the clocks left out in spring: an hour later"),
    QT_TRANSLATE_NOOP("Import", "an unknown zone: as it is written")};
constexpr size_t kinds = size_t(RepairKind::UnknownZone) + 1; // the last of them
static_assert(wordings.size() == kinds);
static_assert(outcomes.size() == kinds);

// Bytes that are no UTF-8, and U+0000, which PostgreSQL takes in no text, as \xNN: so nothing of them is
// lost.
QString asJsonText(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (!decoder.hasError())
        return QString(text).replace(QChar(u'\0'), R"(\x00)"_L1);
    QString escaped;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        escaped += code >= 0x20 && code < 0x7f && byte != '\\'
                       ? QString(QLatin1Char(byte))
                       : u"\\x%1"_s.arg(code, 2, 16, QLatin1Char('0'));
    }
    return escaped;
}

// A megabyte each would be too much. It is cut at the end of a character, so that text stays text.
QByteArray beginningOf(const QByteArray &original)
{
    constexpr qsizetype most = 2000;
    constexpr qsizetype longestCharacter = 4;
    if (original.size() <= most)
        return original;
    qsizetype end = most;
    while (end > most - longestCharacter && (static_cast<unsigned char>(original.at(end)) & 0xc0U) == 0x80U)
        --end;
    return original.first(end);
}

} // namespace

QString wordFor(RepairKind kind)
{
    return wordings[size_t(kind)].word;
}

std::optional<RepairKind> repairNamed(QStringView word)
{
    const auto *found =
        std::ranges::find_if(wordings, [word](const Wording &wording) { return word == wording.word; });
    return found == wordings.end() ? std::nullopt : std::optional(RepairKind(found - wordings.begin()));
}

QString sentenceFor(RepairKind kind, qint64 count)
{
    return QCoreApplication::translate("Import", wordings[size_t(kind)].sentence, nullptr, int(count));
}

QString outcomeFor(RepairKind kind)
{
    return QCoreApplication::translate("Import", outcomes[size_t(kind)]);
}

QString outcomeFor(QStringView word)
{
    const auto kind = repairNamed(word);
    return kind ? outcomeFor(*kind) : QString();
}

bool losesText(RepairKind kind)
{
    return kind == RepairKind::LongNotes || kind == RepairKind::Refused;
}

QJsonObject toJson(const Repair &repair)
{
    return {{u"repair"_s, wordFor(repair.kind)},
            {u"row"_s, QString::fromUtf8(repair.sourceId)},
            {u"column"_s, repair.column},
            {u"original"_s, asJsonText(repair.original)},
            {u"todo"_s, repair.todo}};
}

std::optional<Repair> repairFrom(const QJsonObject &json)
{
    const auto kind = repairNamed(json.value("repair"_L1).toString());
    if (!kind)
        return std::nullopt;
    return Repair{.kind = *kind,
                  .sourceId = json.value("row"_L1).toString().toUtf8(),
                  .column = json.value("column"_L1).toString(),
                  .original = json.value("original"_L1).toString().toUtf8(),
                  .todo = json.value("todo"_L1).toString()};
}

Findings::Findings(const QString &path)
    : m_lines(path)
{
}

void Findings::add(const Repair &repair)
{
    ++m_counts[repair.kind];
    if (repair.kind != RepairKind::Refused && (repair.sourceId != m_lastRow || m_repairedRows == 0)) {
        ++m_repairedRows;
        m_lastRow = repair.sourceId;
    }
    const bool isNamed = repair.kind == RepairKind::Refused && m_counts[repair.kind] <= mostRefused;
    if (m_first.size() < mostAtHand || isNamed) {
        Repair shortened = repair;
        shortened.original = beginningOf(repair.original);
        m_first.append(shortened);
    }
    if (m_lines.isWanted())
        m_lines.add(toJson(repair));
}

base::Result<void> Findings::flush()
{
    return m_lines.flush(Text::tr("There is not enough room on the disk for the list of repairs."));
}

} // namespace tusk::importer
