// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QMap>
#include <QObject>
#include <QVariantMap>

namespace tusk::tests
{

// The settings portal of a desktop, on a bus of the test's. It answers ReadAll with what it was given, and
// can keep an answer back.
class FakePortal final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    using Settings = QMap<QString, QVariantMap>;

    explicit FakePortal(const QString &busAddress);
    ~FakePortal() override;
    Q_DISABLE_COPY_MOVE(FakePortal)

    // Known from now on, and announced to whoever listens.
    void set(const QString &area, const QString &key, const QVariant &value);
    void setQuietly(const QString &area, const QString &key, const QVariant &value);
    // An accent colour as it goes over the bus.
    [[nodiscard]] static QVariant accent(double red, double green, double blue);

    void keepAnswersBack() { m_keepsBack = true; }
    void sendAnswers();
    [[nodiscard]] int readings() const { return m_readings; }

public Q_SLOTS:
    QMap<QString, QVariantMap> ReadAll(const QStringList &areas); // NOLINT: the bus calls it by this name

private:
    [[nodiscard]] Settings settingsOf(const QStringList &areas) const;

    QDBusConnection m_connection;
    Settings m_settings;
    QList<QDBusMessage> m_waiting;
    bool m_keepsBack = false;
    int m_readings = 0;
};

} // namespace tusk::tests
