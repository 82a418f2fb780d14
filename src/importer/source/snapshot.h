// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/source/copyfolder.h"

#include <QString>

#include <memory>
#include <stop_token>

namespace tusk::importer
{

// A private copy of a file; of a database together with its write-ahead log or its journal, in one consistent
// state, so that nothing is ever written next to the source: reading such a database means to repair it
// first where its program was interrupted. The copy is gone with this object.
class Snapshot final
{
public:
    // Into a new folder of ours below folder, which is made where it is missing. Blocks for the disk, not on
    // the GUI thread; ends soon after a stop is requested. Waits up to 2 s for another program that is just
    // writing.
    [[nodiscard]] static base::Result<Snapshot> take(const QString &source, const QString &folder,
                                                     const std::stop_token &stop);

    [[nodiscard]] const QString &source() const { return m_source; } // as it was given
    [[nodiscard]] QString file() const;                              // the copy
    [[nodiscard]] qint64 size() const { return m_size; }             // bytes of the source
    [[nodiscard]] bool hasLog() const { return m_hasLog; }           // there was a -wal with something in it
    // Its program keeps a -wal and there is none: it ended properly, or the file was copied alone.
    [[nodiscard]] bool lacksLog() const { return m_lacksLog; }
    // The -journal has a change that was begun and not finished: it is not in the copy.
    [[nodiscard]] bool hasOpenChange() const { return m_hasOpenChange; }
    // There is half a change in the file and no -journal to take it back. What only changed within the file
    // looks like any other, so true is certain and false is not.
    [[nodiscard]] bool lacksJournal() const { return m_lacksJournal; }
    // False: it is a text.
    [[nodiscard]] bool isDatabase() const { return m_isDatabase; }
    // It ends before its end.
    [[nodiscard]] bool isCutOff() const { return m_isCutOff; }

private:
    Snapshot(QString source, std::unique_ptr<CopyFolder> folder);

    base::Result<void> copy(const std::stop_token &stop);

    QString m_source;
    std::unique_ptr<CopyFolder> m_folder;
    qint64 m_size = 0;
    bool m_isDatabase = true;
    bool m_hasLog = false;
    bool m_lacksLog = false;
    bool m_hasOpenChange = false;
    bool m_lacksJournal = false;
    bool m_isCutOff = false;
};

} // namespace tusk::importer
