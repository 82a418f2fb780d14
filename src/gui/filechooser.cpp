// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/filechooser.h"

#include <QFileDialog>

namespace tusk::gui
{

void DialogFileChooser::choose(QWidget &window, const Wish &wish, const Chosen &chosen)
{
    auto *dialog = new QFileDialog(&window, wish.title, wish.folder);
    dialog->setFileMode(wish.several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    if (wish.hidden)
        dialog->setFilter(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::filesSelected, &window, chosen);
    dialog->open();
}

} // namespace tusk::gui
