// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"
#include "support/guipausemeter.h"
#include "support/sanitizers.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>

#include <algorithm>
#include <chrono>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tusk;
using namespace tusk::tests;

namespace
{

constexpr auto roundTrip = 150ms;
constexpr auto bearable = 100ms; // for one key; whoever waits for the server waits for a whole round trip
constexpr auto moment = 20ms;    // between two keys; short, as the machine takes its share of every one

std::chrono::nanoseconds since(const timespec &time)
{
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

// How long this thread has neither worked nor been held up by other programs: it has waited for something.
// Only differences mean anything.
std::chrono::nanoseconds waitedEver()
{
    QFile statistics(u"/proc/thread-self/schedstat"_s); // worked, held up, how often
    const qint64 heldUp =
        statistics.open(QIODevice::ReadOnly) ? statistics.readAll().split(' ').value(1).toLongLong() : 0;
    timespec worked{};
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &worked);
    clock_gettime(CLOCK_MONOTONIC, &now);
    return since(now) - since(worked) - std::chrono::nanoseconds(heldUp);
}

} // namespace

// Typing, in the words of those whose server is on another continent.
class TestTypingFeature final : public FeatureTest
{
    Q_OBJECT

    // Letter by letter, with a thought after each comma, in which what was typed is on its way; what the
    // answers bring falls in between. It looks for events without ever waiting for one, so that every wait is
    // one of the window's.
    void typesAndEachKeyIsThereAtOnce(const QString &text)
    {
        std::chrono::nanoseconds longestWait{};
        GuiPauseMeter meter;
        meter.start();
        for (const QChar letter : text) {
            const QDeadlineTimer next(letter == u',' ? 1'000ms : moment);
            for (bool isTyped = false; !isTyped || !next.hasExpired(); isTyped = true) {
                const QDeadlineTimer end(moment);
                const std::chrono::nanoseconds before = waitedEver();
                if (!isTyped)
                    user().types(letter);
                while (!end.hasExpired())
                    QCoreApplication::processEvents();
                longestWait = std::max(longestWait, waitedEver() - before);
            }
        }
        meter.stop();
        QCOMPARE_LT(longestWait, bearable);
        QCOMPARE_LT(meter.busiest(), bearable * sanitizerSlowdown);
    }
    void lookAt(const QString &todo, const QString &field)
    {
        user().clicksTodo(todo);
        user().clicks(field);
        QTRY_COMPARE(user().focused(), field);
    }

protected:
    void fill() override
    {
        execute(u"INSERT INTO tusk.todo (title, position) VALUES ('Call Ana', 'a1'), "
                "('Water the tomatoes', 'a2'), ('Water the lawn', 'a3'); SELECT 1"_s);
    }
    void begin() override
    {
        FeatureTest::begin();
        QTRY_COMPARE(user().titles().size(), 3);
        network().setRoundTrip(roundTrip);
    }

private Q_SLOTS:
    void iAddATodo()
    {
        user().presses(u"Ctrl+N"_s);
        typesAndEachKeyIsThereAtOnce(u"Dig the beds, and sow beans"_s);
        user().presses(u"Return"_s);
        typesAndEachKeyIsThereAtOnce(u"Dig a pond"_s); // while the first is on its way
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT title FROM tusk.todo WHERE title LIKE 'Dig%' ORDER BY title"_s),
                     (QStringList{u"Dig a pond"_s, u"Dig the beds, and sow beans"_s}));
    }

    void iGoOnWithATitle()
    {
        lookAt(u"Call Ana"_s, u"Title"_s);
        user().presses(u"End"_s);
        typesAndEachKeyIsThereAtOnce(u" back, before five"_s);
        QTRY_COMPARE(stored(u"SELECT title FROM tusk.todo WHERE title LIKE 'Call%'"_s),
                     QStringList{u"Call Ana back, before five"_s});
    }

    void iWriteNotes()
    {
        lookAt(u"Call Ana"_s, u"Notes"_s);
        typesAndEachKeyIsThereAtOnce(u"about the *keys*, and the garden"_s);
        QTRY_COMPARE(stored(u"SELECT notes FROM tusk.todo WHERE title = 'Call Ana'"_s),
                     QStringList{u"about the *keys*, and the garden"_s});
    }

    void iAddATag()
    {
        lookAt(u"Call Ana"_s, u"Add a tag"_s);
        typesAndEachKeyIsThereAtOnce(u"within 5 minutes"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT name FROM tusk.tag"_s), QStringList{u"within 5 minutes"_s});
    }

    void iSearch()
    {
        user().presses(u"Ctrl+F"_s);
        typesAndEachKeyIsThereAtOnce(u"water the"_s);
        QTRY_COMPARE(user().titles().size(), 2);
        typesAndEachKeyIsThereAtOnce(u" tomatoes"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Water the tomatoes"_s});
    }

    void iLookForATodoInThePalette()
    {
        user().presses(u"Ctrl+K"_s);
        typesAndEachKeyIsThereAtOnce(u"water the tomatoes"_s);
        QTRY_VERIFY2(user().palette().contains(u"Water the tomatoes"_s),
                     qPrintable(user().palette().join(u'\n')));
        QTRY_VERIFY(!user().palette().contains(u"Water the lawn"_s));
    }
};

QTEST_MAIN(TestTypingFeature)
#include "tst_typingfeature.moc"
