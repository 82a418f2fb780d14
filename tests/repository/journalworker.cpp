// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "repository/journalworker.h"

#include "data/repository/actionjournal.h"
#include "repository/journalfolder.h"
#include "support/failure.h"

#include <QRandomGenerator>

#include <algorithm>
#include <unistd.h>

namespace tusk::tests
{

using namespace Qt::StringLiterals;
using repository::ActionJournal;

namespace
{

constexpr qsizetype largeLabel = 60'000;

// At once and in one piece: buffers die with the process.
void tell(const QByteArray &word, int number = 0)
{
    const QByteArray line = word + ' ' + QByteArray::number(number) + '\n';
    if (write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
        giveUp(u"nobody listens to the worker"_s);
}

class Worker final
{
public:
    explicit Worker(const QString &folder)
        : m_folder(folder)
    {
    }

    void open(std::optional<domain::DatabaseId> database)
    {
        m_journal = std::make_unique<ActionJournal>(m_folder);
        remember(m_journal->open(database));
    }
    void bind() { remember(m_journal->bind(databaseNumber())); }
    void keep(int number, qsizetype labelSize = 0)
    {
        tell("keeping", number);
        if (const auto kept = m_journal->append(numberedAction(number, labelSize)); !kept)
            giveUp(kept.error().detail);
        tell("kept", number);
        m_open.append(number);
    }
    void settle(int number)
    {
        tell("settling", number);
        m_journal->settle(numberedAction(number).id);
        tell("settled", number);
        m_open.removeOne(number);
    }
    [[nodiscard]] const QList<int> &open() const { return m_open; }

private:
    void remember(const base::Result<repository::UnsentRecords> &records)
    {
        if (!records)
            giveUp(records.error().detail);
        m_open = numbersOf(records->actions);
    }

    const QString m_folder;
    std::unique_ptr<ActionJournal> m_journal;
    QList<int> m_open;
};

void waitForEndOfInput()
{
    tell("waiting");
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) > 0) {
    }
}

void carryOut(Worker &worker, const QString &step)
{
    const QString what = step.section(u':', 0, 0);
    const int number = step.section(u':', 1).toInt();
    if (what == u"open")
        worker.open(databaseNumber());
    else if (what == u"open-new")
        worker.open(std::nullopt);
    else if (what == u"bind")
        worker.bind();
    else if (what == u"keep")
        worker.keep(number);
    else if (what == u"keep-large")
        worker.keep(number, largeLabel);
    else if (what == u"settle")
        worker.settle(number);
    else if (what == u"wait")
        waitForEndOfInput();
    else
        giveUp(u"unknown step "_s + step);
}

[[noreturn]] void goOnAtRandom(Worker &worker, quint32 seed, int number)
{
    constexpr int enough = 40;
    QRandomGenerator random(seed);
    worker.open(random.bounded(2) == 0 ? std::optional(databaseNumber()) : std::nullopt);
    for (;;) {
        const int choice = random.bounded(100);
        const bool shallSettle = choice < (worker.open().size() > enough ? 75 : 35);
        if (shallSettle && !worker.open().isEmpty())
            worker.settle(worker.open().at(random.bounded(int(worker.open().size()))));
        else if (choice < 95)
            worker.keep(number++, random.bounded(10) == 0 ? largeLabel : random.bounded(4'000));
        else if (choice < 98)
            worker.bind();
        else
            worker.open(databaseNumber());
    }
}

} // namespace

int runJournalWorker(const QStringList &arguments)
{
    Worker worker(arguments.at(1));
    tell("begin");
    if (arguments.at(0) == u"random")
        goOnAtRandom(worker, arguments.at(2).toUInt(), arguments.at(3).toInt());
    for (const QString &step : arguments.sliced(2))
        carryOut(worker, step);
    _exit(0); // as if killed, at the end
}

WorkerAccount::WorkerAccount(const QList<int> &before)
    : m_certain(before.begin(), before.end())
{
    for (const int number : before)
        m_highest = std::max(m_highest, number);
}

void WorkerAccount::read(const QByteArray &told)
{
    const qsizetype complete = told.lastIndexOf('\n') + 1;
    for (const QByteArray &line : told.first(complete).split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        if (blank > 0)
            take(line.first(blank), line.sliced(blank + 1).toInt());
    }
}

void WorkerAccount::take(const QByteArray &word, int number)
{
    m_highest = std::max(m_highest, number);
    if (word == "keeping") {
        m_possible.insert(number);
    } else if (word == "kept") {
        m_possible.remove(number);
        m_certain.insert(number);
        ++m_keptSince;
    } else if (word == "settling") {
        m_certain.remove(number);
        m_possible.insert(number);
    } else if (word == "settled") {
        m_possible.remove(number);
        m_settled.insert(number);
    }
}

QString WorkerAccount::complaint(const QList<int> &found) const
{
    QStringList complaints;
    const QSet<int> set(found.begin(), found.end());
    for (const int number : m_certain - set)
        complaints.append(u"%1 is lost"_s.arg(number));
    for (const int number : set - m_certain - m_possible)
        complaints.append(u"%1 is back"_s.arg(number));
    if (set.size() != found.size())
        complaints.append(u"one is there twice"_s);
    if (!std::ranges::is_sorted(found))
        complaints.append(u"the order is lost"_s);
    return complaints.join(u", "_s);
}

} // namespace tusk::tests
