// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/environments/environmentspage.h"

#include "environments/dotenvimport.h"
#include "environments/profilerules.h"
#include "gui/environments/environmentdesk.h"
#include "gui/environments/environmentlook.h"
#include "gui/filechooser.h"
#include "gui/settings/environments/connectiontestpanel.h"
#include "gui/settings/environments/environmentform.h"
#include "gui/settings/environments/environmentquestions.h"
#include "gui/theme/icons.h"
#include "ui_environmentspage.h"

#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

namespace tusk::gui
{

using environments::EnvironmentKind;
using environments::EnvironmentProfile;
using environments::ImportPreview;
using environments::SecretSource;

EnvironmentsPage::EnvironmentsPage(EnvironmentDesk &desk, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::EnvironmentsPage>())
    , m_desk(desk)
    , m_form(new EnvironmentForm(this))
    , m_panel(new ConnectionTestPanel(this))
    , m_menu(new QMenu(this))
    , m_files(std::make_unique<DialogFileChooser>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("environmentsPage"));
    m_ui->parts->addWidget(m_form);
    m_ui->parts->addWidget(m_panel);
    m_ui->parts->addStretch(1);
    const int height = m_ui->cards->cardHeight();
    m_ui->addButton->setFixedSize(height, height);
    m_ui->addButton->setIcon(themedIcon(Icon::Add));
    connect(m_ui->cards, &EnvironmentCardView::chosen, this, &EnvironmentsPage::choose);
    makeMenu();
    connectButtons();
    connectTest();
    hideProblem();
    connect(m_form, &EnvironmentForm::edited, this, &EnvironmentsPage::keepDraft);
    connect(m_form, &EnvironmentForm::certificateWanted, this, [this](const QString &folder) {
        m_files->choose(*this, {tr("Root certificate"), folder, false, false},
                        [this](const QStringList &files) { m_form->setCertificate(files.constFirst()); });
    });
    connect(&desk, &EnvironmentDesk::changed, this, &EnvironmentsPage::showCards);
    m_chosen = desk.shown();
    showCards();
    showChosen();
}

EnvironmentsPage::~EnvironmentsPage() = default;

void EnvironmentsPage::setFileChooser(std::unique_ptr<FileChooser> chooser)
{
    m_files = std::move(chooser);
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
    m_panel->cancel();
    hideProblem();
}

// ---------------------------------------------------------------------------------------------------------------
// Parts

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
    add(QStringLiteral("setFirst"), tr("Start with This One"),
        [this] { m_desk.setFirst(m_chosen, orProblem()); });
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
}

void EnvironmentsPage::connectTest()
{
    // Its steps come below the fields.
    QScrollBar *bar = m_ui->scroll->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int end) {
        if (m_followsTest)
            bar->setValue(end);
    });
    connect(m_panel, &ConnectionTestPanel::ended, this, &EnvironmentsPage::showButtons);
}

// ---------------------------------------------------------------------------------------------------------------
// What is shown

void EnvironmentsPage::showCards()
{
    const bool isAnother = m_drafts.setSaved(m_desk.profiles());
    const bool isGone = !m_drafts.isKnown(m_chosen);
    if (isGone)
        m_chosen = m_drafts.first().id;
    QList<EnvironmentCardView::Card> cards;
    for (const EnvironmentProfile &profile : m_drafts.all())
        cards.append({profile.id, environmentName(profile), stateOf(profile.id), environmentColor(profile)});
    m_ui->cards->setCards(cards, m_chosen);
    if (isGone || (isAnother && !m_drafts.isChanged(m_chosen)))
        showChosen();
    showButtons();
}

QString EnvironmentsPage::stateOf(const QUuid &id) const
{
    if (m_drafts.isChanged(id))
        return tr("not saved");
    const QString state = m_desk.stateOf(id);
    return state.isEmpty() ? tr("not opened") : state;
}

void EnvironmentsPage::choose(const QUuid &id)
{
    if (id == m_chosen)
        return;
    m_panel->cancel();
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
    const bool isChanged = m_drafts.isChanged(m_chosen);
    const bool isNew = m_drafts.isNew(m_chosen);
    m_ui->saveButton->setVisible(isChanged);
    m_ui->saveButton->setEnabled(!m_busy);
    m_ui->revertButton->setVisible(isChanged);
    m_ui->revertButton->setText(isNew ? tr("Discard") : tr("Revert"));
    m_ui->switchButton->setVisible(!isChanged && m_chosen != m_desk.shown());
    m_ui->switchButton->setText(tr("Switch to %1").arg(environmentName(draft.profile)));
    m_ui->testButton->setVisible(!isPrivate);
    m_ui->testButton->setEnabled(!draft.profile.host.isEmpty());
    m_ui->testButton->setText(m_panel->isRunning() ? tr("Cancel") : tr("Test"));
    const qsizetype place = m_drafts.placeOf(m_chosen);
    const auto enable = [this](const char *name, bool on) {
        m_menu->findChild<QAction *>(QLatin1StringView(name))->setEnabled(on);
    };
    enable("duplicate", !isPrivate);
    enable("moveBack", place > 1);
    enable("moveOn", place > 0 && place + 1 < m_drafts.savedCount());
    enable("setFirst", !isNew && m_chosen != m_desk.first());
    enable("remove", !isPrivate && !isNew);
}

void EnvironmentsPage::showProblem(const base::Error &error, bool isOfKeyring)
{
    m_ui->problem->showProblem(error);
    m_ui->forThisRun->setVisible(isOfKeyring);
}

void EnvironmentsPage::hideProblem()
{
    m_ui->problem->hide();
    m_ui->forThisRun->hide();
}

// ---------------------------------------------------------------------------------------------------------------
// What is changed

void EnvironmentsPage::keepDraft()
{
    m_followsTest = false;
    m_drafts.keep(m_chosen, {m_form->profile(), m_form->password()});
    hideProblem();
    showCards();
}

void EnvironmentsPage::addDraft(const EnvironmentProfile &profile)
{
    m_drafts.add(profile);
    choose(profile.id);
    m_ui->cards->scrollToLast();
    m_form->focusName();
}

void EnvironmentsPage::dropDraft()
{
    m_drafts.drop(m_chosen);
    hideProblem();
    showCards();
    showChosen();
}

std::function<void(const base::Result<void> &)> EnvironmentsPage::orProblem()
{
    return [this](const base::Result<void> &done) {
        if (!done)
            showProblem(done.error());
    };
}

void EnvironmentsPage::save()
{
    const Draft draft = chosen();
    if (const auto problem = environments::problemOf(draft.profile))
        return showProblem(*problem);
    m_busy = true;
    showButtons();
    m_desk.save(draft.profile, draft.password.isEmpty() ? std::nullopt : std::optional(draft.password),
                [this, id = m_chosen, draft](const base::Result<void> &done) { onSaved(id, draft, done); });
}

void EnvironmentsPage::onSaved(const QUuid &id, const Draft &draft, const base::Result<void> &done)
{
    m_busy = false;
    if (!done) {
        const bool isOfKeyring =
            !draft.password.isEmpty() && draft.profile.secret.kind == SecretSource::Kind::Keychain;
        showProblem(done.error(), isOfKeyring);
        return showButtons();
    }
    m_drafts.drop(id);
    hideProblem();
    showCards();
    if (id == m_chosen)
        showChosen();
}

void EnvironmentsPage::remove()
{
    ask(*this,
        {tr("Remove an environment"), tr("Remove “%1”?").arg(environmentName(chosen().profile)),
         tr("Its todos stay in its database; its password is removed from the keyring."), tr("Remove")},
        [this, id = m_chosen] {
            m_drafts.drop(id);
            m_desk.remove(id, orProblem());
        });
}

void EnvironmentsPage::moveBy(int steps)
{
    if (m_drafts.saved(m_chosen))
        m_desk.move(m_chosen, m_drafts.placeOf(m_chosen) + steps, orProblem());
}

// Its password stays where it is: nobody has to know it for that.
void EnvironmentsPage::duplicate()
{
    EnvironmentProfile copy = chosen().profile;
    copy.id = environments::newProfile({}, copy.kind).id;
    copy.name = m_drafts.freeName(tr("%1 copy").arg(copy.name));
    addDraft(copy);
}

void EnvironmentsPage::addEnvironment()
{
    addDraft(
        environments::newProfile(m_drafts.freeName(tr("New environment")), EnvironmentKind::Development));
}

// ---------------------------------------------------------------------------------------------------------------
// Questions

void EnvironmentsPage::askBeforeNewServer(const Then &then)
{
    const Draft draft = chosen();
    const EnvironmentProfile *before = m_drafts.saved(m_chosen);
    const bool isElsewhere = before && !before->host.isEmpty() && before->host != draft.profile.host;
    const bool isKept = draft.profile.secret.kind == SecretSource::Kind::Keychain && draft.password.isEmpty();
    if (!isElsewhere || !isKept)
        return then();
    ask(*this,
        {tr("Another server"), tr("Send the password of %1 to %2?").arg(before->host, draft.profile.host),
         tr("It is the one that the keyring has for this environment. If the new server has another one, "
            "cancel and type that."),
         tr("Send It")},
        then);
}

void EnvironmentsPage::chooseFiles()
{
    m_files->choose(*this, {tr("Import from .env files"), {}, true, true}, [this](const QStringList &files) {
        m_desk.readDotEnv(files, [this](const base::Result<ImportPreview> &preview) {
            if (preview)
                askToImport(*preview);
            else
                showProblem(preview.error());
        });
    });
}

void EnvironmentsPage::askToImport(const ImportPreview &preview)
{
    if (!preview.environments.isEmpty())
        return ask(*this, importQuestion(preview), [this, preview] { m_desk.import(preview, orProblem()); });
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    error.sentence = previewText(preview);
    showProblem(error);
}

// ---------------------------------------------------------------------------------------------------------------
// The test

void EnvironmentsPage::test()
{
    if (m_panel->isRunning())
        return m_panel->cancel();
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
                                m_followsTest = true;
                                m_panel->fail(password.error());
                            });
    });
}

void EnvironmentsPage::startTest(const QString &password)
{
    m_followsTest = true;
    m_panel->start(environments::connectionSettings(chosen().profile, password));
    showButtons();
}

} // namespace tusk::gui
