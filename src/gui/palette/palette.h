// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/overlay.h"
#include "gui/palette/palettemodel.h"

class QLabel;
class QLineEdit;
class QListView;

namespace tusk::gui
{

// What the palette asks for.
struct PaletteQuestion {
    QString prompt;           // in the empty field
    QList<PaletteItem> items; // what can be chosen
    // What can be chosen just because it was typed: a new tag. May be empty.
    std::function<QList<PaletteItem>(const QString &typed)> made;
    bool searches = false; // searchWanted() is answered with showFound()
    QString hint = {};     // said before anything is typed, where there is nothing to choose yet
};

// A field above a list: type, choose with the arrow keys, Enter. What was chosen runs when the palette is
// closed and the focus is back where it was.
class Palette final : public Overlay
{
    Q_OBJECT

public:
    explicit Palette(QWidget &window);

    void ask(const PaletteQuestion &question);
    // What the server found for what is typed at the moment.
    void showFound(const QList<PaletteItem> &found);

Q_SIGNALS:
    void searchWanted(const QString &typed); // empty: no more

protected:
    [[nodiscard]] QSize panelSize(const QSize &window) const override;
    [[nodiscard]] QWidget *firstFocus() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeField();
    void makeList();
    void takeFonts();
    void onTyped(const QString &typed);
    void onRowsChanged();
    void move(int rows);
    void choose();

    PaletteQuestion m_question;
    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
};

} // namespace tusk::gui
