// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/namebook.h"

#include "base/uuidv7.h"

namespace tusk::importer
{

void NameBook::learn(const QByteArray &id, const QString &name)
{
    m_ids.insert(name.toLower(), id);
}

QByteArray NameBook::idOf(const QString &name)
{
    m_isUsed = true;
    QByteArray &id = m_ids[name.toLower()];
    if (id.isEmpty()) {
        id = base::makeUuidV7().toByteArray(QUuid::WithoutBraces);
        m_added.append({id, name});
    }
    return id;
}

} // namespace tusk::importer
