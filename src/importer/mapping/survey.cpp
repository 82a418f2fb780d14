// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/survey.h"

#include "base/nodestructor.h"
#include "importer/source/sqlitefile.h"
#include "importer/values/timetext.h"
#include "importer/values/wordvalue.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int sampledRows = 5'000;
constexpr int mostValues = 200;

bool isEmpty(const SourceValue &value)
{
    return value.isNull() || (value.kind == SourceValue::Kind::Text && value.bytes.trimmed().isEmpty());
}

bool isTimeForm(TimeForm form)
{
    return form != TimeForm::None && form != TimeForm::Unreadable;
}

// “2026-02-31” is no time, but says what the column is for.
bool hasShapeOfDay(const SourceValue &value)
{
    static const base::NoDestructor<QRegularExpression> shape(u"^\\d{4}-\\d{2}-\\d{2}([ T]|$)"_s);
    return value.kind == SourceValue::Kind::Text &&
           QString::fromUtf8(value.toText().left(20)).contains(*shape);
}

bool isClock(const SourceValue &value)
{
    static const base::NoDestructor<QRegularExpression> form(
        u"^[0-2]?\\d:[0-5]\\d(:[0-5]\\d([.,]\\d+)?)?( ?[AaPp][Mm])?$"_s);
    constexpr qsizetype longest = 20;
    const QByteArrayView text = value.bytes.trimmed();
    return value.kind == SourceValue::Kind::Text && text.size() <= longest &&
           QString::fromUtf8(text).contains(*form);
}

// Also of “2.0”, as spreadsheets write it.
std::optional<qint64> wholeNumberIn(const SourceValue &value)
{
    if (value.kind == SourceValue::Kind::Integer)
        return value.integer;
    constexpr double tooLarge = 1e15; // for a double to be exact
    bool isNumber = false;
    const double number = value.toText().trimmed().toDouble(&isNumber);
    const bool isWhole = isNumber && std::abs(number) < tooLarge && number == std::floor(number);
    return isWhole ? std::optional(qint64(number)) : std::nullopt;
}

void takeNumber(ColumnSurvey &column, const SourceValue &value)
{
    const auto number = wholeNumberIn(value);
    if (!number)
        return;
    column.least = std::min(column.least.value_or(*number), *number);
    column.greatest = std::max(column.greatest.value_or(*number), *number);
}

void take(ColumnSurvey &column, const SourceValue &value)
{
    ++column.rows;
    if (isEmpty(value))
        return;
    ++column.filled;
    TimeForm form = formOf(value);
    if (form == TimeForm::Unreadable && hasShapeOfDay(value))
        form = TimeForm::IsoText;
    ++column.forms[form];
    const DayOrder order = dayOrderOf(value);
    const TimeValue time = readTime(value, order);
    constexpr qint64 day = 86'400'000;
    if (time.isTime() && time.kind != TimeValue::Kind::Day && time.milliseconds % day != 0)
        ++column.withTimeOfDay;
    if (time.kind == TimeValue::Kind::Instant) {
        ++column.moments;
        column.midnights += time.milliseconds % day == 0 ? 1 : 0;
    }
    if (time.kind == TimeValue::Kind::Wall)
        ++(time.milliseconds % day == 0 ? column.wallMidnights : column.wallTimes);
    column.clocks += isClock(value) ? 1 : 0;
    if (column.order == DayOrder::Unknown)
        column.order = order;
    takeNumber(column, value);
    if (readState(value, order).isCertain)
        ++column.states;
    static const PriorityScale numbers = ascendingScale(0, 100);
    if (readPriority(value, numbers))
        ++column.knownPriorities;
    if (value.kind == SourceValue::Kind::Text) {
        bool isNumber = false;
        [[maybe_unused]] const double number = value.bytes.trimmed().toDouble(&isNumber);
        column.texts += isNumber || isTimeForm(form) ? 0 : 1;
        column.letters += value.bytes.size();
    }
    if (column.values.size() < mostValues)
        column.values.insert(value.toText().left(200));
}

constexpr qint64 greatestSmall = 10; // of what people count importance with

struct Numbers {
    qint64 count = 0;
    NumberRange range = {};

    void take(qint64 number)
    {
        ++count;
        range.least = std::min(range.least.value_or(number), number);
        range.greatest = std::max(range.greatest.value_or(number), number);
    }
};

} // namespace

qint64 ColumnSurvey::times() const
{
    qint64 count = 0;
    for (const auto &[timeForm, number] : forms.asKeyValueRange())
        count += isTimeForm(timeForm) ? number : 0;
    return count;
}

UsualTime ColumnSurvey::usualTime() const
{
    UsualTime usual;
    qint64 most = 0;
    for (const auto &[timeForm, number] : forms.asKeyValueRange()) {
        if (isTimeForm(timeForm) && number > most) {
            usual.form = timeForm;
            most = number;
        }
    }
    const qint64 all = filled - forms.value(TimeForm::None);
    if (most < all)
        usual.percent = int(std::clamp<qint64>((100 * most + all / 2) / all, 1, 99));
    return usual;
}

std::optional<QString> ColumnSurvey::ambiguousDay() const
{
    QStringList days;
    for (const QByteArray &value : values) {
        const auto parts = splitDayMonth(value);
        // With full stops the day comes first everywhere.
        if (parts && parts->numbers[0] != parts->numbers[1] && !value.trimmed().left(3).contains('.'))
            days.append(QString::fromUtf8(value.trimmed()));
    }
    const auto first = std::ranges::min_element(days);
    return first == days.cend() ? std::nullopt : std::optional(*first);
}

base::Result<QList<ColumnSurvey>> survey(SqliteFile &file, const QString &from,
                                         const QStringList &expressions)
{
    QList<ColumnSurvey> columns(expressions.size());
    if (expressions.isEmpty())
        return columns;
    auto rows = file.query(
        u"SELECT %1 FROM %2 LIMIT %3"_s.arg(expressions.join(u", "_s), from, QString::number(sampledRows)));
    if (!rows)
        return rows.error();
    const auto read = rows->forEach([&columns](const RowCursor &row) {
        for (int i = 0; i < columns.size(); ++i)
            take(columns[i], row.value(i));
    });
    if (!read)
        return read.error();
    return columns;
}

base::Result<NumberRange> numberRange(SqliteFile &file, const QString &from, const QString &expression)
{
    auto rows = file.query(u"SELECT %1 FROM %2"_s.arg(expression, from));
    if (!rows)
        return rows.error();
    Numbers all;
    Numbers small;
    const auto read = rows->forEach([&all, &small](const RowCursor &row) {
        const SourceValue value = row.value(0);
        const auto number = isEmpty(value) ? std::nullopt : wholeNumberIn(value);
        if (!number)
            return;
        all.take(*number);
        if (*number >= -greatestSmall && *number <= greatestSmall)
            small.take(*number);
    });
    if (!read)
        return read.error();
    return small.count > 0 && small.count * 10 >= all.count * 9 ? small.range : all.range;
}

base::Result<QList<QByteArray>> distinctValues(SqliteFile &file, const QString &from,
                                               const QString &expression, int most)
{
    auto rows =
        file.query(u"SELECT DISTINCT %1 FROM %2 LIMIT %3"_s.arg(expression, from, QString::number(most)));
    if (!rows)
        return rows.error();
    QList<QByteArray> values;
    const auto read = rows->forEach([&values](const RowCursor &row) {
        if (row.value(0).kind != SourceValue::Kind::Blob)
            values.append(row.value(0).toText());
    });
    if (!read)
        return read.error();
    return values;
}

base::Result<DayOrder> provenOrder(SqliteFile &file, const QString &from, const QString &expression)
{
    auto rows = file.query(u"SELECT %1 FROM %2"_s.arg(expression, from));
    if (!rows)
        return rows.error();
    DayOrder order = DayOrder::Unknown;
    const auto read = rows->forEach([&order](const RowCursor &row) {
        if (order == DayOrder::Unknown)
            order = dayOrderOf(row.value(0));
    });
    if (!read)
        return read.error();
    return order;
}

} // namespace tusk::importer
