// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/environments/environmentspage.h"

#include "environments/dotenvimport.h"
#include "environments/passwordmove.h"
#include "environments/profilerules.h"
#include "gui/environments/environmentdesk.h"
#include "gui/environments/environmentlook.h"
#include "gui/filechooser.h"
#include "gui/settings/environments/connectiontestpanel.h"
#include "gui/settings/environments/environmentform.h"
#include "gui/settings/environments/environmentquestions.h"
#include "gui/theme/icons.h"
#include "ui_environmentspage.h"

#include <QHideEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace tusk::gui
{

using environments::EnvironmentKind;
using environments::EnvironmentProfile;
using environments::ImportPreview;
using environments::SecretSource;

namespace
{

// Then another place for the password would not help.
bool isAboutTheFile(const base::Error &error)
{
    return error.kind == base::ErrorKind::LocalFile || error.kind == base::ErrorKind::DiskFull;
}

} // namespace

EnvironmentsPage::EnvironmentsPage(EnvironmentDesk &desk, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::EnvironmentsPage>())
    , m_desk(desk)
    , m_form(new EnvironmentForm)
    , m_panel(new ConnectionTestPanel)
    , m_menu(new QMenu(this))
    , m_files(std::make_unique<DialogFileChooser>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("environmentsPage"));
    m_ui->parts->addWidget(m_form);
    m_ui->parts->addWidget(m_panel);
    m_ui->parts->addStretch(1);
    makeTabOrder();
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
    if (event->spontaneous()) // the window was minimised
        return;
    endTest();
    hideProblem();
}

// ---------------------------------------------------------------------------------------------------------------
// Parts

// As the eye goes: the cards, the form, which is the last of the window so far, and what is below it.
void EnvironmentsPage::makeTabOrder()
{
    QWidget *last = window()->previousInFocusChain();
    while (last->focusPolicy() == Qt::NoFocus)
        last = last->previousInFocusChain();
    for (QWidget *below : std::initializer_list<QWidget *>{
             m_ui->keyringCancel, m_ui->forThisRun, m_ui->importButton, m_ui->actionsButton,
             m_ui->revertButton, m_ui->testButton, m_ui->saveButton, m_ui->switchButton}) {
        setTabOrder(last, below);
        last = below;
    }
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
    add(QStringLiteral("moveBack"), tr("Move forward"), [this] { moveBy(-1); });
    add(QStringLiteral("moveOn"), tr("Move back"), [this] { moveBy(1); });
    add(QStringLiteral("setFirst"), tr("Start with this one"),
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
    connect(m_ui->keyringCancel, &QPushButton::clicked, this, [this] {
        for (const QUuid &id : waitingForKeyring())
            m_desk.stopWaiting(id);
    });
    connect(m_ui->forThisRun, &QPushButton::clicked, this, [this] {
        if (m_notImported)
            return importForThisRun();
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

// Of what is shown: a duplicate waits for the password of the first, and an import is nobody's.
QList<QUuid> EnvironmentsPage::waitingForKeyring() const
{
    QList<QUuid> ids{m_chosen, m_drafts.originOf(m_chosen), QUuid()};
    ids.removeIf([this](const QUuid &id) { return !m_desk.waitsForKeyring(id); });
    return ids;
}

QString EnvironmentsPage::stateOf(const QUuid &id) const
{
    if (m_drafts.isChanged(id) && !m_desk.waitsForKeyring(id))
        return tr("not saved");
    const QString state = m_desk.stateOf(id);
    return state.isEmpty() ? tr("not opened") : state;
}

void EnvironmentsPage::choose(const QUuid &id)
{
    if (id == m_chosen)
        return;
    endTest();
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
    const EnvironmentProfile *origin = m_drafts.saved(m_drafts.originOf(m_chosen));
    m_form->setProfile(draft.profile, draft.password,
                       origin && origin->secret.kind == SecretSource::Kind::Keychain, draft.kindFollows);
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
    const bool staysAlone = !m_drafts.saved(m_desk.shown());
    m_ui->staysText->setVisible(staysAlone);
    m_ui->switchButton->setVisible(!isChanged && !staysAlone && m_chosen != m_desk.shown());
    m_ui->switchButton->setText(tr("Switch to %1").arg(environmentName(draft.profile)));
    m_ui->testButton->setVisible(!isPrivate);
    m_ui->testButton->setEnabled(!draft.profile.host.isEmpty() || !draft.profile.database.isEmpty());
    m_ui->testButton->setText(m_panel->isRunning() || m_findsTestPassword ? tr("Cancel") : tr("Test"));
    const bool waits = !waitingForKeyring().isEmpty();
    m_ui->keyringText->setVisible(waits);
    m_ui->keyringCancel->setVisible(waits);
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
    m_notImported.reset();
    m_ui->problem->showProblem(error);
    m_ui->forThisRun->setVisible(isOfKeyring);
}

void EnvironmentsPage::hideProblem()
{
    m_notImported.reset();
    m_ui->problem->hide();
    m_ui->forThisRun->hide();
}

// ---------------------------------------------------------------------------------------------------------------
// What is changed

void EnvironmentsPage::keepDraft()
{
    m_followsTest = false;
    m_drafts.keep(m_chosen, {m_form->profile(), m_form->password(), m_form->kindFollows()});
    hideProblem();
    showCards();
}

void EnvironmentsPage::addDraft(const EnvironmentProfile &profile, const QUuid &origin)
{
    m_drafts.add(profile, origin);
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
    if (!isCopyOfPassword(draft))
        return save(draft);
    // Of a duplicate, whose password nobody has to know: from where it was found so far.
    m_desk.findPassword(passwordProfile(draft), [this, draft](const base::Result<QString> &password) {
        if (!password)
            return onSaved(draft.profile.id, draft, password.error());
        Draft filled = draft;
        filled.password = *password;
        save(filled);
    });
}

void EnvironmentsPage::save(const Draft &draft)
{
    m_desk.save(draft.profile, draft.password.isEmpty() ? std::nullopt : std::optional(draft.password),
                [this, draft](const base::Result<void> &done) { onSaved(draft.profile.id, draft, done); });
}

bool EnvironmentsPage::isCopyOfPassword(const Draft &draft) const
{
    const EnvironmentProfile *origin = m_drafts.saved(m_drafts.originOf(draft.profile.id));
    return origin && origin->id != draft.profile.id && draft.password.isEmpty() &&
           draft.profile.secret.kind == SecretSource::Kind::Keychain &&
           origin->secret.kind == SecretSource::Kind::Keychain;
}

// A duplicate that is not saved yet has none of its own.
EnvironmentProfile EnvironmentsPage::passwordProfile(const Draft &draft) const
{
    EnvironmentProfile profile = draft.profile;
    profile.id = m_drafts.originOf(profile.id);
    if (const EnvironmentProfile *origin = m_drafts.saved(profile.id))
        profile.secret.entry = origin->secret.entry;
    return profile;
}

void EnvironmentsPage::onSaved(const QUuid &id, const Draft &draft, const base::Result<void> &done)
{
    m_busy = false;
    if (!done) {
        const bool isOfKeyring = !isAboutTheFile(done.error()) && !draft.password.isEmpty() &&
                                 draft.profile.secret.kind == SecretSource::Kind::Keychain;
        showProblem(done.error(), isOfKeyring);
        return showButtons();
    }
    m_drafts.settle(id, draft);
    hideProblem();
    showCards();
    if (id == m_chosen && !m_drafts.isChanged(id))
        showChosen();
}

void EnvironmentsPage::remove()
{
    m_desk.countUnsent(m_chosen, [this, id = m_chosen](const base::Result<qsizetype> &unsent) {
        if (id == m_chosen && isVisible())
            askToRemove(unsent ? *unsent : 0);
    });
}

void EnvironmentsPage::askToRemove(qsizetype unsent)
{
    QString more = tr("Its todos stay in its database; its password is removed from the keyring.");
    if (unsent > 0)
        more =
            tr("%Ln change(s) wait on this computer and have not reached its database; they would never get "
               "there.",
               nullptr, static_cast<int>(unsent)) +
            u' ' + more;
    ask(*this,
        {tr("Remove an environment"), tr("Remove “%1”?").arg(environmentName(chosen().profile)), more,
         tr("Remove")},
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

// Its password is copied when it is saved: nobody has to know it for that.
void EnvironmentsPage::duplicate()
{
    EnvironmentProfile copy = chosen().profile;
    copy.id = environments::newProfile({}, copy.kind).id;
    copy.secret.entry = {};
    copy.name = m_drafts.freeName(tr("%1 copy").arg(copy.name));
    addDraft(copy, m_drafts.originOf(m_chosen));
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
    const QUuid origin = m_drafts.originOf(m_chosen);
    const auto move =
        environments::passwordMove(m_drafts.saved(origin), draft.profile, !draft.password.isEmpty());
    if (!move)
        return then();
    ask(*this,
        {tr("Another server"), tr("Send the password of %1 to %2?").arg(move->from, move->to),
         tr("It is the one that this environment has had so far. If the new server has another one, cancel "
            "and type that."),
         tr("Send it")},
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
        return ask(*this, importQuestion(preview, m_desk.profiles()), [this, preview] { import(preview); });
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    error.sentence = previewText(preview);
    showProblem(error);
}

void EnvironmentsPage::import(const ImportPreview &preview)
{
    m_desk.import(preview, [this, preview](const base::Result<void> &done) {
        if (done)
            return;
        const bool isOfKeyring =
            !isAboutTheFile(done.error()) &&
            std::ranges::any_of(preview.environments, [](const environments::EnvironmentImport &environment) {
                return !environment.password.isEmpty() &&
                       environment.profile.secret.kind == SecretSource::Kind::Keychain;
            });
        showProblem(done.error(), isOfKeyring);
        if (isOfKeyring)
            m_notImported = std::make_unique<ImportPreview>(preview);
    });
}

// The passwords are kept without the keyring.
void EnvironmentsPage::importForThisRun()
{
    ImportPreview preview = *m_notImported;
    hideProblem();
    for (environments::EnvironmentImport &environment : preview.environments) {
        if (!environment.password.isEmpty() &&
            environment.profile.secret.kind == SecretSource::Kind::Keychain)
            environment.profile.secret = {SecretSource::Kind::ThisRun, {}};
    }
    import(preview);
}

// ---------------------------------------------------------------------------------------------------------------
// The test

void EnvironmentsPage::test()
{
    if (m_panel->isRunning() || m_findsTestPassword)
        return endTest();
    hideProblem();
    const Draft draft = chosen();
    if (const auto problem = environments::problemOf(draft.profile))
        return showProblem(*problem);
    if (!draft.password.isEmpty())
        return startTest(draft, draft.password);
    askBeforeNewServer([this, draft] { findTestPassword(draft); });
}

// What is typed meanwhile may name another server, for which the password is not.
void EnvironmentsPage::findTestPassword(const Draft &draft)
{
    m_findsTestPassword = true;
    showButtons();
    m_desk.findPassword(passwordProfile(draft),
                        [this, draft, number = ++m_testNumber](const base::Result<QString> &password) {
                            if (!m_findsTestPassword || number != m_testNumber)
                                return;
                            m_findsTestPassword = false;
                            showButtons();
                            if (draft.profile.id != m_chosen || !isVisible())
                                return;
                            if (password)
                                return startTest(draft, *password);
                            m_followsTest = true;
                            m_panel->fail(password.error());
                        });
}

void EnvironmentsPage::startTest(const Draft &draft, const QString &password)
{
    m_followsTest = true;
    m_panel->start(environments::connectionSettings(draft.profile, password));
    showButtons();
}

void EnvironmentsPage::endTest()
{
    m_panel->cancel();
    if (std::exchange(m_findsTestPassword, false))
        showButtons();
}

} // namespace tusk::gui
