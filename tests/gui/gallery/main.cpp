// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// Shows every control and every icon in each appearance, and saves pictures of them to look at:
//     tusk-gallery FOLDER
// Run with QT_SCALE_FACTOR=2 for the other scale.

#include "gui/gallery/controlspage.h"
#include "gui/gallery/iconspage.h"
#include "gui/theme/icons.h"
#include "gui/theme/themekeeper.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tusk::gui;
using namespace tusk::tests;

namespace
{

class Pictures
{
public:
    Pictures(QString folder, QString appearance)
        : m_folder(std::move(folder))
        , m_appearance(std::move(appearance))
    {
    }

    void save(QWidget &widget, const QString &name) const
    {
        widget.show();
        QTest::qWait(50);
        // What is see-through stands on something in the picture.
        QPixmap picture(widget.size() * widget.devicePixelRatioF());
        picture.setDevicePixelRatio(widget.devicePixelRatioF());
        picture.fill(QApplication::palette().color(QPalette::Window));
        widget.render(&picture);
        const QString scale = QString::number(widget.devicePixelRatioF());
        picture.save(m_folder + u'/' + name + u'-' + m_appearance + u'-' + scale + ".png"_L1);
    }

private:
    QString m_folder;
    QString m_appearance;
};

void saveMenu(const Pictures &pictures)
{
    QMenu menu;
    menu.addAction(themedIcon(Icon::Completed), u"Complete"_s)->setShortcut(Qt::Key_Space);
    menu.addAction(themedIcon(Icon::Edit), u"Edit title"_s)->setShortcut(Qt::Key_F2);
    menu.addMenu(u"Move to"_s)->addAction(u"Home"_s);
    menu.addSeparator();
    QAction *sort = menu.addAction(u"Sort by date"_s);
    sort->setCheckable(true);
    sort->setChecked(true);
    menu.addAction(themedIcon(Icon::Trash), u"Delete"_s)->setShortcut(Qt::Key_Delete);
    menu.addAction(u"Not now"_s)->setEnabled(false);
    menu.popup({400, 300});
    menu.setActiveAction(menu.actions().at(1));
    pictures.save(menu, u"menu"_s);
}

void saveDialogs(const Pictures &pictures)
{
    QMessageBox box(QMessageBox::Warning, u"Delete"_s, u"Delete 3 todos for good?"_s,
                    QMessageBox::Cancel | QMessageBox::Ok);
    box.setInformativeText(u"They are in the Trash now. After this nobody can bring them back."_s);
    pictures.save(box, u"message"_s);
    QCalendarWidget calendar;
    calendar.setSelectedDate(QDate(2026, 11, 20));
    pictures.save(calendar, u"calendar"_s);
}

void saveAll(const Pictures &pictures)
{
    ControlsPage controls;
    controls.resize(1040, 720);
    controls.show();
    QTest::qWait(50);
    controls.findChild<QLineEdit *>(u"filledField"_s)->setFocus(Qt::TabFocusReason);
    auto *list = controls.findChild<QListWidget *>(u"list"_s);
    QTest::mouseMove(list->viewport(), list->visualItemRect(list->item(3)).center());
    pictures.save(controls, u"controls"_s);
    controls.findChild<QPushButton *>(u"plainButton"_s)->setFocus(Qt::TabFocusReason);
    pictures.save(controls, u"controls-button"_s);
    auto *combo = controls.findChild<QComboBox *>(u"combo"_s);
    combo->showPopup();
    pictures.save(*combo->view()->window(), u"combo"_s);
    combo->hidePopup();
    IconsPage icons;
    pictures.save(icons, u"icons"_s);
    saveMenu(pictures);
    saveDialogs(pictures);
}

} // namespace

int main(int count, char **words)
{
    QApplication application(count, words);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2) {
        std::fputs("tusk-gallery FOLDER\n", stderr);
        return 2;
    }
    ThemeKeeper keeper;
    using Colors = AppearanceChoice::Colors;
    const auto show = [&](Colors choice, Scheme desktop, const QString &name) {
        keeper.setDesktop({desktop, false, {}, true});
        keeper.setChoice({choice, AppearanceChoice::Motion::System});
        saveAll(Pictures(arguments.at(1), name));
    };
    show(Colors::Light, Scheme::Light, u"light"_s);
    show(Colors::Dark, Scheme::Light, u"dark"_s);
    show(Colors::HighContrast, Scheme::Light, u"contrast"_s);
    show(Colors::HighContrast, Scheme::Dark, u"contrast-dark"_s);
    return 0;
}
