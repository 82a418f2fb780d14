// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QVariantAnimation>

#include <chrono>
#include <vector>

class QPainter;

namespace tusk::gui
{

// Rows on their way: rows are where they are at once, and are only painted as if they were still coming from
// where they were. So nothing but painting knows of it, and whoever clicks meanwhile hits what will be there.
class RowMotion final : public QObject
{
    Q_OBJECT

public:
    struct Row {
        int shift = 0; // from where it is to where it comes from
        bool isNew = false;

        bool operator==(const Row &) const = default;
    };
    // A row that is gone: closes up and fades.
    struct Ghost {
        int top = 0; // in the viewport
        QPixmap picture;
    };

    explicit RowMotion(QObject *parent = nullptr);

    // Zero: nothing moves.
    void start(const QHash<int, Row> &rows, const std::vector<Ghost> &ghosts, std::chrono::milliseconds time);
    void stop(); // everything is in its place
    [[nodiscard]] bool isRunning() const;

    [[nodiscard]] int shift(int row) const;
    [[nodiscard]] double opacity(int row) const;
    void paintGhosts(QPainter &painter) const;

Q_SIGNALS:
    void moved(); // to be painted anew

private:
    QVariantAnimation m_animation;
    QHash<int, Row> m_rows;
    std::vector<Ghost> m_ghosts;
    double m_left = 0; // of the way: 1 at the start
};

} // namespace tusk::gui
