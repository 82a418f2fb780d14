// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/filechooser.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace tusk::gui
{

namespace
{

void open(QFileDialog *dialog, QWidget &over, const FileChooser::Chosen &chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, &over,
                     [chosen](const QString &file) { chosen(file); });
    dialog->open();
}

// “Page to read (*.html)” says how the name ends that nobody has typed.
QString suffixOf(const QString &filter)
{
    return filter.section(QLatin1StringView("*."), 1).section(u')', 0, 0).section(u' ', 0, 0);
}

} // namespace

void DialogFileChooser::chooseToOpen(QWidget &over, const QString &title, Chosen chosen)
{
    auto *dialog = new QFileDialog(&over, title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    open(dialog, over, chosen);
}

void DialogFileChooser::chooseToSave(QWidget &over, const QString &title, const QString &suggested,
                                     const QStringList &filters, Chosen chosen)
{
    auto *dialog = new QFileDialog(&over, title, QFileInfo(suggested).absolutePath());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixOf(filters.value(0)));
    dialog->selectFile(QFileInfo(suggested).fileName());
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog](const QString &filter) { dialog->setDefaultSuffix(suffixOf(filter)); });
    open(dialog, over, chosen);
}

} // namespace tusk::gui
