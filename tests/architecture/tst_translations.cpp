// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/testcase.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

using namespace tusk;
using namespace Qt::StringLiterals;

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Texts with a number in them that go through the translation, as they are written in the source.
QSet<QString> pluralsInSource()
{
    // Literals that stand side by side are one.
    static const QRegularExpression seam(u"\"\\s*\\n\\s*\""_s);
    static const QRegularExpression literal(
        u"(?<!u)\"((?:[^\"\\\\\\n]|\\\\.)*%L?n(?:[^\"\\\\\\n]|\\\\.)*)\""_s);
    QSet<QString> texts;
    QDirIterator files(QStringLiteral(TUSK_SOURCE_DIR "/src"), {u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QString text = QString::fromUtf8(contentOf(files.next()));
        text.remove(seam);
        for (const auto &match : literal.globalMatch(text))
            texts.insert(match.captured(1));
    }
    return texts;
}

struct Translation {
    QStringList forms;
    bool isFinished = true;
};

QHash<QString, Translation> englishForms()
{
    QXmlStreamReader xml(contentOf(QStringLiteral(TUSK_SOURCE_DIR "/resources/translations/tusk_en.ts")));
    QHash<QString, Translation> result;
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "source"_L1)
            source = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            result[source].isFinished = !xml.attributes().hasAttribute("type"_L1);
        else if (xml.name() == "numerusform"_L1)
            result[source].forms.append(xml.readElementText());
    }
    return result;
}

} // namespace

class TestTranslations final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldHaveBothEnglishFormsOfEveryTextWithANumber()
    {
        const QHash<QString, Translation> forms = englishForms();
        const QSet<QString> texts = pluralsInSource();
        QVERIFY2(texts.size() > 20, "too few texts found: the search is wrong");
        for (const QString &text : texts) {
            QVERIFY2(forms.contains(text), qPrintable(u"not in tusk_en.ts: "_s + text));
            const Translation translation = forms.value(text);
            QVERIFY2(translation.isFinished && translation.forms.size() == 2, qPrintable(text));
            for (const QString &form : translation.forms)
                QVERIFY2((form.contains("%n"_L1) || form.contains("%Ln"_L1)) && !form.contains("(s)"_L1),
                         qPrintable(form));
        }
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
