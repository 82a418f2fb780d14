// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTreeView>

namespace tusk::gui
{

// A table whose last row is not cut off: what is left of the height is below it.
class WholeRowsView final : public QTreeView
{
    Q_OBJECT

public:
    using QTreeView::QTreeView;

protected:
    void updateGeometries() override;

private:
    bool m_updating = false;
};

} // namespace tusk::gui
