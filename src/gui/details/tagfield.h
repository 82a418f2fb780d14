// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todolist.h"

#include <QList>
#include <QWidget>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace tusk::gui
{

class FlowLayout;
class TagChip;

// The tags as chips, and a line that adds: it completes those that exist, and Enter or a comma takes what is
// typed, as does leaving the field. Backspace in the empty line takes the last chip away.
class TagField final : public QWidget
{
    Q_OBJECT

public:
    explicit TagField(QWidget *parent = nullptr);
    ~TagField() override;

    // known: all there are; ofAll and ofSome: those of the shown todos. What is being typed stays.
    void setTags(const QList<domain::Tag> &known, const QList<domain::TagId> &ofAll,
                 const QList<domain::TagId> &ofSome);
    void takeTyped(); // before other todos are shown, or the window goes
    [[nodiscard]] QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void tagNamed(const QString &name); // one that exists, or a new one
    void tagAdded(tusk::domain::TagId tag);
    void tagRemoved(tusk::domain::TagId tag);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addChip(const domain::Tag &tag, bool partly);
    void onFocusChanged(const QWidget *before, const QWidget *now);
    void remove(domain::TagId tag);

    FlowLayout *m_layout;
    QLineEdit *m_line;
    QStringListModel *m_names;
    QCompleter *m_completer;
    QList<TagChip *> m_chips;
    QList<domain::Tag> m_shown; // what the chips were made from
    QList<domain::TagId> m_partly;
};

} // namespace tusk::gui
