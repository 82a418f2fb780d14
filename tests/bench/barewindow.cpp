// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "barewindow.h"

#include <QApplication>
#include <QMainWindow>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>

namespace tusk::bench
{

int runBareWindow(int &count, char **words)
{
    QApplication application(count, words);
    QStandardItemModel model(1'000, 1);
    for (int row = 0; row < model.rowCount(); ++row)
        model.setItem(row, 0, new QStandardItem(QStringLiteral("todo %1").arg(row)));
    QMainWindow window;
    auto *view = new QTableView;
    view->setModel(&model);
    window.setCentralWidget(view);
    window.resize(1120, 720);
    window.show();
    QTimer::singleShot(0, &window, [&window] {
        window.grab();
        QCoreApplication::quit();
    });
    return QApplication::exec();
}

} // namespace tusk::bench
