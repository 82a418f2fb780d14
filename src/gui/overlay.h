// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace tusk::gui
{

// A panel that lies above the dimmed window for a moment. Esc, a click beside it and the loss of the focus
// close it; then the focus is again where it was. Tab stays within.
class Overlay : public QWidget
{
    Q_OBJECT

public:
    // A child of the window, hidden until open().
    explicit Overlay(QWidget &window);
    ~Overlay() override;

    void open();
    void close();

protected:
    [[nodiscard]] QVBoxLayout &panelLayout() const { return *m_layout; }
    [[nodiscard]] virtual QSize panelSize(const QSize &window) const = 0;
    [[nodiscard]] virtual QWidget *firstFocus() const = 0;
    void placePanel(); // its size may be another one
    // For panels that are worked in: what asks whether a key is one of the window, which is for what lies
    // below, and is accepted for that. With Alt a key is that of a label here; the key for quitting works
    // everywhere.
    [[nodiscard]] bool keepsFromWindow(const QEvent &event) const;
    // What lies behind the contents of the panel.
    virtual void paintPanel(QPainter &painter, const QRectF &panel) const;

    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void onFocusChanged(const QWidget *now);
    [[nodiscard]] bool isKeyOfQuitting(const QKeyEvent &key) const;

    QWidget *m_panel;
    QVBoxLayout *m_layout;
    QPointer<QWidget> m_focusBefore;
};

} // namespace tusk::gui
