// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QTemporaryDir>

namespace tusk::tests
{

// A home of its own for what runs in its life: HOME and the XDG folders point into fresh folders (0700), and
// what could lead to the user's own databases (TUSK_..., PG...) is not set. The environment comes back at the
// end. Make it before any thread that reads the environment.
class TemporaryHome final
{
public:
    TemporaryHome();
    ~TemporaryHome();
    Q_DISABLE_COPY_MOVE(TemporaryHome)

    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    void set(const QByteArray &variable, const QString &value);
    void unset(const QByteArray &variable);
    QString makeFolder(const QString &name) const;

    QTemporaryDir m_folder;
    QMap<QByteArray, QByteArray> m_before; // null: was not set
};

} // namespace tusk::tests
