// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace tusk::tests
{

// A process of its own that keeps and settles actions and tells about it on its standard output, to be killed
// at any moment. The test program starts itself again for it: its main() calls this with the arguments behind
// "--worker". Returns the exit code.
//
//   script FOLDER STEP…  the steps in order: open, open-new, bind, keep:N, keep-large:N, settle:N, wait (for
//                        the end of standard input). It then ends without closing anything.
//   random FOLDER SEED N keeps on at random, numbers from N on, until it is killed.
int runJournalWorker(const QStringList &arguments);

// What a worker has told, and so what has to be in its files after its end.
class WorkerAccount final
{
public:
    // before: the numbers that waited in the files when the worker began.
    explicit WorkerAccount(const QList<int> &before = {});
    void read(const QByteArray &told);

    // Empty when found is what has to be there: each kept one once, in order, no settled one. Else what is
    // wrong. Only what was going on at the moment of the end may be there or not.
    [[nodiscard]] QString complaint(const QList<int> &found) const;
    [[nodiscard]] int highest() const { return m_highest; } // of all numbers that were ever told
    [[nodiscard]] int keptSince() const { return m_keptSince; }

private:
    void take(const QByteArray &word, int number);

    QSet<int> m_certain; // has to be there
    QSet<int> m_possible;
    QSet<int> m_settled; // must not be there
    int m_highest = 0;
    int m_keptSince = 0;
};

} // namespace tusk::tests
