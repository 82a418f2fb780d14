// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/importprogresspage.h"

#include "gui/import/pagetexts.h"
#include "gui/theme/colors.h"
#include "ui_importprogresspage.h"

#include <algorithm>

namespace tusk::gui
{

namespace
{

QString leftText(importer::ImportProgress::Stage stage, const QString &time)
{
    switch (stage) {
    case importer::ImportProgress::Stage::Reading:
        return ImportProgressPage::tr("%1 left to read").arg(time);
    case importer::ImportProgress::Stage::Writing:
        return ImportProgressPage::tr("%1 left to write").arg(time);
    case importer::ImportProgress::Stage::Comparing:
        return ImportProgressPage::tr("%1 left to compare").arg(time);
    }
    return {};
}

} // namespace

ImportProgressPage::ImportProgressPage(ImportAssistant &assistant, QWidget *parent)
    : ImportPage(assistant, parent)
    , m_ui(std::make_unique<Ui::ImportProgressPage>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("importProgressPage"));
    makeTitles({m_ui->stage});
    makeQuiet({m_ui->promise});
    m_ui->amount->setForegroundRole(roles::secondary);
    m_ui->rate->setForegroundRole(roles::secondary);
    connect(&assistant, &ImportAssistant::progressed, this, &ImportProgressPage::showPace);
}

ImportProgressPage::~ImportProgressPage() = default;

void ImportProgressPage::refresh()
{
    showPace();
}

void ImportProgressPage::showPace()
{
    const importer::ImportPace &pace = assistant().pace();
    const bool isCancelling = assistant().work() == ImportAssistant::Work::Cancelling;
    m_ui->stage->setText(isCancelling ? tr("Cancelling…") : pace.stageText());
    const auto percent = pace.percent();
    m_ui->bar->setRange(0, percent ? 100 : 0);
    m_ui->bar->setValue(percent.value_or(0));
    const importer::ImportProgress &progress = pace.progress();
    m_ui->amount->setText(
        percent ? tr("%1 of %2 todos")
                      .arg(numberText(std::min(progress.done, progress.total)), numberText(progress.total))
                : QString());
    QStringList figures;
    if (const auto rate = pace.rate())
        figures.append(tr("%1 a second").arg(numberText(*rate)));
    if (const auto left = pace.secondsLeft())
        figures.append(leftText(progress.stage, importer::ImportPace::timeText(*left)));
    m_ui->rate->setText(figures.join(QStringLiteral(" · ")));
}

} // namespace tusk::gui
