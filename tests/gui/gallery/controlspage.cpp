// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/gallery/controlspage.h"

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tusk::gui;

namespace tusk::tests
{

namespace
{

QHBoxLayout *rowIn(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    column.addLayout(row);
    return row;
}

QLabel *label(const QString &text, const QFont &font, QPalette::ColorRole role)
{
    auto *result = new QLabel(text);
    result->setFont(font);
    result->setForegroundRole(role);
    return result;
}

} // namespace

ControlsPage::ControlsPage(QWidget *parent)
    : QWidget(parent)
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(24, 24, 24, 24);
    columns->setSpacing(32);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *column : {left, right}) {
        column->setSpacing(16);
        columns->addLayout(column, 1);
    }
    addTexts(*left);
    addButtons(*left);
    addChecks(*left);
    addFields(*left);
    left->addStretch();
    addViews(*right);
    addTabs(*right);
    right->addStretch();
}

void ControlsPage::addTexts(QVBoxLayout &column)
{
    const TypeScale type = Theme::of(this).type();
    column.addWidget(label(u"Today"_s, type.placeTitle, roles::text));
    column.addWidget(label(u"Send the contract to Ana"_s, type.detailsTitle, roles::text));
    column.addWidget(label(u"Call the plumber about the dripping tap"_s, type.row, roles::text));
    column.addWidget(label(u"Home · every 2 days"_s, type.small, roles::secondary));
    column.addWidget(label(u"Added Monday, edited 2 minutes ago"_s, type.small, roles::faint));
    column.addWidget(label(u"Overdue"_s, type.smallStrong, roles::red));
    column.addWidget(label(u"postgresql://ana:••••@example.org/todos"_s, type.code, roles::text));
}

void ControlsPage::addButtons(QVBoxLayout &column)
{
    QHBoxLayout *row = rowIn(column);
    auto *primary = new QPushButton(u"Switch to Staging"_s);
    primary->setDefault(true);
    auto *plain = new QPushButton(u"Test again"_s);
    plain->setObjectName(u"plainButton"_s);
    auto *flat = new QPushButton(u"Details"_s);
    flat->setFlat(true);
    auto *disabled = new QPushButton(u"Disabled"_s);
    disabled->setEnabled(false);
    auto *iconed = new QPushButton(themedIcon(Icon::Import), u"Import…"_s);
    for (QPushButton *button : {primary, plain, iconed, flat, disabled}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    row = rowIn(column);
    for (const Icon icon : {Icon::Search, Icon::Sort, Icon::Details, Icon::More}) {
        auto *tool = new QToolButton;
        tool->setAutoRaise(true);
        tool->setIcon(themedIcon(icon));
        tool->setCheckable(true);
        tool->setChecked(icon == Icon::Details);
        tool->setEnabled(icon != Icon::More);
        row->addWidget(tool);
    }
    row->addStretch();
}

void ControlsPage::addChecks(QVBoxLayout &column)
{
    QHBoxLayout *row = rowIn(column);
    auto *off = new QCheckBox(u"Off"_s);
    auto *on = new QCheckBox(u"On"_s);
    on->setChecked(true);
    auto *some = new QCheckBox(u"Some"_s);
    some->setCheckState(Qt::PartiallyChecked);
    auto *disabled = new QCheckBox(u"Disabled"_s);
    disabled->setChecked(true);
    disabled->setEnabled(false);
    for (QWidget *box : std::initializer_list<QWidget *>{off, on, some, disabled})
        row->addWidget(box);
    row->addStretch();
    row = rowIn(column);
    auto *light = new QRadioButton(u"Light"_s);
    light->setChecked(true);
    row->addWidget(light);
    row->addWidget(new QRadioButton(u"Dark"_s));
    row->addStretch();
}

void ControlsPage::addFields(QVBoxLayout &column)
{
    auto *form = new QFormLayout;
    form->setSpacing(12);
    auto *empty = new QLineEdit;
    empty->setPlaceholderText(u"Add a todo"_s);
    auto *filled = new QLineEdit(u"ep-cool-moon-123456"_s);
    filled->setClearButtonEnabled(true);
    filled->setObjectName(u"filledField"_s);
    auto *combo = new QComboBox;
    combo->addItems({u"Verify server and name"_s, u"Encrypt only"_s, u"No encryption"_s});
    combo->setObjectName(u"combo"_s);
    auto *editable = new QComboBox;
    editable->setEditable(true);
    editable->addItems({u"waiting"_s, u"errand"_s});
    auto *spin = new QSpinBox;
    spin->setSuffix(u" s to connect"_s);
    spin->setValue(15);
    spin->setMinimum(15);
    auto *disabled = new QLineEdit(u"Read only here"_s);
    disabled->setEnabled(false);
    auto *notes = new QPlainTextEdit(u"She needs it before five; the new address is in the last mail.\n\n"
                                     "two signatures on page 7\nreference LX-2041\nand more\nand more"_s);
    notes->setFixedHeight(96);
    form->addRow(u"Todo"_s, empty);
    form->addRow(u"Server"_s, filled);
    form->addRow(u"Encryption"_s, combo);
    form->addRow(u"Tag"_s, editable);
    form->addRow(u"Timeout"_s, spin);
    form->addRow(u"Due"_s, new QDateTimeEdit(QDateTime(QDate(2026, 11, 20), QTime(16, 0))));
    form->addRow(u"Disabled"_s, disabled);
    form->addRow(u"Notes"_s, notes);
    column.addLayout(form);
}

void ControlsPage::addViews(QVBoxLayout &column)
{
    auto *list = new QListWidget;
    list->setObjectName(u"list"_s);
    const QList<std::pair<Icon, QString>> places{
        {Icon::Inbox, u"Inbox"_s}, {Icon::Today, u"Today"_s},         {Icon::Upcoming, u"Upcoming"_s},
        {Icon::All, u"All"_s},     {Icon::Completed, u"Completed"_s}, {Icon::Trash, u"Trash"_s},
        {Icon::Tag, u"waiting"_s}, {Icon::Folder, u"Archive"_s}};
    for (const auto &[icon, title] : places)
        list->addItem(new QListWidgetItem(themedIcon(icon), title));
    list->setCurrentRow(1);
    list->setFixedHeight(208);
    column.addWidget(list);

    auto *tree = new QTreeWidget;
    tree->setHeaderLabels({u"Action"_s, u"Key"_s});
    auto *group = new QTreeWidgetItem(tree, {u"List"_s});
    new QTreeWidgetItem(group, {u"Complete"_s, u"Space"_s});
    auto *chosen = new QTreeWidgetItem(group, {u"Move to the top"_s, u"Alt+Shift+Up"_s});
    group->setExpanded(true);
    new QTreeWidgetItem(tree, {u"Window"_s});
    tree->setCurrentItem(chosen);
    tree->setFixedHeight(180);
    column.addWidget(tree);

    auto *progress = new QProgressBar;
    progress->setValue(62);
    column.addWidget(progress);
}

void ControlsPage::addTabs(QVBoxLayout &column)
{
    auto *tabs = new QTabWidget;
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    auto *group = new QGroupBox(u"Start"_s);
    auto *inner = new QVBoxLayout(group);
    inner->addWidget(new QCheckBox(u"Open at the place that was shown last"_s));
    inner->addWidget(new QCheckBox(u"Show the details"_s));
    layout->addWidget(group);
    tabs->addTab(page, u"General"_s);
    tabs->addTab(new QWidget, u"Appearance"_s);
    tabs->addTab(new QWidget, u"Keys"_s);
    column.addWidget(tabs);
}

} // namespace tusk::tests
