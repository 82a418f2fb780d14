// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "features/environmentstest.h"
#include "features/hands.h"
#include "gui/actions/actionregistry.h"
#include "gui/filechooser.h"
#include "gui/settings/environments/environmentspage.h"
#include "support/markersearch.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>

#include <memory>

namespace tusk::tests
{

// Base of the tests of those who set environments up in the settings: what they see, type and click there.
// The password of the role tusk is a marker, of which no part may be seen anywhere.
class EnvironmentSettingsTest : public EnvironmentsTest
{
    Q_OBJECT

protected:
    inline static const QString marker = QStringLiteral("Wal/rus@Tusk47");

    void openPage()
    {
        window().actions().action(gui::ActionId::ManageEnvironments).trigger();
        QTRY_VERIFY(window().findChild<gui::EnvironmentsPage *>()->isVisible());
    }
    template <class Widget>
    [[nodiscard]] Widget &the(const QString &name)
    {
        auto *found = window().findChild<gui::EnvironmentsPage *>()->findChild<Widget *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return *found;
    }
    void click(const QString &button) { the<QAbstractButton>(button).click(); }
    void type(const QString &field, const QString &text)
    {
        auto &edit = the<QLineEdit>(field);
        edit.setFocus();
        edit.selectAll();
        QGuiApplication::clipboard()->setText(text);
        hands::press(QStringLiteral("Ctrl+V"));
        hands::press(QStringLiteral("Tab"));
    }
    void chooseSource(environments::SecretSource::Kind kind)
    {
        auto &box = the<QComboBox>(QStringLiteral("secretSource"));
        box.setCurrentIndex(box.findData(static_cast<int>(kind)));
        Q_EMIT box.activated(box.currentIndex());
    }
    void chooseCard(const QString &name)
    {
        auto &cards = the<QListView>(QStringLiteral("cards"));
        for (int row = 0; row < cards.model()->rowCount(); ++row) {
            const QModelIndex index = cards.model()->index(row, 0);
            if (index.data().toString() == name)
                return cards.setCurrentIndex(index);
        }
        qFatal("no card %s", qPrintable(name));
    }
    [[nodiscard]] QStringList cards()
    {
        QStringList names;
        const auto *model = the<QListView>(QStringLiteral("cards")).model();
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(model->index(row, 0).data().toString());
        return names;
    }
    [[nodiscard]] static QStringList storedNames()
    {
        QStringList names;
        const environments::ProfileList list = profiles();
        for (const environments::EnvironmentProfile &profile : list.profiles())
            names.append(profile.name);
        return names;
    }
    // Everything that can be read in the window.
    [[nodiscard]] QString seen()
    {
        QStringList texts{title()};
        for (const QLabel *label : window().findChildren<QLabel *>())
            texts.append(label->text() + label->toolTip() + label->accessibleName());
        for (const QLineEdit *edit : window().findChildren<QLineEdit *>())
            texts.append(edit->displayText() + edit->toolTip());
        for (const QAbstractButton *button : window().findChildren<QAbstractButton *>())
            texts.append(button->text() + button->toolTip());
        return texts.join(u'\n');
    }
    // Whoever is asked for files next names this one.
    void answerWithFile(const QString &path)
    {
        class Answer final : public gui::FileChooser
        {
        public:
            explicit Answer(QString path)
                : m_path(std::move(path))
            {
            }
            void choose(QWidget &, const Wish &, const Chosen &chosen) override { chosen({m_path}); }
            void chooseNew(QWidget &, const NewFile &, const Chosen &) override {}

        private:
            const QString m_path;
        };
        window().findChild<gui::EnvironmentsPage *>()->setFileChooser(std::make_unique<Answer>(path));
    }
    [[nodiscard]] QString testSummary() { return the<QLabel>(QStringLiteral("testSummary")).text(); }
    [[nodiscard]] QMessageBox *question()
    {
        return window().findChild<QMessageBox *>(QStringLiteral("environmentQuestion"));
    }
    [[nodiscard]] QString shopUrl(const QString &password) const
    {
        return QStringLiteral("postgresql://tusk:%1@127.0.0.1:%2/%3?sslmode=prefer")
            .arg(QString::fromLatin1(password.toUtf8().toPercentEncoding()),
                 QString::number(homeDatabase().port), homeDatabase().database);
    }
    void addShop(const QString &password)
    {
        openPage();
        click(QStringLiteral("addButton"));
        type(QStringLiteral("name"), QStringLiteral("Shop"));
        type(QStringLiteral("connectionString"), shopUrl(password));
    }
    void expectNoMarker()
    {
        MarkerSearch search(marker);
        search.lookInFolder(homeFolder());
        search.lookInText(QStringLiteral("messages"), m_messages->text());
        search.lookInText(QStringLiteral("window"), seen());
        search.lookInText(QStringLiteral("log of the server"),
                          server().logLines(m_serverLogMark).join(u'\n'));
        search.lookInCommandLines();
        QVERIFY2(search.findings().isEmpty(), qPrintable(search.findings().join(u'\n')));
    }
    [[nodiscard]] qsizetype failedLogins(qint64 mark)
    {
        return server().logLines(mark).filter(QStringLiteral("password authentication failed")).size();
    }

    [[nodiscard]] TestServerOptions serverOptions() const override
    {
        TestServerOptions options;
        options.tcp = true;
        options.scram = true;
        return options;
    }
    void prepare() override
    {
        m_messages.reset();
        m_messages = std::make_unique<MessageRecord>();
        EnvironmentsTest::prepare();
        server().psql(
            QStringLiteral("ALTER ROLE tusk PASSWORD '%1'").arg(marker)); // after the tables are made
        m_serverLogMark = server().logMark();
    }
    [[nodiscard]] base::ConnectionSettings reachable(const base::ConnectionSettings &settings) override
    {
        return server().superuser(settings.database); // nobody asks for the password of that one
    }

private:
    std::unique_ptr<MessageRecord> m_messages;
    qint64 m_serverLogMark = 0;
};

} // namespace tusk::tests
