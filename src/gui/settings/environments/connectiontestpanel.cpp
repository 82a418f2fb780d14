// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/environments/connectiontestpanel.h"

#include "gui/theme/colors.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace tusk::gui
{

using environments::ConnectionReport;
using environments::ConnectionTest;
using environments::StepOutcome;
using environments::StepReport;

namespace
{

constexpr int padding = metrics::grid * 4;
constexpr int markColumn = 0;
constexpr int nameColumn = 1;
constexpr int findingColumn = 2;
constexpr int nameWidth = 140;
constexpr double millisecondsPerSecond = 1000;

QIcon markOf(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Passed:
        return themedIcon(Icon::Check, Ink::Green);
    case StepOutcome::Doubtful:
        return themedIcon(Icon::Warning, Ink::Amber);
    case StepOutcome::Failed:
        return themedIcon(Icon::Alert, Ink::Red);
    }
    return {};
}

QString wordsFor(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Passed:
        return ConnectionTestPanel::tr("fine");
    case StepOutcome::Doubtful:
        return ConnectionTestPanel::tr("doubtful");
    case StepOutcome::Failed:
        return ConnectionTestPanel::tr("failed");
    }
    return {};
}

} // namespace

ConnectionTestPanel::ConnectionTestPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(tr("Test"), this))
    , m_summary(new QLabel(this))
{
    setObjectName(QStringLiteral("connectionTest"));
    m_title->setFont(Theme::of(this).type().rowStrong);
    m_summary->setObjectName(QStringLiteral("testSummary"));
    m_summary->setFont(Theme::of(this).type().small);
    m_summary->setForegroundRole(roles::secondary);
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_title);
    heading->addStretch(1);
    heading->addWidget(m_summary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding, padding, padding);
    layout->setSpacing(metrics::grid * 2);
    layout->addLayout(heading);
    hide();
    connect(&m_test, &ConnectionTest::stepEnded, this, &ConnectionTestPanel::add);
    connect(&m_test, &ConnectionTest::waking, this,
            [this] { say(tr("The database is waking up; this takes up to half a minute…")); });
    connect(&m_test, &ConnectionTest::finished, this, &ConnectionTestPanel::end);
}

// The test outlives this part of the object.
ConnectionTestPanel::~ConnectionTestPanel()
{
    m_test.disconnect(this);
}

void ConnectionTestPanel::start(const base::ConnectionSettings &settings)
{
    begin();
    m_test.start(settings);
}

void ConnectionTestPanel::cancel()
{
    m_test.cancel();
}

void ConnectionTestPanel::begin()
{
    delete m_steps;
    m_steps = new QWidget(this);
    m_rows = new QGridLayout(m_steps);
    m_rows->setContentsMargins({});
    m_rows->setHorizontalSpacing(metrics::grid * 2);
    m_rows->setVerticalSpacing(metrics::grid);
    m_rows->setColumnMinimumWidth(nameColumn, nameWidth);
    m_rows->setColumnStretch(findingColumn, 1);
    m_row = 0;
    layout()->addWidget(m_steps);
    m_time.start();
    say(tr("Connecting…"));
    show();
}

void ConnectionTestPanel::say(const QString &sentence)
{
    m_summary->setText(sentence);
}

void ConnectionTestPanel::add(const StepReport &step)
{
    addRow(environments::nameOf(step.step), step.finding, step.outcome);
    if (!step.advice.isEmpty() || step.error)
        addAdvice(step.advice, step.error ? step.error->detail : QString());
}

void ConnectionTestPanel::end(const ConnectionReport &report)
{
    const QString time =
        locale().toString(static_cast<double>(m_time.elapsed()) / millisecondsPerSecond, 'f', 1);
    if (report.cancelled)
        say(tr("Cancelled"));
    else if (report.works())
        say(tr("It works; tested in %1 s").arg(time));
    else
        say(tr("It does not work"));
    Q_EMIT ended();
}

void ConnectionTestPanel::fail(const base::Error &error)
{
    begin();
    say(tr("It does not work"));
    addRow(tr("Password"), error.sentence, StepOutcome::Failed);
    if (!error.detail.isEmpty())
        addAdvice({}, error.detail);
}

QLabel *ConnectionTestPanel::addLabel(const QString &text, int column)
{
    auto *label = new QLabel(text, m_steps);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(column == findingColumn);
    m_rows->addWidget(label, m_row, column, Qt::AlignTop);
    return label;
}

void ConnectionTestPanel::addRow(const QString &what, const QString &finding, StepOutcome outcome)
{
    QLabel *mark = addLabel({}, markColumn);
    const int size = Theme::of(this).iconSize();
    mark->setPixmap(markOf(outcome).pixmap(QSize(size, size), devicePixelRatioF()));
    mark->setAccessibleName(wordsFor(outcome));
    addLabel(what, nameColumn);
    QLabel *found = addLabel(finding, findingColumn);
    found->setForegroundRole(outcome == StepOutcome::Failed ? roles::text : roles::secondary);
    found->setTextInteractionFlags(Qt::TextSelectableByMouse);
    ++m_row;
}

void ConnectionTestPanel::addAdvice(const QString &advice, const QString &detail)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::grid);
    if (!advice.isEmpty()) {
        auto *text = new QLabel(advice, m_steps);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        column->addWidget(text);
    }
    if (!detail.isEmpty()) {
        auto *button = new QPushButton(tr("Details"), m_steps);
        button->setCheckable(true);
        button->setAutoDefault(false);
        auto *technical = new QLabel(detail, m_steps);
        technical->setObjectName(QStringLiteral("testDetail"));
        technical->setTextFormat(Qt::PlainText);
        technical->setWordWrap(true);
        technical->setForegroundRole(roles::secondary);
        technical->setTextInteractionFlags(Qt::TextSelectableByMouse);
        technical->hide();
        connect(button, &QPushButton::toggled, technical, &QWidget::setVisible);
        column->addWidget(button, 0, Qt::AlignLeading);
        column->addWidget(technical);
    }
    m_rows->addLayout(column, m_row++, findingColumn);
}

void ConnectionTestPanel::paintEvent(QPaintEvent *)
{
    const Colors &colors = Theme::of(this).colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    shapes::drawRounded(painter, rect(), metrics::rowRadius, colors.panel, colors.hairline);
}

} // namespace tusk::gui
