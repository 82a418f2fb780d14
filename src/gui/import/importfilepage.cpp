// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/importfilepage.h"

#include "gui/filechooser.h"
#include "gui/import/choicebutton.h"
#include "gui/import/droparea.h"
#include "gui/import/pagetexts.h"
#include "ui_importfilepage.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace tusk::gui
{

namespace
{

constexpr qsizetype mostPlaces = 3; // as many as there is room for

// “~/Downloads · 12 January 2026 · 1.2 MB”.
QString describe(const importer::LikelyFile &file)
{
    const QLocale locale;
    QString folder = QFileInfo(file.path).absolutePath();
    if (const QString home = QDir::homePath(); folder == home || folder.startsWith(home + u'/'))
        folder = u'~' + folder.sliced(home.size());
    QStringList parts{folder, locale.toString(file.changed.date(), QLocale::LongFormat),
                      locale.formattedDataSize(file.size)};
    if (!file.program.isEmpty())
        parts.prepend(file.program);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ImportFilePage::ImportFilePage(ImportAssistant &assistant, FileChooser &chooser, QWidget *parent)
    : ImportPage(assistant, parent)
    , m_ui(std::make_unique<Ui::ImportFilePage>())
    , m_area(new DropArea(this))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("importFilePage"));
    m_ui->dropPlace->addWidget(m_area);
    makeHeadings({m_ui->placesTitle});
    connect(&m_area->button(), &QPushButton::clicked, this, [this, &chooser] {
        chooser.choose(
            *window(), {tr("Choose the file with your old todos"), {}, false, true},
            [this](const QStringList &files) { this->assistant().chooseFile(files.constFirst()); });
    });
    showPlaces();
}

ImportFilePage::~ImportFilePage() = default;

QWidget *ImportFilePage::firstFocus()
{
    return &m_area->button();
}

void ImportFilePage::refresh()
{
    setEnabled(assistant().work() != ImportAssistant::Work::Opening);
    if (m_shown == assistant().likelyFiles())
        return;
    m_shown = assistant().likelyFiles();
    showPlaces();
}

void ImportFilePage::showPlaces()
{
    clearLayout(*m_ui->places);
    for (const importer::LikelyFile &file : m_shown.first(std::min(m_shown.size(), mostPlaces))) {
        auto *button =
            new ChoiceButton(Icon::Database, QFileInfo(file.path).fileName(), describe(file), this);
        button->setObjectName(QStringLiteral("likelyFile"));
        connect(button, &ChoiceButton::clicked, this,
                [this, path = file.path] { assistant().chooseFile(path); });
        m_ui->places->addWidget(button);
    }
    m_ui->placesTitle->setVisible(!m_shown.isEmpty());
}

} // namespace tusk::gui
