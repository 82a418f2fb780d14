// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/temporaryhome.h"
#include "support/testcase.h"
#include "support/testserver.h"
#include "tuskprogram.h"
#include "windowrun.h"

#include <QSet>
#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::TuskRun;
using tests::Variables;
using tests::WindowRun;

namespace
{

// Weston without a screen, in a folder of its own; ended by the destructor.
class Compositor final
{
public:
    explicit Compositor(int scale)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.path()); // 0700, as Wayland wants it
        m_process.setProcessEnvironment(environment);
        m_process.setStandardOutputFile(m_folder.filePath(u"weston.log"_s));
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(u"weston"_s, {u"--backend=headless-backend.so"_s, u"--socket=wayland"_s,
                                      u"--no-config"_s, u"--idle-time=0"_s, u"--width=%1"_s.arg(1366 * scale),
                                      u"--height=%1"_s.arg(768 * scale), u"--scale=%1"_s.arg(scale)});
    }
    ~Compositor()
    {
        m_process.terminate();
        if (!m_process.waitForFinished())
            m_process.kill();
    }
    Q_DISABLE_COPY_MOVE(Compositor)

    [[nodiscard]] bool isReady() const
    {
        return QTest::qWaitFor([this] { return QFile::exists(socket()); }, WindowRun::patience);
    }
    [[nodiscard]] QString log() const
    {
        QFile file(m_folder.filePath(u"weston.log"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    // For a program that shall show its window there.
    [[nodiscard]] Variables variables() const
    {
        // What the libraries below the window keep to the end cannot be named: they are unloaded by then.
        return {{u"QT_QPA_PLATFORM"_s, u"wayland"_s},
                {u"WAYLAND_DISPLAY"_s, socket()},
                {u"DISPLAY"_s, {}},
                {u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s}};
    }

private:
    [[nodiscard]] QString socket() const { return m_folder.filePath(u"wayland"_s); }

    QTemporaryDir m_folder;
    QProcess m_process;
};

qsizetype coloursOf(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            colours.insert(image.pixel(x, y));
    }
    return colours.size();
}

} // namespace

// The window on Wayland, whose rules are others: nobody may come to the front by himself, and nobody knows
// where on the screen he is.
class TestWayland final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<tests::TemporaryHome> m_home;
    std::unique_ptr<tests::TestServer> m_server;

protected:
    void prepare() override
    {
        m_home = std::make_unique<tests::TemporaryHome>();
        tests::TestServerOptions options;
        options.tcp = true;
        m_server = std::make_unique<tests::TestServer>(options);
    }

    [[nodiscard]] Variables atNewDatabase()
    {
        const Variables variables = tests::at(m_server->createDatabase());
        const TuskRun run = tests::tusk({u"migrate"_s}, variables);
        if (run.exitCode != 0)
            qWarning("%s", run.report().constData());
        return variables;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_server.reset();
        m_home.reset();
    }

    void shouldShowRowsAndEndWhenAsked_data()
    {
        QTest::addColumn<int>("scale");
        QTest::addRow("scale 1") << 1;
        QTest::addRow("scale 2") << 2;
    }
    void shouldShowRowsAndEndWhenAsked()
    {
        QFETCH(const int, scale);
        const Compositor compositor(scale);
        QVERIFY2(compositor.isReady(), qPrintable(compositor.log()));
        Variables variables = atNewDatabase();
        variables.insert(compositor.variables());

        const WindowRun window(variables);

        QVERIFY2(window.showsRows(), qPrintable(compositor.log()));
        const QImage picture = window.picture();
        QVERIFY(picture.width() >= 800 * scale);
        QVERIFY(coloursOf(picture) > 20);
        TuskRun run;
        QVERIFY(window.terminate(run) >= 0);
        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(run.errors, QByteArray());
    }

    void shouldHandTheRightToComeToTheFrontToTheFirstStart()
    {
        const Compositor compositor(1);
        QVERIFY2(compositor.isReady(), qPrintable(compositor.log()));
        Variables variables = atNewDatabase();
        variables.insert(compositor.variables());
        const WindowRun first(variables);
        QVERIFY(first.showsRows());

        variables.insert(u"XDG_ACTIVATION_TOKEN"_s, u"given by the desktop"_s);
        const TuskRun second = tests::tusk({}, variables);

        QVERIFY2(second.exitCode == 0, second.report().constData());
        QVERIFY(first.isRunning());
        TuskRun run;
        QVERIFY(first.terminate(run) >= 0);
        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(run.errors, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestWayland)
#include "tst_wayland.moc"
