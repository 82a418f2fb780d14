// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/jsonlines.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tusk::importer
{

JsonLines::JsonLines(const QString &path)
    : m_file(path)
{
}

void JsonLines::add(const QJsonObject &line)
{
    if (!isWanted() || m_failed)
        return;
    if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        m_failed = true;
        return;
    }
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    m_failed = m_file.write(text) != text.size();
}

base::Result<void> JsonLines::flush(const QString &sentence)
{
    if (!m_failed && (!m_file.isOpen() || m_file.flush()))
        return {};
    base::Error error;
    error.kind = base::ErrorKind::DiskFull;
    error.sentence = sentence;
    error.detail = m_file.errorString();
    return error;
}

} // namespace tusk::importer
