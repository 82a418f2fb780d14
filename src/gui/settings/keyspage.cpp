// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/keyspage.h"

#include "gui/actions/actionregistry.h"
#include "gui/settings/keytablemodel.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "ui_keyspage.h"

#include <QHeaderView>

#include <utility>

namespace tusk::gui
{

namespace
{

constexpr int categoryWidth = 110;
constexpr int keysWidth = 200;

} // namespace

KeysPage::KeysPage(ActionRegistry &actions, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::KeysPage>())
    , m_actions(actions)
    , m_model(new KeyTableModel(actions, this))
    , m_filter(new KeyTableFilter(this))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("keysPage"));
    makeTable();
    connectButtons();
    m_ui->recorder->hide();
    say({});
    showState();
}

KeysPage::~KeysPage() = default;

QString KeysPage::title() const
{
    return tr("Keys");
}

Icon KeysPage::icon() const
{
    return Icon::Keyboard;
}

void KeysPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    sayConflict();
}

// Whoever comes back looks for something else, and is not asked what was left without an answer.
void KeysPage::hideEvent(QHideEvent *event)
{
    SettingsPage::hideEvent(event);
    record(Recording::Off);
    say({});
    m_ui->filter->clear();
}

void KeysPage::makeTable()
{
    m_filter->setSourceModel(m_model);
    QTreeView &table = *m_ui->table;
    table.setModel(m_filter);
    table.header()->setStretchLastSection(false);
    table.header()->setSectionResizeMode(KeyTableModel::Action, QHeaderView::Stretch);
    table.header()->resizeSection(KeyTableModel::Category, categoryWidth);
    table.header()->resizeSection(KeyTableModel::Keys, keysWidth);
    table.setCurrentIndex(m_filter->index(0, 0));
    connect(m_ui->filter, &QLineEdit::textChanged, m_filter, &KeyTableFilter::setTyped);
    connect(table.selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        sayConflict();
        showState();
    });
    connect(&table, &QTreeView::activated, this, [this] { record(Recording::Change); });
    connect(&m_actions, &ActionRegistry::bindingsChanged, this, &KeysPage::showState);
}

void KeysPage::connectButtons()
{
    connect(m_ui->changeKey, &QPushButton::clicked, this, [this] { record(Recording::Change); });
    connect(m_ui->addKey, &QPushButton::clicked, this, [this] { record(Recording::Add); });
    connect(m_ui->removeKeys, &QPushButton::clicked, this, [this] {
        KeyBindings bindings = m_actions.bindings();
        bindings.setKeys(*chosen(), {});
        m_actions.setBindings(bindings);
        say(tr("The palette is the way to “%1” now.").arg(actionText(*chosen())));
    });
    connect(m_ui->resetKeys, &QPushButton::clicked, this, [this] { reset(chosen()); });
    connect(m_ui->resetAll, &QPushButton::clicked, this, [this] { reset(std::nullopt); });
    connect(m_ui->takeKey, &QPushButton::clicked, this, &KeysPage::takeKey);
    connect(m_ui->recorder, &KeyRecorder::recorded, this, &KeysPage::onRecorded);
    connect(m_ui->recorder, &KeyRecorder::cancelled, this, [this] { record(Recording::Off); });
}

std::optional<ActionId> KeysPage::chosen() const
{
    const QModelIndex index = m_filter->mapToSource(m_ui->table->currentIndex());
    return index.isValid() ? std::optional(m_model->actionAt(index.row())) : std::nullopt;
}

void KeysPage::showState()
{
    const std::optional<ActionId> id = chosen();
    m_ui->changeKey->setEnabled(id.has_value());
    m_ui->addKey->setEnabled(id.has_value());
    m_ui->removeKeys->setEnabled(id && !m_actions.bindings().keysOf(*id).isEmpty());
    m_ui->resetKeys->setEnabled(id && !m_actions.bindings().isDefault(*id));
    m_ui->resetAll->setEnabled(m_actions.bindings() != KeyBindings());
}

void KeysPage::record(Recording recording)
{
    if (recording != Recording::Off && !chosen())
        return;
    if (std::exchange(m_recording, recording) == recording)
        return;
    const bool on = recording != Recording::Off;
    if (on)
        say(tr("“%1”:").arg(actionText(*chosen())));
    m_ui->recorder->setVisible(on);
    if (on)
        m_ui->recorder->setFocus(Qt::OtherFocusReason);
    else
        m_ui->table->setFocus(Qt::OtherFocusReason);
}

void KeysPage::onRecorded(const QKeySequence &key)
{
    const ActionId id = *chosen();
    const Recording recording = m_recording;
    const QString refusal = whyNotBound(key);
    const std::optional<ActionId> rival = m_actions.bindings().rival(id, key);
    record(Recording::Off);
    if (!refusal.isEmpty())
        say(refusal);
    else if (rival)
        offerToTake(*rival, key, recording);
    else
        bind(id, key, recording);
}

void KeysPage::offerToTake(ActionId rival, const QKeySequence &key, Recording recording)
{
    say(tr("%1 belongs to “%2”. One key can do one thing only.")
            .arg(key.toString(QKeySequence::NativeText), actionText(rival)));
    m_taken = Taken{*chosen(), rival, key, recording};
    m_ui->takeKey->show();
    m_ui->takeKey->setFocus(Qt::OtherFocusReason);
}

void KeysPage::bind(ActionId id, const QKeySequence &key, Recording recording)
{
    KeyBindings bindings = m_actions.bindings();
    KeyBindings::Keys keys = recording == Recording::Add ? bindings.keysOf(id) : KeyBindings::Keys();
    keys.removeAll(key);
    keys.append(key);
    bindings.setKeys(id, keys);
    m_actions.setBindings(bindings);
    if (contextOf(actionInfo(id), key) == ActionContext::List)
        say(tr("%1 works while the list has the focus.").arg(key.toString(QKeySequence::NativeText)));
    else
        sayConflict();
}

void KeysPage::takeKey()
{
    if (!m_taken)
        return;
    const Taken taken = *m_taken;
    KeyBindings bindings = m_actions.bindings();
    KeyBindings::Keys left = bindings.keysOf(taken.rival);
    left.removeAll(taken.key);
    bindings.setKeys(taken.rival, left);
    m_actions.setBindings(bindings);
    bind(taken.id, taken.key, taken.recording);
    m_ui->table->setFocus(Qt::OtherFocusReason);
}

void KeysPage::reset(std::optional<ActionId> id)
{
    KeyBindings bindings = m_actions.bindings();
    if (id)
        bindings.reset(*id);
    else
        bindings.resetAll();
    m_actions.setBindings(bindings);
    sayConflict();
}

// Of the chosen action: the tip of its row is for the mouse.
void KeysPage::sayConflict()
{
    say(m_ui->table->currentIndex().data(Qt::ToolTipRole).toString());
}

void KeysPage::say(const QString &sentence)
{
    m_taken.reset();
    m_ui->takeKey->hide();
    const bool isHint = sentence.isEmpty();
    m_ui->message->setText(isHint ? tr("Enter or a double-click changes the key of an action.") : sentence);
    m_ui->message->setForegroundRole(isHint ? roles::secondary : QPalette::WindowText);
}

} // namespace tusk::gui
