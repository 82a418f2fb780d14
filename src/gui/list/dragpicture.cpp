// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/dragpicture.h"

#include "gui/list/todolayout.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QModelIndex>
#include <QPainter>
#include <QWidget>

namespace tusk::gui
{

namespace
{

constexpr int widestTitle = 280;

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(DragPicture)

public:
    static QString amount(int todos) { return tr("%Ln todo(s)", nullptr, todos); }
};

QString textOf(const QModelIndexList &todos)
{
    if (todos.size() == 1)
        return singleLine(todos.first().data(Qt::EditRole).toString());
    return Words::amount(static_cast<int>(todos.size()));
}

} // namespace

QPixmap dragPicture(const QWidget &list, const QModelIndexList &todos)
{
    const Theme theme = Theme::of(&list);
    const QFontMetrics metrics(theme.type().row);
    const QString text = metrics.elidedText(textOf(todos), Qt::ElideRight, widestTitle);
    const QSize size(metrics.horizontalAdvance(text) + 2 * metrics::rowPaddingX, theme.rowHeight());
    QPixmap picture(size * list.devicePixelRatioF());
    picture.setDevicePixelRatio(list.devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colors().hairline);
    painter.setBrush(theme.colors().panel);
    painter.drawRoundedRect(QRectF({0.5, 0.5}, QSizeF(size) - QSizeF(1, 1)), metrics::rowRadius,
                            metrics::rowRadius);
    painter.setFont(theme.type().row);
    painter.setPen(theme.colors().text);
    painter.drawText(QRect({}, size), Qt::AlignCenter | Qt::TextSingleLine, text);
    return picture;
}

} // namespace tusk::gui
