// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/importsummarypage.h"

#include "gui/import/pagetexts.h"
#include "gui/import/reportsaving.h"
#include "gui/theme/colors.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"
#include "ui_importsummarypage.h"

#include <QLabel>
#include <QPushButton>

namespace tusk::gui
{

namespace
{

constexpr int examplesOfEach = 3;
constexpr qsizetype longestExample = 80;
constexpr int countColumn = 0;
constexpr int wordColumn = 1;

QString exampleText(const importer::Repair &repair)
{
    const QString original = QString::fromUtf8(repair.original).simplified().left(longestExample);
    const QString value = original.isEmpty() ? ImportSummaryPage::tr("(empty)") : original;
    return repair.todo.isEmpty() ? ImportSummaryPage::tr("    “%1” in %2, todo number %3")
                                       .arg(value, repair.column, QString::fromUtf8(repair.sourceId))
                                 : ImportSummaryPage::tr("    “%1” in %2 of “%3”")
                                       .arg(value, repair.column, repair.todo.left(longestExample));
}

} // namespace

ImportSummaryPage::ImportSummaryPage(ImportAssistant &assistant, FileChooser &chooser, QWidget *parent)
    : ImportPage(assistant, parent)
    , m_ui(std::make_unique<Ui::ImportSummaryPage>())
    , m_chooser(chooser)
{
    m_ui->setupUi(this);
    connect(m_ui->everyRepairButton, &QPushButton::clicked, this,
            [this] { chooseReportFile(*this, this->assistant(), m_chooser); });
    setObjectName(QStringLiteral("importSummaryPage"));
    makeTitles({m_ui->headline});
    makeQuiet({m_ui->promise, m_ui->saved});
    m_ui->grid->setColumnStretch(wordColumn, 1);
    m_ui->grid->setHorizontalSpacing(metrics::groupGap);
    m_ui->scroll->viewport()->setAutoFillBackground(false);
}

ImportSummaryPage::~ImportSummaryPage() = default;

void ImportSummaryPage::refresh()
{
    const auto &trial = assistant().trial();
    clearLayout(*m_ui->grid);
    clearLayout(*m_ui->reasonRows);
    m_ui->promise->setText(tr("Nothing was changed yet. The whole import can be undone later."));
    m_ui->promise->setVisible(trial.has_value());
    showReportButton();
    if (trial)
        showReport(*trial);
    else if (assistant().work() == ImportAssistant::Work::Checking)
        m_ui->headline->setText(tr("Trying it out…"));
    else
        m_ui->headline->setText(tr("It could not be tried out"));
}

// The page shows examples only.
void ImportSummaryPage::showReportButton()
{
    const auto &trial = assistant().trial();
    m_ui->everyRepairButton->setVisible(trial && (!trial->repairs.isEmpty() || trial->conflictCount > 0));
    m_ui->everyRepairButton->setEnabled(assistant().work() == ImportAssistant::Work::None);
    m_ui->saved->setText(savedText(assistant()));
}

void ImportSummaryPage::showReport(const importer::ImportReport &report)
{
    m_ui->headline->setText(report.bringsAnything() ? tr("This is what will happen")
                                                    : tr("There is nothing new in this file"));
    addCount(tr("new"), report.created);
    addCount(tr("changed in the file since the last import"), report.changed);
    addCount(tr("there already, and not changed in the file"), report.same);
    if (report.editedInTusk > 0)
        addCount(tr("of these, changed or put into the Trash in Tusk since: they stay as they are there"),
                 report.editedInTusk);
    addCount(tr("with something that has to be repaired"), report.repairedRows);
    if (report.refused() > 0)
        addCount(tr("refused: they break a rule of the database"), report.refused());
    if (report.namesOfTheirOwn() > 0)
        addCount(tr("lists and tags that are new"), report.namesOfTheirOwn());
    if (report.conflictCount > 0)
        addCount(report.mapping.keepsIds
                     ? tr("values that are not the same in the file and in Tusk: yours stay")
                     : tr("values changed both in the file and in Tusk: yours stay"),
                 report.conflictCount);
    if (report.inTrash > 0)
        addCount(tr("deleted before: their days in the Trash begin with the import"), report.inTrash);
    if (report.deletedInTusk > 0)
        addCount(tr("that you deleted in Tusk: they stay deleted"), report.deletedInTusk);
    if (report.missing > 0)
        addCount(tr("not in the file any more: they stay in Tusk"), report.missing);
    if (!report.others.isEmpty())
        addCount(tr("of others, and not taken"), importer::todosOf(report.others));
    addReasons(report);
    m_ui->reasonRows->addStretch(1);
}

void ImportSummaryPage::addCount(const QString &what, qint64 count)
{
    auto *number = new QLabel(numberText(count), m_ui->counts);
    number->setFont(Theme::of(this).type().rowStrong);
    number->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto *words = new QLabel(what, m_ui->counts);
    const auto role = count == 0 ? roles::secondary : roles::text;
    number->setForegroundRole(role);
    words->setForegroundRole(role);
    number->setAccessibleName(tr("%1 %2").arg(number->text(), what));
    const int row = m_ui->grid->count() / 2;
    m_ui->grid->addWidget(number, row, countColumn);
    m_ui->grid->addWidget(words, row, wordColumn);
}

void ImportSummaryPage::addReasons(const importer::ImportReport &report)
{
    if (!report.others.isEmpty())
        addParagraph(*m_ui->reasonRows, report.othersSentence());
    // What was to be said of the program has been said.
    for (const QString &remark : report.remarks()) {
        if (!assistant().plan().recognised.remarks.contains(remark))
            addParagraph(*m_ui->reasonRows, remark);
    }
    for (const QString &conflict : report.conflictSentences(examplesOfEach))
        addParagraph(*m_ui->reasonRows, conflict, true);
    if (report.unchangedSince)
        addParagraph(*m_ui->reasonRows, report.unchangedSentence());
    for (const auto &[kind, count] : report.repairs.asKeyValueRange()) {
        addParagraph(*m_ui->reasonRows, importer::sentenceFor(kind, count));
        int shown = 0;
        for (const importer::Repair &repair : report.firstRepairs) {
            if (repair.kind == kind && shown++ < examplesOfEach)
                addParagraph(*m_ui->reasonRows, exampleText(repair), true);
        }
    }
    for (const QString &loss : report.losses)
        addParagraph(*m_ui->reasonRows, loss);
}

} // namespace tusk::gui
