// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/environments/environmentform.h"

#include "environments/connectionstring.h"
#include "environments/neonhost.h"
#include "environments/profilerules.h"
#include "environments/profilewords.h"
#include "environments/typedhost.h"
#include "gui/environments/environmentlook.h"
#include "gui/theme/colors.h"
#include "gui/theme/doticon.h"
#include "gui/theme/theme.h"
#include "ui_environmentform.h"

#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QScopedValueRollback>

#include <algorithm>
#include <array>

namespace tusk::gui
{

using namespace Qt::StringLiterals;
using environments::ChannelBinding;
using environments::EnvironmentKind;
using environments::EnvironmentProfile;
using environments::PoolSettings;
using environments::SecretSource;
using environments::TlsMode;
using std::chrono::duration_cast;
using std::chrono::seconds;

namespace
{

constexpr int narrowestField = 68;        // pixels: two digits and their unit
constexpr auto hiddenPassword = "***"_L1; // as a connection string is shown

template <class T>
void choose(QComboBox &box, T value)
{
    box.setCurrentIndex(box.findData(static_cast<int>(value)));
}

template <class T>
T chosen(const QComboBox &box)
{
    return static_cast<T>(box.currentData().toInt());
}

int inSeconds(std::chrono::milliseconds time)
{
    return static_cast<int>(duration_cast<seconds>(time).count());
}

// What was not touched stays as exact as it was.
template <class Time>
void setSeconds(Time &time, const QSpinBox &box)
{
    if (inSeconds(time) != box.value())
        time = seconds(box.value());
}

} // namespace

EnvironmentForm::EnvironmentForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EnvironmentForm>())
{
    m_ui->setupUi(this);
    const TypeScale &type = Theme::of(this).type();
    m_ui->connectionString->setFont(type.code);
    m_ui->connectionHint->setFont(type.small);
    m_ui->connectionHint->setForegroundRole(roles::secondary);
    for (QLabel *label : findChildren<QLabel *>()) {
        if (label->buddy())
            label->setForegroundRole(roles::secondary);
    }
    // Their sizes say how long a number may be; in a small window two of them stand side by side all the
    // same.
    for (QSpinBox *number : m_ui->more->findChildren<QSpinBox *>())
        number->setMinimumWidth(narrowestField);
    m_ui->channelBinding->setMinimumWidth(narrowestField);
    m_ui->more->hide();
    fillChoices();
    connectFields();
    alignColumns();
}

EnvironmentForm::~EnvironmentForm() = default;

// The fields stand below each other across the parts of the form.
void EnvironmentForm::alignColumns()
{
    for (const int column : {0, 2}) {
        int widest = 0;
        for (QGridLayout *grid : {m_ui->lookRow, m_ui->fields}) {
            for (int row = 0; row < grid->rowCount(); ++row) {
                if (const QLayoutItem *label = grid->itemAtPosition(row, column))
                    widest = std::max(widest, label->sizeHint().width());
            }
        }
        for (QGridLayout *grid : {m_ui->lookRow, m_ui->fields})
            grid->setColumnMinimumWidth(column, widest);
    }
}

void EnvironmentForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        alignColumns();
}

// A wheel that scrolls the form goes over fields that nobody means.
bool EnvironmentForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

void EnvironmentForm::fillChoices()
{
    const auto add = [](QComboBox &box, auto value, const QString &text) {
        box.addItem(text, static_cast<int>(value));
    };
    add(*m_ui->kind, EnvironmentKind::Local, tr("Local"));
    add(*m_ui->kind, EnvironmentKind::Development, tr("Development"));
    add(*m_ui->kind, EnvironmentKind::Staging, tr("Staging"));
    add(*m_ui->kind, EnvironmentKind::Production, tr("Production"));
    add(*m_ui->tls, TlsMode::VerifyFull, tr("Verify server and name"));
    add(*m_ui->tls, TlsMode::VerifyCa, tr("Verify the server"));
    add(*m_ui->tls, TlsMode::Require, tr("Always"));
    add(*m_ui->tls, TlsMode::Prefer, tr("Where possible"));
    add(*m_ui->tls, TlsMode::Allow, tr("Where the server insists"));
    add(*m_ui->tls, TlsMode::Disable, tr("Never"));
    add(*m_ui->channelBinding, ChannelBinding::Prefer, tr("Where possible"));
    add(*m_ui->channelBinding, ChannelBinding::Require, tr("Always"));
    add(*m_ui->channelBinding, ChannelBinding::Disable, tr("Never"));
    add(*m_ui->secretSource, SecretSource::Kind::Keychain, tr("In the keyring"));
    add(*m_ui->secretSource, SecretSource::Kind::ThisRun, tr("For this run only"));
    add(*m_ui->secretSource, SecretSource::Kind::Variable, tr("In an environment variable"));
    add(*m_ui->secretSource, SecretSource::Kind::LibpqFiles, tr("In the files of libpq"));
    add(*m_ui->secretSource, SecretSource::Kind::None, tr("No password"));
}

// The first stands for the colour of the kind; one that is none of ours comes last.
void EnvironmentForm::fillColours(EnvironmentKind kind, const QString &colour)
{
    const Theme theme = Theme::of(this);
    QComboBox &box = *m_ui->colour;
    box.clear();
    box.addItem(dotIcon(theme.listColor(environmentColor(kind))), tr("As its kind"), QString());
    int number = 0;
    for (const QColor &color : listColors())
        box.addItem(dotIcon(theme.listColor(color.name())), tr("Colour %1").arg(++number), color.name());
    if (!colour.isEmpty() && box.findData(colour) < 0)
        box.addItem(dotIcon(theme.listColor(colour)), colour, colour);
    box.setCurrentIndex(std::max(0, box.findData(colour)));
}

// What follows from a field comes before edited(), which tells all that is in them.
void EnvironmentForm::connectFields()
{
    connectFollowers();
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        if (edit != m_ui->connectionString && !qobject_cast<QSpinBox *>(edit->parentWidget()))
            connect(edit, &QLineEdit::textEdited, this, &EnvironmentForm::onEdited);
    }
    const auto keepFromWheel = [this](QWidget &field) {
        field.setFocusPolicy(Qt::StrongFocus);
        field.installEventFilter(this);
    };
    for (QComboBox *box : findChildren<QComboBox *>()) {
        connect(box, &QComboBox::activated, this, &EnvironmentForm::onEdited);
        keepFromWheel(*box);
    }
    for (QSpinBox *box : findChildren<QSpinBox *>()) {
        connect(box, &QSpinBox::valueChanged, this, &EnvironmentForm::onEdited);
        keepFromWheel(*box);
    }
    for (QCheckBox *box : findChildren<QCheckBox *>())
        connect(box, &QCheckBox::toggled, this, &EnvironmentForm::onEdited);
    connect(m_ui->moreButton, &QPushButton::toggled, m_ui->more, &QWidget::setVisible);
    connect(m_ui->secretSource, &QComboBox::currentIndexChanged, this, &EnvironmentForm::showSource);
    connect(m_ui->connectionString, &QLineEdit::textEdited, this, &EnvironmentForm::readConnectionString);
    connect(m_ui->connectionString, &QLineEdit::editingFinished, this,
            &EnvironmentForm::showConnectionString);
    connect(m_ui->rootCertificateButton, &QPushButton::clicked, this, [this] {
        const QString file = m_ui->rootCertificate->text();
        Q_EMIT certificateWanted(file.isEmpty() ? QString() : QFileInfo(file).path());
    });
}

void EnvironmentForm::connectFollowers()
{
    connect(m_ui->name, &QLineEdit::textEdited, this, &EnvironmentForm::followName);
    connect(m_ui->kind, &QComboBox::activated, this, [this] {
        m_kindFollows = false;
        const auto kind = chosen<EnvironmentKind>(*m_ui->kind);
        fillColours(kind, m_ui->colour->currentData().toString());
        if (kind == EnvironmentKind::Production)
            m_ui->confirmDestructive->setChecked(true);
    });
    connect(m_ui->confirmDestructive, &QCheckBox::clicked, this, [this] { m_asksByName = false; });
    connect(m_ui->host, &QLineEdit::textEdited, this, &EnvironmentForm::deriveDirectHost);
    connect(m_ui->host, &QLineEdit::editingFinished, this, [this] { takeApart(*m_ui->host, *m_ui->port); });
    connect(m_ui->directHost, &QLineEdit::editingFinished, this,
            [this] { takeApart(*m_ui->directHost, *m_ui->directPort); });
    // Checking needs to know whom to trust.
    connect(m_ui->tls, &QComboBox::activated, this, [this] {
        if (chosen<TlsMode>(*m_ui->tls) >= TlsMode::VerifyCa && m_ui->rootCertificate->text().isEmpty())
            m_ui->rootCertificate->setText(environments::systemRootCertificates());
    });
}

void EnvironmentForm::followName(const QString &name)
{
    const EnvironmentKind kind = environments::guessedKind(name);
    if (!m_kindFollows || kind == chosen<EnvironmentKind>(*m_ui->kind))
        return;
    choose(*m_ui->kind, kind);
    fillColours(kind, m_ui->colour->currentData().toString());
    // "Products" is "Prod" for a moment; what the user has ticked stays ticked.
    const bool isProduction = kind == EnvironmentKind::Production;
    const bool asked = m_ui->confirmDestructive->isChecked();
    if (isProduction || m_asksByName)
        m_ui->confirmDestructive->setChecked(isProduction);
    m_asksByName = isProduction && !asked;
}

void EnvironmentForm::deriveDirectHost(const QString &host)
{
    const QString direct = environments::directNeonHost(host);
    if (!direct.isEmpty() || environments::isNeonHost(m_ui->directHost->text()))
        m_ui->directHost->setText(direct);
}

// A port has a field of its own.
void EnvironmentForm::takeApart(QLineEdit &host, QSpinBox &port)
{
    const environments::TypedHost typed = environments::typedHost(host.text());
    if (typed.host == host.text().trimmed())
        return;
    host.setText(typed.host);
    if (typed.port != 0)
        port.setValue(typed.port);
    Q_EMIT host.textEdited(typed.host); // as if it had been typed like that
}

void EnvironmentForm::onEdited()
{
    if (m_showing)
        return;
    m_warnings.clear();
    showConnectionString();
    Q_EMIT edited();
}

// While it is typed, whatever can be understood of it goes into the fields; the string itself is left alone.
void EnvironmentForm::readConnectionString(const QString &text)
{
    const auto parsed = environments::parseConnectionString(text, tr("The connection string"));
    if (!parsed) {
        m_warnings.clear();
        showHint(text.trimmed().isEmpty() ? QString() : parsed.error().sentence);
        return;
    }
    EnvironmentProfile filled = profile();
    environments::applyAddress(filled, parsed->address);
    const QString &typed = parsed->address.password;
    if (typed.isEmpty() && m_ui->password->text() == m_pastedPassword)
        m_ui->password->clear(); // that of the string before, perhaps for another server
    if (!typed.isEmpty() && !environments::hidesPassword(parsed->address)) {
        m_pastedPassword = typed;
        m_ui->password->setText(typed);
        if (filled.secret.kind == SecretSource::Kind::None)
            filled.secret.kind = SecretSource::Kind::Keychain;
    }
    showFields(filled);
    m_warnings.clear();
    for (const environments::AddressWarning &warning : parsed->warnings)
        m_warnings.append(warning.sentence());
    showHint();
    Q_EMIT edited();
}

// Without the password that may have been in it.
void EnvironmentForm::showConnectionString()
{
    const EnvironmentProfile shown = profile();
    if (shown.host.isEmpty() && shown.database.isEmpty())
        m_ui->connectionString->clear();
    else
        m_ui->connectionString->setText(environments::uriOf(
            environments::addressOf(shown, shown.secret.kind == SecretSource::Kind::None ? QString()
                                                                                         : hiddenPassword),
            environments::Password::Masked));
    m_ui->connectionString->setCursorPosition(0);
    showHint();
}

void EnvironmentForm::showHint(const QString &problem)
{
    QStringList sentences = m_warnings;
    if (!problem.isEmpty())
        sentences.append(problem);
    if (m_ui->password->text().endsWith(u'\n'))
        sentences.append(tr("The password ends with a line break."));
    const bool isWarning = !sentences.isEmpty();
    const QString host = m_ui->host->text();
    const QString direct = environments::directNeonHost(host);
    if (!direct.isEmpty())
        sentences.append(
            tr("Neon, through its pooler. Changes of the tables and live changes go past it, to %1.")
                .arg(direct));
    else if (environments::isNeonHost(host))
        sentences.append(tr("Neon, straight to the database."));
    m_ui->connectionHint->setText(sentences.join(u' '));
    m_ui->connectionHint->setForegroundRole(isWarning ? roles::red : roles::secondary);
    m_ui->connectionHint->setVisible(!sentences.isEmpty());
}

void EnvironmentForm::showSource()
{
    const auto source = chosen<SecretSource::Kind>(*m_ui->secretSource);
    const bool isTyped = source == SecretSource::Kind::Keychain || source == SecretSource::Kind::ThisRun;
    m_ui->password->setEnabled(isTyped);
    m_ui->password->setPlaceholderText(
        source == SecretSource::Kind::Keychain && m_hasKept ? tr("As it is in the keyring") : QString());
    m_ui->sourceNameLabel->setText(source == SecretSource::Kind::Variable ? tr("Name of the &variable")
                                                                          : tr("Service, if there is &one"));
    m_ui->sourceRow->setVisible(source == SecretSource::Kind::Variable ||
                                source == SecretSource::Kind::LibpqFiles);
}

void EnvironmentForm::setProfile(const EnvironmentProfile &profile, const QString &password, bool hasKept,
                                 bool kindFollows)
{
    m_base = profile;
    m_hasKept = hasKept;
    m_kindFollows = kindFollows;
    m_asksByName = false;
    m_warnings.clear();
    m_pastedPassword.clear();
    m_ui->password->setText(password);
    m_ui->address->setVisible(!profile.isPrivateServer());
    showFields(profile);
    showConnectionString();
}

void EnvironmentForm::showFields(const EnvironmentProfile &profile)
{
    const QScopedValueRollback showing(m_showing, true);
    m_ui->name->setText(environmentName(profile));
    choose(*m_ui->kind, profile.kind);
    fillColours(profile.kind, profile.colour);
    m_ui->confirmDestructive->setChecked(profile.confirmDestructive);
    m_ui->host->setText(profile.host);
    m_ui->host->setCursorPosition(0);
    m_ui->port->setValue(profile.port);
    m_ui->database->setText(profile.database);
    m_ui->user->setText(profile.user);
    choose(*m_ui->tls, profile.tls);
    choose(*m_ui->secretSource, profile.secret.kind);
    m_ui->sourceName->setText(profile.secret.name);
    m_ui->rootCertificate->setText(profile.rootCertificate);
    choose(*m_ui->channelBinding, profile.channelBinding);
    m_ui->directHost->setText(profile.directHost);
    m_ui->directHost->setCursorPosition(0);
    m_ui->directPort->setValue(profile.directPort);
    m_ui->applicationName->setText(profile.applicationName);
    m_ui->listen->setChecked(profile.listen);
    m_ui->readOnly->setChecked(profile.readOnly);
    showTimes(profile.pool);
    showSource();
}

void EnvironmentForm::showTimes(const PoolSettings &pool)
{
    m_ui->poolSize->setValue(pool.size);
    m_ui->minimumIdle->setValue(pool.minimumIdle);
    m_ui->connectTimeout->setValue(inSeconds(pool.connectTimeout));
    m_ui->acquireTimeout->setValue(inSeconds(pool.acquireTimeout));
    m_ui->statementTimeout->setValue(inSeconds(pool.statementTimeout));
    m_ui->recycleAge->setValue(inSeconds(pool.recycleAge));
    m_ui->keepAliveIdle->setValue(inSeconds(pool.keepAliveIdle));
    m_ui->keepAliveInterval->setValue(inSeconds(pool.keepAliveInterval));
    m_ui->keepAliveCount->setValue(pool.keepAliveCount);
    m_ui->prePing->setChecked(pool.prePing);
}

EnvironmentProfile EnvironmentForm::profile() const
{
    EnvironmentProfile profile = m_base;
    const QString name = m_ui->name->text().trimmed();
    if (name != environmentName(m_base))
        profile.name = name;
    profile.colour = m_ui->colour->currentData().toString();
    profile.confirmDestructive = m_ui->confirmDestructive->isChecked();
    if (profile.isPrivateServer())
        return profile;
    profile.kind = chosen<EnvironmentKind>(*m_ui->kind);
    profile.host = m_ui->host->text().trimmed();
    profile.port = m_ui->port->value();
    profile.database = m_ui->database->text().trimmed();
    profile.user = m_ui->user->text().trimmed();
    profile.tls = chosen<TlsMode>(*m_ui->tls);
    profile.secret.kind = chosen<SecretSource::Kind>(*m_ui->secretSource);
    profile.secret.name = m_ui->sourceRow->isHidden() ? QString() : m_ui->sourceName->text().trimmed();
    profile.rootCertificate = m_ui->rootCertificate->text().trimmed();
    profile.channelBinding = chosen<ChannelBinding>(*m_ui->channelBinding);
    profile.directHost = m_ui->directHost->text().trimmed();
    profile.directPort = m_ui->directPort->value();
    profile.applicationName = m_ui->applicationName->text().trimmed();
    profile.listen = m_ui->listen->isChecked();
    profile.readOnly = m_ui->readOnly->isChecked();
    profile.pool = pool();
    return profile;
}

PoolSettings EnvironmentForm::pool() const
{
    PoolSettings pool = m_base.pool;
    pool.size = m_ui->poolSize->value();
    pool.minimumIdle = m_ui->minimumIdle->value();
    setSeconds(pool.connectTimeout, *m_ui->connectTimeout);
    setSeconds(pool.acquireTimeout, *m_ui->acquireTimeout);
    setSeconds(pool.statementTimeout, *m_ui->statementTimeout);
    setSeconds(pool.recycleAge, *m_ui->recycleAge);
    setSeconds(pool.keepAliveIdle, *m_ui->keepAliveIdle);
    setSeconds(pool.keepAliveInterval, *m_ui->keepAliveInterval);
    pool.keepAliveCount = m_ui->keepAliveCount->value();
    pool.prePing = m_ui->prePing->isChecked();
    return pool;
}

QString EnvironmentForm::password() const
{
    return m_ui->password->isEnabled() ? m_ui->password->text() : QString();
}

void EnvironmentForm::focusName()
{
    m_ui->name->setFocus(Qt::OtherFocusReason);
    m_ui->name->selectAll();
}

void EnvironmentForm::setCertificate(const QString &file)
{
    m_ui->rootCertificate->setText(file);
    onEdited();
}

void EnvironmentForm::chooseSource(SecretSource::Kind source)
{
    choose(*m_ui->secretSource, source);
    onEdited();
}

} // namespace tusk::gui
