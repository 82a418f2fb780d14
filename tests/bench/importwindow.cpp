// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importwindow.h"

#include "gui/environmentpage.h"
#include "gui/filechooser.h"
#include "gui/import/importassistant.h"
#include "gui/import/importdialog.h"
#include "openwindow.h"
#include "otherloaders.h"
#include "pauses.h"
#include "support/failure.h"

#include <QTemporaryDir>

namespace tusk::bench
{

namespace
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using gui::ImportAssistant;
using Stage = importer::ImportProgress::Stage;
using Step = ImportAssistant::Step;
using Work = ImportAssistant::Work;

constexpr auto longest = 1h; // a million todos on a slow disk

// The wizard above a window, as somebody goes through it.
class Wizard final
{
public:
    Wizard(const base::ConnectionSettings &settings, QString file)
        : m_file(std::move(file))
        , m_open(settings)
    {
        m_open.open();
        models::DatabaseLink &link = m_open.window().environment()->link();
        waitFor([&link] { return link.state() == models::DatabaseLink::State::Ready; }, "the database");
        m_assistant.setTarget({&link, link.name(), false});
        m_dialog.openWizard();
    }

    void openFile()
    {
        m_assistant.chooseFile(m_file);
        wait([this] { return m_assistant.isOpen() && m_assistant.work() == Work::None; });
        for (const importer::SourceOwner &person : m_assistant.plan().people)
            m_assistant.choosePerson(QString::fromUtf8(person.id), true);
        goOnTo(Step::Mapping);
    }
    void tryOut()
    {
        goOnTo(Step::Options);
        goOnTo(Step::Summary);
        wait([this] { return m_assistant.trial().has_value(); });
    }
    void begin() { m_assistant.goOn(); }
    void waitForStage(Stage stage)
    {
        wait([this, stage] {
            return m_assistant.work() == Work::Importing && m_assistant.pace().progress().stage == stage &&
                   m_assistant.pace().progress().total > 0;
        });
    }
    void waitForResult()
    {
        wait([this] { return m_assistant.step() == Step::Result; });
    }
    // Until it is known that nothing was changed, milliseconds.
    double timeOfCancel()
    {
        const double time = milliseconds([this] {
            m_assistant.cancel();
            wait([this] { return m_assistant.work() == Work::None; });
        });
        if (m_assistant.report())
            tests::giveUp(u"the import was not cancelled"_s);
        return time;
    }

    // While the following is waited for.
    void measureWith(tests::GuiPauseMeter *meter) { m_meter = meter; }

private:
    void goOnTo(Step step)
    {
        m_assistant.goOn();
        wait([this, step] { return m_assistant.step() == step; });
    }
    // waitFor() gives up after a minute.
    void wait(const std::function<bool()> &condition)
    {
        const auto holds = [&] {
            if (const auto &problem = m_assistant.problem();
                problem && problem->kind != base::ErrorKind::Cancelled)
                tests::giveUp(problem->sentence + u'\n' + problem->detail);
            return condition();
        };
        tests::GuiPauseMeter ownMeter(4ms);
        tests::GuiPauseMeter &meter = m_meter ? *m_meter : ownMeter;
        if (!meter.runUntil(holds, std::chrono::duration_cast<std::chrono::milliseconds>(longest)))
            tests::giveUp(u"the wizard does not go on"_s);
    }

    const QString m_file;
    QTemporaryDir m_folder;
    OpenWindow m_open;
    gui::DialogFileChooser m_chooser;
    ImportAssistant m_assistant{{m_folder.path(), m_folder.path()}};
    gui::ImportDialog m_dialog{m_assistant, m_chooser, m_open.window()};
    tests::GuiPauseMeter *m_meter = nullptr;
};

void measureCancel(BenchTable &table, tests::TestServer &server, const QString &file, const QString &with)
{
    const std::pair<Stage, const char *> stages[] = {
        {Stage::Reading, "reading"}, {Stage::Writing, "writing"}, {Stage::Comparing, "comparing"}};
    for (const auto &[stage, name] : stages) {
        const PassingDatabase target(server);
        Wizard wizard(target.settings(), file);
        wizard.openFile();
        wizard.tryOut();
        wizard.begin();
        wizard.waitForStage(stage);
        table.add({u"import: a cancel until it is answered, while %1"_s.arg(QLatin1StringView(name)) + with,
                   u"ms"_s,
                   wizard.timeOfCancel(),
                   {},
                   200,
                   {}});
    }
}

} // namespace

void measureImportInWindow(BenchTable &table, tests::TestServer &server, const QString &file,
                           const QString &with)
{
    {
        const PassingDatabase target(server);
        Pauses pauses;
        Wizard wizard(target.settings(), file);
        const auto part = [&](const QString &name, const std::function<void()> &work) {
            pauses.measure(name, [&](tests::GuiPauseMeter &meter) {
                wizard.measureWith(&meter);
                work();
                wizard.measureWith(nullptr);
            });
        };
        part(u"opening the file"_s, [&] { wizard.openFile(); });
        part(u"trial"_s, [&] { wizard.tryOut(); });
        part(u"import"_s, [&] {
            wizard.begin();
            wizard.waitForResult();
        });
        table.add({u"GUI pause, longest: wizard of the import"_s + with,
                   u"ms"_s,
                   pauses.greatest(),
                   {},
                   16,
                   pauses.longest()});
    }
    measureCancel(table, server, file, with);
}

} // namespace tusk::bench
