// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/crashworker.h"

#include "domain/actions.h"
#include "models/opendatabase.h"
#include "support/failure.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <QTimer>

#include <unistd.h>

namespace tusk::tests
{

using namespace Qt::StringLiterals;
using models::DatabaseLink;

namespace
{

constexpr auto marker = "--crash-worker"_L1;
constexpr int patience = 60'000; // milliseconds
constexpr int quickLook = 1;     // milliseconds

// The same at every start, as that of a program is.
const domain::InstallationId installation(QUuid(u"01890a5d-ac96-774b-bcce-b302099a8057"_s));

// At once and in one piece: buffers die with the process.
void tell(const QByteArray &word, domain::ActionId id = {})
{
    const QByteArray line = word + (id.isNull() ? QByteArray() : ' ' + id.toString().toLatin1()) + '\n';
    if (write(STDOUT_FILENO, line.constData(), static_cast<size_t>(line.size())) != line.size())
        giveUp(u"nobody listens to the worker"_s);
}

class Worker final
{
public:
    Worker(const base::ConnectionSettings &settings, const QString &unsentFolder)
        : m_device(std::make_unique<Device>(settings, unsentFolder, false, installation))
    {
        const models::Workspace &workspace = m_device->workspace();
        const auto surprise = [] { tell("surprise"); };
        QObject::connect(&workspace, &models::Workspace::handedBackChanged, &m_watch, surprise);
        QObject::connect(&workspace, &models::Workspace::conflictsChanged, &m_watch, surprise);
        QObject::connect(&workspace, &models::Workspace::noticed, &m_watch, [this, surprise] {
            if (m_device->link().state() == DatabaseLink::State::Ready) // before that: what waits
                surprise();
        });
        QObject::connect(&m_watch, &QTimer::timeout, &m_watch, [this] { tellWhatIsKept(); });
        m_watch.start(quickLook);
    }

    void carryOut(const QString &step);

private:
    void perform(const domain::Action &action)
    {
        tell("typing", action.id);
        m_device->workspace().perform(action);
    }
    void add(const QString &title)
    {
        perform(domain::createTodos({m_device->model().newTodo(title)}, now()));
    }
    void edit(const QString &title, const QString &newTitle)
    {
        domain::Todo after = m_device->todo(title);
        after.title = newTitle;
        perform(domain::editTodo(m_device->todo(title), after, now()));
    }
    void undo();
    void chatter(quint32 seed);
    void waitForState(DatabaseLink::State state, const QByteArray &word);
    void waitUntilSaved();
    void tellWhatIsKept();
    [[nodiscard]] bool isAllKept() const;
    [[nodiscard]] QDateTime now() const { return m_device->workspace().now(); }

    std::unique_ptr<Device> m_device;
    QTimer m_watch;
    QSet<domain::ActionId> m_kept;
};

void Worker::carryOut(const QString &step)
{
    const QStringList words = step.split(u':');
    const QString &what = words.first();
    if (what == "open"_L1)
        waitForState(DatabaseLink::State::Ready, "ready");
    else if (what == "offline"_L1)
        waitForState(DatabaseLink::State::Offline, "offline");
    else if (what == "add"_L1)
        add(words.at(1));
    else if (what == "edit"_L1)
        edit(words.at(1), words.at(2));
    else if (what == "complete"_L1)
        perform(domain::completeTodos({m_device->todo(words.at(1))}, now()));
    else if (what == "undo"_L1)
        undo();
    else if (what == "kept"_L1)
        static_cast<void>(QTest::qWaitFor([this] { return isAllKept(); }, patience));
    else if (what == "saved"_L1)
        waitUntilSaved();
    else if (what == "chatter"_L1)
        chatter(words.at(1).toUInt());
    else if (what == "wait"_L1)
        QCoreApplication::exec();
    else if (what == "close"_L1)
        m_device.reset();
    else
        giveUp(u"unknown step "_s + step);
}

// Its id is known once it is under way.
void Worker::undo()
{
    tell("undoing");
    if (!m_device->workspace().undo())
        giveUp(u"there is nothing to undo"_s);
    tell("undone", m_device->workspace().pending().last().action.id);
}

void Worker::chatter(quint32 seed)
{
    QRandomGenerator random(seed);
    for (int number = 0;; ++number) {
        const int rows = m_device->model().rowCount();
        const int choice = random.bounded(100);
        if (choice < 50 || rows == 0)
            add(u"todo %1 of %2"_s.arg(number).arg(seed));
        else if (choice < 75)
            edit(m_device->model().todoAt(random.bounded(rows))->title,
                 u"edit %1 of %2"_s.arg(number).arg(seed));
        else if (choice < 90)
            perform(domain::completeTodos({*m_device->model().todoAt(random.bounded(rows))}, now()));
        else if (m_device->workspace().history().undoLabel())
            undo();
        if (random.bounded(3) == 0)
            QTest::qWait(random.bounded(20));
    }
}

void Worker::waitForState(DatabaseLink::State state, const QByteArray &word)
{
    if (!QTest::qWaitFor([&] { return m_device->link().state() == state; }, patience))
        giveUp(u"the worker is not %1: %2"_s.arg(QString::fromLatin1(word), m_device->link().error().detail));
    tell(word);
}

void Worker::waitUntilSaved()
{
    if (!QTest::qWaitFor([this] { return m_device->isSaved(); }, patience))
        giveUp(u"the worker's actions are not saved"_s);
    tell("saved");
}

void Worker::tellWhatIsKept()
{
    if (!m_device)
        return;
    for (const models::Workspace::Pending &pending : m_device->workspace().pending()) {
        if (!pending.kept || m_kept.contains(pending.action.id))
            continue;
        m_kept.insert(pending.action.id);
        tell("kept", pending.action.id);
    }
}

bool Worker::isAllKept() const
{
    const auto &pending = m_device->workspace().pending();
    return std::all_of(pending.begin(), pending.end(),
                       [this](const auto &one) { return m_kept.contains(one.action.id); });
}

} // namespace

QStringList crashWorker(const base::ConnectionSettings &settings, const QString &unsentFolder,
                        const QStringList &steps)
{
    return QStringList{marker,
                       settings.host,
                       QString::number(settings.port),
                       settings.database,
                       settings.user,
                       settings.password,
                       unsentFolder} +
           steps;
}

bool isCrashWorker(const QStringList &arguments)
{
    return arguments.value(0) == marker;
}

int runCrashWorker(const QStringList &arguments)
{
    base::ConnectionSettings settings;
    settings.host = arguments.at(1);
    settings.port = arguments.at(2).toInt();
    settings.database = arguments.at(3);
    settings.user = arguments.at(4);
    settings.password = arguments.at(5);
    {
        Worker worker(settings, arguments.at(6));
        for (const QString &step : arguments.sliced(7))
            worker.carryOut(step);
    }
    tell("end");
    _exit(0); // what a sanitizer has to say at the end it cannot say while it is traced
}

WorkersTale::WorkersTale(const QByteArray &output)
{
    const qsizetype complete = output.lastIndexOf('\n') + 1;
    for (const QByteArray &line : output.first(complete).split('\n')) {
        const QByteArrayList parts = line.split(' ');
        words.append(parts.first());
        const auto id = domain::ActionId::fromString(QString::fromLatin1(parts.value(1)));
        if (parts.first() == "typing" || parts.first() == "undoing")
            ++begun;
        if (parts.first() == "typing" || parts.first() == "undone")
            typed.append(id);
        else if (parts.first() == "kept")
            kept.append(id);
    }
}

} // namespace tusk::tests
