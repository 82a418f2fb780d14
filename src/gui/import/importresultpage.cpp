// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/importresultpage.h"

#include "gui/import/pagetexts.h"
#include "gui/import/reportsaving.h"
#include "gui/list/purgequestion.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "ui_importresultpage.h"

#include <QPushButton>

namespace tusk::gui
{

using Work = ImportAssistant::Work;

ImportResultPage::ImportResultPage(ImportAssistant &assistant, FileChooser &chooser, QWidget *parent)
    : ImportPage(assistant, parent)
    , m_ui(std::make_unique<Ui::ImportResultPage>())
    , m_chooser(chooser)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("importResultPage"));
    makeTitles({m_ui->headline});
    makeQuiet({m_ui->saved});
    m_ui->proof->setTextFormat(Qt::PlainText);
    m_ui->scroll->viewport()->setAutoFillBackground(false);
    connect(m_ui->saveButton, &QPushButton::clicked, this,
            [this] { chooseReportFile(*this, this->assistant(), m_chooser); });
    connect(m_ui->undoButton, &QPushButton::clicked, this, &ImportResultPage::undo);
}

ImportResultPage::~ImportResultPage() = default;

void ImportResultPage::undo()
{
    const ImportTarget &there = assistant().importedInto();
    if (there.asks)
        askToTakeImportBack(*window(), there.name, assistant().actionLabel(), [this] { assistant().undo(); });
    else
        assistant().undo();
}

QWidget *ImportResultPage::firstFocus()
{
    return nullptr;
}

void ImportResultPage::refresh()
{
    const auto &report = assistant().report();
    if (!report)
        return;
    showOutcome(*report);
    clearLayout(*m_ui->sentences);
    if (!assistant().isUndone()) {
        // How many there are, and that they were compared, stands above.
        for (const QString &sentence : report->furtherSentences())
            addParagraph(*m_ui->sentences, sentence);
    }
    m_ui->sentences->addStretch(1);
    const Work work = assistant().work();
    m_ui->undoButton->setVisible(report->bringsAnything() && !assistant().isUndone());
    m_ui->undoButton->setEnabled(work == Work::None);
    m_ui->undoButton->setText(work == Work::Undoing ? tr("Undoing…") : tr("Undo import"));
    m_ui->saveButton->setEnabled(work == Work::None);
    m_ui->saved->setText(savedText(assistant()));
}

void ImportResultPage::showOutcome(const importer::ImportReport &report)
{
    const bool isUndone = assistant().isUndone();
    const bool isFine = report.isComplete();
    const int side = Theme::of(this).iconSize() * 3 / 2;
    const QIcon icon = isUndone ? themedIcon(Icon::Undo)
                       : isFine ? themedIcon(Icon::Check, Ink::Green)
                                : themedIcon(Icon::Warning, Ink::Amber);
    m_ui->mark->setPixmap(icon.pixmap(QSize(side, side), devicePixelRatioF()));
    if (isUndone) {
        m_ui->headline->setText(tr("The import was undone"));
        m_ui->proof->setText(
            tr("What it brought is gone again, except what you have worked on since. Importing "
               "the file once more brings everything back."));
        return;
    }
    const int brought = static_cast<int>(report.created + report.changed);
    if (!report.bringsAnything() && isFine) {
        m_ui->headline->setText(tr("Nothing in the file is new"));
        m_ui->proof->setText(tr("An earlier import has brought what it holds."));
        return;
    }
    if (brought == 0 && report.bringsAnything()) {
        const QString names = namesText(report);
        m_ui->headline->setText(isFine ? tr("Imported: %1").arg(names)
                                       : tr("Imported, but not everything: %1").arg(names));
        m_ui->proof->setText(tr("There was no new todo in the file."));
        return;
    }
    m_ui->headline->setText(isFine ? tr("%Ln todos were imported", nullptr, brought)
                                   : tr("%Ln todos were imported, but not everything", nullptr, brought));
    m_ui->proof->setText(tr("%Ln todos were read back from the database and compared with the file, value by "
                            "value: all are equal.",
                            nullptr, static_cast<int>(report.verified)));
}

} // namespace tusk::gui
