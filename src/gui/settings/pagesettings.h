// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::gui
{

class EnvironmentPage;
class Settings;

// The widths of the parts, which are the same in every environment.
void restoreLayout(EnvironmentPage &page, const Settings &settings);
void rememberLayout(const EnvironmentPage &page, Settings &settings);

// Once: the page as the user left it and wants it; settings must outlive it.
void restorePage(EnvironmentPage &page, Settings &settings);
void rememberPage(const EnvironmentPage &page, Settings &settings);

} // namespace tusk::gui
