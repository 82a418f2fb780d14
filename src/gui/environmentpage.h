// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "domain/action.h"

#include <QPointer>
#include <QSet>
#include <QWidget>

#include <functional>
#include <optional>

class QSplitter;

namespace tusk::domain
{
struct Todo;
struct TodoFilter;
} // namespace tusk::domain
namespace tusk::models
{
class DatabaseLink;
}

namespace tusk::gui
{

class DetailsPane;
struct EnvironmentEntry;
class MessageStrip;
class RepeatNotice;
class SaveNotices;
class Sidebar;
class TodoListPage;

// One environment: its places, the todos of the chosen one, and what it has to say.
class EnvironmentPage final : public QWidget
{
    Q_OBJECT

public:
    // link must outlive the page.
    explicit EnvironmentPage(models::DatabaseLink &link, QWidget *parent = nullptr);
    ~EnvironmentPage() override;
    Q_DISABLE_COPY_MOVE(EnvironmentPage)

    [[nodiscard]] models::DatabaseLink &link() const { return m_link; }
    [[nodiscard]] Sidebar &sidebar() const { return *m_sidebar; }
    [[nodiscard]] TodoListPage &todos() const { return *m_todos; }
    [[nodiscard]] DetailsPane &details() const { return *m_details; }
    [[nodiscard]] MessageStrip &messages() const { return *m_messages; }

    void undo(); // an import only after a question, where the environment is one that asks
    void toggleDetails();
    DetailsPane &openDetails();              // where they are shown from now on, also in a narrow window
    [[nodiscard]] bool wantsDetails() const; // also where there is not room for them
    // What the user has set of it; may change while it is shown.
    void setEnvironment(const EnvironmentEntry &entry);
    void setOffersCopying(bool offers); // to another environment
    [[nodiscard]] const QString &environmentName() const { return m_name; }
    [[nodiscard]] bool isProduction() const { return m_isProduction; }
    [[nodiscard]] bool asksBeforeImporting() const { return m_asksBeforeImporting; }

    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectWorkspace();
    void showError(const base::Error &error);
    void offerUndo(const domain::Action &action);
    void offerUndoOf(const QString &sentence);
    void withdrawUndo();
    void offerTypedTitle(const domain::Todo &todo, const QString &typed);
    void showLinkState();
    void showFailure(const base::Error &error);
    void connectDetails();
    void showDetails(bool shown);
    // due: where the calendar begins; none: today.
    void offerNextDate(const QString &sentence, const std::optional<domain::When> &due,
                       const std::function<void(const domain::When &)> &repeatOn);

    models::DatabaseLink &m_link;
    QPointer<models::DatabaseLink> m_openLink; // null when it went before the page, at the end
    Sidebar *m_sidebar;
    TodoListPage *m_todos;
    DetailsPane *m_details;
    MessageStrip *m_messages;
    RepeatNotice *m_repeats;
    SaveNotices *m_notices = nullptr;
    QSplitter *m_splitter;
    std::optional<domain::ActionId> m_offered; // to be undone, in the strip
    QString m_offer;                           // what is said of it
    QString m_failure;                         // what is said of a connection that needs the user
    QSet<QString> m_saidOffline;               // why, since the last connection
    QString m_offline;                         // what was said of it last
    QString m_name;                            // of the environment, as it is now
    bool m_isProduction = false;
    bool m_asksBeforeImporting = false;
    QString m_asksAs;              // its name, where it asks before what is destructive
    bool m_detailsGaveWay = false; // there was not room for them
    bool m_laidOut = false;        // the parts have widths, given or restored
};

} // namespace tusk::gui
