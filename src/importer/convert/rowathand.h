// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/convert/findings.h"
#include "importer/mapping/mapping.h"
#include "importer/source/sourcevalue.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace tusk::importer
{

class RowCursor;

// The row that is being converted: its values by what they become, with what had to be repaired of them and
// what no field takes. Whoever converts a part of it adds to these. Thread: one.
class RowAtHand final
{
public:
    // The mapping must outlive this.
    explicit RowAtHand(const Mapping &mapping);
    Q_DISABLE_COPY_MOVE(RowAtHand)

    // Another one, at which the cursor of selectOf(mapping) stays until the next.
    void take(const RowCursor &row);
    // By which its repairs name it; before the first of them.
    void identify(const QByteArray &sourceId) { m_sourceId = sourceId; }

    [[nodiscard]] qint64 number() const { return m_number; } // the first row is 1
    [[nodiscard]] SourceValue value(Target target) const;
    [[nodiscard]] SourceValue column(int column) const; // of selectOf(mapping), for those of no target
    [[nodiscard]] QString text(Target target);          // says what is no text

    void repair(RepairKind kind, Target target, const SourceValue &original);
    void repair(RepairKind kind, const QString &column, const SourceValue &original);
    // What the reader of its file has repaired in it already.
    void repairAsRead();
    // A line for the notes.
    void keep(Target target, const QString &words);

    [[nodiscard]] const QList<Repair> &repairs() const { return m_repairs; }
    [[nodiscard]] const QStringList &kept() const { return m_kept; }

private:
    const Mapping &m_mapping;
    const RowCursor *m_row = nullptr;
    qint64 m_number = 0;
    QByteArray m_sourceId;
    QList<Repair> m_repairs;
    QStringList m_kept;
};

// Whether it stands for no reference.
[[nodiscard]] bool isNoReference(const SourceValue &value);
// Whether it does where nothing is called so: -1, “null”, a number of zeros only, and the like.
[[nodiscard]] bool meansNobody(const SourceValue &value);

} // namespace tusk::importer
