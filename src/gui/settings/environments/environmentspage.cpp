// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/environments/environmentspage.h"

#include "environments/dotenvimport.h"
#include "environments/profilerules.h"
#include "gui/environments/environmentdesk.h"
#include "gui/environments/environmentlook.h"
#include "gui/settings/environments/connectiontestpanel.h"
#include "gui/settings/environments/environmentcard.h"
#include "gui/settings/environments/environmentform.h"
#include "gui/theme/colors.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "ui_environmentspage.h"

#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStandardItemModel>

#include <algorithm>

namespace tusk::gui
{

using environments::ConnectionTest;
using environments::EnvironmentImport;
using environments::EnvironmentKind;
using environments::EnvironmentProfile;
using environments::ImportPreview;
using environments::SecretSource;

namespace
{

constexpr int cardMargin = 4; // for the ring of the focus

QString changeText(const EnvironmentImport &environment)
{
    const QString &name = environment.profile.name;
    switch (environment.change) {
        using enum EnvironmentImport::Change;
    case Added:
        return EnvironmentsPage::tr("New: %1, at %2").arg(name, environment.profile.host);
    case Changed:
        return EnvironmentsPage::tr("Changed: %1 (%2)").arg(name, environment.members.join(u", "));
    case Same:
        return EnvironmentsPage::tr("As it is: %1").arg(name);
    }
    return {};
}

QString previewText(const ImportPreview &preview)
{
    QStringList lines;
    for (const EnvironmentImport &environment : preview.environments) {
        lines.append(changeText(environment));
        for (const QString &notice : environment.notices)
            lines.append(u"    " + notice);
    }
    for (const environments::ImportProblem &problem : preview.problems)
        lines.append(problem.file + u": " + problem.sentence);
    return lines.join(u'\n');
}

} // namespace

EnvironmentsPage::EnvironmentsPage(EnvironmentDesk &desk, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::EnvironmentsPage>())
    , m_desk(desk)
    , m_cards(new QStandardItemModel(this))
    , m_form(new EnvironmentForm(this))
    , m_panel(new ConnectionTestPanel(this))
    , m_menu(new QMenu(this))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("environmentsPage"));
    m_ui->parts->addWidget(m_form);
    m_ui->parts->addWidget(m_panel);
    m_ui->parts->addStretch(1);
    m_ui->problemText->setForegroundRole(roles::red);
    makeCards();
    makeMenu();
    connectButtons();
    hideProblem();
    connect(m_form, &EnvironmentForm::edited, this, &EnvironmentsPage::keepDraft);
    connect(&desk, &EnvironmentDesk::changed, this, &EnvironmentsPage::showCards);
    m_chosen = desk.shown();
    showCards();
    showChosen();
}

EnvironmentsPage::~EnvironmentsPage()
{
    // They outlive this part of the object.
    m_ui->cards->selectionModel()->disconnect(this);
    m_test.disconnect(this);
}

QString EnvironmentsPage::title() const
{
    return tr("Environments");
}

Icon EnvironmentsPage::icon() const
{
    return Icon::Environment;
}

// What is shown in the window is what one mostly comes for.
void EnvironmentsPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    if (m_drafts.isEmpty())
        choose(m_desk.shown());
}

void EnvironmentsPage::hideEvent(QHideEvent *event)
{
    SettingsPage::hideEvent(event);
    m_test.cancel();
    hideProblem();
}

// ---------------------------------------------------------------------------------------------------------------
// Parts

void EnvironmentsPage::makeCards()
{
    QListView &view = *m_ui->cards;
    view.setModel(m_cards);
    auto *delegate = new EnvironmentCardDelegate(&view);
    view.setItemDelegate(delegate);
    view.viewport()->setAutoFillBackground(false);
    QStyleOptionViewItem option;
    option.widget = &view;
    const int height = delegate->sizeHint(option, {}).height();
    view.setFixedHeight(height + cardMargin);
    m_ui->addButton->setFixedSize(height, height);
    m_ui->addButton->setIcon(themedIcon(Icon::Add));
    connect(view.selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (!m_filling && now.isValid())
                    choose(now.data(EnvironmentCardDelegate::IdRole).toUuid());
            });
}

void EnvironmentsPage::makeMenu()
{
    m_menu->setObjectName(QStringLiteral("environmentActions"));
    const auto add = [this](const QString &name, const QString &text, auto run) {
        QAction *action = m_menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, run);
    };
    add(QStringLiteral("duplicate"), tr("Duplicate"), [this] { duplicate(); });
    add(QStringLiteral("moveBack"), tr("Move Forward"), [this] { moveBy(-1); });
    add(QStringLiteral("moveOn"), tr("Move Back"), [this] { moveBy(1); });
    add(QStringLiteral("setFirst"), tr("Start with This One"), [this] {
        m_desk.setFirst(m_chosen, [this](const base::Result<void> &done) {
            if (!done)
                showProblem(done.error());
        });
    });
    m_menu->addSeparator();
    add(QStringLiteral("remove"), tr("Remove…"), [this] { remove(); });
}

void EnvironmentsPage::connectButtons()
{
    connect(m_ui->addButton, &QToolButton::clicked, this, &EnvironmentsPage::addEnvironment);
    connect(m_ui->importButton, &QPushButton::clicked, this, &EnvironmentsPage::chooseFiles);
    connect(m_ui->actionsButton, &QPushButton::clicked, this, [this] {
        m_menu->popup(m_ui->actionsButton->mapToGlobal(QPoint(0, -m_menu->sizeHint().height())));
    });
    connect(m_ui->revertButton, &QPushButton::clicked, this, &EnvironmentsPage::dropDraft);
    connect(m_ui->testButton, &QPushButton::clicked, this, &EnvironmentsPage::test);
    connect(m_ui->saveButton, &QPushButton::clicked, this,
            [this] { askBeforeNewServer([this] { save(); }); });
    connect(m_ui->switchButton, &QPushButton::clicked, this, [this] {
        m_desk.show(m_chosen);
        Q_EMIT closeWanted();
    });
    connect(m_ui->forThisRun, &QPushButton::clicked, this, [this] {
        m_form->chooseSource(SecretSource::Kind::ThisRun);
        save();
    });
    connect(m_ui->problemDetails, &QPushButton::clicked, this,
            [this] { m_ui->problemText->setText(m_ui->problemDetails->toolTip()); });
    // Its steps come below the fields.
    QScrollBar *bar = m_ui->scroll->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int end) {
        if (m_followsTest)
            bar->setValue(end);
    });
    connect(&m_test, &ConnectionTest::stepEnded, m_panel, &ConnectionTestPanel::add);
    connect(&m_test, &ConnectionTest::waking, m_panel,
            [this] { m_panel->say(tr("The database is waking up; this takes up to half a minute…")); });
    connect(&m_test, &ConnectionTest::finished, this, [this](const environments::ConnectionReport &report) {
        m_panel->end(report);
        showButtons();
    });
}

// ---------------------------------------------------------------------------------------------------------------
// What is shown

const EnvironmentProfile *EnvironmentsPage::saved(const QUuid &id) const
{
    const auto found = std::ranges::find(m_saved, id, &EnvironmentProfile::id);
    return found == m_saved.cend() ? nullptr : &*found;
}

EnvironmentsPage::Draft EnvironmentsPage::chosen() const
{
    if (const auto draft = m_drafts.constFind(m_chosen); draft != m_drafts.cend())
        return *draft;
    const EnvironmentProfile *profile = saved(m_chosen);
    return {profile ? *profile : EnvironmentProfile(), {}};
}

void EnvironmentsPage::showCards()
{
    const QScopedValueRollback filling(m_filling, true);
    const QList<EnvironmentProfile> before = std::exchange(m_saved, m_desk.profiles());
    QList<EnvironmentProfile> shown = m_saved;
    for (EnvironmentProfile &profile : shown)
        profile = m_drafts.value(profile.id, {profile, {}}).profile;
    for (const QUuid &id : std::as_const(m_new))
        shown.append(m_drafts.value(id).profile);
    m_cards->setRowCount(static_cast<int>(shown.size()));
    m_cards->setColumnCount(1);
    for (int row = 0; row < shown.size(); ++row) {
        const EnvironmentProfile &profile = shown.at(row);
        const QString state = stateOf(profile.id);
        const QModelIndex index = m_cards->index(row, 0);
        m_cards->setData(index, environmentName(profile), Qt::DisplayRole);
        m_cards->setData(index, profile.id, EnvironmentCardDelegate::IdRole);
        m_cards->setData(index, state, EnvironmentCardDelegate::StateRole);
        m_cards->setData(index, environmentColor(profile), EnvironmentCardDelegate::ColorRole);
        m_cards->setData(index, tr("%1, %2").arg(environmentName(profile), state), Qt::AccessibleTextRole);
        if (profile.id == m_chosen)
            m_ui->cards->setCurrentIndex(index);
    }
    const bool isGone = !saved(m_chosen) && !m_drafts.contains(m_chosen);
    if (isGone)
        m_chosen = m_saved.constFirst().id;
    if (isGone || (before != m_saved && !m_drafts.contains(m_chosen)))
        showChosen();
    showButtons();
}

QString EnvironmentsPage::stateOf(const QUuid &id) const
{
    if (m_drafts.contains(id))
        return tr("not saved");
    const QString state = m_desk.stateOf(id);
    return state.isEmpty() ? tr("not opened") : state;
}

void EnvironmentsPage::choose(const QUuid &id)
{
    if (id == m_chosen)
        return;
    m_test.cancel();
    m_followsTest = false;
    m_panel->hide();
    hideProblem();
    m_chosen = id;
    showCards();
    showChosen();
}

void EnvironmentsPage::showChosen()
{
    const Draft draft = chosen();
    m_form->setProfile(draft.profile, draft.password);
    showButtons();
}

void EnvironmentsPage::showButtons()
{
    const Draft draft = chosen();
    const bool isPrivate = draft.profile.isPrivateServer();
    const bool isChanged = m_drafts.contains(m_chosen);
    const bool isNew = m_new.contains(m_chosen);
    m_ui->saveButton->setVisible(isChanged);
    m_ui->saveButton->setEnabled(!m_busy);
    m_ui->revertButton->setVisible(isChanged);
    m_ui->revertButton->setText(isNew ? tr("Discard") : tr("Revert"));
    m_ui->switchButton->setVisible(!isChanged && m_chosen != m_desk.shown());
    m_ui->switchButton->setText(tr("Switch to %1").arg(environmentName(draft.profile)));
    m_ui->testButton->setVisible(!isPrivate);
    m_ui->testButton->setEnabled(!draft.profile.host.isEmpty());
    m_ui->testButton->setText(m_test.isRunning() ? tr("Cancel") : tr("Test"));
    const qsizetype place = saved(m_chosen) ? saved(m_chosen) - m_saved.constData() : -1;
    const auto enable = [this](const char *name, bool on) {
        m_menu->findChild<QAction *>(QLatin1StringView(name))->setEnabled(on);
    };
    enable("duplicate", !isPrivate);
    enable("moveBack", place > 1);
    enable("moveOn", place > 0 && place + 1 < m_saved.size());
    enable("setFirst", !isNew && m_chosen != m_desk.first());
    enable("remove", !isPrivate && !isNew);
}

void EnvironmentsPage::showProblem(const base::Error &error, bool isOfKeyring)
{
    m_ui->problemText->setText(error.sentence);
    m_ui->problemDetails->setToolTip(error.detail);
    m_ui->problemDetails->setVisible(!error.detail.isEmpty());
    m_ui->forThisRun->setVisible(isOfKeyring);
    m_ui->problem->show();
}

void EnvironmentsPage::hideProblem()
{
    m_ui->problem->hide();
}

// ---------------------------------------------------------------------------------------------------------------
// What is changed

void EnvironmentsPage::keepDraft()
{
    m_followsTest = false;
    const Draft draft{m_form->profile(), m_form->password()};
    const EnvironmentProfile *before = saved(m_chosen);
    if (before && *before == draft.profile && draft.password.isEmpty())
        m_drafts.remove(m_chosen);
    else
        m_drafts.insert(m_chosen, draft);
    hideProblem();
    showCards();
}

void EnvironmentsPage::addDraft(const EnvironmentProfile &profile)
{
    m_drafts.insert(profile.id, {profile, {}});
    m_new.append(profile.id);
    choose(profile.id);
    m_ui->cards->scrollTo(m_cards->index(m_cards->rowCount() - 1, 0));
    m_form->focusName();
}

void EnvironmentsPage::dropDraft()
{
    m_drafts.remove(m_chosen);
    m_new.removeOne(m_chosen);
    hideProblem();
    showCards();
    showChosen();
}

QString EnvironmentsPage::freeName(const QString &wanted) const
{
    const auto isTaken = [this](const QString &name) {
        for (int row = 0; row < m_cards->rowCount(); ++row) {
            if (m_cards->index(row, 0).data().toString().compare(name, Qt::CaseInsensitive) == 0)
                return true;
        }
        return false;
    };
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = tr("%1 %2").arg(wanted).arg(number);
    return name;
}

void EnvironmentsPage::save()
{
    const Draft draft = chosen();
    if (const auto problem = environments::problemOf(draft.profile))
        return showProblem(*problem);
    m_busy = true;
    showButtons();
    const QUuid id = m_chosen;
    const bool hasPassword = !draft.password.isEmpty();
    m_desk.save(draft.profile, hasPassword ? std::optional(draft.password) : std::nullopt,
                [this, id, draft, hasPassword](const base::Result<void> &done) {
                    m_busy = false;
                    if (done) {
                        m_drafts.remove(id);
                        m_new.removeOne(id);
                        hideProblem();
                        showCards();
                        if (id == m_chosen)
                            showChosen();
                    } else {
                        const auto source = draft.profile.secret.kind;
                        showProblem(done.error(), hasPassword && source == SecretSource::Kind::Keychain);
                        showButtons();
                    }
                });
}

void EnvironmentsPage::remove()
{
    ask(tr("Remove an environment"), tr("Remove “%1”?").arg(environmentName(chosen().profile)),
        tr("Its todos stay in its database; its password is removed from the keyring."), tr("Remove"),
        [this, id = m_chosen] {
            m_drafts.remove(id);
            m_desk.remove(id, [this](const base::Result<void> &done) {
                if (!done)
                    showProblem(done.error());
            });
        });
}

void EnvironmentsPage::moveBy(int steps)
{
    if (!saved(m_chosen))
        return;
    const qsizetype place = saved(m_chosen) - m_saved.constData();
    m_desk.move(m_chosen, place + steps, [this](const base::Result<void> &done) {
        if (!done)
            showProblem(done.error());
    });
}

// Its password stays where it is: nobody has to know it for that.
void EnvironmentsPage::duplicate()
{
    EnvironmentProfile copy = chosen().profile;
    copy.id = environments::newProfile({}, copy.kind).id;
    copy.name = freeName(tr("%1 copy").arg(copy.name));
    addDraft(copy);
}

void EnvironmentsPage::addEnvironment()
{
    addDraft(environments::newProfile(freeName(tr("New environment")), EnvironmentKind::Development));
}

// ---------------------------------------------------------------------------------------------------------------
// Questions

void EnvironmentsPage::ask(const QString &title, const QString &question, const QString &more,
                           const QString &yes, const Then &then)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, question, QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("environmentQuestion"));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    QPushButton *button = box->addButton(yes, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(button, &QPushButton::clicked, this, [then] { then(); });
    box->open();
}

void EnvironmentsPage::askBeforeNewServer(const Then &then)
{
    const Draft draft = chosen();
    const EnvironmentProfile *before = saved(m_chosen);
    const bool isElsewhere = before && !before->host.isEmpty() && before->host != draft.profile.host;
    const bool isKept = draft.profile.secret.kind == SecretSource::Kind::Keychain && draft.password.isEmpty();
    if (!isElsewhere || !isKept)
        return then();
    ask(tr("Another server"), tr("Send the password of %1 to %2?").arg(before->host, draft.profile.host),
        tr("It is the one that the keyring has for this environment. If the new server has another one, "
           "cancel "
           "and type that."),
        tr("Send It"), then);
}

void EnvironmentsPage::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Import from .env files"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setFilter(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        m_desk.readDotEnv(files, [this](const base::Result<ImportPreview> &preview) {
            if (preview)
                askToImport(*preview);
            else
                showProblem(preview.error());
        });
    });
    dialog->open();
}

void EnvironmentsPage::askToImport(const ImportPreview &preview)
{
    if (preview.environments.isEmpty()) {
        base::Error error;
        error.kind = base::ErrorKind::InvalidInput;
        error.sentence = previewText(preview);
        return showProblem(error);
    }
    ask(tr("Import from .env files"), tr("Import these environments?"), previewText(preview), tr("Import"),
        [this, preview] {
            m_desk.import(preview, [this](const base::Result<void> &done) {
                if (!done)
                    showProblem(done.error());
            });
        });
}

// ---------------------------------------------------------------------------------------------------------------
// The test

void EnvironmentsPage::test()
{
    if (m_test.isRunning())
        return m_test.cancel();
    hideProblem();
    const Draft draft = chosen();
    if (!draft.password.isEmpty())
        return startTest(draft.password);
    askBeforeNewServer([this, draft] {
        m_desk.findPassword(draft.profile,
                            [this, id = draft.profile.id](const base::Result<QString> &password) {
                                if (id != m_chosen || !isVisible())
                                    return;
                                if (password)
                                    return startTest(*password);
                                m_panel->begin();
                                m_followsTest = true;
                                m_panel->fail(password.error());
                            });
    });
}

void EnvironmentsPage::startTest(const QString &password)
{
    m_panel->begin();
    m_followsTest = true;
    m_test.start(environments::connectionSettings(chosen().profile, password));
    showButtons();
}

} // namespace tusk::gui
