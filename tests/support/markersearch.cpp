// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/markersearch.h"

#include "support/failure.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QUrl>

#include <mutex>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Base64 of a text depends on what stands before it: the three ways it can come out, without the ends that
// neighbours have a part in.
QList<QByteArray> inBase64(const QByteArray &marker)
{
    QList<QByteArray> forms;
    for (int before = 0; before < 3; ++before) {
        const QByteArray padded = QByteArray(before, 'x') + marker;
        const QByteArray whole = padded.first(padded.size() - padded.size() % 3).toBase64();
        forms.append(before == 0 ? whole : whole.sliced(4));
    }
    return forms;
}

struct Record {
    std::mutex mutex;
    QString text;
    QtMessageHandler next = nullptr;
};

Record &record()
{
    static Record single;
    return single;
}

void noteMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    QtMessageHandler next = nullptr;
    {
        const std::lock_guard lock(record().mutex);
        record().text += text + u'\n';
        next = record().next;
    }
    if (next)
        next(type, context, text);
}

} // namespace

MarkerSearch::MarkerSearch(const QString &marker)
{
    const QByteArray plain = marker.toUtf8();
    if (plain.size() < 12)
        giveUp(u"a marker of fewer than 12 bytes is found by chance"_s);
    m_forms = {plain};
    if (const QByteArray encoded = QUrl::toPercentEncoding(marker); encoded != plain)
        m_forms.append(encoded);
    m_forms += inBase64(plain);
}

void MarkerSearch::lookInFolder(const QString &path)
{
    QDirIterator entries(path, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString entry = entries.next();
        lookInText("name of "_L1 + entry, entries.fileName());
        if (entries.fileInfo().isFile())
            lookInBytes(entry, contentOf(entry));
    }
}

void MarkerSearch::lookInText(const QString &where, const QString &text)
{
    lookInBytes(where, text.toUtf8());
}

void MarkerSearch::lookInBytes(const QString &where, const QByteArray &bytes)
{
    ++m_places;
    for (const QByteArray &form : std::as_const(m_forms)) {
        if (bytes.contains(form)) {
            m_findings.append(where);
            return;
        }
    }
}

void MarkerSearch::lookInCommandLines()
{
    for (const QString &process : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs))
        lookInBytes("command line of "_L1 + process, contentOf(u"/proc/%1/cmdline"_s.arg(process)));
}

MessageRecord::MessageRecord()
{
    const QtMessageHandler before = qInstallMessageHandler(noteMessage);
    const std::lock_guard lock(record().mutex);
    record().text.clear();
    record().next = before;
}

MessageRecord::~MessageRecord()
{
    qInstallMessageHandler(record().next);
}

QString MessageRecord::text() const
{
    const std::lock_guard lock(record().mutex);
    return record().text;
}

} // namespace tusk::tests
