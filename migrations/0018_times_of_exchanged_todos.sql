-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- Two databases that exchange files of Tusk tell by updated_at which of them has changed a todo later. What an import
-- takes from such a file was changed when the file says, not when it was imported: else it would look newer than what was
-- done meanwhile where the file came from.

CREATE OR REPLACE FUNCTION tusk.next_version() RETURNS trigger
LANGUAGE plpgsql
AS $body$
BEGIN
    new.version := nextval('tusk.version');
    IF current_setting('tusk.times', true) IS DISTINCT FROM 'kept' THEN
        new.updated_at := now();
    END IF;
    RETURN new;
END
$body$;
COMMENT ON FUNCTION tusk.next_version() IS 'Trigger: a changed row is a newer row, whoever changed it. Where the setting tusk.times is kept, the statement says when it was changed.';
COMMENT ON COLUMN tusk.todo.updated_at IS 'Set by a trigger at every change; of what came from a file of Tusk as the file says.';

-- To take an import back is a change as well, but brings back what is as old as it was.
ALTER TABLE tusk.import_merge ADD COLUMN former_time timestamptz(3);
COMMENT ON TABLE tusk.import_merge IS 'Rows of a source that an import found changed: what was known of them before, for as long as the log knows the import.';
COMMENT ON COLUMN tusk.import_merge.former_time IS 'tusk.todo.updated_at before it; NULL where an older program has imported.';

CREATE OR REPLACE FUNCTION tusk.undo_import(of_import uuid) RETURNS bigint
LANGUAGE plpgsql
SET jit = off
AS $body$
DECLARE
    kept CONSTANT uuid[] := ARRAY(SELECT tusk.todos_kept_of(of_import));
BEGIN
    PERFORM set_config('tusk.log', 'off', true);
    -- Importing the file again brings them again.
    DELETE FROM tusk.import_row r USING tusk.todo t
        WHERE t.id = r.todo_id AND t.import_id = of_import AND t.id NOT IN (SELECT unnest(kept));
    -- And so the changes.
    UPDATE tusk.import_row r SET content_hash = tusk.hash_taken_back(r.content_hash, m.written_hash, m.former_hash)
        FROM tusk.import_merge m JOIN tusk.import i ON i.id = m.import_id
        WHERE m.import_id = of_import AND r.source_identity = i.source_identity AND r.source_id = m.source_id;
    UPDATE tusk.import SET undone_at = clock_timestamp() WHERE id = of_import;
    -- First what would be deleted row by row.
    DELETE FROM tusk.todo_search s USING tusk.todo t
        WHERE t.id = s.todo_id AND t.import_id = of_import AND t.id NOT IN (SELECT unnest(kept));
    DELETE FROM tusk.todo_tag g USING tusk.todo t
        WHERE t.id = g.todo_id AND t.import_id = of_import AND t.id NOT IN (SELECT unnest(kept));
    DELETE FROM tusk.todo t WHERE t.import_id = of_import AND t.id NOT IN (SELECT unnest(kept));
    PERFORM set_config('tusk.log', '', true);
    RETURN cardinality(kept);
END
$body$;
