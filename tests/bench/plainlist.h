// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plainmodel.h"

#include <QTableView>

namespace tusk::bench
{

// What Qt offers as it comes: a QTableView on the plain model, with all of its rows, in a window as large as
// ours.
class PlainList final
{
public:
    PlainList(const base::ConnectionSettings &settings, int rows);

    [[nodiscard]] QTableView &view() { return m_view; }
    [[nodiscard]] PlainModel &model() { return m_model; }
    // Asks for other rows and paints them; milliseconds.
    [[nodiscard]] double timeToPainted(const QString &condition);

private:
    PlainModel m_model;
    int m_rows;
    QTableView m_view;
};

} // namespace tusk::bench
