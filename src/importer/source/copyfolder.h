// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/descriptor.h"

#include <QString>

#include <memory>

namespace tusk::importer
{

// Where private copies are made unless somebody says otherwise: beside the unsent actions, on the user's own
// disk.
[[nodiscard]] QString usualCopyFolder();

// A folder for one private copy, which only its user can look into. It is gone with this object; where the
// program was killed before, the next one takes it away.
class CopyFolder final
{
public:
    // Below parent, which is made where it is missing. Null: that is not possible. Blocks for the disk.
    [[nodiscard]] static std::unique_ptr<CopyFolder> make(const QString &parent);
    ~CopyFolder();
    Q_DISABLE_COPY_MOVE(CopyFolder)

    [[nodiscard]] QString filePath(const QString &name) const { return m_path + u'/' + name; }

private:
    CopyFolder(QString path, base::Descriptor lock);

    const QString m_path;
    const base::Descriptor m_lock; // as long as it is held, somebody uses the folder
};

// Takes away what programs have left below parent that are not there any more. Blocks for the disk.
void removeAbandonedCopies(const QString &parent);

} // namespace tusk::importer
