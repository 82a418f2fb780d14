// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/descriptor.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace tusk::base
{

// A file of ours that only this object writes: open and locked (flock) against every other process, and every
// other object of this one, for its life. Errors are DiskFull or LocalFile with a detail; the sentence is
// left to the caller, who knows what for. Thread: blocks; used by one thread at a time.
class LockedFile final
{
public:
    using Pointer = std::unique_ptr<LockedFile>;

    // Null: there is no such file, or somebody else has it.
    [[nodiscard]] static Result<Pointer> open(const QString &path);
    // An empty file (0600), and its folder (0700) where that is missing, on disk when this returns. Null: the
    // name is taken.
    [[nodiscard]] static Result<Pointer> create(const QString &path);
    Q_DISABLE_COPY_MOVE(LockedFile)

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] qint64 size() const { return m_size; } // bytes
    // False when somebody who does not ask for the lock has deleted or replaced it.
    [[nodiscard]] bool isStillThere() const;
    [[nodiscard]] Result<QByteArray> read() const;

    enum class Sync {
        Now,   // on the medium when append returns
        Later, // survives the end of the program, not that of the machine
    };
    // All or nothing, as far as the file system allows: on an error what was written of it is cut off again.
    [[nodiscard]] Result<void> append(const QByteArray &bytes, Sync sync);
    [[nodiscard]] Result<void> cut(qint64 size);
    // The file holds exactly these bytes, on disk, or on an error what it held before. Even a power cut
    // leaves the one or the other.
    [[nodiscard]] Result<void> replace(const QByteArray &bytes);
    // Gives what is in the file now a second name, which a later replace() leaves alone: path.damaged-1, or a
    // higher number. Returns the name.
    [[nodiscard]] Result<QString> keepCopy() const;
    void remove();

private:
    LockedFile(QString path, Descriptor descriptor, qint64 size);

    QString m_path;
    Descriptor m_descriptor;
    qint64 m_size;
    bool m_tailInDoubt = false; // part of a failed append may still be behind m_size
};

} // namespace tusk::base
