// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "domain/ids.h"
#include "gui/import/importplan.h"
#include "importer/importpace.h"
#include "importer/importrunner.h"
#include "importer/likelyfiles.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <optional>

namespace tusk::models
{
class DatabaseLink;
}

namespace tusk::gui
{

// Where an import goes.
struct ImportTarget {
    QPointer<models::DatabaseLink> link; // null: nowhere
    QString name;                        // of the environment
    bool isProduction = false;
    bool asks = false; // before an import, and before it is taken back

    bool operator==(const ImportTarget &) const = default;
};

// What the wizard of the import knows and does, without the widgets that show it: one step after another,
// from the choice of a file to its report. What was decided stays while one goes back and forth, and while
// nobody looks. Thread: that of the GUI; nothing waits.
class ImportAssistant final : public QObject
{
    Q_OBJECT

public:
    enum class Step { File, Found, Mapping, Options, Summary, Progress, Result };
    enum class Work {
        None,
        Opening,  // a file is copied and recognised
        Checking, // the import is tried, without a trace
        Importing,
        Cancelling,
        Undoing,
        Saving, // the report
    };
    struct Folders {
        QString home;   // of the user: where files are looked for
        QString copies; // private ones
    };
    [[nodiscard]] static Folders usualFolders();

    explicit ImportAssistant(Folders folders = usualFolders(), QObject *parent = nullptr);
    ~ImportAssistant() override;

    // What was tried in another place is tried again there. An import that goes on stays where it began.
    void setTarget(const ImportTarget &target);
    [[nodiscard]] const ImportTarget &target() const { return m_target; }
    [[nodiscard]] const ImportTarget &importedInto() const { return m_importedInto; }
    [[nodiscard]] QString actionLabel() const; // of the import, for the history
    [[nodiscard]] bool isConnected() const;    // to it, at the moment
    [[nodiscard]] bool isReadOnly() const;     // connected, but nothing can be imported there

    // --- steps
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] Work work() const { return m_work; }
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canGoOn() const;
    void goBack();
    void goOn(); // from Summary it begins the import
    void startOver();
    [[nodiscard]] std::optional<base::Error> problem() const;

    // --- the file
    void lookForFiles();
    [[nodiscard]] const QList<importer::LikelyFile> &likelyFiles() const { return m_likely; }
    void chooseFile(const QString &path);
    void takeWhatIsReadable(); // of a damaged one
    [[nodiscard]] bool canTakeWhatIsReadable() const;
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] bool isOpen() const { return m_source != nullptr; }

    // --- what was found
    [[nodiscard]] QList<importer::ScoredMapping> tables() const;
    void chooseTable(const QString &table);
    [[nodiscard]] QStringList losses() const; // sentences, of a damaged file

    // --- what goes where
    [[nodiscard]] const QList<importer::SourceColumn> &columns() const { return m_columns; }
    void map(qsizetype column, std::optional<importer::Target> target);
    [[nodiscard]] const importer::ImportPreview &preview() const { return m_preview; }
    [[nodiscard]] bool isPreviewing() const { return m_previewing; }

    // --- owners, lists, zone, options
    [[nodiscard]] const ImportPlan &plan() const { return m_plan; }
    void choosePerson(const QString &id, bool chosen);
    void setList(const QString &name); // empty: the Inbox
    void setZone(const QByteArray &zone);
    void setRestToNotes(bool append);
    void sayState(const QByteArray &value, importer::StateValue::Kind kind); // of what it is not plain
    void setOpenMeansDone(bool swapped);                                     // done and open change places
    void turnPriorities(bool turned);         // high and low do, where they are numbers
    void setPlansAreMoments(bool areMoments); // due and start times without a zone: as the others
    void setMidnightsAreDays(bool areDays);   // of UTC, where something is due or starts
    void setMonthFirst(bool monthFirst);      // of dates of which no value tells
    void setKeepBackup(bool keep);

    // --- the trial, the import, and what became of it
    [[nodiscard]] const std::optional<importer::ImportReport> &trial() const { return m_trial; }
    [[nodiscard]] const importer::ImportPace &pace() const { return m_pace; }
    void cancel();
    [[nodiscard]] const std::optional<importer::ImportReport> &report() const { return m_report; }
    [[nodiscard]] bool isUndone() const { return m_undone; }
    void undo();
    void saveReport(const QString &file); // of the import, before it of the trial
    [[nodiscard]] const QString &savedReport() const { return m_savedReport; } // the file; empty: none

Q_SIGNALS:
    void stepChanged();
    void changed();    // anything of it
    void progressed(); // the pace
    void finished();   // an import has come to its end, or was undone

private:
    void enter(Step step);
    void settle(Work work, const std::optional<base::Error> &problem);
    void open(importer::ImportSource::Damage damage);
    void onOpened(const importer::ImportRunner::Source &source);
    void take(const importer::Mapping &mapping);
    void planChanged();
    void refreshPreview();
    void forgetTrial();
    void forgetUnfinishedTrial();
    [[nodiscard]] std::optional<importer::ImportRunner::Run> makeRun(bool dryRun);
    void tryOut();
    void import();
    void carryOut(const importer::ImportRunner::Run &run);
    void dropSource();
    void onImported(const base::Result<importer::ImportReport> &report);
    void onSettled(domain::ActionId action, bool carriedOut);

    const Folders m_folders;
    ImportTarget m_target;
    ImportTarget m_importedInto;
    Step m_step = Step::File;
    Work m_work = Work::None;
    std::optional<base::Error> m_problem;

    QList<importer::LikelyFile> m_likely;
    QString m_file;
    importer::ImportRunner::Source m_source;
    QList<importer::SourceColumn> m_columns;
    ImportPlan m_plan;
    importer::ImportPreview m_preview;
    bool m_previewing = false;
    bool m_goesOn = false;       // as soon as the preview is there
    quint64 m_previewNumber = 0; // of the last that was asked for
    std::optional<importer::ImportReport> m_trial;

    importer::ImportPace m_pace;
    QElapsedTimer m_clock; // since the import began
    std::optional<importer::ImportReport> m_report;
    QUuid m_action; // of the import
    QString m_repairsFile;
    std::optional<domain::ActionId> m_undo;
    bool m_undone = false;
    QString m_savedReport;
    importer::ImportRunner m_runner; // last: it ends first
};

} // namespace tusk::gui
