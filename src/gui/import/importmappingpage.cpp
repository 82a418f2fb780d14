// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/importmappingpage.h"

#include "gui/import/pagetexts.h"
#include "gui/import/previewdelegate.h"
#include "gui/import/previewmodel.h"
#include "gui/plaintext.h"
#include "gui/theme/colors.h"
#include "gui/theme/theme.h"
#include "models/databaselink.h"
#include "models/workspace.h"
#include "ui_importmappingpage.h"

#include <QComboBox>
#include <QLabel>

#include <array>
#include <utility>

namespace tusk::gui
{

namespace
{

enum Part { Name, Arrow, Choice, Contents };
constexpr int nameWidth = 112;
constexpr int choiceWidth = 136;
constexpr int nothing = -1; // in the data of a choice

using StateKind = importer::StateValue::Kind;
constexpr std::array stateKinds{StateKind::Open, StateKind::Done, StateKind::Cancelled, StateKind::Archived,
                                StateKind::Deleted};

QString textOf(StateKind kind)
{
    switch (kind) {
    case StateKind::Open:
        return ImportMappingPage::tr("Open");
    case StateKind::Done:
        return ImportMappingPage::tr("Done");
    case StateKind::Cancelled:
        return ImportMappingPage::tr("Cancelled");
    case StateKind::Archived:
        return ImportMappingPage::tr("Archived");
    case StateKind::Deleted:
        return ImportMappingPage::tr("Deleted");
    }
    return {};
}

// Nobody has to decide about the number that a program gives to its rows.
bool isOffered(const ImportAssistant &assistant, const importer::SourceColumn &column)
{
    return importer::targetsOf(assistant.plan().recognised, column) != QList{importer::Target::Id};
}

} // namespace

ImportMappingPage::ImportMappingPage(ImportAssistant &assistant, QWidget *parent)
    : ImportPage(assistant, parent)
    , m_ui(std::make_unique<Ui::ImportMappingPage>())
    , m_preview(new PreviewModel(this))
    , m_delegate(new PreviewDelegate(this))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("importMappingPage"));
    makeHeadings({m_ui->columnsTitle, m_ui->statesTitle, m_ui->previewTitle});
    m_ui->statesTitle->setTextFormat(Qt::PlainText);
    makeQuiet({m_ui->amount});
    m_ui->todos->setObjectName(QStringLiteral("importPreview"));
    m_ui->todos->setModel(m_preview);
    m_ui->todos->setItemDelegate(m_delegate);
    m_ui->todos->viewport()->setAutoFillBackground(false);
    m_ui->grid->setColumnStretch(Contents, 1);
    m_ui->statesGrid->setColumnStretch(Contents, 1);
}

ImportMappingPage::~ImportMappingPage() = default;

QWidget *ImportMappingPage::firstFocus()
{
    return m_rows.isEmpty() ? nullptr : m_rows.constFirst().choice;
}

void ImportMappingPage::refresh()
{
    QStringList names{assistant().file(), assistant().plan().recognised.table};
    for (const importer::SourceColumn &column : assistant().columns())
        names.append(column.isComposed ? column.name + u'*' : column.name);
    if (names != m_shownColumns) {
        m_shownColumns = names;
        makeRows();
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).choice)
            showRow(m_rows.at(i), assistant().columns().at(i));
    }
    showStates();
    showPreview();
}

void ImportMappingPage::makeRows()
{
    clearLayout(*m_ui->grid);
    m_rows.clear();
    m_shownStates.clear(); // theirs come behind these for Tab
    for (const importer::SourceColumn &column : assistant().columns())
        m_rows.append(isOffered(assistant(), column) ? makeRow(static_cast<int>(m_rows.size()), column)
                                                     : Row());
}

// What stands before a choice, in the words of the file.
QLabel *ImportMappingPage::makeName(const QString &text, const QString &question, QComboBox &choice)
{
    auto *name = new QLabel(m_ui->columns);
    name->setTextFormat(Qt::PlainText);
    name->setFont(Theme::of(this).type().code);
    name->setText(QFontMetrics(name->font()).elidedText(text, Qt::ElideMiddle, nameWidth));
    name->setToolTip(toolTipText(text));
    name->setFixedWidth(nameWidth);
    name->setAccessibleName(question);
    name->setBuddy(&choice); // of a box itself only what is chosen is said
    choice.setAccessibleName(question);
    choice.setFixedWidth(choiceWidth);
    return name;
}

QLabel *ImportMappingPage::makeArrow()
{
    auto *arrow = new QLabel(isRightToLeft() ? QStringLiteral("←") : QStringLiteral("→"), m_ui->columns);
    arrow->setForegroundRole(roles::secondary);
    return arrow;
}

ImportMappingPage::Row ImportMappingPage::makeRow(int number, const importer::SourceColumn &column)
{
    auto *choice = new QComboBox(m_ui->columns);
    choice->setObjectName(QString(QStringLiteral("choice-") + column.name));
    QLabel *name = makeName(column.name, tr("What becomes of %1").arg(column.name), *choice);
    choice->addItem(tr("not taken"), nothing);
    const auto known = importer::targetsOf(assistant().plan().recognised, column);
    for (const importer::Target target : importer::allTargets()) {
        if (column.isComposed ? known.contains(target) : target != importer::Target::Id)
            choice->addItem(importer::textFor(target), static_cast<int>(target));
    }
    connect(choice, &QComboBox::activated, this, [this, choice, number] {
        const int chosen = choice->currentData().toInt();
        assistant().map(number, chosen == nothing ? std::nullopt
                                                  : std::optional(static_cast<importer::Target>(chosen)));
    });
    auto *contents = new QLabel(m_ui->columns);
    contents->setWordWrap(true);
    makeQuiet({contents});
    m_ui->grid->addWidget(name, number, Name);
    m_ui->grid->addWidget(makeArrow(), number, Arrow);
    m_ui->grid->addWidget(choice, number, Choice);
    m_ui->grid->addWidget(contents, number, Contents);
    return {choice, contents};
}

void ImportMappingPage::showRow(const Row &row, const importer::SourceColumn &column) const
{
    const importer::Mapping &mapping = assistant().plan().mapping;
    const auto targets = importer::targetsOf(mapping, column);
    const int chosen = targets.isEmpty() ? nothing : static_cast<int>(targets.constFirst());
    row.choice->setCurrentIndex(row.choice->findData(chosen));
    QStringList lines{column.contents, importer::reasonOf(mapping, column)};
    lines.removeAll(QString());
    lines.removeDuplicates();
    row.contents->setText(lines.join(u'\n'));
}

// Only where somebody has to say it: what 0, 1 and 2 of a status mean, nobody else knows.
void ImportMappingPage::showStates()
{
    const importer::Mapping &mapping = assistant().plan().mapping;
    // An answer about another column says nothing any more.
    const QList<importer::StateMeaning> states =
        mapping.stateValues.isEmpty() ? QList<importer::StateMeaning>() : assistant().preview().states;
    QList<QByteArray> values;
    for (const importer::StateMeaning &state : states)
        values.append(state.value);
    if (values != m_shownStates) {
        m_shownStates = values;
        makeStateRows();
    }
    m_ui->states->setVisible(!states.isEmpty());
    m_ui->statesTitle->setText(
        tr("What “%1” says").arg(mapping.columns.value(importer::Target::State).label));
    for (qsizetype i = 0; i < states.size(); ++i) {
        const auto kind = mapping.states.value(importer::foldedWord(states.at(i).value), states.at(i).kind);
        m_stateChoices.at(i)->setCurrentIndex(m_stateChoices.at(i)->findData(static_cast<int>(kind)));
    }
}

void ImportMappingPage::makeStateRows()
{
    clearLayout(*m_ui->statesGrid);
    m_stateChoices.clear();
    for (const QByteArray &value : std::as_const(m_shownStates)) {
        const QString text = QString::fromUtf8(value);
        const int number = static_cast<int>(m_stateChoices.size());
        auto *choice = new QComboBox(m_ui->columns);
        choice->setObjectName(QString(QStringLiteral("state-") + text));
        for (const auto kind : stateKinds)
            choice->addItem(textOf(kind), static_cast<int>(kind));
        connect(choice, &QComboBox::activated, this, [this, choice, value] {
            assistant().sayState(value, static_cast<StateKind>(choice->currentData().toInt()));
        });
        m_ui->statesGrid->addWidget(makeName(text, tr("What %1 means").arg(text), *choice), number, Name);
        m_ui->statesGrid->addWidget(makeArrow(), number, Arrow);
        m_ui->statesGrid->addWidget(choice, number, Choice);
        m_stateChoices.append(choice);
    }
}

void ImportMappingPage::showPreview()
{
    const importer::ImportPreview &preview = assistant().preview();
    RowContext context;
    context.place = domain::TodoFilter::at(domain::TodoFilter::Place::All);
    if (const auto &link = assistant().target().link)
        context.now = link->workspace().moment();
    for (const domain::TodoList &list : preview.lists)
        context.lists.insert(list.id, list);
    for (const domain::Tag &tag : preview.tags)
        context.tags.insert(tag.id, tag);
    m_delegate->setContext(context);
    m_preview->setTodos(preview.todos);
    const bool hasTitle = assistant().plan().mapping.has(importer::Target::Title);
    m_ui->amount->setText(
        !hasTitle ? tr("Please say which column is the title.")
        : preview.todos.size() < preview.total
            ? tr("The first %1 of %2 todos.").arg(numberText(preview.todos.size()), numberText(preview.total))
            : QString());
    m_ui->amount->setVisible(!m_ui->amount->text().isEmpty());
}

} // namespace tusk::gui
