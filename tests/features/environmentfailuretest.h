// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/testcertificates.h"
#include "features/environmentsettingstest.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/sidebar/environmentbutton.h"
#include "support/proxy.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>

#include <memory>

namespace tusk::tests
{

// Base of the tests of what is read when a database fails: at the foot of the sidebar, in the message and
// behind its button. “Shop” is the database of “Home”, on a server with encryption, with the marker as its
// password, which comes from a variable.
class EnvironmentFailureTest : public EnvironmentSettingsTest
{
    Q_OBJECT

protected:
    inline static const QByteArray variable = "TUSK_TEST_SHOP_PASSWORD";

    [[nodiscard]] TestCertificates &certificates() { return m_certificates; }
    [[nodiscard]] Proxy &network() { return *m_network; } // after startNetwork()

    [[nodiscard]] gui::EnvironmentButton *footButton()
    {
        return page() ? page()->findChild<gui::EnvironmentButton *>(QStringLiteral("environment")) : nullptr;
    }
    [[nodiscard]] QString foot()
    {
        const gui::EnvironmentButton *button = footButton();
        return button ? button->accessibleName() : QString();
    }
    // What is read where the mouse rests on it.
    [[nodiscard]] QString footTip()
    {
        const gui::EnvironmentButton *button = footButton();
        return button ? button->toolTip() : QString();
    }
    [[nodiscard]] QString message()
    {
        const auto *sentence =
            page() ? page()->findChild<QLabel *>(QStringLiteral("messageSentence")) : nullptr;
        return sentence && sentence->isVisible() ? sentence->text() : QString();
    }
    // The technical text, as it is read.
    [[nodiscard]] QString detail()
    {
        auto *button = page()->findChild<QPushButton *>(QStringLiteral("messageDetails"));
        if (!button->isVisible())
            return {};
        button->click();
        auto *box = window().findChild<QMessageBox *>();
        const QString text = box ? box->informativeText() : QString();
        delete box;
        return text;
    }

    // What is wrong, as the menu at the foot tells whoever has no mouse: the sentence and the technical text;
    // empty where it offers nothing of the kind.
    [[nodiscard]] QStringList reasonInMenu()
    {
        footButton()->setFocus();
        hands::press(QStringLiteral("Space"));
        const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        const auto isChosen = [menu] {
            return menu->activeAction() && menu->activeAction()->text() == QStringLiteral("What is wrong…");
        };
        for (qsizetype i = 0; menu && i < menu->actions().size() && !isChosen(); ++i)
            hands::press(QStringLiteral("Down"));
        const bool isOffered = menu && isChosen();
        hands::press(isOffered ? QStringLiteral("Return") : QStringLiteral("Escape"));
        auto *box = window().findChild<QMessageBox *>();
        const QStringList texts = box ? QStringList{box->text(), box->informativeText()} : QStringList();
        delete box;
        return texts;
    }

    [[nodiscard]] environments::EnvironmentProfile shop() const
    {
        environments::EnvironmentProfile profile =
            profileFor(QStringLiteral("Shop"), environments::EnvironmentKind::Staging, homeDatabase());
        profile.secret = {environments::SecretSource::Kind::Variable, QString::fromLatin1(variable)};
        return profile;
    }
    void openShop(const environments::EnvironmentProfile &profile)
    {
        change([&profile](environments::ProfileList &list) { return list.add(profile); });
        session().raise({}, profile.id);
        QTRY_COMPARE_WITH_TIMEOUT(title(), QStringLiteral("Shop – Tusk"), patience);
    }
    void openShopAndWait(const environments::EnvironmentProfile &profile)
    {
        openShop(profile);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), QStringLiteral("Shop, connected"), patience);
    }
    // On the way to the database, which can be cut, frozen and mended.
    void startNetwork(environments::EnvironmentProfile &profile)
    {
        m_network = std::make_unique<Proxy>(homeDatabase());
        profile.port = m_network->settings().port;
    }
    // In the database, before the window reads it or while it is open.
    void addElsewhere(const QStringList &todos)
    {
        for (const QString &todo : todos)
            server().psql(QStringLiteral("INSERT INTO tusk.todo (title) VALUES ('%1')").arg(todo),
                          homeDatabase().database);
    }
    // Types another title in the row of a todo.
    void rename(const QString &todo, const QString &newTitle)
    {
        gui::TodoListView &view = page()->todos().view();
        view.setFocus();
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            const QModelIndex index = view.model()->index(row, models::TodoTableModel::Title);
            if (index.data().toString() == todo)
                view.selectOnly(index);
        }
        QCOMPARE(page()->todos().selectedTodos().size(), 1);
        hands::press(QStringLiteral("F2"));
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        hands::press(QStringLiteral("Ctrl+A"));
        hands::type(newTitle);
        hands::press(QStringLiteral("Return"));
    }

    [[nodiscard]] TestServerOptions serverOptions() const override
    {
        return const_cast<TestCertificates &>(m_certificates).serverWith(TestCertificates::Kind::Right);
    }
    void prepare() override
    {
        m_network.reset();
        EnvironmentSettingsTest::prepare();
        qputenv(variable.constData(), marker.toUtf8());
    }

private:
    TestCertificates m_certificates;
    std::unique_ptr<Proxy> m_network;
};

} // namespace tusk::tests
