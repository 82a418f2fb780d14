// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace tusk::gui
{

// Asks the user for files. Behind an interface, so that a test can answer instead.
class FileChooser
{
public:
    struct Wish {
        QString title;
        QString folder;       // where to begin; empty: where the user was last
        bool several = false; // files, else one
        bool hidden = false;  // those that begin with a dot, too
    };
    // Not called where the user gives up. Later, and not after the window is gone.
    using Chosen = std::function<void(const QStringList &files)>;

    FileChooser() = default;
    virtual ~FileChooser() = default;
    FileChooser(const FileChooser &) = delete;
    FileChooser &operator=(const FileChooser &) = delete;

    virtual void choose(QWidget &window, const Wish &wish, const Chosen &chosen) = 0;
};

// With the dialog of the desktop. It does not wait.
class DialogFileChooser final : public FileChooser
{
public:
    void choose(QWidget &window, const Wish &wish, const Chosen &chosen) override;
};

} // namespace tusk::gui
