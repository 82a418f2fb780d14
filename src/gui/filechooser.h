// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace tusk::gui
{

// Asks the user for files. Behind an interface, so that a test can answer instead. Nothing waits.
class FileChooser
{
public:
    struct Wish {
        QString title;
        QString folder;       // where to begin; empty: where the user was last
        bool several = false; // files, else one
        bool hidden = false;  // those that begin with a dot, too
    };
    struct NewFile {
        QString title;
        QString suggested;   // a whole path
        QStringList filters; // as QFileDialog has them, the first for what is suggested
    };
    // Not called where the user gives up. Later, and not after the window is gone.
    using Chosen = std::function<void(const QStringList &files)>;

    FileChooser() = default;
    virtual ~FileChooser() = default;
    FileChooser(const FileChooser &) = delete;
    FileChooser &operator=(const FileChooser &) = delete;

    virtual void choose(QWidget &window, const Wish &wish, const Chosen &chosen) = 0;
    virtual void chooseNew(QWidget &window, const NewFile &file, const Chosen &chosen) = 0;
};

// With the dialog of the desktop.
class DialogFileChooser final : public FileChooser
{
public:
    void choose(QWidget &window, const Wish &wish, const Chosen &chosen) override;
    void chooseNew(QWidget &window, const NewFile &file, const Chosen &chosen) override;
};

} // namespace tusk::gui
