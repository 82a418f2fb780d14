// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/filechooser.h"

#include <QFileDialog>
#include <QFileInfo>

namespace tusk::gui
{

namespace
{

void open(QFileDialog *dialog, QWidget &window, const FileChooser::Chosen &chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::filesSelected, &window, chosen);
    dialog->open();
}

// “Page to read (*.html)” says how the name ends that nobody has typed.
QString suffixOf(const QString &filter)
{
    return filter.section(QLatin1StringView("*."), 1).section(u')', 0, 0).section(u' ', 0, 0);
}

} // namespace

void DialogFileChooser::choose(QWidget &window, const Wish &wish, const Chosen &chosen)
{
    auto *dialog = new QFileDialog(&window, wish.title, wish.folder);
    dialog->setFileMode(wish.several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    if (wish.hidden)
        dialog->setFilter(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    open(dialog, window, chosen);
}

void DialogFileChooser::chooseNew(QWidget &window, const NewFile &file, const Chosen &chosen)
{
    const QFileInfo suggested(file.suggested);
    auto *dialog = new QFileDialog(&window, file.title, suggested.absolutePath());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(file.filters);
    dialog->setDefaultSuffix(suffixOf(file.filters.value(0)));
    dialog->selectFile(suggested.fileName());
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog](const QString &filter) { dialog->setDefaultSuffix(suffixOf(filter)); });
    open(dialog, window, chosen);
}

} // namespace tusk::gui
