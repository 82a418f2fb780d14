// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/detailbox.h"

#include "gui/plaintext.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace tusk::gui
{

QMessageBox &showDetail(QWidget &window, const QString &sentence, const QString &detail)
{
    auto *box = new QMessageBox(QMessageBox::Information, QCoreApplication::translate("DetailBox", "Details"),
                                sentence, QMessageBox::Close, &window);
    box->setInformativeText(detail);
    showAsPlainText(*box);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
    return *box;
}

} // namespace tusk::gui
