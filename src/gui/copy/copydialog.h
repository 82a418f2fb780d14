// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/copyplan.h"
#include "environments/environmentprofile.h"
#include "gui/environments/copyjob.h"
#include "gui/overlay.h"

#include <QPointer>

#include <memory>

namespace tusk::models
{
class Workspace;
}

namespace tusk::gui
{

namespace Ui
{
class CopyDialog;
}

class CopyPlanModel;
class EnvironmentDesk;

// Copies todos of the environment that is shown into another one: what and where to is chosen, then it is
// shown what would be new and changed there, and only then anything is written. Closing it gives up, except
// while the copy is being saved: that goes on, and is told of.
class CopyDialog final : public Overlay
{
    Q_OBJECT

public:
    // desk must outlive the dialog, a child of the window.
    CopyDialog(EnvironmentDesk &desk, QWidget &window);
    ~CopyDialog() override;

    // Offers the selected todos, where there are any, each list, and everything; first is chosen already.
    void openFor(const models::Workspace &workspace, const QList<domain::TodoId> &selected,
                 const domain::CopySelection &first);

Q_SIGNALS:
    // What was going on when the dialog was closed has ended. Of a copy: it can be taken back, by whoever
    // ends the job then.
    void copiedBehind(const QString &sentence, tusk::gui::CopyJob *job);
    void failedBehind(const tusk::base::Error &error);

protected:
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] QSize panelSize(const QSize &window) const override;
    [[nodiscard]] QWidget *firstFocus() const override;

private:
    enum class Step { Choosing, Looking, Planned, Copying, Copied, TakingBack };

    void offer(const models::Workspace &workspace, const QList<domain::TodoId> &selected,
               const domain::CopySelection &first);
    void offerTargets();
    void connectControls();
    void connectJob();
    void showStep(Step step, const QString &status = {});
    void startAnew(); // another choice

    void goOn(); // what the button says
    void look();
    void askBeforeCopying();
    void copy();
    void onPlanned(const domain::CopyPlan &plan);
    void takeBack();
    void onCopied(const QString &shortfall);
    void onFailed(const base::Error &error);
    void endJob();

    [[nodiscard]] const environments::EnvironmentProfile *target() const; // null: there is none
    [[nodiscard]] QString targetName() const;

    std::unique_ptr<Ui::CopyDialog> m_ui;
    EnvironmentDesk &m_desk;
    CopyPlanModel *m_model;
    QList<domain::CopySelection> m_offered; // in the order of the box
    QList<environments::EnvironmentProfile> m_targets;
    bool m_staysAlone = false; // the window is on a database past all environments
    domain::CopyPlan m_plan;
    Step m_step = Step::Choosing;
    QPointer<CopyJob> m_job;
    qsizetype m_waiting = 0; // changes of the source that are still on their way
};

} // namespace tusk::gui
