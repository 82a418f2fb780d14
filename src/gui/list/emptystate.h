// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"
#include "gui/theme/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tusk::gui
{

// What is to be seen instead of todos where there are none: a small drawing, a sentence, and a way out where
// there is one.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        NothingYet,
        AllDone,
        NothingMatches,
        NoWordBegins, // the same, where the database cannot look for pieces of words
        Offline,      // nobody knows what is there
        NotRead,      // the same, for another reason
    };

    explicit EmptyState(QWidget *parent = nullptr);

    void showFor(const domain::TodoFilter &place, Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }

Q_SIGNALS:
    void leaveSearchWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void useTheme();

    Kind m_kind = Kind::NothingYet;
    Icon m_drawing = Icon::Elephant;
    QWidget *m_space; // of the drawing
    QLabel *m_sentence;
    QLabel *m_hint;
    QPushButton *m_wayOut;
};

} // namespace tusk::gui
