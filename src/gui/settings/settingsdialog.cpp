// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/settingsdialog.h"

#include "gui/settings/appearancepage.h"
#include "gui/settings/generalpage.h"
#include "gui/settings/keyspage.h"
#include "gui/theme/colors.h"
#include "gui/theme/theme.h"
#include "ui_settingsdialog.h"

#include <QKeyEvent>
#include <QPushButton>

namespace tusk::gui
{

namespace
{

constexpr QSize usualSize(920, 600);

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, ActionRegistry &actions, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("settingsDialog"));
    m_ui->line->setBackgroundRole(roles::hairline);
    m_ui->pageList->viewport()->setBackgroundRole(roles::sidebar);
    connect(m_ui->pageList, &QListWidget::currentRowChanged, m_ui->pages, &QStackedWidget::setCurrentIndex);
    addPage(new GeneralPage(settings));
    addPage(new AppearancePage(settings));
    addPage(new KeysPage(actions));
    m_ui->pageList->setCurrentRow(0);
    resize(usualSize);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::addPage(SettingsPage *page)
{
    auto *item = new QListWidgetItem(page->icon(), page->title(), m_ui->pageList);
    item->setSizeHint({0, Theme::of(this).sidebarRowHeight()});
    m_ui->pages->addWidget(page);
    m_pages.append(page);
}

void SettingsDialog::showPage(const QString &objectName)
{
    for (int row = 0; row < m_ui->pages->count(); ++row) {
        if (m_ui->pages->widget(row)->objectName() == objectName)
            m_ui->pageList->setCurrentRow(row);
    }
}

void SettingsDialog::setWorkspace(models::Workspace *workspace)
{
    for (SettingsPage *page : std::as_const(m_pages))
        page->setWorkspace(workspace);
}

// Enter presses the button that has the focus, and never another one.
void SettingsDialog::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (button && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        button->click();
    else
        QDialog::keyPressEvent(event);
}

} // namespace tusk::gui
