// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/values/wordvalue.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using StateKind = StateValue::Kind;

namespace
{

// Whole words only, in lower case, with blanks for every sign: “incomplete” is not complete. Blanks do not
// count: “NotStarted” and “not_started” are “not started”.
constexpr auto openWords =
    std::to_array<std::string_view>({"false",        "f",          "no",           "n",
                                     "off",          "open",       "todo",         "pending",
                                     "active",       "new",        "not started",  "incomplete",
                                     "not done",     "undone",     "waiting for",  "waiting on others",
                                     "in progress",  "doing",      "started",      "waiting",
                                     "next",         "inbox",      "someday",      "backlog",
                                     "scheduled",    "planned",    "blocked",      "on hold",
                                     "review",       "recurring",  "needs action", "in process",
                                     "unchecked",    "offen",      "in arbeit",    "nein",
                                     "pendiente",    "pendente",   "en progreso",  "em andamento",
                                     "abierto",      "a faire",    "à faire",      "en cours",
                                     "non",          "não",        "reference",    "not completed",
                                     "ongoing",      "paused",     "unfinished",   "uncompleted",
                                     "not finished", "in review",  "overdue",      "upcoming",
                                     "deferred",     "delayed",    "wartend",      "nicht erledigt",
                                     "en curso",     "en proceso", "por hacer",    "a fazer",
                                     "en attente",   "en pause"});
constexpr auto doneWords =
    std::to_array<std::string_view>({"true",      "t",         "yes",        "y",
                                     "on",        "x",         "done",       "complete",
                                     "completed", "finished",  "closed",     "checked",
                                     "resolved",  "erledigt",  "fertig",     "abgeschlossen",
                                     "ja",        "hecho",     "completado", "completada",
                                     "terminado", "terminada", "concluído",  "concluída",
                                     "concluido", "concluida", "feito",      "feita",
                                     "terminé",   "terminée",  "fait",       "faite",
                                     "oui",       "sí",        "sim",        "ok",
                                     "completo",  "completa",  "finalizado", "finalizada",
                                     "achevé",    "achevée",   "realizado",  "realizada"});
// The same in the languages whose headings are known: what spreadsheets show for true and false, yes and no,
// and what people choose there.
constexpr auto openWordsElsewhere = std::to_array<std::string_view>({"falsch",
                                                                     "faux",
                                                                     "falso",
                                                                     "onwaar",
                                                                     "fałsz",
                                                                     "nao",
                                                                     "nee",
                                                                     "nie",
                                                                     "no hecho",
                                                                     "no completado",
                                                                     "non terminé",
                                                                     "pas fait",
                                                                     "pas commencé",
                                                                     "non commencé",
                                                                     "à commencer",
                                                                     "inachevé",
                                                                     "nicht begonnen",
                                                                     "begonnen",
                                                                     "in bearbeitung",
                                                                     "zurückgestellt",
                                                                     "unerledigt",
                                                                     "sin empezar",
                                                                     "no iniciado",
                                                                     "no iniciada",
                                                                     "sin iniciar",
                                                                     "no comenzado",
                                                                     "no comenzada",
                                                                     "não iniciado",
                                                                     "não iniciada",
                                                                     "em progresso",
                                                                     "aberto",
                                                                     "aberta",
                                                                     "abierta",
                                                                     "da fare",
                                                                     "in corso",
                                                                     "non iniziato",
                                                                     "non iniziata",
                                                                     "non completato",
                                                                     "aperto",
                                                                     "aperta",
                                                                     "in attesa",
                                                                     "te doen",
                                                                     "niet gestart",
                                                                     "niet voltooid",
                                                                     "bezig",
                                                                     "in behandeling",
                                                                     "do zrobienia",
                                                                     "w toku",
                                                                     "nie rozpoczęto",
                                                                     "niewykonane",
                                                                     "otwarte",
                                                                     "waiting on someone else"});
constexpr auto doneWordsElsewhere = std::to_array<std::string_view>(
    {"wahr",      "vrai",       "verdadero",  "verdadeiro", "vero",        "waar",      "prawda",
     "si",        "sì",         "tak",        "hecha",      "vollständig", "beendet",   "achevee",
     "termine",   "terminee",   "complété",   "complétée",  "effectué",    "effectuée", "fatto",
     "fatta",     "completato", "completata", "terminato",  "terminata",   "concluso",  "conclusa",
     "voltooid",  "gedaan",     "klaar",      "afgerond",   "gereed",      "zrobione",  "ukończone",
     "ukończono", "zakończone", "zakończono", "wykonane",   "gotowe"});
constexpr auto cancelledWords = std::to_array<std::string_view>(
    {"cancelled", "canceled", "dismissed", "abandoned", "wontfix", "won t do", "rejected", "abgebrochen",
     "cancelado", "cancelada", "annulé", "annulée"});
constexpr auto archivedWords = std::to_array<std::string_view>(
    {"archived", "archive", "archiviert", "archivado", "arquivado", "archivé"});
constexpr auto deletedWords = std::to_array<std::string_view>(
    {"deleted", "trash", "trashed", "removed", "gelöscht", "borrado", "supprimé"});

struct PriorityWord {
    std::string_view word;
    int priority;
};
constexpr auto priorityWords = std::to_array<PriorityWord>(
    {{"high", 3},     {"highest", 3},  {"h", 3},         {"urgent", 3},      {"critical", 3}, {"p1", 3},
     {"p0", 3},       {"a", 3},        {"important", 3}, {"do now", 3},      {"hoch", 3},     {"alta", 3},
     {"alto", 3},     {"haute", 3},    {"élevée", 3},    {"medium", 2},      {"med", 2},      {"m", 2},
     {"normal", 2},   {"moderate", 2}, {"p2", 2},        {"b", 2},           {"mittel", 2},   {"media", 2},
     {"média", 2},    {"moyenne", 2},  {"low", 1},       {"lowest", 1},      {"l", 1},        {"p3", 1},
     {"c", 1},        {"niedrig", 1},  {"baja", 1},      {"baixa", 1},       {"bajo", 1},     {"basse", 1},
     {"none", 0},     {"p4", 0},       {"keine", 0},     {"no priority", 0}, {"null", 0},     {"ninguna", 0},
     {"nenhuma", 0},  {"aucune", 0},   {"very high", 3}, {"major", 3},       {"urgente", 3},  {"dringend", 3},
     {"very low", 1}, {"minor", 1}});

constexpr auto priorityWordsElsewhere = std::to_array<PriorityWord>(
    {{"sehr hoch", 3}, {"wichtig", 3},   {"haut", 3},    {"élevé", 3},   {"importante", 3}, {"hoog", 3},
     {"wysoki", 3},    {"wysoka", 3},    {"pilne", 3},   {"moyen", 2},   {"normale", 2},    {"medio", 2},
     {"médio", 2},     {"gemiddeld", 2}, {"normaal", 2}, {"średni", 2},  {"średnia", 2},    {"normalny", 2},
     {"normalna", 2},  {"gering", 1},    {"bas", 1},     {"faible", 1},  {"baixo", 1},      {"bassa", 1},
     {"basso", 1},     {"laag", 1},      {"niski", 1},   {"niska", 1},   {"ohne", 0},       {"aucun", 0},
     {"ninguno", 0},   {"nenhum", 0},    {"nessuna", 0}, {"nessuno", 0}, {"geen", 0},       {"brak", 0}});

// Lower case, one blank for every row of other signs.
QByteArray plainWords(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes).toLower();
    for (QChar &character : text) {
        if (!character.isLetterOrNumber())
            character = u' ';
    }
    return text.simplified().toUtf8();
}

bool isOneOf(const QByteArray &word, std::span<const std::string_view> words)
{
    return std::ranges::any_of(words, [&word](std::string_view each) {
        return std::string_view(word.constData(), size_t(word.size())) == each;
    });
}

QByteArray withoutBlanks(QByteArray words)
{
    words.removeIf([](char character) { return character == ' '; });
    return words;
}

// letters: without blanks.
bool hasLetters(std::string_view word, QByteArrayView letters)
{
    qsizetype place = 0;
    for (const char each : word) {
        if (each == ' ')
            continue;
        if (place == letters.size() || letters[place] != each)
            return false;
        ++place;
    }
    return place == letters.size();
}

bool saysOneOf(QByteArrayView letters, std::span<const std::string_view> words)
{
    return std::ranges::any_of(words, [letters](std::string_view each) { return hasLetters(each, letters); });
}

// letters: without blanks.
std::optional<int> priorityNamed(QByteArrayView letters, std::span<const PriorityWord> words)
{
    const auto found = std::ranges::find_if(
        words, [letters](const PriorityWord &each) { return hasLetters(each.word, letters); });
    return found == words.end() ? std::nullopt : std::optional(found->priority);
}

StateValue ofNumber(double number)
{
    if (number == 0)
        return {};
    return {.kind = StateKind::Done, .isCertain = number == 1};
}

// A dash, an empty box or the like; nobody knows what other signs say.
bool saysNothing(const QList<uint> &signs)
{
    static constexpr std::u32string_view empty = U"-–—_.…()[]{}\"'";
    return std::ranges::all_of(signs, [](uint sign) {
        return QChar::isSpace(char32_t(sign)) || empty.find(char32_t(sign)) != std::u32string_view::npos;
    });
}

bool hasOneOf(const QList<uint> &signs, std::u32string_view marks)
{
    return std::ranges::any_of(
        signs, [marks](uint sign) { return marks.find(char32_t(sign)) != std::u32string_view::npos; });
}

// “✓”, “[ ]”: no letter and no digit.
StateValue ofMark(QByteArrayView bytes)
{
    static constexpr std::u32string_view done = U"✓✔☑✅🗹√";
    static constexpr std::u32string_view open = U"☐⬜□◻";
    const QList<uint> signs = QString::fromUtf8(bytes.trimmed()).toUcs4();
    if (hasOneOf(signs, done))
        return {.kind = StateKind::Done};
    return {.isCertain = hasOneOf(signs, open) || saysNothing(signs)};
}

StateValue ofText(QByteArrayView bytes)
{
    const QByteArray letters = withoutBlanks(plainWords(bytes));
    if (letters.isEmpty())
        return ofMark(bytes);
    if (saysOneOf(letters, openWords))
        return {};
    if (saysOneOf(letters, doneWords))
        return {.kind = StateKind::Done};
    if (saysOneOf(letters, openWordsElsewhere))
        return {};
    if (saysOneOf(letters, doneWordsElsewhere))
        return {.kind = StateKind::Done};
    if (saysOneOf(letters, cancelledWords))
        return {.kind = StateKind::Cancelled};
    if (saysOneOf(letters, archivedWords))
        return {.kind = StateKind::Archived};
    if (saysOneOf(letters, deletedWords))
        return {.kind = StateKind::Deleted};
    bool isNumber = false;
    const double number = bytes.trimmed().toDouble(&isNumber);
    if (isNumber)
        return ofNumber(number);
    return {.isCertain = false};
}

// “!”, “!!”, “!!!”.
std::optional<int> priorityOfMark(QByteArrayView bytes)
{
    const QString mark = QString::fromUtf8(bytes.trimmed());
    const qsizetype urgent = mark.count(u'!');
    if (urgent > 0 && urgent == mark.size())
        return int(std::min<qsizetype>(urgent, 3));
    return saysNothing(mark.toUcs4()) ? std::optional(0) : std::nullopt;
}

} // namespace

StateValue readState(const SourceValue &value, DayOrder order)
{
    // Plain numbers are much too small to be times.
    const TimeValue time = readTime(value, order);
    if (time.isTime())
        return {.kind = StateKind::Done, .since = time};
    if (time.kind == TimeValue::Kind::None) // such as “0001-01-01” or “null”
        return {};
    switch (value.kind) {
    case SourceValue::Kind::Null:
        return {};
    case SourceValue::Kind::Integer:
        return ofNumber(double(value.integer));
    case SourceValue::Kind::Real:
        return ofNumber(value.real);
    case SourceValue::Kind::Text:
        return ofText(value.bytes);
    case SourceValue::Kind::Blob:
        break;
    }
    // .NET and MySQL write bits as single bytes.
    if (value.bytes.size() == 1 && (value.bytes.front() == 0 || value.bytes.front() == 1))
        return ofNumber(value.bytes.front());
    return {.isCertain = false};
}

bool isCheckMark(QByteArrayView bytes)
{
    return plainWords(bytes).isEmpty() && ofMark(bytes).kind == StateKind::Done;
}

bool isCross(QByteArrayView bytes)
{
    static constexpr auto crosses =
        std::to_array<std::string_view>({"x", "X", "×", "✗", "✘", "✖", "✖️", "❌"});
    return isOneOf(bytes.trimmed().toByteArray(), crosses);
}

QByteArray foldedWord(QByteArrayView written)
{
    const QByteArrayView word = written.trimmed();
    // Bytes of another encoding would all become the same.
    return word.isValidUtf8() ? QString::fromUtf8(word).toLower().toUtf8() : word.toByteArray().toLower();
}

PriorityScale ascendingScale(qint64 least, qint64 greatest)
{
    constexpr qint64 largest = 1'000'000'000; // times and the like, whose difference may be no number
    constexpr qint64 widest = 100;
    PriorityScale scale;
    if (least < -largest || greatest > largest || greatest - least > widest)
        return scale;
    for (qint64 number = least; number <= greatest; ++number) {
        if (number <= 0 || greatest <= 0)
            scale.insert(number, 0);
        else
            scale.insert(number, int((number * 3 + greatest - 1) / greatest));
    }
    return scale;
}

std::optional<int> readPriority(const SourceValue &value, const PriorityScale &scale)
{
    const auto ofWhole = [&scale](qint64 number) {
        const auto found = scale.constFind(number);
        return found == scale.cend() ? std::nullopt : std::optional(*found);
    };
    if (value.isNull())
        return 0;
    if (value.kind == SourceValue::Kind::Integer)
        return ofWhole(value.integer);
    if (value.kind == SourceValue::Kind::Real)
        return value.real == double(qint64(value.real)) ? ofWhole(qint64(value.real)) : std::nullopt;
    if (value.kind == SourceValue::Kind::Blob)
        return std::nullopt;
    const QByteArray word = plainWords(value.bytes);
    if (word.isEmpty())
        return priorityOfMark(value.bytes);
    // “-1” and, of spreadsheets, “2.0” before the signs are left out.
    bool isNumber = false;
    const double exact = value.bytes.trimmed().toDouble(&isNumber);
    if (isNumber)
        return exact == std::floor(exact) && std::abs(exact) < 1e15 ? ofWhole(qint64(exact)) : std::nullopt;
    const qint64 number = word.toLongLong(&isNumber);
    if (isNumber)
        return ofWhole(number);
    const QByteArray letters = withoutBlanks(word);
    if (const auto elsewhere = priorityNamed(letters, priorityWordsElsewhere))
        return elsewhere;
    return priorityNamed(letters, priorityWords);
}

} // namespace tusk::importer
