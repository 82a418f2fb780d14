// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/settingsdialog.h"

#include "gui/settings/appearancepage.h"
#include "gui/settings/generalpage.h"
#include "gui/settings/keyspage.h"
#include "gui/sidebar/sidebardelegate.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"
#include "ui_settingsdialog.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

namespace tusk::gui
{

namespace
{

constexpr QSize usualSize(920, 600);

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, ActionRegistry &actions, QWidget &window)
    : Overlay(window, WindowKeys::Rest)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
{
    auto *content = new QWidget(this);
    m_ui->setupUi(content);
    panelLayout().addWidget(content);
    setObjectName(QStringLiteral("settingsDialog"));
    setAccessibleName(tr("Settings"));
    makePageList();
    addPage(new GeneralPage(settings));
    addPage(new AppearancePage(settings));
    addPage(new KeysPage(actions));
    m_ui->pageList->setCurrentRow(0);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::makePageList()
{
    QListWidget &list = *m_ui->pageList;
    list.viewport()->setAutoFillBackground(false);
    list.setItemDelegate(new SidebarDelegate(
        [this](const QModelIndex &index) {
            const SettingsPage *page = m_pages.at(index.row());
            SidebarEntry entry;
            entry.name = page->title();
            entry.icon = page->icon();
            return entry;
        },
        &list));
    connect(&list, &QListWidget::currentRowChanged, m_ui->pages, &QStackedWidget::setCurrentIndex);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &SettingsDialog::close);
}

void SettingsDialog::addPage(SettingsPage *page)
{
    m_pages.append(page);
    connect(page, &SettingsPage::closeWanted, this, &SettingsDialog::close);
    m_ui->pages->addWidget(page);
    m_ui->pageList->addItem(page->title());
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
        Overlay::keyPressEvent(event);
}

QSize SettingsDialog::panelSize(const QSize &window) const
{
    return usualSize.boundedTo(window - QSize(2 * metrics::pageMargin, 2 * metrics::pageMargin));
}

QWidget *SettingsDialog::firstFocus() const
{
    return m_ui->pageList;
}

void SettingsDialog::paintPanel(QPainter &painter, const QRectF &panel) const
{
    const Colors &colors = Theme::of(this).colors();
    shapes::drawRounded(painter, panel, metrics::popUpRadius, colors.window);
    const QRect list(m_ui->side->mapTo(this, QPoint()), m_ui->side->size());
    painter.save();
    painter.setClipRect(list);
    shapes::drawRounded(painter, panel, metrics::popUpRadius, colors.sidebar);
    painter.restore();
    const int edge = isRightToLeft() ? list.left() : list.right();
    painter.fillRect(QRectF(edge, panel.top(), 1, panel.height()), colors.hairline);
    shapes::drawRing(painter, panel, metrics::popUpRadius, colors.hairline, 1);
}

} // namespace tusk::gui
