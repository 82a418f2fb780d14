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
// count: “NotStarted” and “not_started” are “not started”. In the languages whose headings are known, in the
// order of English, German, French, Spanish, Portuguese, Italian, Dutch and Polish: also what spreadsheets
// show there for true and false, yes and no. What two of them share stands in the first.
constexpr std::string_view openWords =
    "false, f, no, n, off, open, todo, pending, active, new, not started, incomplete, not done, "
    "undone, waiting, waiting for, waiting on others, waiting on someone else, in progress, "
    "in process, doing, started, next, inbox, someday, backlog, scheduled, planned, blocked, on hold, "
    "review, in review, recurring, needs action, unchecked, reference, not completed, ongoing, "
    "paused, unfinished, uncompleted, not finished, overdue, upcoming, deferred, delayed, "
    "falsch, nein, offen, in arbeit, in bearbeitung, begonnen, nicht begonnen, nicht erledigt, "
    "unerledigt, wartend, zurückgestellt, "
    "faux, non, a faire, à faire, en cours, en attente, en pause, pas fait, pas commencé, "
    "non commencé, à commencer, non terminé, inachevé, "
    "falso, abierto, abierta, pendiente, en progreso, en curso, en proceso, por hacer, no hecho, "
    "no completado, sin empezar, sin iniciar, no iniciado, no iniciada, no comenzado, no comenzada, "
    "não, nao, pendente, em andamento, em progresso, a fazer, aberto, aberta, não iniciado, "
    "não iniciada, "
    "da fare, in corso, in attesa, aperto, aperta, non iniziato, non iniziata, non completato, "
    "onwaar, nee, te doen, bezig, in behandeling, niet gestart, niet voltooid, "
    "fałsz, nie, do zrobienia, w toku, nie rozpoczęto, niewykonane, otwarte";
constexpr std::string_view doneWords =
    "true, t, yes, y, on, x, ok, done, complete, completed, finished, closed, checked, resolved, "
    "wahr, ja, erledigt, fertig, abgeschlossen, vollständig, beendet, "
    "vrai, oui, fait, faite, terminé, terminée, termine, terminee, achevé, achevée, achevee, "
    "complété, complétée, effectué, effectuée, "
    "verdadero, sí, si, hecho, hecha, completado, completada, completo, completa, terminado, "
    "terminada, finalizado, finalizada, realizado, realizada, "
    "verdadeiro, sim, feito, feita, concluído, concluída, concluido, concluida, "
    "vero, sì, fatto, fatta, completato, completata, terminato, terminata, concluso, conclusa, "
    "waar, voltooid, gedaan, klaar, afgerond, gereed, "
    "prawda, tak, zrobione, ukończone, ukończono, zakończone, zakończono, wykonane, gotowe";
constexpr std::string_view cancelledWords =
    "cancelled, canceled, dismissed, abandoned, wontfix, won t do, rejected, "
    "abgebrochen, annulé, annulée, cancelado, cancelada";
constexpr std::string_view archivedWords = "archived, archive, archiviert, archivé, archivado, arquivado";
constexpr std::string_view deletedWords = "deleted, trash, trashed, removed, gelöscht, supprimé, borrado";
constexpr std::string_view highWords =
    "high, highest, h, urgent, critical, p1, p0, a, important, do now, very high, major, "
    "hoch, sehr hoch, wichtig, dringend, haute, haut, élevée, élevé, alta, alto, urgente, importante, "
    "hoog, wysoki, wysoka, pilne";
constexpr std::string_view mediumWords =
    "medium, med, m, normal, moderate, p2, b, "
    "mittel, moyenne, moyen, normale, media, medio, média, médio, gemiddeld, normaal, średni, "
    "średnia, normalny, normalna";
constexpr std::string_view lowWords =
    "low, lowest, l, p3, c, very low, minor, "
    "niedrig, gering, basse, bas, faible, baja, bajo, baixa, baixo, bassa, basso, laag, niski, niska";
constexpr std::string_view noPriorityWords =
    "none, p4, no priority, null, "
    "keine, ohne, aucune, aucun, ninguna, ninguno, nenhuma, nenhum, nessuna, nessuno, geen, brak";

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

// words: parted by commas.
bool saysOneOf(QByteArrayView letters, std::string_view words)
{
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find(','));
        if (hasLetters(word, letters))
            return true;
        words.remove_prefix(std::min(word.size() + 1, words.size()));
    }
    return false;
}

// letters: without blanks.
std::optional<int> priorityNamed(QByteArrayView letters)
{
    static constexpr std::array byPriority{noPriorityWords, lowWords, mediumWords, highWords};
    const auto *found = std::ranges::find_if(
        byPriority, [letters](std::string_view words) { return saysOneOf(letters, words); });
    return found == byPriority.end() ? std::nullopt : std::optional(int(found - byPriority.begin()));
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
    return priorityNamed(withoutBlanks(word));
}

} // namespace tusk::importer
