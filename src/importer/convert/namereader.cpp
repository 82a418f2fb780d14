// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/namereader.h"

#include "importer/convert/conversionoptions.h"
#include "importer/convert/rowathand.h"
#include "importer/convert/textrules.h"
#include "importer/values/textvalue.h"

#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

NameReader::NameReader(const Mapping &mapping, const ConversionOptions &options, RowAtHand &row)
    : m_mapping(mapping)
    , m_options(options)
    , m_row(row)
{
}

TodoNames NameReader::read()
{
    const SourceValue storedList = m_row.value(Target::List);
    const QString own = listName();
    const QString owner = m_options.ownersAreLists ? ownerName() : QString();
    const QString wanted = !own.isEmpty() ? own : owner.isEmpty() ? m_options.list : owner;
    TodoNames read;
    read.list = checked(wanted, Target::List, storedList);
    const SourceValue storedTags = m_row.value(Target::Tags);
    QStringList names = tagNames();
    // Its list does not say whose it is.
    if (!own.isEmpty() && !owner.isEmpty() && own.compare(owner, Qt::CaseInsensitive) != 0)
        names.append(owner);
    for (const QString &name : std::as_const(names)) {
        if (const QString tag = checked(name, Target::Tags, storedTags); !tag.isEmpty())
            read.tags.append(tag);
    }
    return read;
}

QStringList NameReader::tagNames()
{
    if (m_row.value(Target::Tags).isNull())
        return {};
    const QString names = m_row.text(Target::Tags);
    if (m_mapping.isExact)
        return namesInJson(names);
    const NamesValue read = readNamesValue(names);
    if (!read.isCertain)
        m_row.repair(RepairKind::UncertainTags, Target::Tags, m_row.value(Target::Tags));
    return read.names;
}

// Empty: the file does not say.
QString NameReader::listName()
{
    const QString own = m_mapping.has(Target::List) ? m_row.text(Target::List) : QString();
    // What other programs call so is no list here.
    const bool isInbox = !m_mapping.isExact && own.trimmed().compare("inbox"_L1, Qt::CaseInsensitive) == 0;
    if (own.trimmed().isEmpty() && m_mapping.has(Target::List)) {
        const SourceValue wanted = m_row.column(listReferenceColumn);
        if (!meansNobody(wanted))
            m_row.repair(RepairKind::MissingList, Target::List, wanted);
    }
    return own.trimmed().isEmpty() || isInbox ? QString() : own;
}

QString NameReader::ownerName() const
{
    const QByteArray owner = m_row.value(Target::Owner).toText();
    return m_options.ownerNames.value(owner, QString::fromUtf8(owner)).trimmed();
}

QString NameReader::checked(const QString &name, Target target, const SourceValue &original)
{
    const LineText line = m_mapping.isExact && fitsName(name) ? LineText{.text = name} : asName(name);
    if (line.wasCut) {
        m_row.repair(RepairKind::LongName, target, original);
        m_row.keep(target, line.whole);
    }
    return line.isBlank ? QString() : line.text;
}

} // namespace tusk::importer
