// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/testcertificates.h"

#include "support/programhandle.h"
#include "support/runprogram.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

const QStringList newKey{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                         u"-nodes"_s};

struct Wanted {
    QString name;
    QString subject;
    QString alternative;
    int days;
    QString purpose = u"serverAuth"_s;
};

Wanted wantedOf(TestCertificates::Kind kind)
{
    switch (kind) {
    case TestCertificates::Kind::Right:
        return {u"right"_s, u"/CN=127.0.0.1"_s, u"IP:127.0.0.1"_s, 2};
    case TestCertificates::Kind::Expired:
        return {u"expired"_s, u"/CN=127.0.0.1"_s, u"IP:127.0.0.1"_s, -1};
    case TestCertificates::Kind::OtherName:
        return {u"other"_s, u"/CN=other.example"_s, u"DNS:other.example"_s, 2};
    case TestCertificates::Kind::OtherPurpose:
        return {u"purpose"_s, u"/CN=127.0.0.1"_s, u"IP:127.0.0.1"_s, 2, u"clientAuth"_s};
    }
    return {};
}

} // namespace

TestCertificates::TestCertificates()
{
    // The server reads them as whatever account it runs.
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7055));
    makeAuthority(u"ca"_s);
    makeAuthority(u"strange"_s);
}

void TestCertificates::makeAuthority(const QString &name)
{
    runProgram(QStringList{u"openssl"_s, u"req"_s, u"-x509"_s} + newKey +
               QStringList{u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=Authority "_s + name, u"-keyout"_s,
                           file(name + u".key"_s), u"-out"_s, file(name + u".crt"_s)});
}

TestServerOptions TestCertificates::serverWith(Kind kind)
{
    const Wanted wanted = wantedOf(kind);
    const QString key = file(wanted.name + u".key"_s);
    const QString request = file(wanted.name + u".csr"_s);
    const QString certificate = file(wanted.name + u".crt"_s);
    runProgram(QStringList{u"openssl"_s, u"req"_s} + newKey +
               QStringList{u"-subj"_s, wanted.subject, u"-addext"_s,
                           u"subjectAltName="_s + wanted.alternative, u"-addext"_s,
                           u"extendedKeyUsage="_s + wanted.purpose, u"-keyout"_s, key, u"-out"_s, request});
    runProgram({u"openssl"_s, u"x509"_s, u"-req"_s, u"-in"_s, request, u"-CA"_s, authority(), u"-CAkey"_s,
                file(u"ca.key"_s), u"-CAcreateserial"_s, u"-days"_s, QString::number(wanted.days),
                u"-copy_extensions"_s, u"copy"_s, u"-out"_s, certificate});
    QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner);
    giveToServerAccount(key);
    return {.tcp = true,
            .scram = true,
            .settings = {{u"ssl"_s, u"on"_s}, {u"ssl_cert_file"_s, certificate}, {u"ssl_key_file"_s, key}}};
}

} // namespace tusk::tests
