// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/actions/actioninfo.h"
#include "gui/overlay.h"

class QLabel;
class QLineEdit;
class QScrollArea;

namespace tusk::gui
{

class ActionRegistry;
class KeyRow;

// Every action with the keys that it has at the moment, by category, in as many columns as the window has
// room for; what is typed narrows them down.
class KeySheet final : public Overlay
{
    Q_OBJECT

public:
    KeySheet(const ActionRegistry &actions, QWidget &window);

protected:
    [[nodiscard]] QSize panelSize(const QSize &window) const override;
    [[nodiscard]] QWidget *firstFocus() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Section {
        QWidget *widget;
        QList<KeyRow *> rows;
    };

    void makeHeading();
    void makeSections();
    [[nodiscard]] Section makeSection(ActionCategory category);
    [[nodiscard]] int columnWidth() const;
    [[nodiscard]] int columnsIn(int windowWidth) const;
    void arrange(int columns);
    void showHint();
    void fitHeight();
    void showKeys();
    void filter(const QString &typed);

    const ActionRegistry &m_actions;
    QLabel *m_title;
    QLabel *m_hint;
    QLineEdit *m_search;
    QScrollArea *m_area;
    QWidget *m_content = nullptr;
    int m_fullHeight = 0; // of all rows
    int m_columns = 0;    // that the sections stand in
    QList<Section> m_sections;
};

} // namespace tusk::gui
