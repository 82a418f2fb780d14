// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/reportsaving.h"

#include "gui/filechooser.h"
#include "gui/import/importassistant.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QWidget>

namespace tusk::gui
{

namespace
{

class ReportWords final
{
    Q_DECLARE_TR_FUNCTIONS(ImportPages)
};

} // namespace

void chooseReportFile(QWidget &page, ImportAssistant &assistant, FileChooser &chooser)
{
    const QString name =
        ReportWords::tr("Import of %1").arg(QFileInfo(assistant.fileName()).completeBaseName());
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    chooser.chooseNew(*page.window(),
                      {ReportWords::tr("Save the report"),
                       folder + u'/' + name + QStringLiteral(".html"),
                       {ReportWords::tr("Page to read (*.html)"), ReportWords::tr("For programs (*.json)")}},
                      [&assistant](const QStringList &files) { assistant.saveReport(files.constFirst()); });
}

QString savedText(const ImportAssistant &assistant)
{
    const QString &saved = assistant.savedReport();
    return saved.isEmpty() ? QString() : ReportWords::tr("Saved as %1").arg(QFileInfo(saved).fileName());
}

} // namespace tusk::gui
