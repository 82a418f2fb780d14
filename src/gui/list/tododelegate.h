// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/list/rowcontext.h"
#include "gui/list/todolayout.h"
#include "gui/typingdelegate.h"

#include <QPersistentModelIndex>
#include <QPointer>

class QLineEdit;

namespace tusk::gui
{

// Paints the rows of a list, headers too, says what a click in one of them means, and edits titles in place.
class TodoDelegate final : public TypingDelegate
{
    Q_OBJECT

public:
    explicit TodoDelegate(QObject *parent = nullptr);

    // True if the rows may have other heights than before.
    bool setContext(const RowContext &context);
    [[nodiscard]] const RowContext &context() const { return m_context; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    // A todo that need not be in the model any more.
    void paintTodo(QPainter &painter, const QStyleOptionViewItem &option, const ShownTodo &shown,
                   bool isEdited) const;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] TodoLayout layout(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void destroyEditor(QWidget *editor, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

    // Whether keys go to a title that is open, as soon as the window is active.
    [[nodiscard]] bool isEditing() const;
    // Of the title that is being typed into one of these rows; null if it is as it was.
    [[nodiscard]] QLineEdit *changedEditor(int firstRow, int lastRow) const;
    [[nodiscard]] domain::Todo editedTodo() const { return m_editedTodo; }

Q_SIGNALS:
    void circleClicked(const QModelIndex &index);
    void headerClicked(const QModelIndex &index);
    void headerActionClicked(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool eventFilter(QObject *editor, QEvent *event) override;

private:
    bool todoClicked(const QMouseEvent &event, const QStyleOptionViewItem &option, const QModelIndex &index);
    bool headerPressed(const QMouseEvent &event, const QStyleOptionViewItem &option,
                       const QModelIndex &index);

    RowContext m_context;
    mutable QPersistentModelIndex m_edited; // its title is not painted
    mutable QPointer<QLineEdit> m_editor;
    mutable domain::Todo m_editedTodo; // as it was when its title was opened
    QPersistentModelIndex m_pressed;   // a circle or a header, until the button is let go
};

} // namespace tusk::gui
