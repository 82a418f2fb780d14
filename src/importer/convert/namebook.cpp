// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/namebook.h"

#include "base/uuidv7.h"

#include <QMap>

#include <algorithm>

namespace tusk::importer
{

namespace
{

constexpr qsizetype mostAsked = 50'000; // that are kept: a file may have as many tags as todos

} // namespace

void NameBook::learn(const QByteArray &id, const QString &name, bool isArchived)
{
    if (isArchived)
        m_archived.insert(id, name);
    m_ids.insert(name.toLower(), id);
    m_alike.insert(looksOf(name), id);
    m_known.insert(id);
}

void NameBook::learnFormer(const QByteArray &id, const QString &name, bool isThere, bool isArchived)
{
    const QString folded = name.toLower();
    QList<QByteArray> &former = m_former[folded];
    if (!former.contains(id))
        former.append(id);
    if (isThere)
        learn(id, name, isArchived);
    else
        m_gone.insert(folded, id);
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
    const QString folded = name.toLower();
    QByteArray &id = m_ids[folded];
    if (id.isEmpty())
        id = idOfNew(name);
    if (!m_asked.contains(folded) && m_asked.size() < mostAsked)
        m_asked.insert(folded, name);
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
    const Entry entry = expected == m_expected.cend() ? newEntry(name) : *expected;
    const bool isBack = entry.id == m_gone.value(name.toLower());
    if (!isBack || !m_back.contains(entry.id)) // it may have had two names
        m_added.append(entry);
    if (isBack)
        m_back.insert(entry.id);
    if (alike.isEmpty())
        alike = entry.id;
    return entry.id;
}

// Rows of the source that say what they said have the same hash so, whoever deleted the list or tag since.
NameBook::Entry NameBook::newEntry(const QString &name) const
{
    const QByteArray gone = m_gone.value(name.toLower());
    const bool isFree = !gone.isEmpty() && std::ranges::none_of(m_expected, [&gone](const Entry &each) {
        return each.id == gone;
    });
    return {isFree ? gone : base::makeUuidV7().toByteArray(QUuid::WithoutBraces), name};
}

// macOS has the accents of “Café” apart from their letters.
QString NameBook::looksOf(const QString &name) const
{
    const QString looks = name.normalized(QString::NormalizationForm_C).toLower();
    return m_areWords ? looks.simplified().replace(QLatin1Char(' '), QLatin1Char('_')) : looks;
}

QStringList NameBook::archived() const
{
    QStringList names;
    for (const QByteArray &id : m_askedOfArchived)
        names.append(m_archived.value(id));
    names.sort(Qt::CaseInsensitive);
    return names;
}

void NameBook::keepAdded(const QSet<QByteArray> &ids)
{
    m_added.removeIf([&ids](const Entry &each) { return !ids.contains(each.id); });
}

QList<NameBook::Entry> NameBook::used() const
{
    QMap<QString, Entry> used;
    for (const Entry &entry : m_added)
        used.insert(entry.name, {entry.id, entry.name});
    for (const auto &[folded, name] : m_asked.asKeyValueRange())
        used.insert(name, {m_ids.value(folded), name});
    return used.values();
}

QHash<QByteArray, QList<QByteArray>> NameBook::formerIds() const
{
    QHash<QByteArray, QList<QByteArray>> others;
    for (const auto &[folded, name] : m_asked.asKeyValueRange()) {
        const QByteArray id = m_ids.value(folded);
        for (const QByteArray &former : m_former.value(folded)) {
            if (former != id && !others.value(id).contains(former))
                others[id].append(former);
        }
    }
    return others;
}

} // namespace tusk::importer
