// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/filelock.h"
#include "localserver/servercluster.h"
#include "sandbox.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <sys/mount.h>
#include <sys/stat.h>
#include <thread>

using namespace tusk;
using namespace tusk::localserver;
using namespace Qt::StringLiterals;
using tests::Sandbox;
using tests::write;

namespace
{

constexpr int patience = 20'000; // milliseconds, for machines that are busy

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestServerCluster final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<Sandbox> m_sandbox;
    const Cancellation m_never;

    void prepare() override
    {
        m_sandbox = std::make_unique<Sandbox>();
        QVERIFY(QDir().mkpath(parentFolder()));
    }
    [[nodiscard]] QString parentFolder() const { return QFileInfo(m_sandbox->location().cluster).path(); }
    [[nodiscard]] ServerCluster cluster() const { return ServerCluster(m_sandbox->location()); }
    [[nodiscard]] ServerBinaries newest() const
    {
        const base::Result<ServerBinaries> binaries = newestServerBinaries(m_sandbox->environment());
        return binaries ? *binaries : ServerBinaries();
    }
    // Gives a folder to the account that has to own clusters.
    void giveToAccount(const QString &path) const
    {
        const Account account = m_sandbox->location().account;
        QVERIFY(geteuid() != 0 || chown(qUtf8Printable(path), account.user, account.group) == 0);
    }
    void verifyRefusedUntouched(base::ErrorKind kind = base::ErrorKind::LocalServer) const
    {
        const QStringList before = Sandbox::fingerprint(parentFolder());
        const base::Result<std::optional<QVersionNumber>> found = cluster().inspect();
        QVERIFY(!found);
        QCOMPARE(found.error().kind, kind);
        QVERIFY2(found.error().sentence.contains(m_sandbox->location().cluster),
                 qPrintable(found.error().sentence));
        QCOMPARE(Sandbox::fingerprint(parentFolder()), before);
    }

private Q_SLOTS:
    void cleanup() { m_sandbox.reset(); }

    void shouldMakeAWholePrivateCluster()
    {
        const base::Result<void> made = cluster().initialise(newest(), -1, m_never);

        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        const QString folder = m_sandbox->location().cluster;
        struct stat facts = {};
        QCOMPARE(lstat(qUtf8Printable(folder), &facts), 0);
        QCOMPARE(facts.st_uid, m_sandbox->location().account.user);
        QCOMPARE(facts.st_mode & 07777U, 0700U);
        QCOMPARE(QDir(parentFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
                 QStringList(QFileInfo(folder).fileName()));
        const base::Result<std::optional<QVersionNumber>> found = cluster().inspect();
        QVERIFY(found);
        QCOMPARE(found->value_or(QVersionNumber()), newest().version);
    }

    void shouldNeverWriteTrust()
    {
        QVERIFY(cluster().initialise(newest(), -1, m_never).hasValue());

        const QString folder = m_sandbox->location().cluster;
        QByteArray rules = contentOf(folder + u"/pg_hba.conf"_s);
        QVERIFY(QString::fromUtf8(rules).contains(
            QRegularExpression(u"^local +all +tusk +peer map=tusk$"_s, QRegularExpression::MultilineOption)));
        rules.replace("no password and no trust", "");
        QVERIFY(!rules.contains("trust"));
        const QByteArray accounts = contentOf(folder + u"/pg_ident.conf"_s);
        for (const QString &client : m_sandbox->location().clients) {
            const QByteArray line = "tusk \"" + client.toUtf8() + "\" tusk\n";
            QVERIFY2(accounts.contains(line), accounts.constData());
        }
    }

    void shouldTakeThePlaceOfAnEmptyFolder()
    {
        const QString folder = m_sandbox->location().cluster;
        QVERIFY(QDir().mkdir(folder));
        giveToAccount(folder);
        const base::Result<std::optional<QVersionNumber>> found = cluster().inspect();
        QVERIFY(found);
        QVERIFY(!found->has_value());

        QVERIFY(cluster().initialise(newest(), -1, m_never).hasValue());
        QVERIFY(QFile::exists(folder + u"/PG_VERSION"_s));
    }

    void shouldLeaveNothingBehindWhenInitdbFails()
    {
        const ServerBinaries failing =
            m_sandbox->fakeBinaries("touch $folder/half; echo 'it broke' >&2; exit 1");

        const base::Result<void> made = cluster().initialise(failing, -1, m_never);

        QVERIFY(!made);
        QCOMPARE(made.error().kind, base::ErrorKind::LocalServer);
        QCOMPARE(made.error().detail, u"it broke"_s);
        QVERIFY(QDir(parentFolder()).isEmpty());
    }

    void shouldLeaveNothingBehindWhenCancelled()
    {
        const ServerBinaries endless = m_sandbox->fakeBinaries("touch $folder/half; exec sleep 1000");
        const Cancellation cancellation;
        base::Result<void> made;
        std::thread working([&] { made = cluster().initialise(endless, -1, cancellation); });
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(parentFolder()).isEmpty(), patience);
        cancellation.cancel();
        working.join();

        QVERIFY(!made);
        QCOMPARE(made.error().kind, base::ErrorKind::Cancelled);
        QVERIFY(QDir(parentFolder()).isEmpty());
    }

    void trap50_shouldLeaveNothingBehindOnAFullDisk()
    {
        if (geteuid() != 0)
            QSKIP("only root can mount a small disk");
        const QByteArray small = parentFolder().toUtf8();
        QCOMPARE(mount("tmpfs", small.constData(), "tmpfs", 0, "size=30m,mode=0755"), 0);
        const base::Result<void> made = cluster().initialise(newest(), -1, m_never);
        const bool clean = QDir(parentFolder()).isEmpty();
        QCOMPARE(umount2(small.constData(), MNT_DETACH), 0);

        QVERIFY(!made);
        QCOMPARE(made.error().kind, base::ErrorKind::DiskFull);
        QVERIFY2(made.error().sentence.contains(parentFolder()), qPrintable(made.error().sentence));
        QVERIFY(clean);
    }

    void shouldRefuseAFolderWithOtherThings()
    {
        write(m_sandbox->location().cluster + u"/holiday.jpg"_s, "picture");
        giveToAccount(m_sandbox->location().cluster);
        verifyRefusedUntouched();
    }

    void shouldRefuseAFile()
    {
        write(m_sandbox->location().cluster, "text");
        verifyRefusedUntouched();
    }

    void shouldRefuseTheClusterOfAnotherProgram()
    {
        const QString folder = m_sandbox->location().cluster;
        write(folder + u"/PG_VERSION"_s, "15\n");
        write(folder + u"/postgresql.conf"_s, "");
        giveToAccount(folder);
        QCOMPARE(chmod(qUtf8Printable(folder), 0700), 0);
        verifyRefusedUntouched();
    }

    void shouldRefuseTheClusterOfAnotherAccount()
    {
        if (geteuid() != 0)
            QSKIP("only root can give a folder to another account");
        m_sandbox->addCluster();
        QCOMPARE(chown(qUtf8Printable(m_sandbox->location().cluster), 65534, 65534), 0);
        verifyRefusedUntouched();
    }

    void shouldRefuseAClusterThatIsOpenToOthers()
    {
        m_sandbox->addCluster();
        QCOMPARE(chmod(qUtf8Printable(m_sandbox->location().cluster), 0755), 0);
        verifyRefusedUntouched();
    }

    void shouldRefuseAnUnreadableCluster()
    {
        m_sandbox->addCluster();
        const QString folder = m_sandbox->location().cluster;
        // Root reads everything; for root the content is what cannot be read.
        write(folder + u"/PG_VERSION"_s, "\0\0");
        QCOMPARE(chmod(qUtf8Printable(folder), geteuid() == 0 ? 0700 : 0000), 0);
        verifyRefusedUntouched();
        QCOMPARE(chmod(qUtf8Printable(folder), 0700), 0);
    }

    void shouldRemoveHalfMadeClusters()
    {
        const QString half = m_sandbox->location().cluster + u".new-9d2d2a43-8a5b-4b0e-8d3b-6d1f4a2e9c11"_s;
        write(half + u"/base/1/1259"_s, "half");
        giveToAccount(half);

        cluster().removeLeftovers();

        QVERIFY(!QFile::exists(half));
    }

    void shouldKeepWhatOnlyLooksLikeAHalfMadeCluster()
    {
        const QString prefix = m_sandbox->location().cluster + u".new-"_s;
        const QString uuid = u"9d2d2a43-8a5b-4b0e-8d3b-6d1f4a2e9c1"_s;
        write(prefix + u"year/notes"_s, "mine");
        write(prefix + uuid + u"1"_s, "a file");
        write(m_sandbox->path(u"elsewhere/notes"_s), "mine");
        QVERIFY(QFile::link(m_sandbox->path(u"elsewhere"_s), prefix + uuid + u"2"_s));
        if (geteuid() == 0) {
            write(prefix + uuid + u"3/notes"_s, "someone else's");
            QCOMPARE(chown(qUtf8Printable(prefix + uuid + u"3"_s), 65534, 65534), 0);
        }
        const QStringList before = Sandbox::fingerprint(parentFolder());

        cluster().removeLeftovers();

        QCOMPARE(Sandbox::fingerprint(parentFolder()), before);
        QVERIFY(QFile::exists(m_sandbox->path(u"elsewhere/notes"_s)));
    }

    void shouldKeepTheNewestLogs()
    {
        const QString log = m_sandbox->location().cluster + u"/log/"_s;
        for (int minute = 10; minute < 20; ++minute)
            write(log + u"server-20260101-0000%1.log"_s.arg(minute), "line " + QByteArray::number(minute));
        write(log + u"notes.txt"_s, "mine");

        cluster().removeOldLogs();

        QCOMPARE(QDir(log).entryList(QDir::Files, QDir::Name),
                 QStringList({u"notes.txt"_s, u"server-20260101-000015.log"_s,
                              u"server-20260101-000016.log"_s, u"server-20260101-000017.log"_s,
                              u"server-20260101-000018.log"_s, u"server-20260101-000019.log"_s}));
    }

    void shouldTellWhatTheServerHasLoggedSince()
    {
        const QString log = m_sandbox->location().cluster + u"/log/"_s;
        QCOMPARE(cluster().logSince(cluster().markLog()), QByteArray());
        write(log + u"server-20260101-000000.log"_s, "old\n");
        const LogMark mark = cluster().markLog();
        QCOMPARE(cluster().logSince(mark), QByteArray());
        write(log + u"server-20260101-000000.log"_s, "old\nnew\n");
        QCOMPARE(cluster().logSince(mark), "new\n");
        write(log + u"server-20260101-000001.log"_s, "newest\n");
        QCOMPARE(cluster().logSince(mark), "newest\n");
    }
};

QTEST_GUILESS_MAIN(TestServerCluster)
#include "tst_servercluster.moc"
