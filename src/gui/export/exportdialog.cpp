// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/export/exportdialog.h"

#include "gui/export/exportrun.h"
#include "gui/filechooser.h"
#include "gui/plaintext.h"
#include "gui/theme/colors.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"
#include "models/databaselink.h"
#include "models/workspace.h"
#include "ui_exportdialog.h"

#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLayout>
#include <QLocale>
#include <QMessageBox>
#include <QSignalBlocker>
#include <QStandardPaths>

#include <algorithm>

namespace tusk::gui
{

using namespace Qt::StringLiterals;
using exporter::ExportFormat;

namespace
{

constexpr int usualWidth = 560;

// Where people look for what they have saved.
QString homeOfFiles()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return documents.isEmpty() ? QDir::homePath() : documents;
}

// For a name of a file: what file systems or shells take for something else becomes a hyphen.
QString asFileName(QString title)
{
    constexpr qsizetype longest = 80;
    for (QChar &character : title) {
        if (u"/\\:*?\"<>|"_s.contains(character) || character.category() == QChar::Other_Control)
            character = u'-';
    }
    title = title.simplified().left(longest);
    return title.startsWith(u'.') ? u'-' + title : title;
}

QString filterOf(ExportFormat format)
{
    return u"%1 (*.%2)"_s.arg(exporter::nameOf(format), exporter::suffixOf(format));
}

} // namespace

ExportDialog::ExportDialog(FileChooser &chooser, QWidget &window)
    : Overlay(window, WindowKeys::Rest)
    , m_chooser(chooser)
    , m_ui(std::make_unique<Ui::ExportDialog>())
    , m_run(new ExportRun(this))
{
    auto *content = new QWidget(this);
    m_ui->setupUi(content);
    panelLayout().addWidget(content);
    setObjectName(u"exportDialog"_s);
    setAccessibleName(tr("Export todos"));
    const TypeScale &type = Theme::of(this).type();
    m_ui->heading->setFont(type.detailsTitle);
    m_ui->purpose->setFont(type.small);
    m_ui->purpose->setForegroundRole(roles::secondary);
    for (const ExportFormat format : exporter::allFormats())
        m_ui->format->addItem(exporter::nameOf(format));
    connectFields();
    connectRun();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::connectFields()
{
    connect(m_ui->what, &QComboBox::currentIndexChanged, this, &ExportDialog::showScope);
    connect(m_ui->format, &QComboBox::currentIndexChanged, this, &ExportDialog::showFormat);
    connect(m_ui->file, &QLineEdit::textEdited, this, &ExportDialog::onFileTyped);
    connect(m_ui->chooseButton, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_ui->closeButton, &QPushButton::clicked, this, [this] {
        if (m_state != State::Running)
            return close();
        m_run->cancel();
        showState(State::Asking);
        say(tr("The export was cancelled; no file was written."));
    });
    connect(m_ui->detailsButton, &QPushButton::clicked, this, [this] {
        auto *box = new QMessageBox(QMessageBox::Information, tr("Export"), m_ui->message->text(),
                                    QMessageBox::Close, window());
        box->setInformativeText(m_detail);
        showAsPlainText(*box);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
}

void ExportDialog::connectRun()
{
    connect(m_run, &ExportRun::progressed, this, &ExportDialog::showProgress);
    connect(m_run, &ExportRun::finished, this, &ExportDialog::showReport);
    connect(m_run, &ExportRun::failed, this, &ExportDialog::showFailure);
}

void ExportDialog::offer(models::DatabaseLink &link, const domain::TodoFilter &shown)
{
    if (isVisible())
        return;
    m_link = &link;
    m_scopes = exportScopes(link.workspace(), shown);
    {
        const QSignalBlocker blocker(m_ui->what);
        m_ui->what->clear();
        for (const ExportScope &each : std::as_const(m_scopes))
            m_ui->what->addItem(each.name);
    }
    m_proposed = m_ui->file->text(); // of the last time
    m_replaceable.clear();
    showState(State::Asking);
    say({});
    showScope();
    showFormat();
    open();
}

void ExportDialog::leave()
{
    m_run->cancel();
    close();
    m_link = nullptr;
}

void ExportDialog::hideEvent(QHideEvent *event)
{
    Overlay::hideEvent(event);
    m_run->cancel();
}

ExportScope ExportDialog::scope() const
{
    return m_scopes.value(m_ui->what->currentIndex());
}

ExportFormat ExportDialog::format() const
{
    return exporter::allFormats().at(std::max(m_ui->format->currentIndex(), 0));
}

void ExportDialog::showScope()
{
    m_ui->withClosed->setEnabled(scope().canHoldClosed);
    proposeFile();
}

void ExportDialog::showFormat()
{
    m_ui->purpose->setText(exporter::purposeOf(format()));
    proposeFile();
}

// As long as the user has not named another one; of that only the ending follows the format.
void ExportDialog::proposeFile()
{
    const QString suffix = exporter::suffixOf(format());
    const QFileInfo named(m_ui->file->text());
    if (m_ui->file->text() != m_proposed && exporter::formatOfFile(named.filePath())) {
        m_ui->file->setText(named.path() + u'/' + named.completeBaseName() + u'.' + suffix);
    } else if (m_ui->file->text() == m_proposed && m_link) {
        const QString title = scope().title.isEmpty() ? u"Tusk"_s : asFileName(scope().title);
        const QString day = m_link->workspace().today().toString(Qt::ISODate);
        m_proposed = homeOfFiles() + u"/%1 %2.%3"_s.arg(title, day, suffix);
        m_ui->file->setText(m_proposed);
    }
    onFileTyped();
}

void ExportDialog::onFileTyped()
{
    m_ui->exportButton->setEnabled(!m_ui->file->text().trimmed().isEmpty());
    m_ui->exportButton->setText(tr("&Export"));
}

void ExportDialog::chooseFile()
{
    const auto take = [this](const QStringList &files) {
        m_replaceable =
            files.constFirst(); // it was asked already whether a file that is there is to be replaced
        m_ui->file->setText(m_replaceable);
        onFileTyped();
        m_ui->exportButton->setFocus();
    };
    m_chooser.chooseNew(*window(), {tr("Export"), m_ui->file->text(), {filterOf(format())}}, take);
}

void ExportDialog::start()
{
    if (m_state == State::Done)
        return close();
    const QString file = m_ui->file->text().trimmed();
    if (!m_link || file.isEmpty())
        return;
    exporter::ExportRequest request;
    request.format = format();
    request.selection = scope().selection;
    request.selection.withClosed = scope().canHoldClosed && m_ui->withClosed->isChecked();
    // A name alone is one in the usual folder, not in the one in which the program was started.
    request.file = QDir(homeOfFiles()).absoluteFilePath(file);
    request.title = scope().title;
    request.mayReplace = file == m_replaceable;
    request.now = m_link->workspace().now();
    showState(State::Running);
    say(tr("Reading the todos…"));
    m_run->start(*m_link, request);
}

void ExportDialog::showState(State state)
{
    m_state = state;
    const bool isAsking = state == State::Asking;
    m_ui->fields->setEnabled(isAsking);
    m_ui->progress->setVisible(state == State::Running);
    m_ui->progress->setRange(0, 0);
    m_ui->closeButton->setText(state == State::Running ? tr("Cancel") : tr("Close"));
    m_ui->closeButton->setVisible(state != State::Done);
    m_ui->exportButton->setEnabled(state != State::Running);
    m_ui->exportButton->setText(state == State::Done ? tr("Done") : tr("&Export"));
    if (state == State::Running)
        m_ui->closeButton->setFocus();
    else if (isVisible())
        m_ui->exportButton->setFocus();
    if (isVisible())
        placePanel();
}

void ExportDialog::say(const QString &sentence, const QString &detail)
{
    m_detail = detail;
    m_ui->message->setText(sentence);
    m_ui->message->setVisible(!sentence.isEmpty());
    m_ui->message->setForegroundRole(detail.isEmpty() ? QPalette::WindowText : roles::red);
    m_ui->detailsButton->setVisible(!detail.isEmpty());
    if (isVisible())
        placePanel();
}

void ExportDialog::showProgress(const exporter::ExportProgress &progress)
{
    constexpr int steps = 1000;
    m_ui->progress->setRange(0, steps);
    m_ui->progress->setValue(progress.total > 0 ? int(steps * progress.done / progress.total) : 0);
    const QLocale locale;
    say(tr("%1 of %2").arg(locale.toString(progress.done), locale.toString(progress.total)));
}

void ExportDialog::showReport(const exporter::ExportReport &report)
{
    showState(State::Done);
    say(tr("%Ln todo(s) are in “%1”.", nullptr, int(report.todos))
            .arg(QDir::toNativeSeparators(report.file)));
}

void ExportDialog::showFailure(const base::Error &error)
{
    showState(State::Asking);
    say(error.sentence, error.detail);
    // Only that one: a file of that name is there.
    if (error.kind != base::ErrorKind::Ambiguous)
        return;
    m_replaceable = m_ui->file->text().trimmed();
    m_ui->exportButton->setText(tr("R&eplace it"));
}

// Enter presses the button that has the focus, else the one for the whole.
void ExportDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return Overlay::keyPressEvent(event);
    auto *focused = qobject_cast<QPushButton *>(focusWidget());
    QPushButton *button = focused ? focused : m_ui->exportButton;
    button->click();
}

QSize ExportDialog::panelSize(const QSize &window) const
{
    const int width = std::min(usualWidth, window.width() - 2 * metrics::pageMargin);
    QWidget *content = m_ui->fields->parentWidget();
    content->layout()->activate();
    const int height = std::max(content->layout()->totalHeightForWidth(width), content->sizeHint().height());
    return {width, std::min(height, window.height() - 2 * metrics::pageMargin)};
}

QWidget *ExportDialog::firstFocus() const
{
    return m_ui->what;
}

} // namespace tusk::gui
