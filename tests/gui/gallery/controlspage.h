// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace tusk::tests
{

// Every control of Qt that the program uses, in its states.
class ControlsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ControlsPage(QWidget *parent = nullptr);

private:
    void addTexts(QVBoxLayout &column);
    void addButtons(QVBoxLayout &column);
    void addChecks(QVBoxLayout &column);
    void addFields(QVBoxLayout &column);
    void addViews(QVBoxLayout &column);
    void addTabs(QVBoxLayout &column);
};

} // namespace tusk::tests
