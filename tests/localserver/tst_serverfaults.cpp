// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/clusterfiles.h"
#include "localserver/servercontrol.h"
#include "sandbox.h"
#include "serveruser.h"
#include "support/sqlclient.h"
#include "support/testcase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <csignal>
#include <cstring>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>

using namespace tusk;
using namespace tusk::localserver;
using namespace Qt::StringLiterals;
using tests::Sandbox;
using tests::ServerUser;
using tests::SqlClient;

namespace
{

constexpr int patience = 20'000; // milliseconds, for machines that are busy

// A process that has nothing to do with PostgreSQL, under the account that runs the server: to PostgreSQL its
// number looks like that of a living server.
class Stranger final
{
public:
    explicit Stranger(const Account &account)
        : m_pid(fork())
    {
        if (m_pid != 0)
            return;
        if (geteuid() != account.user && setresuid(account.user, account.user, account.user) < 0)
            _exit(1);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (;;)
            pause();
    }
    ~Stranger()
    {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }
    Q_DISABLE_COPY_MOVE(Stranger)

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] bool isAlive() const { return waitpid(m_pid, nullptr, WNOHANG) == 0; }

private:
    pid_t m_pid;
};

// A process that never asks for the exit code of its dead child, like the first process of some containers.
class Negligent final
{
public:
    Negligent()
        : m_child(static_cast<pid_t *>(
              mmap(nullptr, sizeof(pid_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
        , m_pid(fork())
    {
        if (m_pid != 0)
            return;
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        const pid_t child = fork();
        if (child == 0)
            _exit(0);
        *m_child = child;
        for (;;)
            pause();
    }
    ~Negligent()
    {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
        munmap(m_child, sizeof(pid_t));
    }
    Q_DISABLE_COPY_MOVE(Negligent)

    [[nodiscard]] pid_t child() const { return *m_child; }

private:
    pid_t *m_child; // shared with the process
    pid_t m_pid;
};

// Children of a process, by /proc.
QList<pid_t> childrenOf(pid_t parent)
{
    QList<pid_t> children;
    const QStringList numbers = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &number : numbers) {
        const std::optional<ProcessFacts> facts = processFacts(number.toInt());
        if (facts && facts->parent == parent)
            children.append(number.toInt());
    }
    return children;
}

// Whether or not its parent has asked for the exit code yet.
bool hasEnded(pid_t pid)
{
    const std::optional<ProcessFacts> facts = processFacts(pid);
    return !facts || facts->state == 'Z';
}

} // namespace

// What the server and its users have to survive, or to explain.
class TestServerFaults final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<Sandbox> m_sandbox;
    const Cancellation m_never;

    void prepare() override { m_sandbox = std::make_unique<Sandbox>(); }
    [[nodiscard]] QString cluster() const { return m_sandbox->location().cluster; }
    [[nodiscard]] QString pidFile() const { return cluster() + u"/postmaster.pid"_s; }
    [[nodiscard]] std::unique_ptr<ServerControl> control(ServerLimits limits = {}) const
    {
        return std::make_unique<ServerControl>(m_sandbox->environment(), m_sandbox->location(), limits);
    }
    [[nodiscard]] base::ConnectionSettings acquire(ServerControl &control) const
    {
        const base::Result<base::ConnectionSettings> settings = control.acquire(m_never);
        if (!settings)
            qWarning().noquote() << settings.error().sentence << settings.error().detail;
        return settings ? *settings : base::ConnectionSettings();
    }
    [[nodiscard]] ServerStatus status() const
    {
        const base::Result<ServerStatus> status = control()->status();
        return status ? *status : ServerStatus();
    }
    // The postmaster and all of its children at once, as a power cut would.
    static void kill9(const ProcessHandle &postmaster)
    {
        const QList<pid_t> children = childrenOf(postmaster.pid());
        postmaster.send(SIGSTOP); // it must not start new ones
        for (const pid_t child : children)
            kill(child, SIGKILL);
        postmaster.send(SIGKILL);
        const Cancellation never;
        QCOMPARE(postmaster.waitForEnd(QDeadlineTimer(10'000), never), Waited::Ready);
        for (const pid_t child : children)
            QTRY_VERIFY_WITH_TIMEOUT(hasEnded(child), patience);
    }
    void replaceInPidFile(const QByteArray &first) const
    {
        QFile file(pidFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QList<QByteArray> lines = file.readAll().split('\n');
        lines[0] = first;
        tests::write(pidFile(), lines.join('\n'));
    }
    // A cluster whose server was killed, with one committed row.
    void addCrashedCluster() const
    {
        m_sandbox->addCluster();
        ServerUser user(m_sandbox->environment());
        QVERIFY(!user.ask("acquire").startsWith(u"error"_s));
        SqlClient(settings()).rows(u"CREATE TABLE kept AS SELECT 'milk' AS title"_s);
        const std::optional<ProcessHandle> server = ProcessHandle::open(status().pid);
        QVERIFY(server);
        kill9(*server);
        user.kill9();
        QVERIFY(QFile::exists(pidFile()));
    }
    // Its server stands for a long recovery: it never becomes ready by itself.
    [[nodiscard]] Environment endlesslyRecovering() const
    {
        Environment environment = m_sandbox->environment();
        environment.binariesFolder =
            m_sandbox
                ->fakeBinaries({}, "printf '%s\\n' $$ $2 1 5432 $4 '' '1 2' starting > postmaster.pid\n"
                                   "exec tail -f $2/postmaster.pid")
                .folder;
        return environment;
    }
    [[nodiscard]] base::ConnectionSettings settings() const
    {
        return tests::settingsFor(m_sandbox->location().sockets);
    }
    void verifyRunsWithItsRow() const
    {
        const std::unique_ptr<ServerControl> user = control();
        const base::ConnectionSettings found = acquire(*user);
        QCOMPARE(SqlClient(found).rows(u"SELECT title FROM kept"_s).value(0).value(0), u"milk"_s);
        QVERIFY(user->release().hasValue());
        QVERIFY(!status().running);
    }
    void verifyRefusedUntouched(base::ErrorKind kind, const QString &words) const
    {
        const QString parent = QFileInfo(cluster()).path();
        const QStringList before = Sandbox::fingerprint(parent);
        const base::Result<base::ConnectionSettings> settings = control()->acquire(m_never);
        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, kind);
        QVERIFY2(settings.error().sentence.contains(words), qPrintable(settings.error().sentence));
        QCOMPARE(Sandbox::fingerprint(parent), before);
    }

private Q_SLOTS:
    void cleanup() { m_sandbox.reset(); }

    void trap47_shouldStartDespiteAStalePidFile()
    {
        addCrashedCluster();
        verifyRunsWithItsRow();
    }

    void trap47_shouldStartDespiteARecycledPidFile()
    {
        addCrashedCluster();
        const Stranger stranger(m_sandbox->location().account);
        replaceInPidFile(QByteArray::number(stranger.pid()));
        verifyRunsWithItsRow();
        QVERIFY(stranger.isAlive());
    }

    void trap47_shouldStartDespiteARecycledSocketLock()
    {
        addCrashedCluster();
        const Stranger stranger(m_sandbox->location().account);
        const QString lock = m_sandbox->location().sockets + u"/.s.PGSQL.5432.lock"_s;
        QVERIFY(QFile::exists(lock));
        tests::write(lock, QByteArray::number(stranger.pid()) + "\n/data\n1\n5432\n/run\n");
        verifyRunsWithItsRow();
        QVERIFY(stranger.isAlive());
    }

    void trap47_shouldStartDespiteAnEmptyPidFile()
    {
        addCrashedCluster();
        tests::write(pidFile(), {});
        verifyRunsWithItsRow();
    }

    void trap47_shouldStartDespiteAZombiePostmaster()
    {
        addCrashedCluster();
        const Negligent parent;
        QTRY_VERIFY_WITH_TIMEOUT(processFacts(parent.child()) && processFacts(parent.child())->state == 'Z',
                                 patience);
        replaceInPidFile(QByteArray::number(parent.child()));
        verifyRunsWithItsRow();
        QCOMPARE(processFacts(parent.child())->state, 'Z');
    }

    void trap47_shouldNeverDeleteTheLockOfALivingServer()
    {
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        QVERIFY(!acquire(*user).host.isEmpty());
        const QStringList before = Sandbox::fingerprint(m_sandbox->location().sockets);
        struct stat first = {};
        QCOMPARE(stat(qUtf8Printable(pidFile()), &first), 0);

        ServerControl other(m_sandbox->environment(), m_sandbox->location());
        QVERIFY(!acquire(other).host.isEmpty());
        removeDeadLocks(m_sandbox->location(), m_sandbox->location().sockets);

        struct stat second = {};
        QCOMPARE(stat(qUtf8Printable(pidFile()), &second), 0);
        QCOMPARE(second.st_ino, first.st_ino);
        QCOMPARE(Sandbox::fingerprint(m_sandbox->location().sockets), before);
    }

    void trap47_shouldNotStartASecondServerWhenThePidFileLies()
    {
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        QVERIFY(!acquire(*user).host.isEmpty());
        QFile file(pidFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray truth = file.readAll();
        const Stranger stranger(m_sandbox->location().account);
        replaceInPidFile(QByteArray::number(stranger.pid()));

        const base::Result<base::ConnectionSettings> second =
            control({.orphans = std::chrono::milliseconds(50)})->acquire(m_never);

        QVERIFY(!second);
        QVERIFY(second.error().detail.contains(QString::number(user->postmaster().pid())));
        QVERIFY(QFile::exists(pidFile()));
        QVERIFY(!user->postmaster().hasEnded());
        tests::write(pidFile(), truth);
    }

    void trap47_shouldWaitForTheOrphansOfAKilledPostmaster()
    {
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        SqlClient busy(acquire(*user));
        QVERIFY(busy.isConnected());
        // Stopped, this one cannot notice that its postmaster is gone.
        const pid_t orphan = busy.backendPid();
        kill(orphan, SIGSTOP);
        user->postmaster().send(SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(user->postmaster().hasEnded(), patience);

        const base::Result<base::ConnectionSettings> tooEarly =
            control({.orphans = std::chrono::milliseconds(50)})->acquire(m_never);
        QVERIFY(!tooEarly);
        QVERIFY2(tooEarly.error().detail.contains(u"of an earlier server"_s),
                 qPrintable(tooEarly.error().detail));

        kill(orphan, SIGCONT);
        QVERIFY(!acquire(*user).host.isEmpty());
    }

    void trap47_shouldRefuseAServerThatAnswersFromElsewhere()
    {
        // As from a container that shares the folder: the socket answers, the process is not to be seen.
        m_sandbox->addCluster();
        const QString folder = m_sandbox->path(u"s"_s);
        QVERIFY(QDir().mkdir(folder));
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, qUtf8Printable(folder + u"/.s.PGSQL.5432"_s),
                     sizeof address.sun_path - 1);
        const FileDescriptor listener(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        QCOMPARE(bind(listener.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(listen(listener.get(), 5), 0);
        const Stranger stranger(m_sandbox->location().account);
        tests::write(pidFile(), QByteArray::number(stranger.pid()) + "\n/data\n1\n5432\n" + folder.toUtf8() +
                                    "\n\n1 2\nready\n");

        const base::Result<base::ConnectionSettings> settings = control()->acquire(m_never);

        QVERIFY(!settings);
        QVERIFY2(settings.error().sentence.contains(cluster()), qPrintable(settings.error().sentence));
        QVERIFY(QFile::exists(pidFile()));
    }

    void trap48_shouldFindTheServerAgainAfterTheProgramWasKilled()
    {
        m_sandbox->addCluster();
        pid_t server = 0;
        {
            ServerUser user(m_sandbox->environment());
            QCOMPARE(user.ask("acquire"), m_sandbox->location().sockets);
            server = status().pid;
            user.kill9();
        }
        QVERIFY(status().running);
        QCOMPARE(status().users, 0);

        const std::unique_ptr<ServerControl> next = control();
        QVERIFY(!acquire(*next).host.isEmpty());
        QCOMPARE(next->postmaster().pid(), server);
    }

    void trap48_shouldHaveEveryCommittedRowAfterEverythingWasKilled()
    {
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        const base::ConnectionSettings found = acquire(*user);
        SqlClient(found).rows(u"CREATE TABLE written (id int PRIMARY KEY)"_s);
        int committed = 0;
        {
            SqlClient writer(found);
            QElapsedTimer timer;
            timer.start();
            // Checkpoints meanwhile, so that the crash finds the files half-way.
            while (timer.elapsed() < 150 || committed < 50) {
                QVERIFY(writer.ask(u"INSERT INTO written VALUES (%1)"_s.arg(++committed)).ok);
                if (committed % 40 == 0)
                    QVERIFY(writer.ask(u"CHECKPOINT"_s).ok);
            }
            kill9(user->postmaster());
        }

        const base::ConnectionSettings again = acquire(*user);

        const QStringList row = SqlClient(again).rows(u"SELECT count(*), max(id) FROM written"_s).value(0);
        QCOMPARE(row, QStringList({QString::number(committed), QString::number(committed)}));
    }

    void shouldTellThatTheServerRecovers()
    {
        addCrashedCluster();
        ServerControl user(endlesslyRecovering(), m_sandbox->location());
        const localserver::Cancellation enough;
        QList<ServerState> states;

        const base::Result<base::ConnectionSettings> settings =
            user.acquire(enough, [&states, &enough](ServerState state) {
                states.append(state);
                if (state == ServerState::Recovering)
                    enough.cancel();
            });

        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, base::ErrorKind::Cancelled);
        QCOMPARE(states, QList({ServerState::Starting, ServerState::Recovering}));
    }

    void shouldGiveUpWaitingForAServerThatDoesNotBecomeReady()
    {
        addCrashedCluster();
        ServerControl user(endlesslyRecovering(), m_sandbox->location(),
                           {.start = std::chrono::milliseconds(300)});
        const base::Result<base::ConnectionSettings> settings = user.acquire(m_never, [](ServerState) {});
        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, base::ErrorKind::Timeout);
    }

    void trap49_shouldExplainAVersionThatIsNoLongerInstalled()
    {
        m_sandbox->addCluster();
        tests::write(cluster() + u"/PG_VERSION"_s, "14\n");
        verifyRefusedUntouched(base::ErrorKind::LocalServer, u"“postgresql-14”"_s);
    }

    void trap49_shouldOfferTheLastDumpOfAVersionThatIsNoLongerInstalled()
    {
        m_sandbox->addCluster();
        tests::write(cluster() + u"/PG_VERSION"_s, "9.6\n");
        tests::write(m_sandbox->location().dumps + u"/tusk-20250101-000000-000.dump"_s, "older");
        const QString newest = m_sandbox->location().dumps + u"/tusk-20250202-000000-000.dump"_s;
        tests::write(newest, "newest");
        verifyRefusedUntouched(base::ErrorKind::LocalServer, newest);
    }

    void trap50_shouldExplainAFullDiskAndStartWhenThereIsRoomAgain()
    {
        if (geteuid() != 0)
            QSKIP("only root can mount a small disk");
        const ClusterLocation usual = m_sandbox->location();
        const QString disk = m_sandbox->path(u"disk"_s);
        QVERIFY(QDir().mkdir(disk));
        QCOMPARE(mount("tmpfs", disk.toUtf8().constData(), "tmpfs", 0, "size=80m,mode=0755"), 0);
        m_sandbox->addCluster();
        ClusterLocation location = usual;
        location.cluster = disk + u"/cluster"_s;
        tests::runTool({u"cp"_s, u"-a"_s, usual.cluster, location.cluster});
        fillDisk(disk);

        ServerControl user(m_sandbox->environment(), location);
        const base::Result<base::ConnectionSettings> full = user.acquire(m_never);
        QFile::remove(disk + u"/fill"_s);
        const base::Result<base::ConnectionSettings> roomy = user.acquire(m_never);
        const base::Result<void> released = user.release();
        QCOMPARE(umount2(disk.toUtf8().constData(), MNT_DETACH), 0);

        QVERIFY(!full);
        QCOMPARE(full.error().kind, base::ErrorKind::DiskFull);
        QVERIFY2(full.error().sentence.contains(location.cluster), qPrintable(full.error().sentence));
        QVERIFY2(roomy, qPrintable(roomy ? QString() : roomy.error().detail));
        QVERIFY(released);
    }

    void shouldTouchNothingWhenNoServerIsInstalled()
    {
        Environment environment = m_sandbox->environment();
        environment.packagesFolder = m_sandbox->path(u"empty"_s);
        ServerControl user(environment, m_sandbox->location());

        const base::Result<base::ConnectionSettings> settings = user.acquire(m_never);

        QVERIFY(!settings);
        QVERIFY2(settings.error().sentence.contains(u"“postgresql”"_s),
                 qPrintable(settings.error().sentence));
        QVERIFY(!QFile::exists(QFileInfo(cluster()).path()));
    }

    void shouldTouchNothingInAFolderOfOtherThings()
    {
        tests::write(cluster() + u"/holiday.jpg"_s, "picture");
        QVERIFY(geteuid() != 0 ||
                chown(qUtf8Printable(cluster()), m_sandbox->location().account.user, 0) == 0);
        verifyRefusedUntouched(base::ErrorKind::LocalServer, cluster());
        QVERIFY(!control()->stop());
        QVERIFY(!control()->status());
    }

    void shouldAttachToAServerWhoseProgramsAreGone()
    {
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        QVERIFY(!acquire(*user).host.isEmpty());
        Environment environment = m_sandbox->environment();
        environment.packagesFolder = m_sandbox->path(u"empty"_s);
        ServerControl other(environment, m_sandbox->location());
        QCOMPARE(acquire(other).host, m_sandbox->location().sockets);
    }

    void shouldShowWhatTheServerSaidWhenItDoesNotStart()
    {
        m_sandbox->addCluster();
        QFile configuration(cluster() + u"/postgresql.conf"_s);
        QVERIFY(configuration.open(QIODevice::Append));
        configuration.write("\nno_such_setting = 1\n");
        configuration.close();

        const base::Result<base::ConnectionSettings> settings = control()->acquire(m_never);

        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, base::ErrorKind::LocalServer);
        QVERIFY2(settings.error().detail.contains(u"no_such_setting"_s), qPrintable(settings.error().detail));
        QVERIFY(!QFile::exists(pidFile()));
    }

    void shouldRefuseASocketFolderThatIsALink()
    {
        m_sandbox->addCluster();
        const QString sockets = m_sandbox->location().sockets;
        QDir().mkpath(QFileInfo(sockets).path());
        QVERIFY(QDir().mkdir(m_sandbox->path(u"trap"_s)));
        QVERIFY(QFile::link(m_sandbox->path(u"trap"_s), sockets));

        const base::Result<base::ConnectionSettings> settings = control()->acquire(m_never);

        QVERIFY(!settings);
        QVERIFY2(settings.error().sentence.contains(sockets), qPrintable(settings.error().sentence));
        QVERIFY(!status().running);
    }

    void shouldRestartAServerWhoseSocketWasRemoved()
    {
        // As when the runtime folder goes with the last session and the server stays.
        m_sandbox->addCluster();
        const std::unique_ptr<ServerControl> user = control();
        const base::ConnectionSettings before = acquire(*user);
        const ProcessHandle old = ProcessHandle::open(user->postmaster().pid()).value_or(ProcessHandle());
        QVERIFY(QDir(before.host).removeRecursively());

        const base::ConnectionSettings after = acquire(*user);

        QVERIFY(SqlClient(after).isConnected());
        QVERIFY(old.hasEnded());
    }

    void shouldCompleteAFirstRunThatEndedBeforeTheDatabaseWasMade()
    {
        QVERIFY(QDir().mkpath(QFileInfo(cluster()).path()));
        const base::Result<ServerBinaries> binaries = newestServerBinaries(m_sandbox->environment());
        QVERIFY(binaries);
        QVERIFY(ServerCluster(m_sandbox->location()).initialise(*binaries, -1, m_never).hasValue());

        const std::unique_ptr<ServerControl> user = control();
        const base::ConnectionSettings found = acquire(*user);

        QVERIFY(SqlClient(found).isConnected());
        QVERIFY(user->release().hasValue());
    }

    void shouldWaitForTheInitdbOfAProcessThatWasKilled()
    {
        Environment slow = m_sandbox->environment();
        const QString initdbPid = m_sandbox->path(u"initdb.pid"_s);
        slow.binariesFolder =
            m_sandbox
                ->fakeBinaries("echo half > $folder/half; (umask 0; echo $$ > " +
                               m_sandbox->path(u"run"_s).toUtf8() + "/../initdb.pid); exec sleep 1000")
                .folder;
        QCOMPARE(chmod(qUtf8Printable(m_sandbox->path({})), 0777), 0);
        QCOMPARE(chmod(qUtf8Printable(m_sandbox->path(u"run"_s)), 0711), 0);
        ServerUser killed(slow);
        killed.tell("acquire");
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(initdbPid).size() > 0, patience);
        killed.kill9();
        QFile file(initdbPid);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const pid_t initdb = file.readAll().trimmed().toInt();

        const base::Result<base::ConnectionSettings> busy =
            control({.control = std::chrono::milliseconds(50)})->acquire(m_never);
        QVERIFY(!busy);
        QCOMPARE(busy.error().kind, base::ErrorKind::Timeout);
        QCOMPARE(QDir(QFileInfo(cluster()).path()).entryList({u"*.new-*"_s}).size(), 1);

        kill(initdb, SIGKILL);
        const std::unique_ptr<ServerControl> user = control();
        QVERIFY(SqlClient(acquire(*user)).isConnected());
        QVERIFY(QDir(QFileInfo(cluster()).path()).entryList({u"*.new-*"_s}).isEmpty());
    }

    void shouldGiveUpTheStartWhenCancelled()
    {
        m_sandbox->addCluster();
        const Cancellation cancellation;
        const std::unique_ptr<ServerControl> user = control();
        const base::Result<base::ConnectionSettings> settings =
            user->acquire(cancellation, [&cancellation](ServerState state) {
                if (state == ServerState::Starting)
                    cancellation.cancel();
            });
        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, base::ErrorKind::Cancelled);
        QVERIFY(!status().running);
    }

private:
    static void fillDisk(const QString &disk)
    {
        QFile file(disk + u"/fill"_s);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray block(1 << 20, 'x');
        while (file.write(block) == block.size()) {
        }
        while (file.write("x", 1) == 1) {
        }
    }
};

QTEST_GUILESS_MAIN(TestServerFaults)
#include "tst_serverfaults.moc"
