// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "demotodos.h"

namespace tusk::pictures
{

void fillDemo(tests::TestServer &server, const base::ConnectionSettings &settings)
{
    server.psql(QStringLiteral(R"(
        INSERT INTO tusk.list (name, color, position) VALUES
            ('Home', '#d9772b', '1'), ('Work', '#3f62e0', '2'), ('Garden', '#2e8b4f', '3'), ('Reading', '#8a4fd0', '4'),
            ('Trip to Lisbon', '#d0463b', '5'), ('Someday', '', '6');
        INSERT INTO tusk.tag (name, position) VALUES ('waiting', '1'), ('errand', '2'), ('5 minutes', '3');
        INSERT INTO tusk.todo (title, list_id, priority, due_date, due_time, due_zone, repeat, notes, completed_at, deleted_at, position)
        SELECT title, (SELECT id FROM tusk.list WHERE name = list), priority, current_date + days, at::time,
               CASE WHEN at IS NOT NULL THEN 'UTC' END, repeat, notes, now() - completed * interval '1 hour',
               now() - deleted * interval '1 day', lpad(row_number() OVER ()::text, 4, '0') || 'V'
        FROM (VALUES
            ('Water the tomatoes', 'Garden', 1, -1, NULL, 'FREQ=DAILY;INTERVAL=2', '', NULL, NULL),
            ('Renew the passport', 'Trip to Lisbon', 2, -8, NULL, '', '', NULL, NULL),
            ('Send the contract to Ana', 'Work', 3, 0, '23:00', '', E'She needs it **before five**; the new address is in the last mail.\n\n- two signatures on page 7\n- reference `LX-2041`', NULL, NULL),
            ('Call the plumber about the dripping tap', 'Home', 0, 0, '23:30', '', '', NULL, NULL),
            ('Review Jonas’ draft', 'Work', 2, 0, NULL, '', '', NULL, NULL),
            ('Book a table for Saturday', NULL, 0, 0, NULL, '', '', NULL, NULL),
            ('Read chapter 6', 'Reading', 0, 0, NULL, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '', NULL, NULL),
            ('Buy seeds', 'Garden', 0, 1, NULL, '', '', NULL, NULL),
            ('Prepare the slides for Thursday', 'Work', 2, 3, '09:30', '', 'outline first', NULL, NULL),
            ('Pay the rent', 'Home', 3, 10, NULL, 'FREQ=MONTHLY', '', NULL, NULL),
            ('Check in for the flight', 'Trip to Lisbon', 0, 21, NULL, '', '', NULL, NULL),
            ('Ask Mina about the summer house', NULL, 0, NULL, NULL, '', '', NULL, NULL),
            ('A title that is so long that it cannot stand in one line of any window that fits on the screen of a laptop, and goes on', NULL, 1, NULL, NULL, '', '', NULL, NULL),
            ('שלום עולם, לקנות חלב', NULL, 0, NULL, NULL, '', '', NULL, NULL),
            ('🎂 Birthday cake for 👩‍👩‍👧', NULL, 0, NULL, NULL, '', '', NULL, NULL),
            ('Pick up the parcel', 'Home', 0, 0, NULL, '', '', 1, NULL),
            ('Cancel the old phone contract', NULL, 0, NULL, NULL, '', '', 30, NULL),
            ('Return the library books', 'Reading', 0, NULL, NULL, '', '', 80, NULL),
            ('Old shopping list', NULL, 0, NULL, NULL, '', '', NULL, 3)
        ) AS demo (title, list, priority, days, at, repeat, notes, completed, deleted);
        INSERT INTO tusk.todo (title, list_id, parent_id, completed_at, position)
        SELECT sub.title, t.list_id, t.id, now() - sub.completed * interval '1 hour', 'y' || sub.number || 'V'
        FROM tusk.todo t JOIN (VALUES
            (1, 'Ask Jonas about clause 4', 'Send the contract to Ana', 2), (2, 'Update the dates', 'Send the contract to Ana', NULL),
            (3, 'Export as PDF', 'Send the contract to Ana', NULL), (4, 'Find the old passport', 'Renew the passport', 20),
            (5, 'Have photos taken', 'Renew the passport', NULL), (6, 'Book an appointment', 'Renew the passport', NULL),
            (7, 'Pay the fee', 'Renew the passport', NULL)
        ) AS sub (number, title, parent, completed) ON t.title = sub.parent;
        INSERT INTO tusk.todo_tag SELECT t.id, g.id FROM tusk.todo t, tusk.tag g
        WHERE (t.title, g.name) IN (('Send the contract to Ana', 'waiting'), ('Send the contract to Ana', 'errand'),
                                    ('Pick up the parcel', 'errand'), ('Buy seeds', 'errand'), ('Pay the rent', '5 minutes'));
        SELECT 1)"),
                settings.database);
}

} // namespace tusk::pictures
