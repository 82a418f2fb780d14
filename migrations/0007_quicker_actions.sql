-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT
--
-- An action on one todo costs little more than the many small steps that it is made of. Here are fewer of them, and
-- cheaper ones; what they do is what it was. Replaced functions keep their comments.

------------------------------------------------------------------------------------------------------------------
-- Checks that are made at every change of a todo

-- A bounded repetition makes the regular expression many times as dear, and the server parses a check anew for every
-- statement.
ALTER TABLE tusk.todo
    DROP CONSTRAINT todo_position_form,
    ADD CONSTRAINT todo_position_form
        CHECK (octet_length("position") <= 200 AND "position" ~ '^[0-9A-Za-z]*[1-9A-Za-z]$'),
    DROP CONSTRAINT todo_instants_range,
    ADD CONSTRAINT todo_instants_range
        CHECK (least(created_at, completed_at, deleted_at) >= '0001-01-01 00:00:00+00'
               AND greatest(created_at, completed_at, deleted_at) <= '9999-12-31 23:59:59.999+00');

------------------------------------------------------------------------------------------------------------------
-- What the client is told

CREATE FUNCTION tusk.todo_row(todo tusk.todo, tags uuid[]) RETURNS jsonb
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
    'updated_at', tusk.instant(todo.updated_at), 'version', todo.version, 'tags', tags);
COMMENT ON FUNCTION tusk.todo_row(tusk.todo, uuid[]) IS 'The same for tags that are known, without a query of its own: it becomes part of the one that calls it.';

CREATE OR REPLACE FUNCTION tusk.todo_row(todo tusk.todo) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN tusk.todo_row(todo, tusk.tags_of(todo.id));

CREATE OR REPLACE FUNCTION tusk.changed_rows(action_ids uuid[], most_todos integer,
                                  OUT lists json, OUT tags json, OUT todos json, OUT versions json)
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    list_ids uuid[];
    tag_ids uuid[];
    todo_ids uuid[];
BEGIN
    SELECT array_agg(DISTINCT row_id) FILTER (WHERE entity = 'list'),
           array_agg(DISTINCT row_id) FILTER (WHERE entity = 'tag'),
           coalesce(array_agg(DISTINCT row_id) FILTER (WHERE entity = 'todo'), '{}')
    INTO list_ids, tag_ids, todo_ids
    FROM tusk.change WHERE action_id = ANY (action_ids);

    lists := '[]';
    IF list_ids IS NOT NULL THEN
        lists := (SELECT coalesce(json_agg(tusk.list_row(l)), '[]') FROM tusk.list l WHERE l.id = ANY (list_ids));
    END IF;
    tags := '[]';
    IF tag_ids IS NOT NULL THEN
        tags := (SELECT coalesce(json_agg(tusk.tag_row(g)), '[]') FROM tusk.tag g WHERE g.id = ANY (tag_ids));
    END IF;
    IF cardinality(todo_ids) > most_todos THEN
        versions := (SELECT coalesce(json_object_agg(t.id, t.version), '{}') FROM tusk.todo t WHERE t.id = ANY (todo_ids));
    ELSE
        todos := (SELECT coalesce(json_agg(tusk.todo_row(t, ARRAY(
                          SELECT tt.tag_id FROM tusk.todo_tag tt WHERE tt.todo_id = t.id ORDER BY tt.tag_id))), '[]')
                  FROM tusk.todo t WHERE t.id = ANY (todo_ids));
    END IF;
END
$body$;

CREATE FUNCTION tusk.told_change(entity text, row_id uuid, operation text, before jsonb, after jsonb) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object('entity', entity, 'id', row_id, 'op', operation, 'before', before - 'notes', 'after', after - 'notes');
COMMENT ON FUNCTION tusk.told_change(text, uuid, text, jsonb, jsonb) IS 'A change as clients are told of it: without notes, which may be long.';

CREATE FUNCTION tusk.told_action(action tusk.action, changes json) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object('id', action.id, 'kind', action.kind, 'label', action.label, 'installation', action.installation,
                         'target', action.target, 'changes', coalesce(changes, '[]'));
COMMENT ON FUNCTION tusk.told_action(tusk.action, json) IS 'An action as clients are told of it, with its changes.';

CREATE OR REPLACE FUNCTION tusk.logged_actions(action_ids uuid[]) RETURNS json
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF EXISTS (SELECT FROM tusk.change c WHERE c.action_id = ANY (action_ids)
               GROUP BY c.action_id, c.row_id HAVING count(*) > 1) THEN
        RETURN (
            SELECT coalesce(json_agg(tusk.told_action(a, (
                       SELECT json_agg(tusk.told_change(c.entity, c.row_id, c.operation, c.before, c.after) ORDER BY c.ordinal)
                       FROM tusk.net_changes(a.id) AS c)) ORDER BY a.sequence), '[]')
            FROM tusk.action a WHERE a.id = ANY (action_ids));
    END IF;
    -- No row was changed twice by the same action, so the log says what each did in the end.
    RETURN (
        SELECT coalesce(json_agg(tusk.told_action(a, (
                   SELECT json_agg(tusk.told_change(c.entity, c.row_id, c.operation, c.before, c.after) ORDER BY c.ordinal)
                   FROM tusk.change c
                   WHERE c.action_id = a.id AND (c.before <> '{}' OR c.after <> '{}'))) ORDER BY a.sequence), '[]')
        FROM tusk.action a WHERE a.id = ANY (action_ids));
END
$body$;

------------------------------------------------------------------------------------------------------------------
-- What the client asks for

CREATE OR REPLACE FUNCTION tusk.merge_todos(changes jsonb[]) RETURNS jsonb
LANGUAGE plpgsql
SET enable_nestloop = off -- would look for the new values of each todo among those of all
SET jit = off
AS $body$
DECLARE
    ids uuid[];
    accepted jsonb[];
    is_short boolean;
    conflicts jsonb;
BEGIN
    WITH field AS MATERIALIZED (
        SELECT there.id, f.key, f.value AS mine, c->'base'->f.key AS base, tusk.todo_field(there.todo, f.key) AS theirs
        FROM unnest(changes) AS c
        CROSS JOIN LATERAL (SELECT t.id, t AS todo FROM tusk.todo t WHERE t.id = (c->>'id')::uuid OFFSET 0) AS there
        CROSS JOIN LATERAL jsonb_each(c->'new') AS f
        WHERE f.key <> 'tags'
    ), merged AS (
        SELECT id, jsonb_object_agg(key, mine) AS new, bool_and(key IN ('position', 'completed_at', 'deleted_at')) AS is_short
        FROM field
        WHERE key = 'position' OR tusk.same_value(key, base, theirs) GROUP BY id
    )
    SELECT array_agg(m.id), array_agg(m.new), bool_and(m.is_short),
           (SELECT jsonb_agg(jsonb_build_object('entity', 'todo', 'id', id, 'field', key, 'base', base, 'mine', mine,
                                                'theirs', theirs))
            FROM field
            WHERE key <> 'position' AND NOT tusk.same_value(key, base, theirs) AND NOT tusk.same_value(key, mine, theirs))
    INTO ids, accepted, is_short, conflicts
    FROM merged AS m;

    -- Completing, deleting and reordering are the most frequent: a statement that could write every field would take
    -- them a tenth longer.
    IF is_short THEN
        UPDATE tusk.todo AS t SET
            "position" = CASE WHEN m.new ? 'position' THEN m.new->>'position' ELSE t."position" END,
            completed_at = CASE WHEN m.new ? 'completed_at' THEN (m.new->>'completed_at')::timestamptz
                                ELSE t.completed_at END,
            deleted_at = CASE WHEN m.new ? 'deleted_at' THEN (m.new->>'deleted_at')::timestamptz
                              ELSE t.deleted_at END
        FROM unnest(ids, accepted) AS m(id, new) WHERE t.id = m.id AND t.id = ANY (ids);
    ELSIF ids IS NOT NULL THEN
        UPDATE tusk.todo AS t SET
            title = CASE WHEN m.new ? 'title' THEN m.new->>'title' ELSE t.title END,
            notes = CASE WHEN m.new ? 'notes' THEN m.new->>'notes' ELSE t.notes END,
            list_id = CASE WHEN m.new ? 'list_id'
                           THEN (SELECT l.id FROM tusk.list l WHERE l.id = (m.new->>'list_id')::uuid)
                           ELSE t.list_id END,
            parent_id = CASE WHEN m.new ? 'parent_id'
                             THEN (SELECT p.id FROM tusk.todo p WHERE p.id = (m.new->>'parent_id')::uuid)
                             ELSE t.parent_id END,
            priority = CASE WHEN m.new ? 'priority' THEN (m.new->>'priority')::smallint ELSE t.priority END,
            due_date = CASE WHEN m.new ? 'due' THEN (m.new #>> '{due,date}')::date ELSE t.due_date END,
            due_time = CASE WHEN m.new ? 'due' THEN (m.new #>> '{due,time}')::time ELSE t.due_time END,
            due_zone = CASE WHEN m.new ? 'due' THEN m.new #>> '{due,zone}' ELSE t.due_zone END,
            start_date = CASE WHEN m.new ? 'start' THEN (m.new #>> '{start,date}')::date ELSE t.start_date END,
            start_time = CASE WHEN m.new ? 'start' THEN (m.new #>> '{start,time}')::time ELSE t.start_time END,
            start_zone = CASE WHEN m.new ? 'start' THEN m.new #>> '{start,zone}' ELSE t.start_zone END,
            repeat = CASE WHEN m.new ? 'repeat' THEN m.new->>'repeat' ELSE t.repeat END,
            "position" = CASE WHEN m.new ? 'position' THEN m.new->>'position' ELSE t."position" END,
            completed_at = CASE WHEN m.new ? 'completed_at' THEN (m.new->>'completed_at')::timestamptz
                                ELSE t.completed_at END,
            deleted_at = CASE WHEN m.new ? 'deleted_at' THEN (m.new->>'deleted_at')::timestamptz
                              ELSE t.deleted_at END,
            created_at = CASE WHEN m.new ? 'created_at' THEN (m.new->>'created_at')::timestamptz
                              ELSE t.created_at END,
            import_id = CASE WHEN m.new ? 'import_id'
                             THEN (SELECT i.id FROM tusk.import i WHERE i.id = (m.new->>'import_id')::uuid)
                             ELSE t.import_id END
        FROM unnest(ids, accepted) AS m(id, new) WHERE t.id = m.id AND t.id = ANY (ids);
    END IF;
    RETURN conflicts;
END
$body$;

CREATE OR REPLACE FUNCTION tusk.update_todos(changes jsonb[]) RETURNS jsonb
LANGUAGE plpgsql
AS $body$
DECLARE
    ids uuid[];
    list_ids uuid[];
    refers boolean;
    tagged boolean;
    found_rows integer;
    conflicts jsonb;
    gone jsonb;
    lists_gone jsonb;
BEGIN
    SELECT array_agg((c->>'id')::uuid), bool_or(c->'new' ?| '{list_id, tags, parent_id}'), bool_or(c->'new' ? 'tags'),
           array_agg(DISTINCT (c #>> '{new,list_id}')::uuid) FILTER (WHERE c #>> '{new,list_id}' IS NOT NULL)
    INTO ids, refers, tagged, list_ids
    FROM unnest(changes) AS c;
    IF refers THEN
        PERFORM tusk.lock_referred(changes);
    END IF;
    -- In one order, so that two actions on the same todos wait for each other instead of deadlocking.
    PERFORM FROM tusk.todo WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    GET DIAGNOSTICS found_rows = ROW_COUNT;

    conflicts := tusk.merge_todos(changes);
    IF tagged THEN
        PERFORM tusk.merge_tags(changes);
    END IF;
    IF found_rows < cardinality(ids) THEN
        gone := (SELECT jsonb_agg(missing.id) FROM (
            SELECT unnest(ids) EXCEPT SELECT t.id FROM tusk.todo t WHERE t.id = ANY (ids)) AS missing(id));
    END IF;
    IF list_ids IS NOT NULL THEN
        lists_gone := (SELECT jsonb_agg(missing.id) FROM (
            SELECT unnest(list_ids) EXCEPT SELECT l.id FROM tusk.list l WHERE l.id = ANY (list_ids)) AS missing(id));
    END IF;
    RETURN CASE WHEN conflicts IS NULL THEN '{}' ELSE jsonb_build_object('conflicts', conflicts) END
        || CASE WHEN gone IS NULL THEN '{}' ELSE jsonb_build_object('gone', gone) END
        || CASE WHEN lists_gone IS NULL THEN '{}' ELSE jsonb_build_object('lists_gone', lists_gone) END;
END
$body$;

CREATE OR REPLACE FUNCTION tusk.carry_out(changes jsonb) RETURNS jsonb
LANGUAGE plpgsql
AS $body$
DECLARE
    lists jsonb[] := '{}';
    tags jsonb[] := '{}';
    inserts jsonb[];
    updates jsonb[];
    deletes jsonb[];
    conflicts jsonb := '[]';
    result jsonb := '{}';
    c jsonb;
BEGIN
    -- Most actions are about todos only.
    IF changes ? 'lists' THEN
        lists := ARRAY(SELECT jsonb_array_elements(changes->'lists'));
    END IF;
    IF changes ? 'tags' THEN
        tags := ARRAY(SELECT jsonb_array_elements(changes->'tags'));
    END IF;
    SELECT array_agg(t) FILTER (WHERE t->>'op' = 'insert'), array_agg(t) FILTER (WHERE t->>'op' = 'update'),
           array_agg(t) FILTER (WHERE t->>'op' = 'delete')
    INTO inserts, updates, deletes
    FROM jsonb_array_elements(changes->'todos') AS t;

    -- What others refer to comes first and goes last.
    FOREACH c IN ARRAY lists LOOP
        IF c->>'op' <> 'delete' THEN
            conflicts := conflicts || tusk.apply_list_change(c);
        END IF;
    END LOOP;
    FOREACH c IN ARRAY tags LOOP
        IF c->>'op' <> 'delete' THEN
            conflicts := conflicts || tusk.apply_tag_change(c);
        END IF;
    END LOOP;
    IF inserts IS NOT NULL THEN
        PERFORM tusk.insert_todos(inserts);
    END IF;
    IF updates IS NOT NULL THEN
        result := tusk.update_todos(updates);
    END IF;
    IF deletes IS NOT NULL THEN
        PERFORM tusk.delete_todos(deletes);
    END IF;
    FOREACH c IN ARRAY tags LOOP
        IF c->>'op' = 'delete' THEN
            PERFORM tusk.apply_tag_change(c);
        END IF;
    END LOOP;
    FOREACH c IN ARRAY lists LOOP
        IF c->>'op' = 'delete' THEN
            PERFORM tusk.apply_list_change(c);
        END IF;
    END LOOP;
    IF cardinality(lists) > 1 THEN
        PERFORM tusk.claim_names('tusk.list', lists, conflicts);
    END IF;
    IF cardinality(tags) > 1 THEN
        PERFORM tusk.claim_names('tusk.tag', tags, conflicts);
    END IF;
    IF conflicts <> '[]' THEN
        result := result || jsonb_build_object('conflicts', conflicts || coalesce(result->'conflicts', '[]'));
    END IF;
    RETURN result;
END
$body$;

CREATE OR REPLACE FUNCTION tusk.prune_log() RETURNS void
LANGUAGE plpgsql
AS $body$
-- In small steps, with each action, so that nobody ever waits for it: at most 20 actions and, but for a single
-- large one, 500 changes.
DECLARE
    kept_since timestamptz;
    pruned xid8;
BEGIN
    SELECT now() - d.log_days * interval '1 day' INTO kept_since FROM tusk.database d
    WHERE EXISTS (SELECT FROM tusk.action a WHERE a.applied_at < now() - d.log_days * interval '1 day');
    IF kept_since IS NULL THEN
        RETURN;
    END IF;
    -- One at a time, and the others do not wait.
    PERFORM FROM tusk.database FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    WITH oldest AS (
        SELECT id, applied_at, sequence FROM tusk.action
        WHERE applied_at < kept_since
        ORDER BY applied_at LIMIT 20 FOR UPDATE SKIP LOCKED
    ), sized AS (
        SELECT id, sum(1 + (SELECT count(*) FROM tusk.change c WHERE c.action_id = oldest.id))
                   OVER (ORDER BY applied_at, sequence ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_it
        FROM oldest
    ), deleted AS (
        DELETE FROM tusk.action WHERE id IN (SELECT id FROM sized WHERE coalesce(before_it, 0) < 500)
        RETURNING transaction
    )
    SELECT transaction INTO pruned FROM deleted ORDER BY transaction DESC LIMIT 1;
    IF pruned IS NOT NULL THEN
        UPDATE tusk.database SET pruned_transaction = greatest(pruned_transaction, pruned);
    END IF;
END
$body$;
