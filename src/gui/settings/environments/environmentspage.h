// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "gui/settings/environments/environmentdrafts.h"
#include "gui/settings/settingspage.h"

#include <QUuid>

#include <functional>
#include <memory>

class QMenu;

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
class FileChooser;

// The environments: which there are, what is known of each, and whether its connection works. What was typed
// holds when it is saved; until then it stays here, also while another one is looked at.
class EnvironmentsPage final : public SettingsPage
{
    Q_OBJECT

public:
    // desk must outlive the page.
    explicit EnvironmentsPage(EnvironmentDesk &desk, QWidget *parent = nullptr);
    ~EnvironmentsPage() override;

    // Instead of the desktop's dialog.
    void setFileChooser(std::unique_ptr<FileChooser> chooser);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] Icon icon() const override;

    void addEnvironment(); // one to fill in

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    using Draft = EnvironmentDrafts::Draft;
    using Then = std::function<void()>;

    void makeTabOrder();
    void connectTest();
    void makeMenu();
    void connectButtons();

    void showCards();
    void choose(const QUuid &id);
    void showChosen();
    void showButtons();
    void showProblem(const base::Error &error, bool isOfKeyring = false);
    void hideProblem();

    [[nodiscard]] Draft chosen() const { return m_drafts.of(m_chosen); }
    [[nodiscard]] QString stateOf(const QUuid &id) const;
    [[nodiscard]] QList<QUuid> waitingForKeyring() const;
    // Shows the problem, if there is one.
    [[nodiscard]] std::function<void(const base::Result<void> &)> orProblem();
    void keepDraft();
    // origin: of a duplicate.
    void addDraft(const environments::EnvironmentProfile &profile, const QUuid &origin = {});

    void save();
    void save(const Draft &draft);
    [[nodiscard]] bool isCopyOfPassword(const Draft &draft) const;
    [[nodiscard]] environments::EnvironmentProfile passwordProfile(const Draft &draft) const;
    void onSaved(const QUuid &id, const Draft &draft, const base::Result<void> &done);
    void remove();
    void askToRemove(qsizetype unsent);
    void dropDraft();
    void moveBy(int steps);
    void duplicate();
    void chooseFiles();
    void askToImport(const environments::ImportPreview &preview);
    void import(const environments::ImportPreview &preview);
    void importForThisRun();
    void test();
    void findTestPassword(const Draft &draft);
    void startTest(const Draft &draft, const QString &password);
    void endTest();
    // Asks where the password of one server would go to another one; then goes on.
    void askBeforeNewServer(const Then &then);

    std::unique_ptr<Ui::EnvironmentsPage> m_ui;
    EnvironmentDesk &m_desk;
    EnvironmentForm *m_form;
    ConnectionTestPanel *m_panel;
    QMenu *m_menu;
    std::unique_ptr<FileChooser> m_files;
    EnvironmentDrafts m_drafts;
    QUuid m_chosen;
    std::unique_ptr<environments::ImportPreview> m_notImported; // for want of a keyring
    bool m_busy = false;                                        // something is being saved
    bool m_followsTest = false;                                 // what it says is scrolled to
    bool m_findsTestPassword = false;
    int m_testNumber = 0; // an answer to an earlier one comes too late
};

} // namespace tusk::gui
