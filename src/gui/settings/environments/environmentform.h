// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/connectionaddress.h"
#include "environments/environmentprofile.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QSpinBox;

namespace tusk::gui
{

namespace Ui
{
class EnvironmentForm;
}

// The fields of one environment. What is typed as a connection string goes into the other fields, and what is
// in them makes the string; a password is shown in neither.
class EnvironmentForm final : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentForm(QWidget *parent = nullptr);
    ~EnvironmentForm() override;

    // password: what was typed before and is not saved yet; empty: none. hasKept: there may be one where the
    // profile says. kindFollows: its name, as that is typed, until a kind is chosen.
    void setProfile(const environments::EnvironmentProfile &profile, const QString &password, bool hasKept,
                    bool kindFollows);
    [[nodiscard]] environments::EnvironmentProfile profile() const;
    [[nodiscard]] QString password() const; // as it was typed here; empty: not at all
    [[nodiscard]] bool kindFollows() const { return m_kindFollows; }
    void focusName();
    void chooseSource(environments::SecretSource::Kind source);
    void setCertificate(const QString &file); // as if it had been typed

Q_SIGNALS:
    void edited();                                 // by the user
    void certificateWanted(const QString &folder); // a file of one, perhaps there

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; // of fields that a wheel changes

private:
    void fillChoices();
    void alignColumns();
    void fillColours(environments::EnvironmentKind kind, const QString &colour);
    void connectFields();
    void connectFollowers();
    void readConnectionString(const QString &text);
    void showConnectionString();
    void followName(const QString &name);
    void deriveDirectHost(const QString &host); // of a pooler that is known
    void takeApart(QLineEdit &host, QSpinBox &port);
    void showHint(const QString &problem = {});
    void showSource();
    void showFields(const environments::EnvironmentProfile &profile);
    void showTimes(const environments::PoolSettings &pool);
    [[nodiscard]] environments::PoolSettings pool() const;
    void onEdited();

    std::unique_ptr<Ui::EnvironmentForm> m_ui;
    environments::EnvironmentProfile m_base; // what has no field here
    QStringList m_warnings;                  // of the string that was typed last
    QString m_pastedPassword;                // with the string that was typed last
    bool m_hasKept = false;                  // a password
    bool m_kindFollows = false;              // the name
    bool m_asksByName = false;               // ticked because of the name
    bool m_showing = false;                  // the fields are filled by us, not by the user
};

} // namespace tusk::gui
