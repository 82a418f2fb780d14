// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "domain/todofilter.h"
#include "exporter/exportrequest.h"
#include "gui/export/exportscopes.h"
#include "gui/overlay.h"

#include <memory>

namespace tusk::models
{
class DatabaseLink;
}

namespace tusk::gui
{

namespace Ui
{
class ExportDialog;
}

class ExportRun;
class FileChooser;

// Asks what goes into which file, writes it in the background, and says how that went. Closing it cancels.
class ExportDialog final : public Overlay
{
    Q_OBJECT

public:
    // chooser must outlive the dialog.
    ExportDialog(FileChooser &chooser, QWidget &window);
    ~ExportDialog() override;

    // Opens. link must outlive the next call or leave(). shown: the place that the window shows.
    void offer(models::DatabaseLink &link, const domain::TodoFilter &shown);
    // The environment is another one: what was asked of the one before ends.
    void leave();

protected:
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] QSize panelSize(const QSize &window) const override;
    [[nodiscard]] QWidget *firstFocus() const override;

private:
    enum class State { Asking, Running, Done };

    void connectFields();
    void connectRun();
    void showState(State state);
    void showScope();
    void showFormat();
    void proposeFile();
    void chooseFile();
    void onFileTyped();
    void start();
    void say(const QString &sentence, const QString &detail = {});
    void showFailure(const base::Error &error);
    void showProgress(const exporter::ExportProgress &progress);
    void showReport(const exporter::ExportReport &report);
    [[nodiscard]] ExportScope scope() const;
    [[nodiscard]] exporter::ExportFormat format() const;

    FileChooser &m_chooser;
    std::unique_ptr<Ui::ExportDialog> m_ui;
    ExportRun *m_run;
    models::DatabaseLink *m_link = nullptr;
    QList<ExportScope> m_scopes;
    State m_state = State::Asking;
    QString m_proposed;    // the file that was proposed last: another one is the user's
    QString m_replaceable; // the file that the user wants replaced if it is there
    QString m_detail;      // of the last failure
};

} // namespace tusk::gui
