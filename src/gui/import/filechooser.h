// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace tusk::gui
{

// Asks the user for a file. Nothing waits: chosen is called later, or never where nothing was chosen.
class FileChooser
{
public:
    using Chosen = std::function<void(const QString &file)>;

    FileChooser() = default;
    virtual ~FileChooser() = default;
    Q_DISABLE_COPY_MOVE(FileChooser)

    // One that is there. over: the widget that asks.
    virtual void chooseToOpen(QWidget &over, const QString &title, Chosen chosen) = 0;
    // A new one. filters: as QFileDialog has them, the first for what is suggested.
    virtual void chooseToSave(QWidget &over, const QString &title, const QString &suggested,
                              const QStringList &filters, Chosen chosen) = 0;
};

// With the dialog of the desktop.
class DialogFileChooser final : public FileChooser
{
public:
    void chooseToOpen(QWidget &over, const QString &title, Chosen chosen) override;
    void chooseToSave(QWidget &over, const QString &title, const QString &suggested,
                      const QStringList &filters, Chosen chosen) override;
};

} // namespace tusk::gui
