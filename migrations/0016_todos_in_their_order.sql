-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- An import that writes as it reads brings todos in the order of their positions, in which most indexes of tusk.todo
-- take them soonest. What search knows of them goes in the order of their ids, which suits the key of its table.

CREATE OR REPLACE FUNCTION tusk.index_new_todos() RETURNS trigger
LANGUAGE plpgsql
-- The parser remarks on every word of notes that is too long to be one.
SET client_min_messages = warning
AS $body$
BEGIN
    INSERT INTO tusk.todo_search (todo_id, title, words)
    SELECT folded.id, folded.title, tusk.words_of(folded.title || ' ' || folded.notes)
    FROM (SELECT id, tusk.fold(title) AS title, tusk.fold(left(notes, 200000)) AS notes
          FROM new_rows ORDER BY id OFFSET 0) AS folded; -- or each use would fold again
    RETURN NULL;
END
$body$;

-- Nothing looks a few of its rows up by their import: what comes and goes with one is a large part of the table.
DROP INDEX IF EXISTS tusk.import_row_import_id_idx;
