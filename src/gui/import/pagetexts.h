// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <initializer_list>

class QLabel;
class QLayout;
class QWidget;

namespace tusk::importer
{
struct ImportReport;
}

// What the pages of the wizard have in common.
namespace tusk::gui
{

struct ImportPlan;

// A text of one paragraph below the others, quiet or not.
QLabel *addParagraph(QLayout &layout, const QString &text, bool isQuiet = false);
// Takes everything out of a layout.
void clearLayout(QLayout &layout);

void makeHeadings(std::initializer_list<QLabel *> labels);
void makeTitles(std::initializer_list<QLabel *> labels);
void makeQuiet(std::initializer_list<QLabel *> labels);

// “5,412 todos of 3 people in the table “tasks””; people know no table of a text file.
[[nodiscard]] QString amountText(const ImportPlan &plan, qint64 total, qsizetype people);
// “2 lists and 1 tag”: the new ones of an import.
[[nodiscard]] QString namesText(const importer::ImportReport &report);
[[nodiscard]] QString numberText(qint64 number);

} // namespace tusk::gui
