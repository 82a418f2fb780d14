// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/wholerowsview.h"

#include <QHeaderView>
#include <QScopedValueRollback>

namespace tusk::gui
{

void WholeRowsView::updateGeometries()
{
    if (m_updating)
        return; // the margins make the viewport tell of its new size
    const QScopedValueRollback updating(m_updating, true);
    QTreeView::updateGeometries();
    const int row = sizeHintForRow(0);
    const int top = header()->isHidden() ? 0 : header()->height();
    const int room = contentsRect().height() - top;
    setViewportMargins(0, top, 0, row > 0 && room > row ? room % row : 0);
}

} // namespace tusk::gui
