// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/importdialog.h"

#include "gui/import/droparea.h"
#include "gui/import/importfilepage.h"
#include "gui/import/importfoundpage.h"
#include "gui/import/importmappingpage.h"
#include "gui/import/importoptionspage.h"
#include "gui/import/importprogresspage.h"
#include "gui/import/importresultpage.h"
#include "gui/import/importsummarypage.h"
#include "gui/import/pagetexts.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"
#include "ui_importdialog.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QUrl>

namespace tusk::gui
{

using Step = ImportAssistant::Step;
using Work = ImportAssistant::Work;

namespace
{

constexpr QSize usualSize(980, 640);

// The one file that is dropped; empty: none, or several.
QString fileOf(const QMimeData *data)
{
    const QList<QUrl> urls = data ? data->urls() : QList<QUrl>();
    return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

ImportDialog::ImportDialog(ImportAssistant &assistant, FileChooser &chooser, QWidget &window)
    : Overlay(window, WindowKeys::Rest)
    , m_ui(std::make_unique<Ui::ImportDialog>())
    , m_assistant(assistant)
    , m_filePage(new ImportFilePage(assistant, chooser))
{
    auto *content = new QWidget(this);
    m_ui->setupUi(content);
    panelLayout().addWidget(content);
    setObjectName(QStringLiteral("importDialog"));
    setAccessibleName(tr("Import todos"));
    setAcceptDrops(true);
    makeTitles({m_ui->title});
    makeQuiet({m_ui->subtitle, m_ui->busy});
    m_ui->problemText->setTextFormat(Qt::PlainText);
    makePages(chooser);
    connectButtons();
    m_ui->head->installEventFilter(this);
    m_ui->foot->installEventFilter(this);
    connect(&assistant, &ImportAssistant::stepChanged, this, &ImportDialog::onStepChanged);
    connect(&assistant, &ImportAssistant::changed, this, &ImportDialog::refresh);
    onStepChanged();
}

ImportDialog::~ImportDialog() = default;

// In the order of the steps.
void ImportDialog::makePages(FileChooser &chooser)
{
    for (ImportPage *each : std::initializer_list<ImportPage *>{
             m_filePage, new ImportFoundPage(m_assistant), new ImportMappingPage(m_assistant),
             new ImportOptionsPage(m_assistant), new ImportSummaryPage(m_assistant, chooser),
             new ImportProgressPage(m_assistant), new ImportResultPage(m_assistant, chooser)})
        m_ui->pages->addWidget(each);
}

void ImportDialog::connectButtons()
{
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ImportDialog::close);
    connect(m_ui->backButton, &QPushButton::clicked, &m_assistant, &ImportAssistant::goBack);
    connect(m_ui->nextButton, &QPushButton::clicked, this, &ImportDialog::goOn);
    connect(m_ui->readableButton, &QPushButton::clicked, &m_assistant, &ImportAssistant::takeWhatIsReadable);
    connect(m_ui->problemDetails, &QPushButton::clicked, this, [this] {
        if (const auto &problem = m_assistant.problem())
            m_ui->problemText->setText(problem->sentence + u'\n' + problem->detail);
        m_ui->problemDetails->hide();
    });
}

ImportPage *ImportDialog::page() const
{
    return static_cast<ImportPage *>(m_ui->pages->currentWidget());
}

void ImportDialog::openWizard()
{
    // Another file: the report of the last one was there to be seen.
    if (!isVisible() && m_assistant.step() == Step::Result && m_resultSeen)
        m_assistant.startOver();
    if (m_assistant.step() == Step::File)
        m_assistant.lookForFiles();
    open();
    refresh();
}

void ImportDialog::onStepChanged()
{
    m_resultSeen = false;
    m_ui->pages->setCurrentIndex(static_cast<int>(m_assistant.step()));
    refresh();
    if (isVisible())
        firstFocus()->setFocus(Qt::OtherFocusReason);
    m_waitsToGoOn = focusWidget() == m_ui->closeButton;
}

// While the trial runs there is nothing to press but Close, which is not what Enter is for.
void ImportDialog::focusWhatGoesOn()
{
    if (!m_waitsToGoOn || focusWidget() != m_ui->closeButton || firstFocus() == m_ui->closeButton)
        return;
    m_waitsToGoOn = false;
    firstFocus()->setFocus(Qt::OtherFocusReason);
}

void ImportDialog::refresh()
{
    if (isVisible() && m_assistant.step() == Step::Result)
        m_resultSeen = true;
    page()->refresh();
    showHead();
    showProblem();
    showButtons();
    focusWhatGoesOn();
}

void ImportDialog::showHead()
{
    const ImportPlan &plan = m_assistant.plan();
    const qsizetype people = plan.chosenPeople.isEmpty() ? importer::personsIn(plan.people) : plan.persons();
    if (m_assistant.file().isEmpty())
        m_ui->subtitle->setText(tr("From the file of another program"));
    else if (!m_assistant.isOpen())
        m_ui->subtitle->setText(m_assistant.fileName());
    else
        m_ui->subtitle->setText(
            tr("%1  ·  %2")
                .arg(m_assistant.fileName(), amountText(plan, m_assistant.preview().total, people)));
}

void ImportDialog::showProblem()
{
    const auto &problem = m_assistant.problem();
    m_ui->problem->setVisible(problem.has_value());
    if (!problem)
        return;
    const bool isWished = problem->kind == base::ErrorKind::Cancelled;
    m_ui->problemText->setForegroundRole(isWished ? roles::text : roles::red);
    m_ui->problemText->setText(problem->sentence);
    m_ui->problemDetails->setVisible(!problem->detail.isEmpty());
    m_ui->readableButton->setVisible(m_assistant.canTakeWhatIsReadable());
}

void ImportDialog::showButtons()
{
    const Step step = m_assistant.step();
    m_ui->backButton->setVisible(m_assistant.canGoBack());
    m_ui->nextButton->setText(nextText());
    const bool isAtEnd = step == Step::Result;
    m_ui->nextButton->setVisible(step != Step::File || m_assistant.isOpen());
    m_ui->nextButton->setEnabled(m_assistant.canGoOn() || m_assistant.work() == Work::Importing ||
                                 (isAtEnd && m_assistant.work() == Work::None));
    m_ui->nextButton->setDefault(step != Step::Progress);
    m_ui->busy->setText(busyText());
}

QString ImportDialog::nextText() const
{
    switch (m_assistant.step()) {
    case Step::Summary:
        if (const auto &trial = m_assistant.trial(); trial && trial->bringsAnything()) {
            const auto todos = static_cast<int>(trial->created + trial->changed);
            return todos > 0 ? tr("Import %Ln todos", nullptr, todos)
                             : tr("Import %1").arg(namesText(*trial));
        }
        return tr("Import");
    case Step::Progress:
        return tr("Cancel import");
    case Step::Result:
        return m_assistant.isUndone() ? tr("Done") : tr("Show them");
    default:
        return tr("Continue");
    }
}

QString ImportDialog::busyText() const
{
    switch (m_assistant.work()) {
    case Work::Opening:
        return tr("Reading the file…");
    case Work::Checking:
        return tr("Comparing with what is in Tusk…");
    case Work::Saving:
        return tr("Saving the report…");
    case Work::None:
        return m_assistant.step() == Step::Summary && !m_assistant.isConnected()
                   ? tr("Waiting for the connection…")
                   : QString();
    case Work::Importing:
    case Work::Cancelling:
    case Work::Undoing:
        break;
    }
    return {};
}

void ImportDialog::goOn()
{
    if (m_assistant.step() == Step::Progress) {
        m_assistant.cancel();
    } else if (m_assistant.step() == Step::Result) {
        close();
        if (!m_assistant.isUndone())
            Q_EMIT resultWanted();
    } else if (m_assistant.step() == Step::Summary && m_assistant.target().asks) {
        askBeforeImporting();
    } else {
        m_assistant.goOn();
    }
}

void ImportDialog::askBeforeImporting()
{
    const auto &trial = m_assistant.trial();
    const int todos = trial ? static_cast<int>(trial->created + trial->changed) : 0;
    const QString &place = m_assistant.target().name;
    const QString question = todos == 0 && trial
                                 ? tr("Import %1 into “%2”?").arg(namesText(*trial), place)
                                 : tr("Import %Ln todos into “%1”?", nullptr, todos).arg(place);
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Import todos"), question, QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("importQuestion"));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(m_assistant.target().isProduction
                                ? tr("It is a production environment. The whole import can be undone.")
                                : tr("This environment asks before that. The whole import can be undone."));
    const QPushButton *yes = box->addButton(tr("Import"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(yes, &QPushButton::clicked, &m_assistant, &ImportAssistant::goOn);
    box->open();
}

// ---------------------------------------------------------------------------------------------------------------
// As an overlay

QSize ImportDialog::panelSize(const QSize &window) const
{
    return usualSize.boundedTo(window - QSize(2 * metrics::pageMargin, 2 * metrics::pageMargin));
}

QWidget *ImportDialog::firstFocus() const
{
    if (QWidget *first = page()->firstFocus(); first && first->isEnabled())
        return first;
    const bool canGoOn = m_ui->nextButton->isVisibleTo(m_ui->nextButton->parentWidget()) &&
                         m_ui->nextButton->isEnabled() && m_assistant.step() != Step::Progress;
    return canGoOn ? m_ui->nextButton : m_ui->closeButton;
}

// Enter presses the button that has the focus, or goes on; it never cancels an import.
void ImportDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return Overlay::keyPressEvent(event);
    if (auto *button = qobject_cast<QPushButton *>(focusWidget()))
        button->click();
    else if (m_assistant.step() != Step::Progress && m_ui->nextButton->isVisible())
        m_ui->nextButton->click();
}

// The lines below the head and above the foot are ours. What else changes paints itself: to paint all of it,
// and the window behind, ten times a second is too much for an import that shows how far it is.
bool ImportDialog::eventFilter(QObject *watched, QEvent *event)
{
    const bool isEdge = watched == m_ui->head || watched == m_ui->foot;
    if (isEdge && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        update();
    return Overlay::eventFilter(watched, event);
}

void ImportDialog::paintPanel(QPainter &painter, const QRectF &panel) const
{
    const Colors &colors = Theme::of(this).colors();
    shapes::drawRounded(painter, panel, metrics::popUpRadius, colors.window);
    const auto line = [&](const QWidget &part, bool below) {
        const QPoint corner = part.mapTo(this, QPoint());
        painter.fillRect(
            QRectF(panel.left(), below ? corner.y() + part.height() - 1 : corner.y(), panel.width(), 1),
            colors.hairline);
    };
    line(*m_ui->head, true);
    line(*m_ui->foot, false);
    shapes::drawRing(painter, panel, metrics::popUpRadius, colors.hairline, 1);
}

// ---------------------------------------------------------------------------------------------------------------
// Files that are dropped

bool ImportDialog::takes(const QMimeData *dragged) const
{
    return m_assistant.step() == Step::File && m_assistant.work() == Work::None && !fileOf(dragged).isEmpty();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(takes(event->mimeData()));
    m_filePage->dropArea().setHovered(event->isAccepted());
}

void ImportDialog::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(takes(event->mimeData()));
}

void ImportDialog::dragLeaveEvent(QDragLeaveEvent *)
{
    m_filePage->dropArea().setHovered(false);
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    m_filePage->dropArea().setHovered(false);
    if (!takes(event->mimeData()))
        return;
    event->acceptProposedAction();
    m_assistant.chooseFile(fileOf(event->mimeData()));
}

} // namespace tusk::gui
