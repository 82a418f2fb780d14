// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/pagetexts.h"

#include "gui/import/importplan.h"
#include "gui/theme/colors.h"
#include "gui/theme/theme.h"
#include "importer/importreport.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLayout>
#include <QLocale>

namespace tusk::gui
{

namespace
{

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(ImportPages)

public:
    static QString todos(qint64 count) { return tr("%Ln todos", nullptr, static_cast<int>(count)); }
    static QString ofPeople(qsizetype count) { return tr("of %Ln people", nullptr, static_cast<int>(count)); }
    static QString lists(qsizetype count) { return tr("%Ln lists", nullptr, static_cast<int>(count)); }
    static QString tags(qsizetype count) { return tr("%Ln tags", nullptr, static_cast<int>(count)); }
    static QString both(const QString &lists, const QString &tags)
    {
        return tr("%1 and %2", "lists and tags").arg(lists, tags);
    }
    static QString inTable(const QString &table) { return tr("in the table “%1”").arg(table); }
};

} // namespace

QLabel *addParagraph(QLayout &layout, const QString &text, bool isQuiet)
{
    auto *label = new QLabel(text, layout.parentWidget());
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (isQuiet)
        makeQuiet({label});
    layout.addWidget(label);
    return label;
}

void clearLayout(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be what was just clicked
        } else if (QLayout *inner = item->layout()) {
            clearLayout(*inner);
        }
        delete item;
    }
}

void makeHeadings(std::initializer_list<QLabel *> labels)
{
    for (QLabel *label : labels)
        label->setFont(Theme::of(label).type().rowStrong);
}

void makeTitles(std::initializer_list<QLabel *> labels)
{
    for (QLabel *label : labels) {
        label->setFont(Theme::of(label).type().detailsTitle);
        label->setTextFormat(Qt::PlainText);
    }
}

void makeQuiet(std::initializer_list<QLabel *> labels)
{
    for (QLabel *label : labels) {
        label->setFont(Theme::of(label).type().small);
        label->setForegroundRole(roles::secondary);
        label->setTextFormat(Qt::PlainText);
    }
}

QString amountText(const ImportPlan &plan, qint64 total, qsizetype people)
{
    QStringList parts{Words::todos(total)};
    if (people > 0 && importer::personsIn(plan.people) > 1)
        parts.append(Words::ofPeople(people));
    if (!plan.mapping.isText)
        parts.append(Words::inTable(plan.mapping.table));
    return parts.join(u' ');
}

QString namesText(const importer::ImportReport &report)
{
    QString lists = Words::lists(report.newLists.size());
    const QString tags = Words::tags(report.newTags.size());
    if (report.newTags.isEmpty())
        return lists;
    return report.newLists.isEmpty() ? tags : Words::both(lists, tags);
}

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

} // namespace tusk::gui
