// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todolist.h"

#include <QAbstractButton>

namespace tusk::gui
{

// A tag of the todo. A click on its cross, or Delete and Backspace while it has the focus, takes it away.
class TagChip final : public QAbstractButton
{
    Q_OBJECT

public:
    // partly: only some of the selected todos have it.
    TagChip(const domain::Tag &tag, bool partly, QWidget *parent = nullptr);

    [[nodiscard]] domain::TagId tag() const { return m_tag.id; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removed(tusk::domain::TagId tag);
    void completed(tusk::domain::TagId tag); // all of the todos shall have it

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRect cross() const;

    domain::Tag m_tag;
    bool m_partly;
};

} // namespace tusk::gui
