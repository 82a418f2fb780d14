// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/import/importassistant.h"
#include "gui/overlay.h"

#include <memory>

class QMimeData;

namespace tusk::gui
{

namespace Ui
{
class ImportDialog;
}

class FileChooser;
class ImportFilePage;
class ImportPage;

// The wizard of the import above the dimmed window: a page for each step of the assistant, and the ways back
// and forth. Closing it loses nothing: what was decided stays, and an import that goes on goes on.
class ImportDialog final : public Overlay
{
    Q_OBJECT

public:
    // assistant and chooser must outlive the dialog, a child of the window.
    ImportDialog(ImportAssistant &assistant, FileChooser &chooser, QWidget &window);
    ~ImportDialog() override;

    // Where it was left; anew where what there was has been seen to its end.
    void openWizard();

Q_SIGNALS:
    void resultWanted(); // the todos that were imported shall be shown

protected:
    [[nodiscard]] QSize panelSize(const QSize &window) const override;
    [[nodiscard]] QWidget *firstFocus() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintPanel(QPainter &painter, const QRectF &panel) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makePages(FileChooser &chooser);
    void connectButtons();
    [[nodiscard]] ImportPage *page() const;
    void onStepChanged();
    void refresh();
    void focusWhatGoesOn();
    void showHead();
    void showProblem();
    void showButtons();
    void goOn();
    void askBeforeImporting();
    [[nodiscard]] QString nextText() const;
    [[nodiscard]] QString busyText() const;
    [[nodiscard]] bool takes(const QMimeData *dragged) const;

    std::unique_ptr<Ui::ImportDialog> m_ui;
    ImportAssistant &m_assistant;
    ImportFilePage *m_filePage;
    bool m_resultSeen = false;
    bool m_waitsToGoOn = false; // Close has the focus, as nothing else could have it
};

} // namespace tusk::gui
