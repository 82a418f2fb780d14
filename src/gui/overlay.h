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
    // Whether the keys of the window work above it. In a panel that is worked in they do not: they are for
    // what lies below. With Alt a key is that of a label there; the key for quitting works everywhere.
    enum class WindowKeys { Work, Rest };

    // A child of the window, hidden until open().
    explicit Overlay(QWidget &window, WindowKeys keys = WindowKeys::Work);
    ~Overlay() override;

    void open();
    void close();

protected:
    [[nodiscard]] QVBoxLayout &panelLayout() const { return *m_layout; }
    [[nodiscard]] virtual QSize panelSize(const QSize &window) const = 0;
    [[nodiscard]] virtual QWidget *firstFocus() const = 0;
    void placePanel(); // its size may be another one
    // What lies behind the contents of the panel.
    virtual void paintPanel(QPainter &painter, const QRectF &panel) const;

    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void paintShadow(QPainter &painter, const QRectF &panel, const QRect &inside) const;
    void onFocusChanged(const QWidget *now);
    [[nodiscard]] bool keepsFromWindow(const QEvent &event) const;
    [[nodiscard]] bool isKeyOfQuitting(const QKeyEvent &key) const;

    WindowKeys m_windowKeys;
    QWidget *m_panel;
    QVBoxLayout *m_layout;
    QPointer<QWidget> m_focusBefore;
};

} // namespace tusk::gui
