// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "plainlist.h"

#include "benchtable.h"

#include <QCoreApplication>
#include <QWindow>

namespace tusk::bench
{

PlainList::PlainList(const base::ConnectionSettings &settings, int rows)
    : m_model(settings)
    , m_rows(rows)
{
    m_model.open(QStringLiteral("completed_at IS NULL"), rows);
    m_view.setModel(&m_model.model());
    m_view.setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view.resize(1120, 720);
    m_view.show();
    waitFor([this] { return m_view.windowHandle()->isExposed(); }, "the plain window");
    m_view.setFocus();
}

double PlainList::timeToPainted(const QString &condition)
{
    return milliseconds([&] {
        m_model.open(condition, m_rows);
        QCoreApplication::sendPostedEvents();
        QEvent paint(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(&m_view, &paint);
    });
}

} // namespace tusk::bench
