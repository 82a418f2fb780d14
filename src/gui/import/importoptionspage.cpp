// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/importoptionspage.h"

#include "domain/todorules.h"
#include "gui/details/flowlayout.h"
#include "gui/import/pagetexts.h"
#include "gui/import/personchip.h"
#include "gui/theme/metrics.h"
#include "models/databaselink.h"
#include "models/workspace.h"
#include "ui_importoptionspage.h"

#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace tusk::gui
{

using importer::Target;

namespace
{

constexpr int gapBetweenChips = metrics::gap;

QString inboxText()
{
    return ImportOptionsPage::tr("Inbox");
}

} // namespace

ImportOptionsPage::ImportOptionsPage(ImportAssistant &assistant, QWidget *parent)
    : ImportPage(assistant, parent)
    , m_ui(std::make_unique<Ui::ImportOptionsPage>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("importOptionsPage"));
    makeHeadings({m_ui->peopleTitle});
    makeQuiet({m_ui->peopleHint, m_ui->listHint, m_ui->zoneHint, m_ui->restHint});
    new FlowLayout(m_ui->chips, gapBetweenChips, 0);
    for (QComboBox *box : {m_ui->list, m_ui->zone}) {
        box->setInsertPolicy(QComboBox::NoInsert);
        box->lineEdit()->setAccessibleName(box->accessibleName());
    }
    fillZones();
    connectChoices();
}

ImportOptionsPage::~ImportOptionsPage() = default;

void ImportOptionsPage::connectChoices()
{
    connect(m_ui->list, &QComboBox::activated, this, [this] { takeList(m_ui->list->currentText()); });
    connect(m_ui->list->lineEdit(), &QLineEdit::editingFinished, this,
            [this] { takeList(m_ui->list->currentText()); });
    const auto takeZone = [this] {
        const int known = m_ui->zone->findText(m_ui->zone->currentText(), Qt::MatchFixedString);
        if (known >= 0)
            assistant().setZone(m_ui->zone->itemData(known).toByteArray());
        showZone(); // what is no zone goes again
    };
    connect(m_ui->zone, &QComboBox::activated, this, takeZone);
    connect(m_ui->zone->lineEdit(), &QLineEdit::editingFinished, this, takeZone);
    connect(m_ui->restToNotes, &QCheckBox::clicked, &assistant(), &ImportAssistant::setRestToNotes);
    connect(m_ui->swapped, &QCheckBox::clicked, &assistant(), &ImportAssistant::setOpenMeansDone);
    connect(m_ui->turned, &QCheckBox::clicked, &assistant(), &ImportAssistant::turnPriorities);
    connect(m_ui->plansInZone, &QCheckBox::clicked, &assistant(), &ImportAssistant::setPlansAreMoments);
    connect(m_ui->midnights, &QCheckBox::clicked, &assistant(), &ImportAssistant::setMidnightsAreDays);
    connect(m_ui->monthFirst, &QCheckBox::clicked, &assistant(), &ImportAssistant::setMonthFirst);
    connect(m_ui->backup, &QCheckBox::clicked, &assistant(), &ImportAssistant::setKeepBackup);
}

// UTC first, which most programs write, then the one of this computer.
void ImportOptionsPage::fillZones()
{
    QComboBox &box = *m_ui->zone;
    const QByteArray own = importer::ownZone().id();
    box.addItem(tr("UTC, as most programs write"), QByteArray());
    box.addItem(tr("%1, as on this computer").arg(QString::fromLatin1(own)), own);
    for (const QByteArray &zone : domain::knownZones())
        box.addItem(QString::fromLatin1(zone), zone);
}

QWidget *ImportOptionsPage::firstFocus()
{
    if (QWidget *chip = m_ui->chips->findChild<PersonChip *>(); chip && m_ui->people->isVisibleTo(this))
        return chip;
    return m_ui->list;
}

void ImportOptionsPage::refresh()
{
    showPeople();
    showLists();
    showZone();
    showChecks();
}

void ImportOptionsPage::showPeople()
{
    const ImportPlan &plan = assistant().plan();
    m_ui->people->setVisible(plan.people.size() > 1);
    if (m_shownPeople != plan.people) {
        m_shownPeople = plan.people;
        clearLayout(*m_ui->chips->layout());
        for (const importer::SourceOwner &person : plan.people) {
            auto *chip = new PersonChip(person.label, person.todos, m_ui->chips);
            const QString id = QString::fromUtf8(person.id);
            chip->setProperty("person", id);
            connect(chip, &PersonChip::clicked, this,
                    [this, id](bool checked) { assistant().choosePerson(id, checked); });
            m_ui->chips->layout()->addWidget(chip);
        }
        // The layout gives what is left of a line to the last.
        m_ui->chips->layout()->addWidget(new QWidget(m_ui->chips));
    }
    for (PersonChip *chip : m_ui->chips->findChildren<PersonChip *>())
        chip->setChecked(plan.chosenPeople.contains(chip->property("person").toString()));
    const QString several =
        plan.mapping.has(Target::List)
            ? tr("Each of several people becomes a list, or a tag of todos that have a list in the file.")
            : tr("Each of several people becomes a list.");
    m_ui->peopleHint->setText(plan.chosenPeople.isEmpty() ? tr("Please choose at least one.") : several);
}

void ImportOptionsPage::showLists()
{
    QComboBox &box = *m_ui->list;
    if (box.lineEdit()->hasFocus() && box.lineEdit()->isModified())
        return; // somebody is typing
    const QSignalBlocker blocker(box);
    box.clear();
    box.addItem(inboxText());
    const QString usual =
        importer::usualList(assistant().plan().mapping, assistant().plan().ownersAreLists());
    if (!usual.isEmpty())
        box.addItem(usual);
    if (const auto &link = assistant().target().link) {
        for (const domain::TodoList &list : link->workspace().lists()) {
            if (!list.archivedAt && box.findText(list.name, Qt::MatchFixedString) < 0)
                box.addItem(list.name);
        }
    }
    const QString chosen = assistant().plan().listName();
    box.setEditText(chosen.isEmpty() ? inboxText() : chosen);
    const bool ofOne = !assistant().plan().ownersAreLists();
    const bool ofNobody = assistant().plan().chosenPeople.contains(QString());
    box.setEnabled(ofOne || ofNobody);
    m_ui->listHint->setText(
        ofOne      ? tr("Of those that have one in the file, it is kept.")
        : ofNobody ? tr("Todos of several people go to a list of their own each, those of nobody here.")
                   : tr("Todos of several people go to a list of their own each."));
}

void ImportOptionsPage::takeList(const QString &typed)
{
    const auto checked = domain::checkedListName(typed);
    if (checked)
        assistant().setList(checked->compare(inboxText(), Qt::CaseInsensitive) == 0 ? QString() : *checked);
    m_ui->list->lineEdit()->setModified(false);
    showLists(); // what is no name goes again
}

void ImportOptionsPage::showZone()
{
    const QSignalBlocker blocker(m_ui->zone);
    const QByteArray zone = assistant().plan().zone;
    const int chosen = m_ui->zone->findData(zone);
    m_ui->zone->setCurrentIndex(std::max(chosen, 0));
    const importer::Mapping &mapping = assistant().plan().mapping;
    m_ui->plansInZone->setVisible(mapping.plansNameNoZone);
    m_ui->plansInZone->setChecked(mapping.plansAreMoments);
    m_ui->zoneHint->setText(
        !assistant().preview().hasTimesWithoutZone ? tr("Among the first todos there are no such times.")
        : mapping.plansAreMoments                  ? tr("The file has such times.")
                                  : tr("The file has such times. Due times stay as they are written."));
}

void ImportOptionsPage::showChecks()
{
    const importer::Mapping &mapping = assistant().plan().mapping;
    const bool hasRest = !mapping.leftOut.isEmpty();
    m_ui->restToNotes->setVisible(hasRest);
    m_ui->restHint->setVisible(hasRest);
    m_ui->restToNotes->setChecked(mapping.leftOutGoesToNotes);
    m_ui->restHint->setText(tr("They are: %1.").arg(mapping.leftOut.join(QStringLiteral(", "))));
    m_ui->swapped->setVisible(mapping.has(Target::State));
    m_ui->swapped->setChecked(mapping.stateMeansOpen !=
                              importer::columnMeansOpen(mapping, assistant().plan().recognised));
    m_ui->turned->setVisible(mapping.has(Target::Priority) && !mapping.priorities.isEmpty());
    m_ui->turned->setChecked(assistant().plan().prioritiesAreTurned);
    const QList<Target> midnights = mapping.midnights.keys();
    m_ui->midnights->setVisible(!midnights.isEmpty());
    m_ui->midnights->setChecked(std::ranges::any_of(
        midnights, [&mapping](Target target) { return mapping.takesMidnightsForDays(target); }));
    const auto ambiguous = mapping.ambiguousDays.cbegin();
    m_ui->monthFirst->setVisible(ambiguous != mapping.ambiguousDays.cend());
    if (ambiguous != mapping.ambiguousDays.cend()) {
        m_ui->monthFirst->setText(tr("Dates such as %1 begin with the &month").arg(*ambiguous));
        m_ui->monthFirst->setChecked(mapping.dayOrders.value(ambiguous.key()) ==
                                     importer::DayOrder::MonthFirst);
    }
    m_ui->backup->setChecked(assistant().plan().keepBackup);
}

} // namespace tusk::gui
