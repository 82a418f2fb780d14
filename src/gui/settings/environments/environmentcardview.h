// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QListView>
#include <QUuid>

class QStandardItemModel;

namespace tusk::gui
{

class EnvironmentCardDelegate;

// The environments side by side, a card each.
class EnvironmentCardView final : public QListView
{
    Q_OBJECT

public:
    struct Card {
        QUuid id;
        QString name;
        QString state; // in a few words
        QString color; // #rrggbb
    };

    explicit EnvironmentCardView(QWidget *parent = nullptr);
    ~EnvironmentCardView() override;

    void setCards(const QList<Card> &cards, const QUuid &chosen);
    void scrollToLast();
    [[nodiscard]] int cardHeight() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

Q_SIGNALS:
    void chosen(const QUuid &id); // by the user

private:
    void shareWidth();

    EnvironmentCardDelegate *m_delegate;
    QStandardItemModel *m_model;
    bool m_filling = false;
};

} // namespace tusk::gui
