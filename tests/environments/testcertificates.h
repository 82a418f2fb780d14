// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/testserver.h"

#include <QString>
#include <QTemporaryDir>

namespace tusk::tests
{

// Certificates of an authority of the test's own, made by openssl.
class TestCertificates final
{
public:
    enum class Kind {
        Right,        // for 127.0.0.1
        Expired,      // the same, until yesterday
        OtherName,    // for other.example
        OtherPurpose, // for clients
    };

    TestCertificates();
    Q_DISABLE_COPY_MOVE(TestCertificates)

    [[nodiscard]] QString authority() const { return file(QStringLiteral("ca.crt")); }
    [[nodiscard]] QString strangeAuthority() const { return file(QStringLiteral("strange.crt")); }
    // A server on 127.0.0.1 with passwords (SCRAM) that shows such a certificate.
    [[nodiscard]] TestServerOptions serverWith(Kind kind);

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    void makeAuthority(const QString &name);

    QTemporaryDir m_folder;
};

} // namespace tusk::tests
