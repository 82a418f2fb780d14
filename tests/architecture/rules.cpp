// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "architecture/rules.h"

#include "architecture/layers.h"
#include "architecture/sourcetext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

QString complaint(const QString &path, int line, const QString &what)
{
    return u"%1:%2: %3"_s.arg(path).arg(line).arg(what);
}

bool isBelow(const QString &path, const QStringList &folders)
{
    return std::ranges::any_of(folders,
                               [&path](const QString &folder) { return path.startsWith(folder + u'/'); });
}

bool isSource(const QString &path)
{
    return path.startsWith("src/"_L1) && (path.endsWith(".h"_L1) || path.endsWith(".cpp"_L1));
}

// One complaint for each line of the text that the pattern is found in; what is appended to what was found.
QStringList findInLines(const QString &path, const QString &text, const QRegularExpression &pattern,
                        const QString &what)
{
    QStringList complaints;
    int line = 0;
    for (const QString &content : text.split(u'\n')) {
        ++line;
        const QRegularExpressionMatch match = pattern.match(content);
        if (match.hasMatch())
            complaints.append(complaint(path, line, match.captured().trimmed() + ": "_L1 + what));
    }
    return complaints;
}

QString checkProjectHeader(const Layer &layer, const QString &header)
{
    if (header.endsWith(".moc"_L1) || (header.startsWith("ui_"_L1) && layer.folder == "gui"_L1))
        return {};
    if (!layerOf(header))
        return u"\"%1\" is not given by its path from src/"_s.arg(header);
    if (!isBelow(header, layer.mayInclude + QStringList{layer.folder}))
        return u"%1 may not include \"%2\""_s.arg(layer.folder, header);
    return {};
}

QString checkForeignHeader(const Layer &layer, const QString &header)
{
    const QString module = moduleOfHeader(header);
    if (module.isEmpty() || layer.mayUse.contains(module))
        return {};
    return u"%1 may not use %2: <%3>"_s.arg(layer.folder, module, header);
}

QStringList checkSessionStateOf(const QString &path, int line, const QString &sql)
{
    // A statement begins the text or follows a semicolon, so the SET of an UPDATE and of CREATE FUNCTION
    // pass.
    static const QRegularExpression statement(
        u"(?:^|;)\\s*(?:--[^\\n]*\\n\\s*)*SET\\s+(?!LOCAL\\b)(?:SESSION\\s+)?[\\w.]+\\s*(?:=|\\bTO\\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression function(u"set_config\\s*\\([^)]*,\\s*false\\s*\\)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    QStringList complaints;
    for (const QRegularExpression &pattern : {statement, function}) {
        for (auto match = pattern.globalMatch(sql); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            const auto below = QStringView(sql).first(found.capturedEnd()).count(u'\n');
            complaints.append(
                complaint(path, line + static_cast<int>(below),
                          found.captured().simplified() + ": only SET LOCAL, inside a transaction"_L1));
        }
    }
    return complaints;
}

QStringList checkDistancesOfForm(const QString &path, const QString &content)
{
    constexpr int grid = 4; // as in gui/theme/metrics.h
    static const QRegularExpression distance(
        u"name=\"\\w*(?:[mM]argin|[sS]pacing)\">\\s*<number>(\\d+)</number>"_s);
    QStringList complaints;
    int line = 0;
    for (const QString &text : content.split(u'\n')) {
        ++line;
        const QRegularExpressionMatch match = distance.match(text);
        if (match.hasMatch() && match.captured(1).toInt() % grid != 0)
            complaints.append(complaint(path, line, match.captured() + ": not on the grid"_L1));
    }
    return complaints;
}

} // namespace

QStringList checkIncludes(const QString &path, const QString &content)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)"_s);
    if (!isSource(path))
        return {};
    const Layer *layer = layerOf(path.sliced(4));
    if (!layer)
        return {complaint(path, 1, u"in no layer of the matrix"_s)};
    QStringList complaints;
    int line = 0;
    for (const QString &text : content.split(u'\n')) {
        ++line;
        const QRegularExpressionMatch match = include.match(text);
        if (!match.hasMatch())
            continue;
        const QString what = match.captured(1) == u'"' ? checkProjectHeader(*layer, match.captured(2))
                                                       : checkForeignHeader(*layer, match.captured(2));
        if (!what.isEmpty())
            complaints.append(complaint(path, line, what));
    }
    return complaints;
}

QStringList checkOtherDatabase(const QString &path, const QString &content)
{
    static const QRegularExpression name(u"q?sqlite"_s, QRegularExpression::CaseInsensitiveOption);
    const bool looked = isBelow(path, {u"src"_s, u"tests"_s, u"migrations"_s, u"cmake"_s});
    const QStringList allowed{u"src/importer"_s, u"tests/importer"_s, u"tests/support/oldfiles"_s,
                              u"tests/bench"_s, u"tests/architecture"_s};
    if (!looked || isBelow(path, allowed))
        return {};
    return findInLines(path, content, name, u"only the importer and the benchmark know that database"_s);
}

QStringList checkForbiddenCalls(const QString &path, const QString &content)
{
    if (!isSource(path))
        return {};
    static const QRegularExpression futures(u"\\b(QFuture\\w*|QPromise|QtConcurrent\\w*)\\b"_s);
    static const QRegularExpression waiting(
        u"(\\.|->)waitFor(Finished|ReadyRead|BytesWritten|Disconnected)\\b"_s);
    static const QRegularExpression nesting(u"\\b(QEventLoop|processEvents)\\b"_s);
    static const QRegularExpression preparing(u"(\\.|->)prepare\\s*\\("_s);
    const QString code = readSource(content).code;
    return findInLines(path, code, futures, u"threads hand over by base::Inbox only"_s) +
           findInLines(path, code, waiting, u"nothing waits inside a thread that others need"_s) +
           findInLines(path, code, nesting, u"no event loop inside another"_s) +
           findInLines(path, code, preparing,
                       u"on QPSQL this is SQL PREPARE, which breaks behind a pooler"_s);
}

QStringList checkSessionState(const QString &path, const QString &content)
{
    if (path.startsWith("migrations/"_L1))
        return checkSessionStateOf(path, 1, content);
    if (!isSource(path))
        return {};
    QStringList complaints;
    for (const StringLiteral &literal : readSource(content).literals)
        complaints += checkSessionStateOf(path, literal.line, literal.text);
    return complaints;
}

QStringList checkStatements(const QString &path, const QString &content)
{
    static const QRegularExpression statement(
        u"^\\s*(SELECT\\s|INSERT INTO\\s|UPDATE\\s+\\S+\\s+SET\\s|DELETE "
        u"FROM\\s|WITH\\s+\\w+\\s+AS\\b|COPY\\s|"
        "(CREATE|ALTER|DROP)\\s+(TABLE|INDEX|FUNCTION|SCHEMA|ROLE|DATABASE|EXTENSION)\\s)"_s);
    const QStringList allowed{u"src/data"_s, u"src/importer"_s, u"src/exporter"_s, u"src/environments"_s,
                              u"src/localserver"_s};
    if (!isSource(path) || isBelow(path, allowed))
        return {};
    QStringList complaints;
    for (const StringLiteral &literal : readSource(content).literals) {
        if (statement.match(literal.text).hasMatch())
            complaints.append(complaint(path, literal.line, literal.text + ": no statements here"_L1));
    }
    return complaints;
}

QStringList checkColors(const QString &path, const QString &content)
{
    if (!isBelow(path, {u"src/gui"_s}) || isBelow(path, {u"src/gui/theme"_s}))
        return {};
    static const QRegularExpression making(
        u"\\b(QColor\\s*[({]\\s*(?!Qt::transparent)[^)}\\s]|QColor::from\\w+|qRgba?\\s*\\(|QColorConstants\\b)"_s);
    static const QRegularExpression naming(
        u"\\bQt::((dark|light)?([Rr]ed|[Gg]reen|[Bb]lue|[Cc]yan|[Mm]agenta|[Yy]ellow|[Gg]ray)|white|black)\\b"_s);
    static const QRegularExpression written(u"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\\b"_s);
    const QString what = u"colours come from gui/theme"_s;
    const SourceText source = readSource(content);
    QStringList complaints =
        findInLines(path, source.code, making, what) + findInLines(path, source.code, naming, what);
    for (const StringLiteral &literal : source.literals) {
        if (written.match(literal.text).hasMatch())
            complaints.append(complaint(path, literal.line, literal.text + ": "_L1 + what));
    }
    return complaints;
}

QStringList checkDistances(const QString &path, const QString &content)
{
    if (path.startsWith("forms/"_L1))
        return checkDistancesOfForm(path, content);
    if (!isBelow(path, {u"src/gui"_s}) || isBelow(path, {u"src/gui/theme"_s}))
        return {};
    // A number that is no factor; one pixel is a border.
    static const QRegularExpression number(u"(?<![*/.\\w] |[\\w.'])(?:[2-9]|\\d\\d+)(?![\\w.']| [*/])"_s);
    static const QRegularExpression call(
        u"\\b(?:add|set(?:Horizontal|Vertical)?)Spacing\\(([^;]*)|\\bset(?:Contents|Text|Viewport|Document)Margins?\\(([^;]*)"_s);
    static const QRegularExpression constant(
        u"\\bconstexpr (?:int|double) (?:\\w*(?:[gG]ap|[sS]pacing|[mM]argin|[pP]adding|[iI]nset|[iI]ndent)[XY]?|between\\w*|\\w+To[A-Z]\\w*) = ([^;]*)"_s);
    const QString code = readSource(content).code;
    QStringList complaints;
    for (const QRegularExpression &pattern : {call, constant}) {
        for (auto match = pattern.globalMatch(code); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            if (!number.match(found.captured(found.lastCapturedIndex())).hasMatch())
                continue;
            const auto above = QStringView(code).first(found.capturedStart()).count(u'\n');
            complaints.append(complaint(path, static_cast<int>(above) + 1,
                                        found.captured().simplified() + ": made of gui/theme/metrics.h"_L1));
        }
    }
    return complaints;
}

QStringList checkLicence(const QString &path, const QString &content)
{
    const QStringList lines = content.split(u'\n').first(std::min<qsizetype>(6, content.count(u'\n') + 1));
    const QString head = lines.join(u'\n');
    if (head.contains("SPDX-FileCopyrightText: "_L1) && head.contains("SPDX-License-Identifier: MIT"_L1))
        return {};
    return {complaint(path, 1, u"does not begin with the two SPDX lines"_s)};
}

QStringList checkAll(const QString &path, const QString &content)
{
    return checkIncludes(path, content) + checkOtherDatabase(path, content) +
           checkForbiddenCalls(path, content) + checkSessionState(path, content) +
           checkStatements(path, content) + checkColors(path, content) + checkDistances(path, content) +
           checkLicence(path, content);
}

} // namespace tusk::tests
