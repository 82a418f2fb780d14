// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/values/textvalue.h"

#include "base/nodestructor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringConverter>

#include <algorithm>
#include <array>
#include <optional>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

// Of the bytes 0x80 to 0x9f; the others are those of Latin-1.
constexpr std::array<char16_t, 32> windows1252{
    0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

QChar byteAsCharacter(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x80 && code <= 0x9f ? QChar(windows1252[code - 0x80]) : QChar(ushort(code));
}

// How many bytes the character that begins here has; 0: none begins here.
qsizetype characterSize(QByteArrayView bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    const qsizetype size = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    if (size == 0 || size > bytes.size())
        return 0;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(bytes.first(size));
    return decoder.hasError() || decoded.contains(QChar::ReplacementCharacter)
               ? (bytes.startsWith("\xef\xbf\xbd") ? 3 : 0)
               : size;
}

QString decodedByCharacters(QByteArrayView bytes)
{
    QString text;
    while (!bytes.isEmpty()) {
        const qsizetype size = characterSize(bytes);
        text += size > 0 ? QString::fromUtf8(bytes.first(size)) : QString(byteAsCharacter(bytes.front()));
        bytes = bytes.sliced(std::max<qsizetype>(size, 1));
    }
    return text;
}

TextValue decoded(QByteArrayView bytes)
{
    TextValue value;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    value.text = decoder(bytes);
    if (decoder.hasError()) {
        value.wasInvalid = true;
        value.text = decodedByCharacters(bytes);
    }
    if (value.text.contains(QChar::Null)) {
        value.hadNul = true;
        value.text.remove(QChar::Null);
    }
    return value;
}

bool isMarked(const QString &name)
{
    return name.size() > 1 && (name.startsWith(u'#') || name.startsWith(u'@'));
}

// Where each has a mark it is how tags are written there, and not part of their names.
QStringList withoutMarks(const QStringList &written)
{
    QStringList names;
    for (const QString &each : written) {
        if (const QString name = each.trimmed(); !name.isEmpty())
            names.append(name);
    }
    if (!std::ranges::all_of(std::as_const(names), isMarked))
        return names;
    for (QString &name : names) {
        while (isMarked(name))
            name.remove(0, 1);
    }
    return names;
}

QStringList partedNames(const QString &text)
{
    if (text.contains(u'\x1f'))
        return text.split(u'\x1f');
    for (const char16_t separator : {u'\n', u';', u','}) {
        if (text.contains(QChar(separator)))
            return withoutMarks(text.split(QChar(separator)));
    }
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, isMarked) ? withoutMarks(words) : QStringList(text);
}

QString nameOf(const QJsonValue &element)
{
    if (element.isObject()) // [{"name": "home"}, …]
        return element[u"name"_s].toString(element[u"title"_s].toString());
    return element.toVariant().toString();
}

// Each in quotation marks, as Python prints a list: 'home', "it's".
std::optional<QStringList> quotedNames(const QString &list)
{
    QStringList names;
    bool isParted = true;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QChar quote = list.at(i);
        if (quote.isSpace())
            continue;
        if (quote == u',' && !isParted) {
            isParted = true;
            continue;
        }
        if (!isParted || (quote != u'\'' && quote != u'"'))
            return std::nullopt;
        QString name;
        for (++i; i < list.size() && list.at(i) != quote; ++i) {
            if (list.at(i) == u'\\' && i + 1 < list.size())
                ++i;
            name += list.at(i);
        }
        if (i == list.size())
            return std::nullopt;
        names.append(name);
        isParted = false;
    }
    return names;
}

NamesValue bracketedNames(const QString &text)
{
    const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
    if (json.isArray()) {
        NamesValue value;
        for (const auto &element : json.array()) {
            const QString name = nameOf(element);
            value.isCertain = value.isCertain && (!name.isEmpty() || element.isNull() || element.isString());
            value.names.append(name);
        }
        return value;
    }
    const QString list = text.sliced(1, text.size() - 2);
    if (const auto names = quotedNames(list))
        return {*names};
    return {partedNames(list), list.trimmed().isEmpty()};
}

// What stands for no names at all: also as JSON is written by servers that keep one for every row.
bool meansNoNames(const QString &text)
{
    return text.compare("null"_L1, Qt::CaseInsensitive) == 0 || text == "None"_L1 || text == "{}"_L1;
}

// "home": one name, or all of them once more in quotation marks. Null: it is no such text.
std::optional<QString> quotedText(const QString &text)
{
    if (text.size() < 2 || !text.startsWith(u'"') || !text.endsWith(u'"'))
        return std::nullopt;
    const QJsonArray values = QJsonDocument::fromJson((u'[' + text + u']').toUtf8()).array();
    return values.size() == 1 && values.first().isString() ? std::optional(values.first().toString())
                                                           : std::nullopt;
}

// The box of an item of a list: an attribute of the item says that it is checked, or one of an input in it.
QString withBoxesAsMarkdown(QString html)
{
    const QString between = u"(?:\\s++|<(?:label|span|p|div)(?:\\s[^>]*+)?>|</(?:label|span)>)*+"_s;
    const QString input = between + u"<input(?=[^>]*\\stype\\s*=\\s*[\"']?checkbox)"_s;
    static const base::NoDestructor<QRegularExpression> checked(
        u"<li(?=[^>]*\\sdata-checked\\s*=\\s*[\"']?true)[^>]*+>%1(?:<input[^>]*+>%1)?|"
        "<li(?:\\s[^>]*+)?>%2(?=[^>]*\\schecked[\\s=/>])[^>]*+>%1"_s.arg(between, input),
        QRegularExpression::CaseInsensitiveOption);
    static const base::NoDestructor<QRegularExpression> unchecked(
        u"<li(?=[^>]*\\sdata-checked\\s*=)[^>]*+>%1(?:<input[^>]*+>%1)?|<li(?:\\s[^>]*+)?>%2[^>]*+>%1"_s.arg(
            between, input),
        QRegularExpression::CaseInsensitiveOption);
    return html.replace(*checked, u"- [x] "_s).replace(*unchecked, u"- [ ] "_s);
}

} // namespace

TextValue readText(const SourceValue &value)
{
    switch (value.kind) {
    case SourceValue::Kind::Null:
        return {};
    case SourceValue::Kind::Integer:
    case SourceValue::Kind::Real:
        return {.text = QString::fromLatin1(value.toText())};
    case SourceValue::Kind::Text:
        return decoded(value.bytes);
    case SourceValue::Kind::Blob:
        break;
    }
    TextValue text = decoded(value.bytes);
    text.wasBytes = true;
    return text;
}

QString fromWindows1252(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    std::ranges::transform(bytes, text.begin(), byteAsCharacter);
    return text;
}

QStringList namesInJson(const QString &text)
{
    QStringList names;
    for (const auto &element : QJsonDocument::fromJson(text.toUtf8()).array())
        names.append(nameOf(element));
    return names;
}

QStringList readNames(const QString &text)
{
    return readNamesValue(text).names;
}

NamesValue readNamesValue(const QString &text)
{
    QString trimmed = text.trimmed();
    const auto unquoted = quotedText(trimmed);
    if (unquoted)
        trimmed = unquoted->trimmed();
    if (meansNoNames(trimmed))
        return {};
    const bool isBracketed = trimmed.size() > 1 && trimmed.startsWith(u'[') && trimmed.endsWith(u']');
    const NamesValue parts = isBracketed ? bracketedNames(trimmed) : NamesValue{partedNames(trimmed)};
    QStringList names;
    for (QString name : parts.names) {
        name = name.simplified();
        if (!name.isEmpty() && !names.contains(name, Qt::CaseInsensitive))
            names.append(name);
    }
    return {names, parts.isCertain};
}

bool hasPictureInside(const QString &html)
{
    static const base::NoDestructor<QRegularExpression> picture(u"<img\\s[^>]*?src\\s*=\\s*[\"']?data:"_s,
                                                                QRegularExpression::CaseInsensitiveOption);
    return html.contains(*picture);
}

QString withoutHtml(const QString &html)
{
    static const base::NoDestructor<QRegularExpression> item(u"<li[^>]*>\\s*(<p[^>]*>)?"_s,
                                                             QRegularExpression::CaseInsensitiveOption);
    static const base::NoDestructor<QRegularExpression> lineEnd(u"<br\\s*/?>|</(p|div|li|ul|ol|h[1-6]|tr)>"_s,
                                                                QRegularExpression::CaseInsensitiveOption);
    // What they point at stays, as Markdown.
    static const base::NoDestructor<QRegularExpression> link(
        u"<a\\s[^>]*?href\\s*=\\s*[\"']([^\"']+)[\"'][^>]*>(.*?)</a>"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const base::NoDestructor<QRegularExpression> picture(
        u"<img\\s[^>]*?src\\s*=\\s*[\"']((?!data:)[^\"']+)[\"'][^>]*>"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const base::NoDestructor<QRegularExpression> tag(u"</?[A-Za-z][^>]*>"_s);
    static const base::NoDestructor<QRegularExpression> gap(u"\\n{3,}"_s);
    if (!html.contains(*tag))
        return html;
    QString text = withBoxesAsMarkdown(html);
    text.replace(*link, u"[\\2](\\1)"_s).replace(*picture, u"![](\\1)"_s);
    text.replace(*item, u"- "_s).replace(*lineEnd, u"\n"_s).remove(*tag);
    text.replace("&nbsp;"_L1, " "_L1).replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1);
    text.replace("&quot;"_L1, R"(")"_L1).replace("&#39;"_L1, "'"_L1).replace("&amp;"_L1, "&"_L1);
    return text.replace(*gap, u"\n\n"_s).trimmed();
}

} // namespace tusk::importer
