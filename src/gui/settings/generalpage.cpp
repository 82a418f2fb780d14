// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/generalpage.h"

#include "gui/settings/defaultlist.h"
#include "gui/settings/settingkeys.h"
#include "gui/settings/settingscontrols.h"
#include "gui/settings/startofday.h"
#include "gui/theme/colors.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "models/workspace.h"
#include "ui_generalpage.h"

#include <QLabel>
#include <QLocale>
#include <QTime>

namespace tusk::gui
{

GeneralPage::GeneralPage(Settings &settings, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::GeneralPage>())
    , m_settings(settings)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("generalPage"));
    for (QLabel *hint : {m_ui->startOfDayHint, m_ui->defaultListHint, m_ui->languageHint}) {
        hint->setFont(Theme::of(this).type().small);
        hint->setForegroundRole(roles::secondary);
    }
    fillChoices();
    connect(m_ui->defaultList, &QComboBox::activated, this, &GeneralPage::chooseList);
    setWorkspace(nullptr);
}

GeneralPage::~GeneralPage() = default;

QString GeneralPage::title() const
{
    return tr("General");
}

Icon GeneralPage::icon() const
{
    return Icon::Settings;
}

void GeneralPage::fillChoices()
{
    fillStartOfDay();
    bindChoice(*m_ui->firstDayOfWeek, m_settings, settingkeys::firstDayOfWeek,
               {tr("As in this country"), locale().dayName(Qt::Monday), locale().dayName(Qt::Saturday),
                locale().dayName(Qt::Sunday)});
    bindChoice(*m_ui->animations, m_settings, settingkeys::animations,
               {tr("As the desktop"), tr("On"), tr("Off")});
    bindChoice(*m_ui->language, m_settings, settingkeys::language, {tr("As the desktop"), tr("English")});
    followLanguage();
}

void GeneralPage::fillStartOfDay()
{
    QComboBox &box = *m_ui->startOfDay;
    box.addItem(tr("Midnight"));
    for (int hour = 1; hour <= latestStartOfDay; ++hour)
        box.addItem(QLocale().toString(QTime(hour, 0), QLocale::ShortFormat));
    box.setCurrentIndex(startOfDay(m_settings));
    connect(&box, &QComboBox::activated, this,
            [this](int hour) { m_settings.set(settingkeys::startOfDay, hour); });
}

// The texts of the window are those of the start.
void GeneralPage::followLanguage()
{
    QComboBox &box = *m_ui->language;
    m_ui->languageHint->hide();
    connect(&box, &QComboBox::currentIndexChanged, this, [this, shown = box.currentIndex()](int chosen) {
        m_ui->languageHint->setVisible(chosen != shown);
    });
}

void GeneralPage::setWorkspace(models::Workspace *workspace)
{
    if (m_workspace)
        m_workspace->disconnect(this);
    m_workspace = workspace;
    if (workspace) {
        connect(workspace, &models::Workspace::listsChanged, this, &GeneralPage::showLists);
        connect(workspace, &models::Workspace::openedChanged, this, &GeneralPage::showLists);
    }
    showLists();
}

void GeneralPage::showLists()
{
    QComboBox &box = *m_ui->defaultList;
    box.clear();
    box.addItem(themedIcon(Icon::Inbox), tr("Inbox"));
    const bool open = m_workspace && m_workspace->isOpen();
    box.setEnabled(open);
    if (!open)
        return;
    const std::optional<domain::ListId> chosen = defaultList(m_settings, *m_workspace);
    for (const domain::TodoList &list : m_workspace->lists()) {
        if (list.archivedAt)
            continue;
        box.addItem(list.name, list.id.uuid());
        if (chosen == list.id)
            box.setCurrentIndex(box.count() - 1);
    }
}

void GeneralPage::chooseList()
{
    if (!m_workspace)
        return;
    const QUuid id = m_ui->defaultList->currentData().toUuid();
    setDefaultList(m_settings, *m_workspace, id.isNull() ? std::nullopt : std::optional(domain::ListId(id)));
}

} // namespace tusk::gui
