// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/namebook.h"

#include "base/uuidv7.h"

namespace tusk::importer
{

namespace
{

// macOS has the accents of “Café” apart from their letters.
QString looksOf(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toLower();
}

} // namespace

void NameBook::learn(const QByteArray &id, const QString &name, bool isArchived)
{
    if (isArchived)
        m_archived.insert(id, name);
    m_ids.insert(name.toLower(), id);
    m_alike.insert(looksOf(name), id);
    m_known.insert(id);
}

void NameBook::expect(const Entry &entry)
{
    const QString folded = entry.name.toLower();
    if (m_ids.contains(folded) || m_expected.contains(folded))
        return;
    if (m_known.contains(entry.id)) {
        m_ids.insert(folded, entry.id);
        return;
    }
    m_expected.insert(folded, entry);
    m_expectedOrder.append(folded);
}

void NameBook::addExpected()
{
    for (const QString &name : std::as_const(m_expectedOrder)) {
        if (!m_ids.contains(name)) {
            m_ids.insert(name, m_expected.value(name).id);
            m_added.append(m_expected.value(name));
        }
    }
}

QByteArray NameBook::idOf(const QString &name)
{
    m_isUsed = true;
    QByteArray &id = m_ids[name.toLower()];
    if (id.isEmpty())
        id = idOfNew(name);
    if (m_archived.contains(id))
        m_askedOfArchived.insert(id);
    return id;
}

// What a file of Tusk has itself is what it is; any other name is one that looks the same.
QByteArray NameBook::idOfNew(const QString &name)
{
    const auto expected = m_expected.constFind(name.toLower());
    QByteArray &alike = m_alike[looksOf(name)];
    if (expected == m_expected.cend() && !alike.isEmpty())
        return alike;
    const Entry entry = expected == m_expected.cend()
                            ? Entry{base::makeUuidV7().toByteArray(QUuid::WithoutBraces), name}
                            : *expected;
    m_added.append(entry);
    if (alike.isEmpty())
        alike = entry.id;
    return entry.id;
}

QStringList NameBook::archived() const
{
    QStringList names;
    for (const QByteArray &id : m_askedOfArchived)
        names.append(m_archived.value(id));
    names.sort(Qt::CaseInsensitive);
    return names;
}

} // namespace tusk::importer
