// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/connectiontest.h"
#include "environments/environmentprofile.h"
#include "gui/settings/settingspage.h"

#include <QMap>
#include <QUuid>

#include <functional>
#include <memory>

class QMenu;
class QStandardItemModel;

namespace tusk::environments
{
struct ImportPreview;
}

namespace tusk::gui
{

namespace Ui
{
class EnvironmentsPage;
}

class ConnectionTestPanel;
class EnvironmentDesk;
class EnvironmentForm;

// The environments: which there are, what is known of each, and whether its connection works. What was typed
// holds when it is saved; until then it stays here, also while another one is looked at.
class EnvironmentsPage final : public SettingsPage
{
    Q_OBJECT

public:
    // desk must outlive the page.
    explicit EnvironmentsPage(EnvironmentDesk &desk, QWidget *parent = nullptr);
    ~EnvironmentsPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] Icon icon() const override;

    void addEnvironment(); // one to fill in

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Draft {
        environments::EnvironmentProfile profile;
        QString password; // typed; empty: as it was
    };
    using Then = std::function<void()>;

    void makeCards();
    void makeMenu();
    void connectButtons();

    void showCards();
    void choose(const QUuid &id);
    void showChosen();
    void showButtons();
    void showProblem(const base::Error &error, bool isOfKeyring = false);
    void hideProblem();

    [[nodiscard]] const environments::EnvironmentProfile *saved(const QUuid &id) const; // null: only a draft
    [[nodiscard]] Draft chosen() const;
    [[nodiscard]] QString stateOf(const QUuid &id) const;
    [[nodiscard]] QString freeName(const QString &wanted) const;
    void keepDraft();
    void addDraft(const environments::EnvironmentProfile &profile);

    void save();
    void remove();
    void dropDraft();
    void moveBy(int steps);
    void duplicate();
    void chooseFiles();
    void askToImport(const environments::ImportPreview &preview);
    void test();
    void startTest(const QString &password);
    // Asks where the password of one server would go to another one; then goes on.
    void askBeforeNewServer(const Then &then);
    void ask(const QString &title, const QString &question, const QString &more, const QString &yes,
             const Then &then);

    std::unique_ptr<Ui::EnvironmentsPage> m_ui;
    EnvironmentDesk &m_desk;
    QStandardItemModel *m_cards;
    EnvironmentForm *m_form;
    ConnectionTestPanel *m_panel;
    QMenu *m_menu;
    environments::ConnectionTest m_test;
    QList<environments::EnvironmentProfile> m_saved;
    QMap<QUuid, Draft> m_drafts;
    QList<QUuid> m_new; // of the drafts, in the order in which they were made
    QUuid m_chosen;
    bool m_busy = false;        // something is being saved
    bool m_followsTest = false; // what it says is scrolled to
    bool m_filling = false;     // the row of cards
};

} // namespace tusk::gui
