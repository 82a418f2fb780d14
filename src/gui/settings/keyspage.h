// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/actions/actioninfo.h"
#include "gui/settings/settingspage.h"

#include <memory>
#include <optional>

namespace tusk::gui
{

namespace Ui
{
class KeysPage;
}

class ActionRegistry;
class KeyTableFilter;
class KeyTableModel;

// Which keys do what: found by typing, changed by pressing others.
class KeysPage final : public SettingsPage
{
    Q_OBJECT

public:
    // actions must outlive the page.
    explicit KeysPage(ActionRegistry &actions, QWidget *parent = nullptr);
    ~KeysPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] Icon icon() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Recording { Off, Change, Add };

    void makeTable();
    void connectButtons();
    [[nodiscard]] std::optional<ActionId> chosen() const;
    void showState();
    void record(Recording recording);
    void onRecorded(const QKeySequence &key);
    void offerToTake(ActionId rival, const QKeySequence &key, Recording recording);
    void bind(ActionId id, const QKeySequence &key, Recording recording);
    void takeKey();
    void reset(std::optional<ActionId> id);
    void sayConflict();
    void say(const QString &sentence);

    // A key that another action has, until the user has said what becomes of it.
    struct Taken {
        ActionId id;
        ActionId rival;
        QKeySequence key;
        Recording recording;
    };

    std::unique_ptr<Ui::KeysPage> m_ui;
    ActionRegistry &m_actions;
    KeyTableModel *m_model;
    KeyTableFilter *m_filter;
    Recording m_recording = Recording::Off;
    std::optional<Taken> m_taken;
};

} // namespace tusk::gui
