// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/importfoundpage.h"

#include "gui/import/pagetexts.h"
#include "gui/theme/colors.h"
#include "ui_importfoundpage.h"

namespace tusk::gui
{

namespace
{

QString bulleted(const QStringList &sentences)
{
    QStringList lines;
    for (const QString &sentence : sentences)
        lines.append(QStringLiteral("•  ") + sentence);
    return lines.join(u'\n');
}

} // namespace

ImportFoundPage::ImportFoundPage(ImportAssistant &assistant, QWidget *parent)
    : ImportPage(assistant, parent)
    , m_ui(std::make_unique<Ui::ImportFoundPage>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("importFoundPage"));
    makeTitles({m_ui->program});
    makeHeadings({m_ui->remarksTitle});
    makeQuiet({m_ui->promise});
    m_ui->amount->setTextFormat(Qt::PlainText);
    m_ui->remarks->setTextFormat(Qt::PlainText);
    connect(m_ui->table, &QComboBox::activated, this,
            [this] { this->assistant().chooseTable(m_ui->table->currentData().toString()); });
}

ImportFoundPage::~ImportFoundPage() = default;

QWidget *ImportFoundPage::firstFocus()
{
    return m_ui->table->isVisible() ? m_ui->table : nullptr;
}

void ImportFoundPage::refresh()
{
    if (!assistant().isOpen())
        return;
    const importer::Mapping &mapping = assistant().plan().recognised;
    m_ui->program->setText(mapping.program.isEmpty() ? tr("A database with todos")
                                                     : tr("A file of %1").arg(mapping.program));
    const auto tables = assistant().tables();
    for (const importer::ScoredMapping &table : tables) {
        if (table.mapping.table == mapping.table)
            m_ui->amount->setText(tr("%1.").arg(
                amountText(assistant().plan(), table.rows, importer::personsIn(assistant().plan().people))));
    }
    showTables();
    QStringList remarks = assistant().losses() + mapping.remarks;
    if (const QStringList others = importer::tablesBeside(mapping, tables); !others.isEmpty())
        remarks.append(tr("There may be todos in %1 as well: an import of its own brings them.")
                           .arg(others.join(QStringLiteral(", "))));
    if (!mapping.leftOut.isEmpty())
        remarks.append(tr("Nothing is made of these columns, unless you want it: %1.")
                           .arg(mapping.leftOut.join(QStringLiteral(", "))));
    m_ui->remarks->setText(bulleted(remarks));
    m_ui->remarks->setVisible(!remarks.isEmpty());
    m_ui->remarksTitle->setVisible(!remarks.isEmpty());
}

void ImportFoundPage::showTables()
{
    const auto tables = assistant().tables();
    QComboBox &box = *m_ui->table;
    box.clear();
    bool hasGuesses = false; // which are last
    for (const importer::ScoredMapping &table : tables) {
        if (table.isGuess && !tables.constFirst().isGuess && !hasGuesses) {
            box.insertSeparator(box.count());
            hasGuesses = true;
        }
        box.addItem(tr("%1 (%2)").arg(table.mapping.table, numberText(table.rows)), table.mapping.table);
        if (table.mapping.table == assistant().plan().recognised.table)
            box.setCurrentIndex(box.count() - 1);
    }
    box.setVisible(tables.size() > 1);
    m_ui->tableLabel->setVisible(tables.size() > 1);
}

} // namespace tusk::gui
