-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- Rows as JSON, and the log: triggers write what every statement changed, whoever sent it.

------------------------------------------------------------------------------------------------------------------
-- Rows as JSON

CREATE FUNCTION tusk.instant(at timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
COMMENT ON FUNCTION tusk.instant(timestamptz) IS 'ISO 8601 in UTC, whatever the time zone of the session.';

CREATE FUNCTION tusk.moment(day date, at time, zone text) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN day IS NOT NULL THEN jsonb_build_object('date', day, 'time', at, 'zone', zone) END;
COMMENT ON FUNCTION tusk.moment(date, time, text) IS 'A due or start date as one value, because it is edited as one.';

-- The names and forms of the fields of a todo, as actions and the log have them, are in the next three functions.

CREATE FUNCTION tusk.todo_fields(todo tusk.todo) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN jsonb_build_object(
    'title', todo.title, 'notes', todo.notes, 'list_id', todo.list_id, 'parent_id', todo.parent_id,
    'priority', todo.priority, 'due', tusk.moment(todo.due_date, todo.due_time, todo.due_zone),
    'start', tusk.moment(todo.start_date, todo.start_time, todo.start_zone), 'repeat', todo.repeat,
    'position', todo."position", 'completed_at', tusk.instant(todo.completed_at),
    'deleted_at', tusk.instant(todo.deleted_at), 'created_at', tusk.instant(todo.created_at),
    'import_id', todo.import_id);
COMMENT ON FUNCTION tusk.todo_fields(tusk.todo) IS 'What an action may change of a todo, in the form that the log keeps; its tags are apart.';

CREATE FUNCTION tusk.todo_field(todo tusk.todo, name text) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE name
    WHEN 'title' THEN to_jsonb(todo.title)
    WHEN 'notes' THEN to_jsonb(todo.notes)
    WHEN 'list_id' THEN to_jsonb(todo.list_id)
    WHEN 'parent_id' THEN to_jsonb(todo.parent_id)
    WHEN 'priority' THEN to_jsonb(todo.priority)
    WHEN 'due' THEN tusk.moment(todo.due_date, todo.due_time, todo.due_zone)
    WHEN 'start' THEN tusk.moment(todo.start_date, todo.start_time, todo.start_zone)
    WHEN 'repeat' THEN to_jsonb(todo.repeat)
    WHEN 'position' THEN to_jsonb(todo."position")
    WHEN 'completed_at' THEN to_jsonb(tusk.instant(todo.completed_at))
    WHEN 'deleted_at' THEN to_jsonb(tusk.instant(todo.deleted_at))
    WHEN 'created_at' THEN to_jsonb(tusk.instant(todo.created_at))
    WHEN 'import_id' THEN to_jsonb(todo.import_id)
    END;
COMMENT ON FUNCTION tusk.todo_field(tusk.todo, text) IS 'One member of tusk.todo_fields without making the others, of which the notes may be long.';

CREATE FUNCTION tusk.todo_difference(one tusk.todo, other tusk.todo) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN one.title = other.title THEN '{}' ELSE jsonb_build_object('title', one.title) END
    || CASE WHEN one.notes = other.notes THEN '{}' ELSE jsonb_build_object('notes', one.notes) END
    || CASE WHEN one.list_id IS NOT DISTINCT FROM other.list_id THEN '{}'
            ELSE jsonb_build_object('list_id', one.list_id) END
    || CASE WHEN one.parent_id IS NOT DISTINCT FROM other.parent_id THEN '{}'
            ELSE jsonb_build_object('parent_id', one.parent_id) END
    || CASE WHEN one.priority = other.priority THEN '{}' ELSE jsonb_build_object('priority', one.priority) END
    || CASE WHEN (one.due_date, one.due_time, one.due_zone)
                 IS NOT DISTINCT FROM (other.due_date, other.due_time, other.due_zone) THEN '{}'
            ELSE jsonb_build_object('due', tusk.moment(one.due_date, one.due_time, one.due_zone)) END
    || CASE WHEN (one.start_date, one.start_time, one.start_zone)
                 IS NOT DISTINCT FROM (other.start_date, other.start_time, other.start_zone) THEN '{}'
            ELSE jsonb_build_object('start', tusk.moment(one.start_date, one.start_time, one.start_zone)) END
    || CASE WHEN one.repeat = other.repeat THEN '{}' ELSE jsonb_build_object('repeat', one.repeat) END
    || CASE WHEN one."position" = other."position" THEN '{}' ELSE jsonb_build_object('position', one."position") END
    || CASE WHEN one.completed_at IS NOT DISTINCT FROM other.completed_at THEN '{}'
            ELSE jsonb_build_object('completed_at', tusk.instant(one.completed_at)) END
    || CASE WHEN one.deleted_at IS NOT DISTINCT FROM other.deleted_at THEN '{}'
            ELSE jsonb_build_object('deleted_at', tusk.instant(one.deleted_at)) END
    || CASE WHEN one.created_at = other.created_at THEN '{}'
            ELSE jsonb_build_object('created_at', tusk.instant(one.created_at)) END
    || CASE WHEN one.import_id IS NOT DISTINCT FROM other.import_id THEN '{}'
            ELSE jsonb_build_object('import_id', one.import_id) END;
COMMENT ON FUNCTION tusk.todo_difference(tusk.todo, tusk.todo) IS 'Those members of tusk.todo_fields of the one that are otherwise in the other.';

CREATE FUNCTION tusk.tags_of(of_todo uuid) RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE
RETURN ARRAY(SELECT tag_id FROM tusk.todo_tag WHERE todo_id = of_todo ORDER BY tag_id);
COMMENT ON FUNCTION tusk.tags_of(uuid) IS 'The tags of a todo, ascending.';

CREATE FUNCTION tusk.todo_row(todo tusk.todo) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN jsonb_build_object(
    'id', todo.id, 'title', todo.title, 'notes', left(todo.notes, 1000),
    -- Long notes need not be read to be known as long.
    'notes_cut', CASE WHEN octet_length(todo.notes) <= 1000 THEN false
                      WHEN octet_length(todo.notes) > 4000 THEN true
                      ELSE char_length(todo.notes) > 1000 END,
    'list_id', todo.list_id, 'parent_id', todo.parent_id, 'priority', todo.priority,
    'due_date', todo.due_date, 'due_time', todo.due_time, 'due_zone', todo.due_zone,
    'start_date', todo.start_date, 'start_time', todo.start_time, 'start_zone', todo.start_zone,
    'repeat', todo.repeat, 'position', todo."position", 'completed_at', tusk.instant(todo.completed_at),
    'deleted_at', tusk.instant(todo.deleted_at), 'created_at', tusk.instant(todo.created_at),
    'updated_at', tusk.instant(todo.updated_at), 'version', todo.version, 'tags', tusk.tags_of(todo.id));
COMMENT ON FUNCTION tusk.todo_row(tusk.todo) IS 'A todo as the program shows it: with its tags and the beginning of its notes.';

CREATE FUNCTION tusk.list_row(list tusk.list) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN jsonb_build_object('id', list.id, 'name', list.name, 'color', list.color, 'position', list."position",
    'archived_at', tusk.instant(list.archived_at), 'version', list.version);
COMMENT ON FUNCTION tusk.list_row(tusk.list) IS 'A list as the program shows it.';

CREATE FUNCTION tusk.tag_row(tag tusk.tag) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN jsonb_build_object('id', tag.id, 'name', tag.name, 'color', tag.color, 'position', tag."position",
    'version', tag.version);
COMMENT ON FUNCTION tusk.tag_row(tusk.tag) IS 'A tag as the program shows it.';

------------------------------------------------------------------------------------------------------------------
-- Versions

CREATE FUNCTION tusk.next_version() RETURNS trigger
LANGUAGE plpgsql
AS $body$
BEGIN
    new.version := nextval('tusk.version');
    new.updated_at := now();
    RETURN new;
END
$body$;
COMMENT ON FUNCTION tusk.next_version() IS 'Trigger: a changed row is a newer row, whoever changed it.';

CREATE TRIGGER next_version BEFORE UPDATE ON tusk.todo FOR EACH ROW EXECUTE FUNCTION tusk.next_version();
CREATE TRIGGER next_version BEFORE UPDATE ON tusk.list FOR EACH ROW EXECUTE FUNCTION tusk.next_version();
CREATE TRIGGER next_version BEFORE UPDATE ON tusk.tag FOR EACH ROW EXECUTE FUNCTION tusk.next_version();

------------------------------------------------------------------------------------------------------------------
-- Search

CREATE FUNCTION tusk.index_new_todos() RETURNS trigger
LANGUAGE plpgsql
-- The parser remarks on every word of notes that is too long to be one.
SET client_min_messages = warning
AS $body$
BEGIN
    INSERT INTO tusk.todo_search (todo_id, title, words)
    SELECT id, tusk.fold(title), tusk.search_words(title, notes) FROM new_rows;
    RETURN NULL;
END
$body$;
COMMENT ON FUNCTION tusk.index_new_todos() IS 'Trigger: makes new todos known to search.';

CREATE FUNCTION tusk.index_todo() RETURNS trigger
LANGUAGE plpgsql
SET client_min_messages = warning
SET enable_seqscan = off
SET jit = off
AS $body$
BEGIN
    UPDATE tusk.todo_search SET title = tusk.fold(new.title), words = tusk.search_words(new.title, new.notes)
    WHERE todo_id = new.id;
    RETURN NULL;
END
$body$;
COMMENT ON FUNCTION tusk.index_todo() IS 'Trigger: makes new words of a todo known to search.';

CREATE TRIGGER index_insert AFTER INSERT ON tusk.todo REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tusk.index_new_todos();
CREATE TRIGGER index_update AFTER UPDATE OF title, notes ON tusk.todo
    FOR EACH ROW WHEN (new.title <> old.title OR new.notes <> old.notes) EXECUTE FUNCTION tusk.index_todo();

------------------------------------------------------------------------------------------------------------------
-- The log

-- A plan is made once in a session, for as many rows as tables and statement had then; later there may be thousands.
-- So the triggers, and tusk.apply_action, are given those ways of planning that never get slow.

CREATE FUNCTION tusk.current_action() RETURNS uuid
LANGUAGE plpgsql
AS $body$
-- The action of this transaction. tusk.apply_action has set it; for another program one is made here, so that
-- what it writes is logged, announced and can be undone like everything else.
DECLARE
    action_id uuid := nullif(current_setting('tusk.action', true), '')::uuid;
BEGIN
    IF action_id IS NULL THEN
        action_id := gen_random_uuid();
        INSERT INTO tusk.action (id, kind) VALUES (action_id, 'external');
        PERFORM set_config('tusk.action', action_id::text, true);
        PERFORM pg_notify('tusk', action_id::text);
    END IF;
    RETURN action_id;
END
$body$;
COMMENT ON FUNCTION tusk.current_action() IS 'The action under which this transaction is logged.';

CREATE FUNCTION tusk.is_logged() RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce(current_setting('tusk.log', true), '') <> 'off';
COMMENT ON FUNCTION tusk.is_logged() IS 'False within imports, which log one row for all (SET LOCAL tusk.log = off).';

CREATE FUNCTION tusk.difference(left_side jsonb, right_side jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT jsonb_object_agg(l.key, l.value) FROM jsonb_each(left_side) AS l
        WHERE l.value IS DISTINCT FROM right_side -> l.key);
COMMENT ON FUNCTION tusk.difference(jsonb, jsonb) IS 'The members of the left that the right has not or has otherwise; NULL for none.';

CREATE FUNCTION tusk.log_todo() RETURNS trigger
LANGUAGE plpgsql
SET enable_nestloop = off -- would compare every old row with every new one
SET enable_seqscan = off
SET jit = off
AS $body$
BEGIN
    IF NOT tusk.is_logged() THEN
        RETURN NULL;
    END IF;
    IF tg_op = 'INSERT' THEN
        INSERT INTO tusk.change (action_id, entity, row_id, operation, after)
        SELECT (SELECT tusk.current_action()), 'todo', n.id, 'insert', tusk.todo_fields(n) FROM new_rows n;
    ELSIF tg_op = 'DELETE' THEN
        INSERT INTO tusk.change (action_id, entity, row_id, operation, before)
        SELECT (SELECT tusk.current_action()), 'todo', o.id, 'delete', tusk.todo_fields(o) FROM old_rows o;
    ELSE
        INSERT INTO tusk.change (action_id, entity, row_id, operation, before, after)
        SELECT (SELECT tusk.current_action()), 'todo', id, 'update', before, after
        FROM (SELECT n.id, tusk.todo_difference(o, n) AS before, tusk.todo_difference(n, o) AS after
              FROM new_rows n JOIN old_rows o ON o.id = n.id OFFSET 0) AS pair
        WHERE after <> '{}';
    END IF;
    RETURN NULL;
END
$body$;
COMMENT ON FUNCTION tusk.log_todo() IS 'Trigger: writes tusk.change for a statement on tusk.todo.';

CREATE TRIGGER log_insert AFTER INSERT ON tusk.todo REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tusk.log_todo();
CREATE TRIGGER log_update AFTER UPDATE ON tusk.todo REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tusk.log_todo();
CREATE TRIGGER log_delete AFTER DELETE ON tusk.todo REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tusk.log_todo();

CREATE FUNCTION tusk.log_todo_tag() RETURNS trigger
LANGUAGE plpgsql
SET enable_seqscan = off
SET jit = off
AS $body$
-- Tags are a field of the todo: the row gets a new version, and the log says which were added or taken away.
BEGIN
    IF NOT tusk.is_logged() THEN
        RETURN NULL;
    END IF;
    IF tg_op <> 'INSERT' THEN
        UPDATE tusk.todo SET updated_at = now() WHERE id = ANY (ARRAY(SELECT todo_id FROM old_rows));
        INSERT INTO tusk.change (action_id, entity, row_id, operation, before, after)
        SELECT (SELECT tusk.current_action()), 'todo', todo_id, 'update',
               jsonb_build_object('tags', jsonb_agg(tag_id ORDER BY tag_id)), '{"tags": []}'
        FROM old_rows GROUP BY todo_id;
    END IF;
    IF tg_op <> 'DELETE' THEN
        UPDATE tusk.todo SET updated_at = now() WHERE id = ANY (ARRAY(SELECT todo_id FROM new_rows));
        INSERT INTO tusk.change (action_id, entity, row_id, operation, before, after)
        SELECT (SELECT tusk.current_action()), 'todo', todo_id, 'update', '{"tags": []}',
               jsonb_build_object('tags', jsonb_agg(tag_id ORDER BY tag_id))
        FROM new_rows GROUP BY todo_id;
    END IF;
    RETURN NULL;
END
$body$;
COMMENT ON FUNCTION tusk.log_todo_tag() IS 'Trigger: logs added and removed tags as changes of their todos.';

CREATE TRIGGER log_insert AFTER INSERT ON tusk.todo_tag REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tusk.log_todo_tag();
CREATE TRIGGER log_update AFTER UPDATE ON tusk.todo_tag REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tusk.log_todo_tag();
CREATE TRIGGER log_delete AFTER DELETE ON tusk.todo_tag REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tusk.log_todo_tag();

CREATE FUNCTION tusk.log_list_or_tag() RETURNS trigger
LANGUAGE plpgsql
AS $body$
-- Row by row: lists and tags are few.
DECLARE
    unkept CONSTANT text[] := '{version, created_at, updated_at}';
    was jsonb;
    is_now jsonb;
BEGIN
    IF NOT tusk.is_logged() THEN
        RETURN NULL;
    END IF;
    IF tg_op <> 'INSERT' THEN
        was := to_jsonb(old) - unkept;
    END IF;
    IF tg_op <> 'DELETE' THEN
        is_now := to_jsonb(new) - unkept;
    END IF;
    IF was IS DISTINCT FROM is_now THEN
        INSERT INTO tusk.change (action_id, entity, row_id, operation, before, after)
        VALUES (tusk.current_action(), tg_table_name, (coalesce(is_now, was)->>'id')::uuid,
                lower(tg_op), coalesce(tusk.difference(was, is_now), was), coalesce(tusk.difference(is_now, was), is_now));
    END IF;
    RETURN NULL;
END
$body$;
COMMENT ON FUNCTION tusk.log_list_or_tag() IS 'Trigger: writes tusk.change for a row of tusk.list or tusk.tag.';

CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON tusk.list
    FOR EACH ROW EXECUTE FUNCTION tusk.log_list_or_tag();
CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON tusk.tag
    FOR EACH ROW EXECUTE FUNCTION tusk.log_list_or_tag();

------------------------------------------------------------------------------------------------------------------
-- For people who read with other tools

CREATE VIEW tusk.todo_overview AS
SELECT t.id, t.title, coalesce(l.name, 'Inbox') AS list,
       (SELECT string_agg(g.name, ', ' ORDER BY g.name) FROM tusk.todo_tag tt JOIN tusk.tag g ON g.id = tt.tag_id
        WHERE tt.todo_id = t.id) AS tags,
       (ARRAY['none', 'low', 'medium', 'high'])[t.priority + 1] AS priority,
       CASE WHEN t.deleted_at IS NOT NULL THEN 'in the trash' WHEN t.completed_at IS NOT NULL THEN 'completed'
            ELSE 'open' END AS state,
       t.due_date, t.due_time, t.due_zone, t.start_date, t.repeat, t.notes, t.completed_at, t.deleted_at,
       t.created_at, t.updated_at
FROM tusk.todo t LEFT JOIN tusk.list l ON l.id = t.list_id
ORDER BY t."position", t.id;
COMMENT ON VIEW tusk.todo_overview IS 'Todos with the names of their lists and tags, for reading with any SQL client.';
COMMENT ON COLUMN tusk.todo_overview.id IS 'As in tusk.todo.';
COMMENT ON COLUMN tusk.todo_overview.title IS 'As in tusk.todo.';
COMMENT ON COLUMN tusk.todo_overview.list IS 'Name of the list, or Inbox.';
COMMENT ON COLUMN tusk.todo_overview.tags IS 'Names of the tags, with commas; NULL for none.';
COMMENT ON COLUMN tusk.todo_overview.priority IS 'none, low, medium or high.';
COMMENT ON COLUMN tusk.todo_overview.state IS 'open, completed or in the trash.';
COMMENT ON COLUMN tusk.todo_overview.due_date IS 'As in tusk.todo.';
COMMENT ON COLUMN tusk.todo_overview.due_time IS 'As in tusk.todo.';
COMMENT ON COLUMN tusk.todo_overview.due_zone IS 'As in tusk.todo.';
COMMENT ON COLUMN tusk.todo_overview.start_date IS 'As in tusk.todo.';
COMMENT ON COLUMN tusk.todo_overview.repeat IS 'As in tusk.todo.';
COMMENT ON COLUMN tusk.todo_overview.notes IS 'As in tusk.todo.';
COMMENT ON COLUMN tusk.todo_overview.completed_at IS 'As in tusk.todo.';
COMMENT ON COLUMN tusk.todo_overview.deleted_at IS 'As in tusk.todo.';
COMMENT ON COLUMN tusk.todo_overview.created_at IS 'As in tusk.todo.';
COMMENT ON COLUMN tusk.todo_overview.updated_at IS 'As in tusk.todo.';
