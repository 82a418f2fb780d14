-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- tusk.apply_action: one thing that the user did, in one statement and one transaction, safe to send twice.
-- Its parts are functions in PL/pgSQL where they hold queries, because these are planned once in a session.

CREATE FUNCTION tusk.same_value(field text, one jsonb, other jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
-- Of completed_at, deleted_at and archived_at only whether they are set counts.
RETURN CASE WHEN field IN ('completed_at', 'deleted_at', 'archived_at')
            THEN (coalesce(one, 'null') = 'null') = (coalesce(other, 'null') = 'null')
            ELSE coalesce(one, 'null') = coalesce(other, 'null') END;
COMMENT ON FUNCTION tusk.same_value(text, jsonb, jsonb) IS 'Whether two values of a field count as equal when actions are merged.';

------------------------------------------------------------------------------------------------------------------
-- Lists and tags: few, so one after another

CREATE FUNCTION tusk.free_name(taken_in regclass, wanted text, own_id uuid) RETURNS text
LANGUAGE plpgsql
AS $body$
-- Two devices may make a list of the same name while they are apart: the later becomes "name (2)".
DECLARE
    candidate text := wanted;
    taken boolean;
BEGIN
    -- Otherwise two at the same moment would find the same name free.
    PERFORM pg_advisory_xact_lock(x'7475736b'::integer, taken_in::oid::integer);
    FOR attempt IN 2..1000 LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE lower(name) = lower($1) AND id <> $2)', taken_in)
            INTO taken USING candidate, own_id;
        EXIT WHEN NOT taken;
        candidate := format('%s (%s)', left(wanted, 190), attempt);
    END LOOP;
    RETURN candidate;
END
$body$;
COMMENT ON FUNCTION tusk.free_name(regclass, text, uuid) IS 'The wanted name of a list or tag, or the next free one.';

CREATE FUNCTION tusk.claim_names(taken_in regclass, changes jsonb[], conflicts jsonb) RETURNS void
LANGUAGE plpgsql
AS $body$
-- A name that one list was to have may have been set free by a later change of the same action.
DECLARE
    c jsonb;
BEGIN
    FOREACH c IN ARRAY changes LOOP
        IF c->>'op' <> 'delete' AND c->'new' ? 'name'
           AND NOT conflicts @> jsonb_build_array(jsonb_build_object('id', c->'id', 'field', 'name')) THEN
            EXECUTE format('UPDATE %1$s SET name = tusk.free_name(%1$L, $1, id) '
                           'WHERE id = $2 AND name <> tusk.free_name(%1$L, $1, id)', taken_in)
                USING c #>> '{new,name}', (c->>'id')::uuid;
        END IF;
    END LOOP;
END
$body$;
COMMENT ON FUNCTION tusk.claim_names(regclass, jsonb[], jsonb) IS 'Part of tusk.apply_action: gives lists or tags the names that other changes of the same action have set free.';

CREATE FUNCTION tusk.merged_fields(entity text, change jsonb, there jsonb, OUT accepted jsonb, OUT conflicts jsonb)
LANGUAGE sql IMMUTABLE
AS $body$
SELECT coalesce(jsonb_object_agg(f.key, f.mine) FILTER (WHERE f.accepted), '{}'),
       coalesce(jsonb_agg(jsonb_build_object('entity', merged_fields.entity, 'id', change->'id', 'field', f.key,
                                             'base', f.base, 'mine', f.mine, 'theirs', f.theirs))
                FILTER (WHERE NOT f.accepted AND NOT tusk.same_value(f.key, f.mine, f.theirs)), '[]')
FROM (SELECT n.key, n.value AS mine, change->'base'->n.key AS base, there->n.key AS theirs,
             n.key = 'position' OR tusk.same_value(n.key, change->'base'->n.key, there->n.key) AS accepted
      FROM jsonb_each(change->'new') AS n) AS f;
$body$;
COMMENT ON FUNCTION tusk.merged_fields(text, jsonb, jsonb) IS 'Merging of a list or tag, field by field: what to write, and what somebody else changed meanwhile.';

CREATE FUNCTION tusk.apply_list_change(change jsonb) RETURNS jsonb
LANGUAGE plpgsql
AS $body$
DECLARE
    changed_id CONSTANT uuid := change->>'id';
    new jsonb := change->'new';
    there tusk.list;
    conflicts jsonb := '[]';
BEGIN
    SELECT * INTO there FROM tusk.list AS l WHERE l.id = changed_id FOR UPDATE;
    IF change->>'op' = 'insert' THEN
        INSERT INTO tusk.list (id, name, color, "position", archived_at)
        VALUES (changed_id, tusk.free_name('tusk.list', new->>'name', changed_id), coalesce(new->>'color', ''),
                coalesce(new->>'position', tusk.position_at_end()), (new->>'archived_at')::timestamptz)
        ON CONFLICT (id) DO NOTHING;
    ELSIF change->>'op' = 'update' AND there.id IS NOT NULL THEN
        SELECT m.accepted, m.conflicts INTO new, conflicts
            FROM tusk.merged_fields('list', change, to_jsonb(there)) AS m;
        UPDATE tusk.list AS l
        SET name = CASE WHEN new ? 'name' THEN tusk.free_name('tusk.list', new->>'name', l.id) ELSE l.name END,
            color = coalesce(new->>'color', l.color),
            "position" = coalesce(new->>'position', l."position"),
            archived_at = CASE WHEN new ? 'archived_at' THEN (new->>'archived_at')::timestamptz ELSE l.archived_at END
        WHERE l.id = changed_id;
    ELSIF change->>'op' = 'delete' THEN
        UPDATE tusk.todo AS t
        SET list_id = NULL,
            deleted_at = CASE WHEN (change->>'trash_todos')::boolean THEN coalesce(t.deleted_at, now())
                              ELSE t.deleted_at END
        WHERE t.list_id = changed_id;
        DELETE FROM tusk.list AS l WHERE l.id = changed_id;
    END IF;
    RETURN conflicts;
END
$body$;
COMMENT ON FUNCTION tusk.apply_list_change(jsonb) IS 'Part of tusk.apply_action: one change of one list; returns its conflicts.';

CREATE FUNCTION tusk.apply_tag_change(change jsonb) RETURNS jsonb
LANGUAGE plpgsql
AS $body$
DECLARE
    changed_id CONSTANT uuid := change->>'id';
    new jsonb := change->'new';
    there tusk.tag;
    conflicts jsonb := '[]';
BEGIN
    SELECT * INTO there FROM tusk.tag AS g WHERE g.id = changed_id FOR UPDATE;
    IF change->>'op' = 'insert' THEN
        INSERT INTO tusk.tag (id, name, color, "position")
        VALUES (changed_id, tusk.free_name('tusk.tag', new->>'name', changed_id), coalesce(new->>'color', ''),
                coalesce(new->>'position', tusk.position_at_end()))
        ON CONFLICT (id) DO NOTHING;
    ELSIF change->>'op' = 'update' AND there.id IS NOT NULL THEN
        SELECT m.accepted, m.conflicts INTO new, conflicts
            FROM tusk.merged_fields('tag', change, to_jsonb(there)) AS m;
        UPDATE tusk.tag AS g
        SET name = CASE WHEN new ? 'name' THEN tusk.free_name('tusk.tag', new->>'name', g.id) ELSE g.name END,
            color = coalesce(new->>'color', g.color),
            "position" = coalesce(new->>'position', g."position")
        WHERE g.id = changed_id;
    ELSIF change->>'op' = 'delete' THEN
        DELETE FROM tusk.tag AS g WHERE g.id = changed_id;
    END IF;
    RETURN conflicts;
END
$body$;
COMMENT ON FUNCTION tusk.apply_tag_change(jsonb) IS 'Part of tusk.apply_action: one change of one tag; returns its conflicts.';

------------------------------------------------------------------------------------------------------------------
-- Todos: as sets, because there may be thousands

CREATE FUNCTION tusk.lock_referred(changes jsonb[]) RETURNS void
LANGUAGE plpgsql
AS $body$
-- Lists and tags are locked before todos, and all in the order of their ids, as a deletion of a list or tag has it
-- too: so nobody waits in a circle, and what is referred to cannot go before the reference is written.
BEGIN
    IF NOT EXISTS (SELECT FROM unnest(changes) AS c WHERE c->'new' ?| '{list_id, tags, parent_id}') THEN
        RETURN;
    END IF;
    PERFORM FROM tusk.list
        WHERE id = ANY (ARRAY(SELECT (c #>> '{new,list_id}')::uuid FROM unnest(changes) AS c))
        ORDER BY id FOR KEY SHARE;
    PERFORM FROM tusk.tag
        WHERE id = ANY (ARRAY(
            SELECT tag::uuid FROM unnest(changes) AS c, jsonb_array_elements_text(c #> '{new,tags}') AS tag))
        ORDER BY id FOR KEY SHARE;
    PERFORM FROM tusk.todo
        WHERE id = ANY (ARRAY(SELECT (c #>> '{new,parent_id}')::uuid FROM unnest(changes) AS c))
        ORDER BY id FOR KEY SHARE;
END
$body$;
COMMENT ON FUNCTION tusk.lock_referred(jsonb[]) IS 'Part of tusk.apply_action: keeps lists, tags and parents from being deleted meanwhile.';

CREATE FUNCTION tusk.merge_tags(changes jsonb[]) RETURNS void
LANGUAGE plpgsql
AS $body$
DECLARE
    ids CONSTANT uuid[] := ARRAY(SELECT (c->>'id')::uuid FROM unnest(changes) AS c);
BEGIN
    DELETE FROM tusk.todo_tag AS tt
    WHERE tt.todo_id = ANY (ids) AND ((tt.todo_id, tt.tag_id) IN (
        SELECT (c->>'id')::uuid, removed::uuid
        FROM unnest(changes) AS c CROSS JOIN jsonb_array_elements_text(c #> '{base,tags}') AS removed
        WHERE NOT (c #> '{new,tags}') ? removed)) IS TRUE;

    INSERT INTO tusk.todo_tag (todo_id, tag_id)
    SELECT (c->>'id')::uuid, added::uuid
    FROM unnest(changes) AS c CROSS JOIN jsonb_array_elements_text(c #> '{new,tags}') AS added
    WHERE NOT coalesce(c #> '{base,tags}', '[]') ? added
      AND (added::uuid IN (SELECT g.id FROM tusk.tag g)) IS TRUE
      AND ((c->>'id')::uuid IN (SELECT t.id FROM tusk.todo t WHERE t.id = ANY (ids))) IS TRUE
    ON CONFLICT DO NOTHING;
END
$body$;
COMMENT ON FUNCTION tusk.merge_tags(jsonb[]) IS 'Part of tusk.apply_action: tags are merged as sets, additions and removals, and never conflict.';

CREATE FUNCTION tusk.insert_todos(changes jsonb[]) RETURNS void
LANGUAGE plpgsql
AS $body$
BEGIN
    PERFORM tusk.lock_referred(changes);

    INSERT INTO tusk.todo (id, title, notes, list_id, parent_id, priority, due_date, due_time, due_zone, start_date,
                           start_time, start_zone, repeat, "position", completed_at, deleted_at, import_id, created_at)
    SELECT (c->>'id')::uuid, n->>'title', coalesce(n->>'notes', ''),
           -- A list or parent that is gone meanwhile does not stop the todo: it goes to the Inbox.
           (SELECT id FROM tusk.list WHERE id = (n->>'list_id')::uuid),
           CASE WHEN (n->>'parent_id')::uuid IN (SELECT (o->>'id')::uuid FROM unnest(changes) AS o)
                THEN (n->>'parent_id')::uuid
                ELSE (SELECT id FROM tusk.todo WHERE id = (n->>'parent_id')::uuid) END,
           coalesce((n->>'priority')::smallint, 0),
           (n #>> '{due,date}')::date, (n #>> '{due,time}')::time, n #>> '{due,zone}',
           (n #>> '{start,date}')::date, (n #>> '{start,time}')::time, n #>> '{start,zone}',
           coalesce(n->>'repeat', ''), coalesce(n->>'position', tusk.position_at_end()),
           (n->>'completed_at')::timestamptz, (n->>'deleted_at')::timestamptz,
           (SELECT id FROM tusk.import WHERE id = (n->>'import_id')::uuid),
           coalesce((n->>'created_at')::timestamptz, now())
    FROM unnest(changes) WITH ORDINALITY AS e(c, ordinal), LATERAL (SELECT c->'new') AS v(n)
    ORDER BY ordinal
    ON CONFLICT (id) DO NOTHING;

    PERFORM tusk.merge_tags(changes);
END
$body$;
COMMENT ON FUNCTION tusk.insert_todos(jsonb[]) IS 'Part of tusk.apply_action: new todos.';

CREATE FUNCTION tusk.merge_todos(changes jsonb[]) RETURNS jsonb
LANGUAGE plpgsql
SET enable_nestloop = off -- would look for the new values of each todo among those of all
SET jit = off
AS $body$
DECLARE
    ids CONSTANT uuid[] := ARRAY(SELECT (c->>'id')::uuid FROM unnest(changes) AS c);
    conflicts jsonb;
BEGIN
    WITH field AS MATERIALIZED (
        SELECT there.id, f.key, f.value AS mine, c->'base'->f.key AS base, tusk.todo_field(there.todo, f.key) AS theirs
        FROM unnest(changes) AS c
        CROSS JOIN LATERAL (SELECT t.id, t AS todo FROM tusk.todo t WHERE t.id = (c->>'id')::uuid OFFSET 0) AS there
        CROSS JOIN LATERAL jsonb_each(c->'new') AS f
        WHERE f.key <> 'tags'
    ), merged AS (
        SELECT id, jsonb_object_agg(key, mine) AS new FROM field
        WHERE key = 'position' OR tusk.same_value(key, base, theirs) GROUP BY id
    ), written AS (
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
        FROM merged m WHERE t.id = m.id AND t.id = ANY (ids)
    )
    SELECT jsonb_agg(jsonb_build_object('entity', 'todo', 'id', id, 'field', key, 'base', base, 'mine', mine,
                                        'theirs', theirs))
    INTO conflicts
    FROM field WHERE key <> 'position' AND NOT tusk.same_value(key, base, theirs) AND NOT tusk.same_value(key, mine, theirs);
    RETURN conflicts;
END
$body$;
COMMENT ON FUNCTION tusk.merge_todos(jsonb[]) IS 'Part of tusk.update_todos: a field that the server still has as the user saw it is written; one that somebody else changed meanwhile keeps the server''s value and is a conflict.';

CREATE FUNCTION tusk.update_todos(changes jsonb[]) RETURNS jsonb
LANGUAGE plpgsql
AS $body$
DECLARE
    ids CONSTANT uuid[] := ARRAY(SELECT (c->>'id')::uuid FROM unnest(changes) AS c);
    list_ids CONSTANT uuid[] := ARRAY(SELECT DISTINCT (c #>> '{new,list_id}')::uuid FROM unnest(changes) AS c
                                      WHERE c #>> '{new,list_id}' IS NOT NULL);
    found_rows integer;
    conflicts jsonb;
    gone jsonb;
    lists_gone jsonb;
BEGIN
    PERFORM tusk.lock_referred(changes);
    -- In one order, so that two actions on the same todos wait for each other instead of deadlocking.
    PERFORM FROM tusk.todo WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    GET DIAGNOSTICS found_rows = ROW_COUNT;

    conflicts := tusk.merge_todos(changes);
    IF EXISTS (SELECT FROM unnest(changes) AS c WHERE c->'new' ? 'tags') THEN
        PERFORM tusk.merge_tags(changes);
    END IF;
    IF found_rows < cardinality(ids) THEN
        gone := (SELECT jsonb_agg(missing.id) FROM (
            SELECT unnest(ids) EXCEPT SELECT t.id FROM tusk.todo t WHERE t.id = ANY (ids)) AS missing(id));
    END IF;
    IF list_ids <> '{}' THEN
        lists_gone := (SELECT jsonb_agg(missing.id) FROM (
            SELECT unnest(list_ids) EXCEPT SELECT l.id FROM tusk.list l WHERE l.id = ANY (list_ids)) AS missing(id));
    END IF;
    RETURN (SELECT coalesce(jsonb_object_agg(said.key, said.value), '{}')
            FROM (VALUES ('conflicts', conflicts), ('gone', gone), ('lists_gone', lists_gone)) AS said(key, value)
            WHERE said.value IS NOT NULL);
END
$body$;
COMMENT ON FUNCTION tusk.update_todos(jsonb[]) IS 'Part of tusk.apply_action: merges changed fields; returns what tusk.action.answer keeps, {} when all was done as asked.';

CREATE FUNCTION tusk.delete_todos(changes jsonb[]) RETURNS void
LANGUAGE plpgsql
AS $body$
-- Deleted for good. A change that names the content as its base (the undo of a creation) deletes only what is
-- still so, and moves to the Trash what somebody has worked on since.
DECLARE
    ids CONSTANT uuid[] := ARRAY(SELECT (c->>'id')::uuid FROM unnest(changes) AS c);
    edited uuid[];
BEGIN
    PERFORM FROM tusk.todo WHERE id = ANY (ids) ORDER BY id FOR UPDATE;
    edited := ARRAY(
        SELECT there.id FROM unnest(changes) AS c
        CROSS JOIN LATERAL (SELECT t.id, t AS todo FROM tusk.todo t WHERE t.id = (c->>'id')::uuid OFFSET 0) AS there
        WHERE c ? 'base'
          AND (tusk.todo_fields(there.todo) - '{position, import_id}'::text[]
                   <> (c->'base') - '{position, import_id, tags}'::text[]
               OR tusk.tags_of(there.id) <> ARRAY(SELECT tag::uuid FROM jsonb_array_elements_text(c #> '{base,tags}') AS tag
                                              ORDER BY tag::uuid)));
    UPDATE tusk.todo SET deleted_at = now() WHERE id = ANY (edited) AND deleted_at IS NULL;
    DELETE FROM tusk.todo WHERE id = ANY (ids) AND id <> ALL (edited);
END
$body$;
COMMENT ON FUNCTION tusk.delete_todos(jsonb[]) IS 'Part of tusk.apply_action: deletion for good.';

CREATE FUNCTION tusk.forget_todos(changes jsonb[]) RETURNS void
LANGUAGE plpgsql
AS $body$
DECLARE
    ids CONSTANT uuid[] := ARRAY(SELECT (c->>'id')::uuid FROM unnest(changes) AS c);
BEGIN
    -- Labels quote titles, and conflicts quote both values.
    UPDATE tusk.action AS a SET label = '', answer = a.answer - 'conflicts'
    WHERE a.id = ANY (ARRAY(SELECT DISTINCT action_id FROM tusk.change WHERE row_id = ANY (ids)));
    -- Where the row was is kept: other devices count with it.
    UPDATE tusk.change SET before = CASE WHEN operation = 'delete' THEN jsonb_build_object(
        'list_id', before->'list_id', 'completed_at', before->'completed_at', 'deleted_at', before->'deleted_at') END,
        after = NULL
    WHERE row_id = ANY (ids);
END
$body$;
COMMENT ON FUNCTION tusk.forget_todos(jsonb[]) IS 'Deleted for good means that the log forgets the content too.';

------------------------------------------------------------------------------------------------------------------
-- What an action did

CREATE FUNCTION tusk.composed_changes(of_action uuid)
RETURNS TABLE (entity text, row_id uuid, ordinal bigint, operation text, before jsonb, after jsonb)
LANGUAGE sql STABLE
-- Of each field the earliest "before" and the latest "after" count; of tags, what was added or taken away in sum.
-- Without joins, of which the planner would think too little.
AS $body$
WITH logged AS MATERIALIZED (
    SELECT c.*, count(*) OVER (PARTITION BY c.row_id) AS times FROM tusk.change c WHERE c.action_id = of_action
), summed AS (
    SELECT l.entity, l.row_id, min(l.ordinal) AS ordinal,
           (array_agg(l.operation ORDER BY l.ordinal) FILTER (WHERE l.operation <> 'update'))[1]
               IS NOT DISTINCT FROM 'insert' AS born,
           (array_agg(l.operation ORDER BY l.ordinal DESC) FILTER (WHERE l.operation <> 'update'))[1]
               IS NOT DISTINCT FROM 'delete' AS died,
           jsonb_object_agg(f.key, f.value ORDER BY l.ordinal DESC) FILTER (WHERE f.step < 0 AND f.key <> 'tags') AS earliest,
           jsonb_object_agg(f.key, f.value ORDER BY l.ordinal) FILTER (WHERE f.step > 0 AND f.key <> 'tags') AS latest,
           jsonb_agg(jsonb_build_object('step', f.step, 'tags', f.value)) FILTER (WHERE f.key = 'tags') AS tags
    FROM logged l LEFT JOIN LATERAL (SELECT -1 AS step, b.key, b.value FROM jsonb_each(l.before) AS b
                                     UNION ALL SELECT 1, a.key, a.value FROM jsonb_each(l.after) AS a) AS f ON true
    WHERE l.times > 1
    GROUP BY l.entity, l.row_id
), net AS (
    SELECT s.entity, s.row_id, s.ordinal,
           CASE WHEN s.born THEN 'insert' WHEN s.died THEN 'delete' ELSE 'update' END AS operation,
           CASE WHEN NOT s.born THEN coalesce(s.earliest, '{}') || coalesce(t.removed, '{}') END AS before,
           CASE WHEN NOT s.died THEN coalesce(s.latest, '{}') || coalesce(t.added, '{}') END AS after
    FROM summed s LEFT JOIN LATERAL (
        SELECT jsonb_build_object('tags', coalesce(jsonb_agg(g.tag ORDER BY g.tag) FILTER (WHERE g.steps < 0), '[]')) AS removed,
               jsonb_build_object('tags', coalesce(jsonb_agg(g.tag ORDER BY g.tag) FILTER (WHERE g.steps > 0), '[]')) AS added
        FROM (SELECT x.tag, sum((p->>'step')::integer) AS steps
              FROM jsonb_array_elements(s.tags) AS p CROSS JOIN jsonb_array_elements(p->'tags') AS x(tag)
              GROUP BY x.tag HAVING sum((p->>'step')::integer) <> 0) AS g
        HAVING count(*) > 0) AS t ON true
    WHERE NOT (s.born AND s.died)
)
SELECT n.entity, n.row_id, n.ordinal, n.operation, n.before, n.after FROM net AS n WHERE n.before IS DISTINCT FROM n.after;
$body$;
COMMENT ON FUNCTION tusk.composed_changes(uuid) IS 'Part of tusk.net_changes: rows that an action changed more than once, as another program may within one transaction, and as adding a tag to a new todo does.';

CREATE FUNCTION tusk.net_changes(of_action uuid)
RETURNS TABLE (entity text, row_id uuid, ordinal bigint, operation text, before jsonb, after jsonb)
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN QUERY
        SELECT c.entity, c.row_id, c.ordinal, c.operation, c.before, c.after
        FROM (SELECT l.*, count(*) OVER (PARTITION BY l.row_id) AS times FROM tusk.change l
              WHERE l.action_id = of_action) AS c
        WHERE c.times = 1 AND (c.before <> '{}' OR c.after <> '{}');
    IF EXISTS (SELECT FROM tusk.change c WHERE c.action_id = of_action GROUP BY c.row_id HAVING count(*) > 1) THEN
        RETURN QUERY
            SELECT c.entity, c.row_id, c.ordinal, c.operation, c.before, c.after
            FROM tusk.composed_changes(of_action) AS c WHERE c.before <> '{}' OR c.after <> '{}';
    END IF;
END
$body$;
COMMENT ON FUNCTION tusk.net_changes(uuid) IS 'What an action did to each row in the end.';

------------------------------------------------------------------------------------------------------------------
-- Undo

CREATE FUNCTION tusk.inverse(undone uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $body$
-- In the form in which a client sends an action: what the log has as "after" is the base, "before" is what shall be
-- again. Newest change first. Of a todo that was deleted for good nothing is left to bring back.
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'lists', coalesce(jsonb_agg(change ORDER BY ordinal DESC) FILTER (WHERE entity = 'list'), '[]'),
            'tags', coalesce(jsonb_agg(change ORDER BY ordinal DESC) FILTER (WHERE entity = 'tag'), '[]'),
            'todos', coalesce(jsonb_agg(change ORDER BY ordinal DESC) FILTER (WHERE entity = 'todo'), '[]'))
        FROM (
            SELECT c.ordinal, c.entity, jsonb_build_object('id', c.row_id,
                'op', CASE c.operation WHEN 'insert' THEN 'delete' WHEN 'delete' THEN 'insert' ELSE 'update' END)
                || CASE WHEN c.after IS NULL THEN '{}' ELSE jsonb_build_object('base', c.after) END
                || CASE WHEN c.before IS NULL THEN '{}' ELSE jsonb_build_object('new', c.before) END AS change
            FROM tusk.net_changes(undone) AS c
            WHERE NOT (c.entity = 'todo' AND c.operation = 'delete' AND NOT c.before ? 'title')) AS c);
END
$body$;
COMMENT ON FUNCTION tusk.inverse(uuid) IS 'The changes that take an action back, from the log.';

CREATE FUNCTION tusk.undo_candidate(of_installation uuid, wanted_kind text) RETURNS uuid
LANGUAGE plpgsql STABLE
AS $body$
-- Undo: the newest action that is not taken back and changed anything. Redo: the newest undo that is not taken back
-- and is newer than every other action that still stands.
BEGIN
    IF wanted_kind = 'undo' THEN
        RETURN (SELECT a.id FROM tusk.action a
                WHERE a.installation = of_installation AND a.undone_by IS NULL
                  AND a.kind NOT IN ('undo', 'redo', 'purge')
                  AND EXISTS (SELECT FROM tusk.change c
                              WHERE c.action_id = a.id AND (c.before <> '{}' OR c.after <> '{}'))
                ORDER BY a.sequence DESC LIMIT 1);
    END IF;
    RETURN (SELECT u.id FROM tusk.action u
            WHERE u.installation = of_installation AND u.undone_by IS NULL AND u.kind = 'undo'
              AND NOT EXISTS (SELECT FROM tusk.action later
                              WHERE later.installation = of_installation AND later.sequence > u.sequence
                                AND later.kind NOT IN ('undo', 'redo'))
            ORDER BY u.sequence DESC LIMIT 1);
END
$body$;
COMMENT ON FUNCTION tusk.undo_candidate(uuid, text) IS 'Which action undo or redo takes back when none is named.';

CREATE FUNCTION tusk.take_back(taken_back uuid, by_action uuid) RETURNS void
LANGUAGE plpgsql
AS $body$
-- Along a chain of undos of undos every other one stands: what the last one took back does not count, so what that
-- had taken back stands again, and so on.
DECLARE
    undoer uuid := taken_back;
    undone uuid;
    stands boolean := false;
BEGIN
    UPDATE tusk.action SET undone_by = by_action WHERE id = taken_back;
    LOOP
        SELECT target INTO undone FROM tusk.action WHERE id = undoer;
        EXIT WHEN undone IS NULL;
        stands := NOT stands;
        UPDATE tusk.action SET undone_by = CASE WHEN stands THEN NULL ELSE undoer END
        WHERE id = undone AND undone_by IS NOT DISTINCT FROM CASE WHEN stands THEN undoer END;
        undoer := undone;
    END LOOP;
END
$body$;
COMMENT ON FUNCTION tusk.take_back(uuid, uuid) IS 'Part of tusk.begin_undo: notes in the log what stands and what is taken back.';

CREATE FUNCTION tusk.begin_undo(request jsonb, of_action uuid) RETURNS jsonb
LANGUAGE plpgsql
AS $body$
-- {"refused": reason} where nothing can be taken back.
DECLARE
    target_id CONSTANT uuid := coalesce((request->>'target')::uuid,
        tusk.undo_candidate((request->>'installation')::uuid, request->>'kind'));
    target tusk.action;
BEGIN
    SELECT * INTO target FROM tusk.action WHERE id = target_id FOR UPDATE;
    IF NOT FOUND THEN
        RETURN jsonb_build_object('refused', CASE WHEN target_id IS NULL THEN 'nothing_to_undo' ELSE 'unknown_action' END);
    ELSIF target.undone_by IS NOT NULL THEN
        RETURN jsonb_build_object('refused', 'already_undone', 'target', target_id);
    ELSIF target.kind = 'purge' THEN
        RETURN jsonb_build_object('refused', 'deleted_for_good', 'target', target_id);
    END IF;
    PERFORM tusk.take_back(target_id, of_action);
    UPDATE tusk.action SET target = target_id, label = CASE WHEN label = '' THEN target.label ELSE label END
    WHERE id = of_action;
    RETURN tusk.inverse(target_id);
END
$body$;
COMMENT ON FUNCTION tusk.begin_undo(jsonb, uuid) IS 'Part of tusk.apply_action: marks the target of an undo or redo as taken back and gives the changes that do it.';

------------------------------------------------------------------------------------------------------------------
-- What the client is told

CREATE FUNCTION tusk.logged_actions(action_ids uuid[]) RETURNS json
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN (
        SELECT coalesce(json_agg(json_build_object(
                   'id', a.id, 'kind', a.kind, 'label', a.label, 'installation', a.installation, 'target', a.target,
                   'changes', (SELECT coalesce(json_agg(json_build_object(
                                          'entity', c.entity, 'id', c.row_id, 'op', c.operation,
                                          'before', c.before - 'notes', 'after', c.after - 'notes')
                                          ORDER BY c.ordinal), '[]')
                               FROM tusk.net_changes(a.id) AS c))
                   ORDER BY a.sequence), '[]')
        FROM tusk.action a WHERE a.id = ANY (action_ids));
END
$body$;
COMMENT ON FUNCTION tusk.logged_actions(uuid[]) IS 'Actions of the log with what they changed, without notes, which may be long.';

CREATE FUNCTION tusk.changed_rows(action_ids uuid[], most_todos integer,
                                  OUT lists json, OUT tags json, OUT todos json, OUT versions json)
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    list_ids uuid[];
    tag_ids uuid[];
    todo_ids uuid[];
BEGIN
    SELECT coalesce(array_agg(DISTINCT row_id) FILTER (WHERE entity = 'list'), '{}'),
           coalesce(array_agg(DISTINCT row_id) FILTER (WHERE entity = 'tag'), '{}'),
           coalesce(array_agg(DISTINCT row_id) FILTER (WHERE entity = 'todo'), '{}')
    INTO list_ids, tag_ids, todo_ids
    FROM tusk.change WHERE action_id = ANY (action_ids);

    lists := (SELECT coalesce(json_agg(tusk.list_row(l)), '[]') FROM tusk.list l WHERE l.id = ANY (list_ids));
    tags := (SELECT coalesce(json_agg(tusk.tag_row(g)), '[]') FROM tusk.tag g WHERE g.id = ANY (tag_ids));
    IF cardinality(todo_ids) > most_todos THEN
        versions := (SELECT coalesce(json_object_agg(t.id, t.version), '{}') FROM tusk.todo t WHERE t.id = ANY (todo_ids));
    ELSE
        todos := (SELECT coalesce(json_agg(tusk.todo_row(t)), '[]') FROM tusk.todo t WHERE t.id = ANY (todo_ids));
    END IF;
END
$body$;
COMMENT ON FUNCTION tusk.changed_rows(uuid[], integer) IS 'Every row that some actions touched, as it is now. Of more todos than that only the versions: the client knows what it asked for, and reads anew what it does not.';

CREATE FUNCTION tusk.answer_to(action_id uuid) RETURNS json
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN (
        SELECT json_build_object(
            'conflicts', coalesce(a.answer->'conflicts', '[]'), 'gone', coalesce(a.answer->'gone', '[]'),
            'lists_gone', coalesce(a.answer->'lists_gone', '[]'),
            'actions', tusk.logged_actions(ARRAY[a.id]), 'lists', r.lists, 'tags', r.tags,
            CASE WHEN r.versions IS NULL THEN 'todos' ELSE 'versions' END, coalesce(r.versions, r.todos))
        FROM tusk.action a CROSS JOIN tusk.changed_rows(ARRAY[a.id], 100) AS r WHERE a.id = action_id);
END
$body$;
COMMENT ON FUNCTION tusk.answer_to(uuid) IS 'The answer to an action, the first time or again.';

CREATE FUNCTION tusk.changes_since(snapshot_xmin xid8) RETURNS json
LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET jit = off
AS $body$
-- Everything that could have been committed after the snapshot whose pg_snapshot_xmin is given; the client drops
-- what it knows. "snapshot" is what to ask with the next time; "complete" is false where the log was pruned past
-- the question, or the server is another one: then the client reads everything anew.
DECLARE
    snapshot CONSTANT pg_snapshot := pg_current_snapshot();
    -- Transactions of the future came with a dump of another server, and are as old as the dump.
    action_ids CONSTANT uuid[] := ARRAY(SELECT id FROM tusk.action
        WHERE transaction >= snapshot_xmin AND transaction < pg_snapshot_xmax(snapshot));
BEGIN
    RETURN (
        SELECT json_build_object(
            'snapshot', pg_snapshot_xmin(snapshot), 'database', d.id,
            'complete', snapshot_xmin <= pg_snapshot_xmin(snapshot)
                        AND (d.pruned_transaction IS NULL OR d.pruned_transaction < snapshot_xmin
                             OR d.pruned_transaction >= pg_snapshot_xmax(snapshot)),
            'actions', tusk.logged_actions(action_ids), 'lists', r.lists, 'tags', r.tags,
            CASE WHEN r.versions IS NULL THEN 'todos' ELSE 'versions' END, coalesce(r.versions, r.todos))
        FROM tusk.database d CROSS JOIN tusk.changed_rows(action_ids, 2000) AS r);
END
$body$;
COMMENT ON FUNCTION tusk.changes_since(xid8) IS 'Catching up after a notification or an interruption; never misses a change. docs/postgresql.md describes the answer.';

------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION tusk.prune_log() RETURNS void
LANGUAGE plpgsql
AS $body$
-- In small steps, with each action, so that nobody ever waits for it: at most 20 actions and, but for a single
-- large one, 500 changes.
DECLARE
    kept_since CONSTANT timestamptz := now() - (SELECT log_days FROM tusk.database) * interval '1 day';
    pruned xid8;
BEGIN
    IF NOT EXISTS (SELECT FROM tusk.action WHERE applied_at < kept_since) THEN
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
COMMENT ON FUNCTION tusk.prune_log() IS 'Deletes the oldest actions that are past tusk.database.log_days.';

CREATE FUNCTION tusk.carry_out(changes jsonb) RETURNS jsonb
LANGUAGE plpgsql
AS $body$
DECLARE
    lists CONSTANT jsonb[] := ARRAY(SELECT jsonb_array_elements(changes->'lists'));
    tags CONSTANT jsonb[] := ARRAY(SELECT jsonb_array_elements(changes->'tags'));
    inserts CONSTANT jsonb[] := ARRAY(SELECT t FROM jsonb_array_elements(changes->'todos') AS t WHERE t->>'op' = 'insert');
    updates CONSTANT jsonb[] := ARRAY(SELECT t FROM jsonb_array_elements(changes->'todos') AS t WHERE t->>'op' = 'update');
    deletes CONSTANT jsonb[] := ARRAY(SELECT t FROM jsonb_array_elements(changes->'todos') AS t WHERE t->>'op' = 'delete');
    conflicts jsonb := '[]';
    result jsonb := '{}';
    c jsonb;
BEGIN
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
    IF inserts <> '{}' THEN
        PERFORM tusk.insert_todos(inserts);
    END IF;
    IF updates <> '{}' THEN
        result := tusk.update_todos(updates);
    END IF;
    IF deletes <> '{}' THEN
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
COMMENT ON FUNCTION tusk.carry_out(jsonb) IS 'Part of tusk.apply_action: all changes of an action, in the order that they need.';

CREATE FUNCTION tusk.note_untouched(of_action uuid, changes jsonb) RETURNS void
LANGUAGE plpgsql
AS $body$
BEGIN
    INSERT INTO tusk.change (action_id, entity, row_id, operation, before, after)
    SELECT of_action, 'todo', untouched.id, 'update', '{}', '{}'
    FROM (SELECT (c->>'id')::uuid FROM jsonb_array_elements(changes->'todos') AS c
          EXCEPT SELECT l.row_id FROM tusk.change l WHERE l.action_id = of_action) AS untouched(id)
    WHERE tusk.is_logged();
END
$body$;
COMMENT ON FUNCTION tusk.note_untouched(uuid, jsonb) IS 'Part of tusk.apply_action: todos that an action was about but left as they were are in its log too, so that the answer shows them and deletion for good finds its label.';

CREATE FUNCTION tusk.apply_action(request jsonb) RETURNS json
LANGUAGE plpgsql
-- Planning anew for each action, or compiling the plans, would take longer than carrying them out.
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off -- as for the triggers of the log
SET jit = off
AS $body$
DECLARE
    action_id CONSTANT uuid := request->>'id';
    changes jsonb := request;
    result jsonb;
BEGIN
    INSERT INTO tusk.action (id, kind, label, installation, made_at)
    VALUES (action_id, request->>'kind', coalesce(request->>'label', ''), (request->>'installation')::uuid,
            coalesce((request->>'made_at')::timestamptz, now()))
    ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        -- Sent twice: the answer was lost. It is given again, with the rows as they are now.
        RETURN tusk.answer_to(action_id);
    END IF;
    IF request->>'kind' IN ('undo', 'redo') THEN
        changes := tusk.begin_undo(request, action_id);
        IF changes ? 'refused' THEN
            DELETE FROM tusk.action WHERE id = action_id;
            RETURN changes;
        END IF;
    END IF;

    PERFORM set_config('tusk.action', action_id::text, true);
    PERFORM pg_notify('tusk', action_id::text);
    result := tusk.carry_out(changes);
    PERFORM tusk.note_untouched(action_id, changes);
    IF request->>'kind' = 'purge' THEN
        PERFORM tusk.forget_todos(ARRAY(SELECT jsonb_array_elements(changes->'todos')));
    END IF;
    IF result <> '{}' THEN
        UPDATE tusk.action SET answer = result WHERE id = action_id;
    END IF;
    PERFORM tusk.prune_log();
    RETURN tusk.answer_to(action_id);
END
$body$;
COMMENT ON FUNCTION tusk.apply_action(jsonb) IS 'Carries out an action: one statement, one transaction, safe to send twice. docs/postgresql.md describes the request and the answer.';
