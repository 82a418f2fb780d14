-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- Three references are kept by triggers now. As foreign keys they asked for each todo that an import brings, one by one,
-- whether its import is there, twice, and whether a todo is there that had just been written: a quarter of the time. What
-- they protect is the same: nothing refers to what is not there, and what is deleted takes along what belongs to it.

CREATE FUNCTION tusk.keep_id() RETURNS trigger
LANGUAGE plpgsql
AS $body$
BEGIN
    RAISE foreign_key_violation USING MESSAGE = format('The id of a row in tusk.%s stays as it is.', tg_table_name);
END
$body$;
COMMENT ON FUNCTION tusk.keep_id() IS 'Trigger: others know a row by its id.';

CREATE TRIGGER keep_id BEFORE UPDATE OF id ON tusk.todo
    FOR EACH ROW WHEN (new.id <> old.id) EXECUTE FUNCTION tusk.keep_id();
CREATE TRIGGER keep_id BEFORE UPDATE OF id ON tusk.import
    FOR EACH ROW WHEN (new.id <> old.id) EXECUTE FUNCTION tusk.keep_id();

------------------------------------------------------------------------------------------------------------------
-- What search knows comes and goes with its todo.

ALTER TABLE tusk.todo_search DROP CONSTRAINT todo_search_todo_id_fkey;

CREATE FUNCTION tusk.check_search_row() RETURNS trigger
LANGUAGE plpgsql
SET enable_seqscan = off
AS $body$
BEGIN
    PERFORM FROM tusk.todo WHERE id = new.todo_id FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE foreign_key_violation USING MESSAGE = format('There is no todo %s.', new.todo_id);
    END IF;
    RETURN NULL;
END
$body$;
COMMENT ON FUNCTION tusk.check_search_row() IS 'Trigger: whoever writes here by hand needs a todo.';

-- The trigger that makes new todos known to search is called for todos that are there.
CREATE TRIGGER check_insert AFTER INSERT ON tusk.todo_search
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION tusk.check_search_row();
CREATE TRIGGER check_update AFTER UPDATE OF todo_id ON tusk.todo_search
    FOR EACH ROW WHEN (new.todo_id <> old.todo_id) EXECUTE FUNCTION tusk.check_search_row();

CREATE FUNCTION tusk.forget_search_rows() RETURNS trigger
LANGUAGE plpgsql
SET enable_seqscan = off
SET jit = off
AS $body$
BEGIN
    IF tg_op = 'TRUNCATE' THEN
        DELETE FROM tusk.todo_search; -- TRUNCATE may have been asked for both tables
    ELSE
        DELETE FROM tusk.todo_search WHERE todo_id = ANY (ARRAY(SELECT id FROM old_rows));
    END IF;
    RETURN NULL;
END
$body$;
COMMENT ON FUNCTION tusk.forget_search_rows() IS 'Trigger: search does not find what was deleted.';

CREATE TRIGGER index_delete AFTER DELETE ON tusk.todo REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tusk.forget_search_rows();
CREATE TRIGGER index_truncate AFTER TRUNCATE ON tusk.todo
    FOR EACH STATEMENT EXECUTE FUNCTION tusk.forget_search_rows();

------------------------------------------------------------------------------------------------------------------
-- The import that brought a todo or a row is asked for once in a statement.

ALTER TABLE tusk.todo DROP CONSTRAINT todo_import_id_fkey;
ALTER TABLE tusk.import_row DROP CONSTRAINT import_row_import_id_fkey;

CREATE FUNCTION tusk.need_import(wanted uuid) RETURNS void
LANGUAGE plpgsql
SET enable_seqscan = off
AS $body$
BEGIN
    PERFORM FROM tusk.import WHERE id = wanted FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE foreign_key_violation USING MESSAGE = format('There is no import %s.', wanted);
    END IF;
END
$body$;
COMMENT ON FUNCTION tusk.need_import(uuid) IS 'Part of tusk.check_import: keeps an import from being deleted meanwhile.';

CREATE FUNCTION tusk.check_import() RETURNS trigger
LANGUAGE plpgsql
SET jit = off
AS $body$
BEGIN
    IF tg_level = 'ROW' THEN
        PERFORM tusk.need_import(new.import_id);
    ELSE
        PERFORM tusk.need_import(import_id)
        FROM (SELECT DISTINCT import_id FROM new_rows WHERE import_id IS NOT NULL) AS wanted;
    END IF;
    RETURN NULL;
END
$body$;
COMMENT ON FUNCTION tusk.check_import() IS 'Trigger: todos and rows of a source are of an import that is there.';

CREATE TRIGGER check_import AFTER INSERT ON tusk.todo REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tusk.check_import();
CREATE TRIGGER check_other_import AFTER UPDATE OF import_id ON tusk.todo FOR EACH ROW
    WHEN (new.import_id <> coalesce(old.import_id, '00000000-0000-0000-0000-000000000000')) EXECUTE FUNCTION tusk.check_import();
CREATE TRIGGER check_import AFTER INSERT ON tusk.import_row REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tusk.check_import();
CREATE TRIGGER check_other_import AFTER UPDATE OF import_id ON tusk.import_row
    FOR EACH ROW WHEN (new.import_id <> old.import_id) EXECUTE FUNCTION tusk.check_import();

CREATE FUNCTION tusk.forget_imports() RETURNS trigger
LANGUAGE plpgsql
SET enable_seqscan = off
SET jit = off
AS $body$
DECLARE
    gone uuid[];
BEGIN
    IF tg_op = 'TRUNCATE' THEN
        UPDATE tusk.todo SET import_id = NULL WHERE import_id IS NOT NULL;
        DELETE FROM tusk.import_row;
    ELSE
        gone := ARRAY(SELECT id FROM old_rows);
        UPDATE tusk.todo SET import_id = NULL WHERE import_id = ANY (gone);
        DELETE FROM tusk.import_row WHERE import_id = ANY (gone);
    END IF;
    RETURN NULL;
END
$body$;
COMMENT ON FUNCTION tusk.forget_imports() IS 'Trigger: todos stay when their import is deleted, what is known of its rows goes.';

CREATE TRIGGER forget_imports AFTER DELETE ON tusk.import REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tusk.forget_imports();
CREATE TRIGGER forget_all_imports AFTER TRUNCATE ON tusk.import
    FOR EACH STATEMENT EXECUTE FUNCTION tusk.forget_imports();
