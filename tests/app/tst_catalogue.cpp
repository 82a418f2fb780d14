// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/catalogue.h"
#include "base/uuidv7.h"
#include "support/testcase.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using app::Catalogue;
using app::Destination;
using app::NameResolver;
using domain::ListId;
using domain::Tag;
using domain::TagId;
using domain::TodoList;
using Unknown = NameResolver::Unknown;

namespace
{

TodoList makeList(const QString &name, const QByteArray &position)
{
    TodoList list;
    list.id = ListId(base::makeUuidV7());
    list.name = name;
    list.position = position;
    return list;
}

Tag makeTag(const QString &name)
{
    Tag tag;
    tag.id = TagId(base::makeUuidV7());
    tag.name = name;
    return tag;
}

} // namespace

class TestCatalogue final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldFindNamesWithoutRegardToCase()
    {
        NameResolver names(m_catalogue);

        QCOMPARE(names.list(u"GARDEN"_s, Unknown::Refused, m_now), base::Result<Destination>(m_garden.id));
        QCOMPARE(names.list(u" Garden "_s, Unknown::Refused, m_now), base::Result<Destination>(m_garden.id));
        QCOMPARE(names.tag(u"Urgent"_s, m_now), base::Result<TagId>(m_urgent.id));
    }

    void shouldTakeInboxForTheInboxUnlessAListIsCalledSo()
    {
        const TodoList inbox = makeList(u"INBOX"_s, "V");
        const Catalogue withInbox({inbox}, {});

        QCOMPARE(NameResolver(m_catalogue).list(u"Inbox"_s, Unknown::Refused, m_now),
                 base::Result<Destination>(Destination()));
        QCOMPARE(NameResolver(withInbox).list(u"Inbox"_s, Unknown::Refused, m_now),
                 base::Result<Destination>(inbox.id));
    }

    void shouldNameTheListsThatThereAre()
    {
        TodoList archived = makeList(u"Old"_s, "W");
        archived.archivedAt = m_now;
        const Catalogue catalogue({m_garden, m_work, archived}, {});

        const auto list = NameResolver(catalogue).list(u"Grden"_s, Unknown::Refused, m_now);

        QVERIFY(!list);
        QCOMPARE(list.error().kind, base::ErrorKind::NotFound);
        const QString sentence = list.error().sentence;
        QVERIFY2(sentence.contains(u"“Grden”"_s) && sentence.contains(u"“Garden”, “Work”"_s) &&
                     !sentence.contains(u"Old"_s) && !sentence.contains(u"--create"_s),
                 qPrintable(sentence));
    }

    void shouldNameTheOptionOnlyToCommandsThatHaveIt()
    {
        const auto list = NameResolver(m_catalogue).list(u"Grden"_s, Unknown::CreatedIfAsked, m_now);

        QVERIFY(!list);
        QVERIFY2(list.error().sentence.endsWith(u"--create makes it."_s), qPrintable(list.error().sentence));
    }

    void shouldMakeWhatIsMissingWithinTheAction()
    {
        NameResolver names(m_catalogue);
        domain::Action action;

        const auto list = names.list(u"Trips"_s, Unknown::Created, m_now);
        const auto again = names.list(u"trips"_s, Unknown::Created, m_now);
        const auto tag = names.tag(u"sea"_s, m_now);
        names.addNewTo(action);

        QVERIFY(list && tag);
        QCOMPARE(again, list);
        QCOMPARE(action.lists.size(), 1);
        QCOMPARE(action.lists.constFirst().after.name, u"Trips"_s);
        QCOMPARE(action.lists.constFirst().after.id, **list);
        QVERIFY(action.lists.constFirst().after.position > m_work.position); // at the end
        QCOMPARE(action.tags.size(), 1);
        QCOMPARE(action.tags.constFirst().after.id, *tag);
    }

    void shouldAddNothingToTheActionWhereAllIsKnown()
    {
        NameResolver names(m_catalogue);
        domain::Action action;

        QVERIFY(names.list(u"Work"_s, Unknown::Created, m_now));
        QVERIFY(names.tag(u"urgent"_s, m_now));
        names.addNewTo(action);

        QCOMPARE(action, domain::Action());
    }

    void shouldRefuseNamesThatCannotBe()
    {
        NameResolver names(m_catalogue);
        for (const QString &name : {u" "_s, QString(201, u'x'), u"a\u0001b"_s}) {
            QVERIFY(!names.list(name, Unknown::Created, m_now));
            QVERIFY(!names.tag(name, m_now));
        }
    }

private:
    const QDateTime m_now = QDateTime(QDate(2026, 5, 1), QTime(8, 0), Qt::UTC);
    const TodoList m_garden = makeList(u"Garden"_s, "8a");
    const TodoList m_work = makeList(u"Work"_s, "8b");
    const Tag m_urgent = makeTag(u"urgent"_s);
    const Catalogue m_catalogue{{m_garden, m_work}, {m_urgent}};
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
