// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/copy/copydialog.h"

#include "domain/actions.h"
#include "environments/destructive.h"
#include "gui/copy/copyplanmodel.h"
#include "gui/environments/environmentdesk.h"
#include "gui/environments/environmentlook.h"
#include "gui/theme/colors.h"
#include "gui/theme/doticon.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"
#include "models/workspace.h"
#include "ui_copydialog.h"

#include <QKeyEvent>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace tusk::gui
{

using domain::CopyPlan;
using domain::CopySelection;
using environments::EnvironmentProfile;

namespace
{

constexpr QSize usualSize(560, 520);

// What a plan holds, in one line.
QString summaryOf(const CopyPlan &plan)
{
    return CopyDialog::tr("%1, %2, %3")
        .arg(CopyDialog::tr("%Ln new", nullptr, static_cast<int>(plan.added.size())),
             CopyDialog::tr("%Ln changed", nullptr, static_cast<int>(plan.changed.size())),
             CopyDialog::tr("%Ln the same", nullptr, static_cast<int>(plan.same)));
}

int changesOf(const CopyPlan &plan)
{
    return static_cast<int>(plan.added.size() + plan.changed.size());
}

} // namespace

CopyDialog::CopyDialog(EnvironmentDesk &desk, QWidget &window)
    : Overlay(window, WindowKeys::Rest)
    , m_ui(std::make_unique<Ui::CopyDialog>())
    , m_desk(desk)
    , m_model(new CopyPlanModel(this))
{
    auto *content = new QWidget(this);
    m_ui->setupUi(content);
    panelLayout().addWidget(content);
    setObjectName(QStringLiteral("copyDialog"));
    setAccessibleName(tr("Copy to another environment"));
    const TypeScale &type = Theme::of(this).type();
    m_ui->heading->setFont(type.detailsTitle);
    m_ui->explanation->setForegroundRole(roles::secondary);
    m_ui->preview->setModel(m_model);
    m_ui->preview->viewport()->setAutoFillBackground(false);
    connectControls();
}

CopyDialog::~CopyDialog()
{
    endJob();
}

void CopyDialog::connectControls()
{
    connect(m_ui->what, &QComboBox::activated, this, &CopyDialog::startAnew);
    connect(m_ui->to, &QComboBox::activated, this, &CopyDialog::startAnew);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &CopyDialog::close);
    connect(m_ui->nextButton, &QPushButton::clicked, this, &CopyDialog::goOn);
    connect(m_ui->undoButton, &QPushButton::clicked, this, &CopyDialog::takeBack);
    connect(m_ui->switchButton, &QPushButton::clicked, this, [this] {
        const QUuid id = target()->id;
        close();
        m_desk.show(id);
    });
}

void CopyDialog::openFor(const models::Workspace &workspace, const QList<domain::TodoId> &selected,
                         const CopySelection &first)
{
    if (m_step != Step::Copying && m_step != Step::TakingBack) { // else it is shown how far that is
        offer(workspace, selected, first);
        offerTargets();
        m_waiting = workspace.pending().size();
        startAnew();
    }
    open();
}

void CopyDialog::offer(const models::Workspace &workspace, const QList<domain::TodoId> &selected,
                       const CopySelection &first)
{
    m_ui->what->clear();
    m_offered.clear();
    const auto add = [this](const QIcon &icon, const QString &text, const CopySelection &selection) {
        m_ui->what->addItem(icon, text);
        m_offered.append(selection);
    };
    if (!selected.isEmpty())
        add(themedIcon(Icon::Completed),
            tr("%Ln selected todo(s)", nullptr, static_cast<int>(selected.size())),
            {CopySelection::What::Todos, {}, selected});
    add(themedIcon(Icon::All), tr("Everything but the Trash"), {});
    add(themedIcon(Icon::Inbox), tr("The Inbox"), {CopySelection::What::Lists, {}, {}, true});
    const Theme theme = Theme::of(this);
    for (const domain::TodoList &list : workspace.lists())
        add(dotIcon(theme.listColor(list.color)), tr("The list “%1”").arg(list.name.simplified()),
            {CopySelection::What::Lists, {list.id}, {}});
    m_ui->what->setCurrentIndex(static_cast<int>(std::max(m_offered.indexOf(first), qsizetype(0))));
}

// The one of before stays chosen.
void CopyDialog::offerTargets()
{
    const QUuid before = target() ? target()->id : QUuid();
    m_targets = m_desk.profiles();
    const auto removed = m_targets.removeIf(
        [this](const EnvironmentProfile &profile) { return profile.id == m_desk.shown(); });
    m_staysAlone = removed == 0;
    if (m_staysAlone) // todos are copied between environments, and this database is none
        m_targets.clear();
    m_ui->to->clear();
    const Theme theme = Theme::of(this);
    for (const EnvironmentProfile &profile : std::as_const(m_targets)) {
        m_ui->to->addItem(dotIcon(theme.listColor(environmentColor(profile))), environmentName(profile));
        if (profile.id == before)
            m_ui->to->setCurrentIndex(m_ui->to->count() - 1);
    }
}

const EnvironmentProfile *CopyDialog::target() const
{
    const int index = m_ui->to->currentIndex();
    return index >= 0 && index < m_targets.size() ? &m_targets.at(index) : nullptr;
}

QString CopyDialog::targetName() const
{
    return target() ? environmentName(*target()) : QString();
}

void CopyDialog::startAnew()
{
    endJob();
    QString status;
    if (m_staysAlone)
        status = tr("This window stays on the database of TUSK_DATABASE_URL.");
    else if (!target())
        status = tr("There is no other environment; add one in the settings.");
    showStep(Step::Choosing, status);
}

// ---------------------------------------------------------------------------------------------------------------
// What is shown

void CopyDialog::showStep(Step step, const QString &status)
{
    m_step = step;
    const bool isBusy = step == Step::Looking || step == Step::Copying || step == Step::TakingBack;
    const bool isSaving = step == Step::Copying || step == Step::TakingBack;
    m_ui->problem->hide();
    m_ui->status->setText(status);
    m_ui->status->setVisible(!status.isEmpty());
    m_ui->preview->setVisible(m_model->rowCount() > 0 && (step == Step::Planned || step == Step::Copying));
    m_ui->what->setEnabled(!isSaving);
    m_ui->to->setEnabled(!isSaving);
    m_ui->undoButton->setVisible(step == Step::Copied && m_job);
    m_ui->switchButton->setVisible(step == Step::Copied);
    m_ui->switchButton->setText(tr("Switch to %1").arg(targetName()));
    m_ui->nextButton->setVisible(step != Step::Copied);
    m_ui->nextButton->setEnabled(!isBusy && target() &&
                                 (step != Step::Planned || !domain::isEmpty(m_plan.action)));
    m_ui->nextButton->setText(step == Step::Planned || isSaving
                                  ? tr("Copy %Ln todo(s)", nullptr, changesOf(m_plan))
                                  : tr("Preview"));
    m_ui->closeButton->setText(step == Step::Copied || isSaving ? tr("Close") : tr("Cancel"));
}

// ---------------------------------------------------------------------------------------------------------------
// The steps

void CopyDialog::goOn()
{
    if (m_step == Step::Planned)
        askBeforeCopying();
    else
        look();
}

void CopyDialog::look()
{
    endJob();
    m_job = m_desk.copy(m_offered.at(m_ui->what->currentIndex()), target()->id);
    connectJob();
    showStep(Step::Looking, tr("Looking what is there…"));
    m_job->look();
}

void CopyDialog::connectJob()
{
    connect(m_job.data(), &CopyJob::progressed, m_ui->status, &QLabel::setText);
    connect(m_job.data(), &CopyJob::planned, this, &CopyDialog::onPlanned);
    connect(m_job.data(), &CopyJob::copied, this, &CopyDialog::onCopied);
    connect(m_job.data(), &CopyJob::failed, this, &CopyDialog::onFailed);
    connect(m_job.data(), &CopyJob::takenBack, this, [this] {
        endJob();
        showStep(Step::Copied, tr("Taken back from “%1”.").arg(targetName()));
    });
}

void CopyDialog::onPlanned(const CopyPlan &plan)
{
    m_plan = plan;
    m_model->setPlan(plan);
    QString status = domain::isEmpty(plan.action) && plan.inTrash > 0 ? tr("There is nothing to copy.")
                     : domain::isEmpty(plan.action)
                         ? tr("All of it is there already; there is nothing to copy.")
                         : summaryOf(plan);
    if (plan.inTrash > 0)
        status +=
            u' ' + tr("%Ln are in the Trash there, and stay in it.", nullptr, static_cast<int>(plan.inTrash));
    if (m_waiting > 0)
        status += u' ' + tr("%Ln change(s) are still on their way here, and not part of it.", nullptr,
                            static_cast<int>(m_waiting));
    showStep(Step::Planned, status);
    m_ui->nextButton->setFocus();
}

void CopyDialog::askBeforeCopying()
{
    if (!environments::asksBefore(*target(), environments::Destructive::Copy))
        return copy();
    auto *box = new QMessageBox(QMessageBox::Question, tr("Copy todos"),
                                tr("Copy %Ln todo(s) to “%1”?", nullptr, changesOf(m_plan)).arg(targetName()),
                                QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("copyQuestion"));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("It is an environment that asks before much is changed. The copy is one step, "
                               "and can be taken back."));
    QPushButton *yes = box->addButton(tr("Copy"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(yes, &QPushButton::clicked, this, &CopyDialog::copy);
    box->open();
}

void CopyDialog::copy()
{
    if (m_step != Step::Planned || !m_job)
        return;
    showStep(Step::Copying, tr("Copying to “%1”…").arg(targetName()));
    m_job->carryOut();
}

void CopyDialog::onCopied(const QString &shortfall)
{
    const QString sentence = tr("Copied to “%1”: %2.").arg(targetName(), summaryOf(m_plan));
    showStep(Step::Copied, shortfall.isEmpty() ? sentence : sentence + u' ' + shortfall);
    if (!isHidden())
        return m_ui->closeButton->setFocus();
    // Another copy may begin here before this one is taken back.
    CopyJob *job = m_job;
    job->disconnect(this);
    m_job = nullptr;
    Q_EMIT copiedBehind(sentence, job);
}

void CopyDialog::takeBack()
{
    if (m_step != Step::Copied || !m_job)
        return;
    showStep(Step::TakingBack, tr("Taking it back from “%1”…").arg(targetName()));
    m_job->takeBack();
}

void CopyDialog::onFailed(const base::Error &error)
{
    endJob();
    showStep(Step::Choosing);
    m_ui->problem->showProblem(error);
    if (isHidden())
        Q_EMIT failedBehind(error);
}

void CopyDialog::endJob()
{
    if (!m_job)
        return;
    m_job->disconnect(this);
    m_job->end();
    m_job = nullptr;
}

// ---------------------------------------------------------------------------------------------------------------
// The overlay

// What is being saved is not given up by a look elsewhere; nothing is by a window that is minimised.
void CopyDialog::hideEvent(QHideEvent *event)
{
    Overlay::hideEvent(event);
    if (!event->spontaneous() && m_step != Step::Copying && m_step != Step::TakingBack)
        endJob();
}

// Enter presses the button that has the focus, else the one that goes on.
void CopyDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return Overlay::keyPressEvent(event);
    auto *focused = qobject_cast<QPushButton *>(focusWidget());
    QPushButton *button = focused ? focused : m_ui->nextButton;
    if (button->isVisible())
        button->click();
}

QSize CopyDialog::panelSize(const QSize &window) const
{
    return usualSize.boundedTo(window - QSize(2 * metrics::pageMargin, 2 * metrics::pageMargin));
}

QWidget *CopyDialog::firstFocus() const
{
    return m_targets.size() > 1 ? static_cast<QWidget *>(m_ui->to) : m_ui->nextButton;
}

} // namespace tusk::gui
