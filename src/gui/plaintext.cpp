// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/plaintext.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>
#include <QMessageBox>
#include <QTextDocument>

namespace tusk::gui
{

using namespace Qt::StringLiterals;

QString menuText(const QString &text)
{
    return QString(text).replace(u'&', "&&"_L1);
}

QString withoutMnemonics(const QString &menuText)
{
    QString text;
    for (qsizetype i = 0; i < menuText.size(); ++i) {
        if (menuText.at(i) == u'&' && i + 1 < menuText.size())
            ++i;
        text += menuText.at(i);
    }
    return text;
}

void setPlainText(QAbstractButton &button, const QString &text)
{
    button.setText(text);
    button.setShortcut(QKeySequence());
}

QString toolTipText(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

void showAsPlainText(QMessageBox &box)
{
    box.setTextFormat(Qt::PlainText);
    // Of the line below the question only its label knows.
    for (QLabel *label : box.findChildren<QLabel *>())
        label->setTextFormat(Qt::PlainText);
}

} // namespace tusk::gui
