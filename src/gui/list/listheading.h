// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace tusk::gui
{

class MenuButton;

// Above the list: the title of the place, a quiet summary, and the buttons for search, order, details and the
// menu. The search field unfolds beside them and folds again when it is left empty.
class ListHeading final : public QWidget
{
    Q_OBJECT

public:
    explicit ListHeading(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSummary(const QString &summary);
    // How the todos are sorted, for the button; empty: there is nothing to choose. Another order than the
    // usual one is to be seen.
    void setOrder(const QString &order, bool isUsual);

    [[nodiscard]] QLineEdit &search() const { return *m_search; }
    [[nodiscard]] QToolButton &sortButton() const { return *m_sort; }
    [[nodiscard]] QToolButton &detailsButton() const { return *m_details; }
    [[nodiscard]] MenuButton &menuButton() const { return *m_menu; } // without contents until it gets some
    void unfoldSearch();                                             // and puts the cursor there
    void foldSearch();                                               // empties it without telling

Q_SIGNALS:
    void searchLeft(); // with Escape
    void hitsWanted(); // with Enter or the down arrow

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *makeButton(const char *name, const QString &text);
    void shapeButton(QToolButton &button) const;
    void makeSearch();
    void useTheme();
    void elide();

    QLabel *m_title;
    QLabel *m_summary;
    QLineEdit *m_search;
    QToolButton *m_find;
    QToolButton *m_sort;
    QToolButton *m_details;
    MenuButton *m_menu;
    QString m_titleText;
    QString m_order;
};

} // namespace tusk::gui
