// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/icons.h"
#include "gui/typingdelegate.h"

#include <functional>
#include <optional>

namespace tusk::gui
{

// A row of the sidebar: what stands for it (an icon, or a dot in its colour), its name, how many todos.
struct SidebarEntry {
    QString name;
    std::optional<Icon> icon; // none: the dot
    QString color;            // of the dot, as stored
    qint64 count = 0;         // 0: not shown
    bool isQuiet = false;     // archived
};

class SidebarDelegate final : public TypingDelegate
{
    Q_OBJECT

public:
    using EntryOf = std::function<SidebarEntry(const QModelIndex &)>;

    explicit SidebarDelegate(EntryOf entryOf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    EntryOf m_entryOf;
};

} // namespace tusk::gui
