// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/details/markdownrenderer.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace tusk::gui
{

class NotesEdit;
class NotesView;

// The notes: rendered to be read, and as they are written while they are edited.
class NotesField final : public QWidget
{
    Q_OBJECT

public:
    explicit NotesField(QWidget *parent = nullptr);

    // isWhole: only whole notes can be edited. While they are being edited this does nothing.
    void setNotes(const QString &notes, bool isWhole);
    // Other notes from now on, also while editing.
    void reset(const QString &notes, bool isWhole);
    [[nodiscard]] QString notes() const; // as typed, while they are being edited
    [[nodiscard]] bool isEditing() const { return m_editing; }
    // They are read, and copied, but not edited from now on.
    void setReadOnly(bool readOnly);
    // Very long notes a moment later. Those that are only read are shown as they are written, if not all of
    // them are rendered.
    void edit();
    void stopEditing();

Q_SIGNALS:
    void editingBegun();
    void typed();
    void editingEnded();

protected:
    void changeEvent(QEvent *event) override;

private:
    void openEditor(const std::shared_ptr<QTextDocument> &document);
    void render();
    [[nodiscard]] qsizetype unrendered() const; // characters
    void showHint();

    MarkdownRenderer *m_renderer;
    NotesView *m_view;
    NotesEdit *m_edit;
    QLabel *m_hint;
    QWidget *m_reading;
    QStackedLayout *m_stack;
    QString m_notes;
    bool m_isWhole = true;
    bool m_readOnly = false;
    bool m_editing = false;
};

} // namespace tusk::gui
