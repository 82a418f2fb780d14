// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QWidget;

namespace tusk::gui
{

class FileChooser;
class ImportAssistant;

// Asks where the report of the import, or of its trial, shall be kept, and keeps it there. page: who asks;
// the assistant must outlive it.
void chooseReportFile(QWidget &page, ImportAssistant &assistant, FileChooser &chooser);
// “Saved as …”; empty: it was not.
[[nodiscard]] QString savedText(const ImportAssistant &assistant);

} // namespace tusk::gui
