-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- tusk.apply_action: one thing that the user did, in one statement and one transaction, safe to send twice.

CREATE FUNCTION tusk.same_value(field text, one jsonb, other jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
-- Of completed_at and deleted_at only whether they are set counts.
RETURN CASE WHEN field IN ('completed_at', 'deleted_at')
            THEN coalesce(one, 'null') = 'null' IS NOT DISTINCT FROM (coalesce(other, 'null') = 'null')
            ELSE coalesce(one, 'null') = coalesce(other, 'null') END;
COMMENT ON FUNCTION tusk.same_value(text, jsonb, jsonb) IS 'Whether two values of a field count as equal when actions are merged.';

CREATE FUNCTION tusk.free_name(taken_in regclass, wanted text, own_id uuid) RETURNS text
LANGUAGE plpgsql
AS $body$
-- Two devices may make a list of the same name while they are apart: the later becomes "name (2)".
DECLARE
    candidate text := wanted;
    taken boolean;
BEGIN
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

------------------------------------------------------------------------------------------------------------------
-- Lists and tags: few, so one after another

CREATE FUNCTION tusk.apply_list_change(change jsonb) RETURNS void
LANGUAGE plpgsql
AS $body$
DECLARE
    changed_id CONSTANT uuid := change->>'id';
    new CONSTANT jsonb := change->'new';
BEGIN
    IF change->>'op' = 'insert' THEN
        INSERT INTO tusk.list (id, name, color, "position", archived_at)
        VALUES (changed_id, tusk.free_name('tusk.list', new->>'name', changed_id), coalesce(new->>'color', ''),
                coalesce(new->>'position', tusk.position_at_end()), (new->>'archived_at')::timestamptz)
        ON CONFLICT (id) DO NOTHING;
    ELSIF change->>'op' = 'update' THEN
        UPDATE tusk.list AS l
        SET name = CASE WHEN new ? 'name' THEN tusk.free_name('tusk.list', new->>'name', l.id) ELSE l.name END,
            color = coalesce(new->>'color', l.color),
            "position" = coalesce(new->>'position', l."position"),
            archived_at = CASE WHEN new ? 'archived_at' THEN (new->>'archived_at')::timestamptz ELSE l.archived_at END
        WHERE l.id = changed_id;
    ELSE
        UPDATE tusk.todo AS t
        SET list_id = NULL,
            deleted_at = CASE WHEN (change->>'trash_todos')::boolean THEN coalesce(t.deleted_at, now())
                              ELSE t.deleted_at END
        WHERE t.list_id = changed_id;
        DELETE FROM tusk.list AS l WHERE l.id = changed_id;
    END IF;
END
$body$;
COMMENT ON FUNCTION tusk.apply_list_change(jsonb) IS 'Part of tusk.apply_action: one change of one list.';

CREATE FUNCTION tusk.apply_tag_change(change jsonb) RETURNS void
LANGUAGE plpgsql
AS $body$
DECLARE
    changed_id CONSTANT uuid := change->>'id';
    new CONSTANT jsonb := change->'new';
BEGIN
    IF change->>'op' = 'insert' THEN
        INSERT INTO tusk.tag (id, name, color, "position")
        VALUES (changed_id, tusk.free_name('tusk.tag', new->>'name', changed_id), coalesce(new->>'color', ''),
                coalesce(new->>'position', tusk.position_at_end()))
        ON CONFLICT (id) DO NOTHING;
    ELSIF change->>'op' = 'update' THEN
        UPDATE tusk.tag AS g
        SET name = CASE WHEN new ? 'name' THEN tusk.free_name('tusk.tag', new->>'name', g.id) ELSE g.name END,
            color = coalesce(new->>'color', g.color),
            "position" = coalesce(new->>'position', g."position")
        WHERE g.id = changed_id;
    ELSE
        DELETE FROM tusk.tag AS g WHERE g.id = changed_id;
    END IF;
END
$body$;
COMMENT ON FUNCTION tusk.apply_tag_change(jsonb) IS 'Part of tusk.apply_action: one change of one tag.';

------------------------------------------------------------------------------------------------------------------
-- Todos: as sets, because there may be thousands

CREATE FUNCTION tusk.insert_todos(changes jsonb) RETURNS void
LANGUAGE sql
AS $body$
INSERT INTO tusk.todo (id, title, notes, list_id, parent_id, priority, due_date, due_time, due_zone, start_date,
                       start_time, start_zone, repeat, "position", completed_at, deleted_at, import_id, created_at)
SELECT (c->>'id')::uuid, n->>'title', coalesce(n->>'notes', ''),
       -- A list or parent that is gone meanwhile does not stop the todo: it goes to the Inbox.
       (SELECT id FROM tusk.list WHERE id = (n->>'list_id')::uuid FOR KEY SHARE),
       CASE WHEN (n->>'parent_id')::uuid IN (SELECT (o->>'id')::uuid FROM jsonb_array_elements(changes) AS o)
            THEN (n->>'parent_id')::uuid
            ELSE (SELECT id FROM tusk.todo WHERE id = (n->>'parent_id')::uuid) END,
       coalesce((n->>'priority')::smallint, 0),
       (n #>> '{due,date}')::date, (n #>> '{due,time}')::time, n #>> '{due,zone}',
       (n #>> '{start,date}')::date, (n #>> '{start,time}')::time, n #>> '{start,zone}',
       coalesce(n->>'repeat', ''), coalesce(n->>'position', tusk.position_at_end()),
       (n->>'completed_at')::timestamptz, (n->>'deleted_at')::timestamptz,
       (SELECT id FROM tusk.import WHERE id = (n->>'import_id')::uuid),
       coalesce((n->>'created_at')::timestamptz, now())
FROM jsonb_array_elements(changes) WITH ORDINALITY AS e(c, ordinal), LATERAL (SELECT c->'new') AS v(n)
ORDER BY ordinal
ON CONFLICT (id) DO NOTHING;

INSERT INTO tusk.todo_tag (todo_id, tag_id)
SELECT t.id, g.id
FROM jsonb_array_elements(changes) AS c CROSS JOIN jsonb_array_elements_text(c #> '{new,tags}') AS tag
JOIN tusk.tag g ON g.id = tag::uuid
JOIN tusk.todo t ON t.id = (c->>'id')::uuid
ON CONFLICT DO NOTHING;
$body$;
COMMENT ON FUNCTION tusk.insert_todos(jsonb) IS 'Part of tusk.apply_action: new todos.';

CREATE FUNCTION tusk.update_todos(changes jsonb) RETURNS jsonb
LANGUAGE plpgsql
AS $body$
-- Merges field by field: a field that the server still has as the user saw it is written; one that somebody else
-- changed meanwhile keeps the server's value and is reported with both. Tags are merged as sets.
DECLARE
    ids CONSTANT uuid[] := ARRAY(SELECT (c->>'id')::uuid FROM jsonb_array_elements(changes) AS c);
    conflicts jsonb;
BEGIN
    -- In one order, so that two actions on the same todos wait for each other instead of deadlocking.
    PERFORM FROM tusk.todo WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;

    WITH requested AS (
        SELECT (c->>'id')::uuid AS id, coalesce(c->'base', '{}') AS base, c->'new' AS new
        FROM jsonb_array_elements(changes) AS c
    ), field AS MATERIALIZED (
        SELECT r.id, f.key, f.value AS mine, r.base->f.key AS base, now_there.fields->f.key AS theirs,
               f.key = 'position' OR tusk.same_value(f.key, r.base->f.key, now_there.fields->f.key) AS accepted
        FROM requested r
        JOIN tusk.todo t ON t.id = r.id
        CROSS JOIN LATERAL (SELECT tusk.todo_fields(t) AS fields OFFSET 0) AS now_there
        CROSS JOIN LATERAL jsonb_each(r.new - 'tags') AS f
    ), merged AS (
        SELECT id, jsonb_object_agg(key, mine) AS new FROM field WHERE accepted GROUP BY id
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
                              ELSE t.deleted_at END
        FROM merged m WHERE t.id = m.id
    )
    SELECT jsonb_agg(jsonb_build_object('id', id, 'field', key, 'base', base, 'mine', mine, 'theirs', theirs))
    INTO conflicts
    FROM field WHERE NOT accepted AND NOT tusk.same_value(key, mine, theirs);

    DELETE FROM tusk.todo_tag AS tt
    USING jsonb_array_elements(changes) AS c, jsonb_array_elements_text(c #> '{base,tags}') AS removed
    WHERE tt.todo_id = (c->>'id')::uuid AND tt.tag_id = removed::uuid AND NOT (c #> '{new,tags}') ? removed;

    INSERT INTO tusk.todo_tag (todo_id, tag_id)
    SELECT t.id, g.id
    FROM jsonb_array_elements(changes) AS c CROSS JOIN jsonb_array_elements_text(c #> '{new,tags}') AS added
    JOIN tusk.tag g ON g.id = added::uuid
    JOIN tusk.todo t ON t.id = (c->>'id')::uuid
    WHERE NOT coalesce(c #> '{base,tags}', '[]') ? added
    ON CONFLICT DO NOTHING;

    RETURN jsonb_build_object(
        'conflicts', coalesce(conflicts, '[]'),
        'gone', (SELECT coalesce(jsonb_agg(id), '[]') FROM unnest(ids) AS id
                 WHERE NOT EXISTS (SELECT FROM tusk.todo t WHERE t.id = id)),
        'lists_gone', (SELECT coalesce(jsonb_agg(DISTINCT c #>> '{new,list_id}'), '[]')
                       FROM jsonb_array_elements(changes) AS c
                       WHERE c #>> '{new,list_id}' IS NOT NULL
                         AND NOT EXISTS (SELECT FROM tusk.list l WHERE l.id = (c #>> '{new,list_id}')::uuid)));
END
$body$;
COMMENT ON FUNCTION tusk.update_todos(jsonb) IS 'Part of tusk.apply_action: merges changed fields and says what could not be merged.';

CREATE FUNCTION tusk.delete_todos(changes jsonb) RETURNS void
LANGUAGE plpgsql
AS $body$
-- Deleted for good. A change that names the content as its base (the undo of a creation) deletes only what is
-- still so, and moves to the Trash what somebody has worked on since.
DECLARE
    edited CONSTANT uuid[] := ARRAY(
        SELECT t.id FROM jsonb_array_elements(changes) AS c JOIN tusk.todo t ON t.id = (c->>'id')::uuid
        WHERE c ? 'base' AND tusk.todo_fields(t) - 'position' - 'import_id'
                             <> (c->'base') - 'position' - 'import_id' - 'tags');
BEGIN
    UPDATE tusk.todo SET deleted_at = now() WHERE id = ANY (edited) AND deleted_at IS NULL;
    DELETE FROM tusk.todo
    WHERE id IN (SELECT (c->>'id')::uuid FROM jsonb_array_elements(changes) AS c) AND id <> ALL (edited);
END
$body$;
COMMENT ON FUNCTION tusk.delete_todos(jsonb) IS 'Part of tusk.apply_action: deletion for good.';

CREATE FUNCTION tusk.forget_todos(changes jsonb) RETURNS void
LANGUAGE plpgsql
AS $body$
DECLARE
    ids CONSTANT uuid[] := ARRAY(SELECT (c->>'id')::uuid FROM jsonb_array_elements(changes) AS c);
BEGIN
    -- Labels quote titles, and conflicts quote both values.
    UPDATE tusk.action AS a SET label = '', answer = a.answer - 'conflicts'
    WHERE a.id IN (SELECT action_id FROM tusk.change WHERE row_id = ANY (ids));
    -- Where the row was is kept: other devices count with it.
    UPDATE tusk.change SET before = CASE WHEN operation = 'delete' THEN jsonb_build_object(
        'list_id', before->'list_id', 'completed_at', before->'completed_at', 'deleted_at', before->'deleted_at') END,
        after = NULL
    WHERE row_id = ANY (ids);
END
$body$;
COMMENT ON FUNCTION tusk.forget_todos(jsonb) IS 'Deleted for good means that the log forgets the content too.';

------------------------------------------------------------------------------------------------------------------
-- Undo

CREATE FUNCTION tusk.composed_changes(of_action uuid)
RETURNS TABLE (entity text, row_id uuid, ordinal bigint, operation text, before jsonb, after jsonb)
LANGUAGE sql STABLE
-- Rows that the action changed more than once, as another program may within one transaction, and as adding a tag to
-- a new todo does. Of each field the earliest "before" and the latest "after" count; of tags, all that were taken
-- away and all that were added.
AS $body$
WITH logged AS (
    SELECT c.* FROM tusk.change c
    WHERE c.action_id = of_action
      AND c.row_id IN (SELECT o.row_id FROM tusk.change o WHERE o.action_id = of_action
                       GROUP BY o.row_id HAVING count(*) > 1)
), life AS (
    SELECT l.entity, l.row_id, min(l.ordinal) AS ordinal,
           (array_agg(l.operation ORDER BY l.ordinal) FILTER (WHERE l.operation <> 'update'))[1]
               IS NOT DISTINCT FROM 'insert' AS born,
           (array_agg(l.operation ORDER BY l.ordinal DESC) FILTER (WHERE l.operation <> 'update'))[1]
               IS NOT DISTINCT FROM 'delete' AS died
    FROM logged l GROUP BY l.entity, l.row_id
), earlier AS (
    SELECT l.row_id, jsonb_object_agg(f.key, f.value ORDER BY l.ordinal DESC) AS fields
    FROM logged l CROSS JOIN LATERAL jsonb_each(l.before - 'tags') AS f GROUP BY l.row_id
), later AS (
    SELECT l.row_id, jsonb_object_agg(f.key, f.value ORDER BY l.ordinal) AS fields
    FROM logged l CROSS JOIN LATERAL jsonb_each(l.after - 'tags') AS f GROUP BY l.row_id
), removed AS (
    SELECT l.row_id, jsonb_build_object('tags', jsonb_agg(t)) AS fields
    FROM logged l CROSS JOIN jsonb_array_elements(l.before->'tags') AS t GROUP BY l.row_id
), added AS (
    SELECT l.row_id, jsonb_build_object('tags', jsonb_agg(t)) AS fields
    FROM logged l CROSS JOIN jsonb_array_elements(l.after->'tags') AS t GROUP BY l.row_id
)
SELECT life.entity, life.row_id, life.ordinal,
       CASE WHEN life.born THEN 'insert' WHEN life.died THEN 'delete' ELSE 'update' END,
       CASE WHEN NOT life.born THEN coalesce(earlier.fields, '{}')
           || CASE WHEN added.fields IS NOT NULL AND removed.fields IS NULL THEN '{"tags": []}'::jsonb ELSE '{}'::jsonb END
           || coalesce(removed.fields, '{}') END,
       CASE WHEN NOT life.died THEN coalesce(later.fields, '{}')
           || CASE WHEN removed.fields IS NOT NULL AND added.fields IS NULL THEN '{"tags": []}'::jsonb ELSE '{}'::jsonb END
           || coalesce(added.fields, '{}') END
FROM life
LEFT JOIN earlier USING (row_id)
LEFT JOIN later USING (row_id)
LEFT JOIN removed USING (row_id)
LEFT JOIN added USING (row_id)
WHERE NOT (life.born AND life.died);
$body$;
COMMENT ON FUNCTION tusk.composed_changes(uuid) IS 'Part of tusk.net_changes: rows with several changes.';

CREATE FUNCTION tusk.net_changes(of_action uuid)
RETURNS TABLE (entity text, row_id uuid, ordinal bigint, operation text, before jsonb, after jsonb)
LANGUAGE sql STABLE
AS $body$
SELECT c.entity, c.row_id, c.ordinal, c.operation, c.before, c.after
FROM (SELECT l.*, count(*) OVER (PARTITION BY l.row_id) AS times FROM tusk.change l WHERE l.action_id = of_action) AS c
WHERE c.times = 1 AND (c.before IS NOT NULL OR c.after IS NOT NULL)
UNION ALL
SELECT * FROM tusk.composed_changes(of_action);
$body$;
COMMENT ON FUNCTION tusk.net_changes(uuid) IS 'What an action did to each row in the end.';

CREATE FUNCTION tusk.inverse(undone uuid) RETURNS jsonb
LANGUAGE sql STABLE
-- The action that takes another back, in the same form as one that a client sends: what the log has as "after" is
-- the base, "before" is what shall be again. Newest change first.
RETURN (
    SELECT jsonb_build_object(
        'lists', coalesce(jsonb_agg(change ORDER BY ordinal DESC) FILTER (WHERE entity = 'list'), '[]'),
        'tags', coalesce(jsonb_agg(change ORDER BY ordinal DESC) FILTER (WHERE entity = 'tag'), '[]'),
        'todos', coalesce(jsonb_agg(change ORDER BY ordinal DESC) FILTER (WHERE entity = 'todo'), '[]'))
    FROM (
        SELECT ordinal, entity, jsonb_build_object('id', row_id,
            'op', CASE operation WHEN 'insert' THEN 'delete' WHEN 'delete' THEN 'insert' ELSE 'update' END)
            || CASE WHEN after IS NULL THEN '{}' ELSE jsonb_build_object('base', after) END
            || CASE WHEN before IS NULL THEN '{}' ELSE jsonb_build_object('new', before) END AS change
        FROM tusk.net_changes(undone)) AS c);
COMMENT ON FUNCTION tusk.inverse(uuid) IS 'The changes that take an action back, from the log.';

CREATE FUNCTION tusk.undo_candidate(of_installation uuid, wanted_kind text) RETURNS uuid
LANGUAGE sql STABLE
-- Undo: the newest action that is not taken back. Redo: the newest undo that is not taken back and is newer than
-- every other action that still stands.
RETURN CASE wanted_kind
    WHEN 'undo' THEN (SELECT id FROM tusk.action
                      WHERE installation = of_installation AND undone_by IS NULL
                        AND kind NOT IN ('undo', 'redo', 'purge')
                      ORDER BY sequence DESC LIMIT 1)
    ELSE (SELECT u.id FROM tusk.action u
          WHERE u.installation = of_installation AND u.undone_by IS NULL AND u.kind = 'undo'
            AND NOT EXISTS (SELECT FROM tusk.action later
                            WHERE later.installation = of_installation AND later.sequence > u.sequence
                              AND later.kind NOT IN ('undo', 'redo'))
          ORDER BY u.sequence DESC LIMIT 1)
    END;
COMMENT ON FUNCTION tusk.undo_candidate(uuid, text) IS 'Which action undo or redo takes back when none is named.';

CREATE FUNCTION tusk.begin_undo(request jsonb, of_action uuid) RETURNS jsonb
LANGUAGE plpgsql
AS $body$
-- Marks the target as taken back and gives the changes to apply; {"refused": reason} where that cannot be.
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
    UPDATE tusk.action SET undone_by = of_action WHERE id = target_id;
    -- The undo of an undo makes the first action stand again.
    UPDATE tusk.action SET undone_by = NULL WHERE undone_by = target_id;
    UPDATE tusk.action SET target = target_id, label = CASE WHEN label = '' THEN target.label ELSE label END
    WHERE id = of_action;
    RETURN tusk.inverse(target_id) || jsonb_build_object('target', target_id);
END
$body$;
COMMENT ON FUNCTION tusk.begin_undo(jsonb, uuid) IS 'Part of tusk.apply_action: undo and redo.';

------------------------------------------------------------------------------------------------------------------
-- What the client is told

CREATE FUNCTION tusk.changed_rows(action_ids uuid[], most_todos integer) RETURNS jsonb
LANGUAGE sql STABLE
-- The actions with their changes (without notes, which may be long), and every touched row as it is now. Of more
-- todos than most_todos only the versions: the client knows what it asked for, and reads anew what it does not.
AS $body$
WITH touched AS MATERIALIZED (
    SELECT DISTINCT row_id, entity FROM tusk.change WHERE action_id = ANY (action_ids)
)
SELECT jsonb_build_object(
    'actions', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'label', a.label,
                           'installation', a.installation, 'target', a.target,
                           'changes', (SELECT coalesce(jsonb_agg(jsonb_build_object('entity', c.entity, 'id', c.row_id,
                                           'op', c.operation, 'before', c.before - 'notes', 'after', c.after - 'notes')
                                           ORDER BY c.ordinal), '[]')
                                       FROM tusk.net_changes(a.id) AS c))
                       ORDER BY a.sequence), '[]')
                FROM tusk.action a WHERE a.id = ANY (action_ids)),
    'lists', (SELECT coalesce(jsonb_agg(tusk.list_row(l)), '[]') FROM tusk.list l
              WHERE l.id IN (SELECT row_id FROM touched WHERE entity = 'list')),
    'tags', (SELECT coalesce(jsonb_agg(tusk.tag_row(g)), '[]') FROM tusk.tag g
             WHERE g.id IN (SELECT row_id FROM touched WHERE entity = 'tag')))
    || CASE WHEN (SELECT count(*) FROM touched WHERE entity = 'todo') > most_todos
       THEN jsonb_build_object('versions', (
           SELECT jsonb_object_agg(t.id, t.version) FROM tusk.todo t
           WHERE t.id IN (SELECT row_id FROM touched WHERE entity = 'todo')))
       ELSE jsonb_build_object('todos', (
           SELECT coalesce(jsonb_agg(tusk.todo_row(t)), '[]') FROM tusk.todo t
           WHERE t.id IN (SELECT row_id FROM touched WHERE entity = 'todo')))
       END;
$body$;
COMMENT ON FUNCTION tusk.changed_rows(uuid[], integer) IS 'What a client needs to show some actions of the log.';

CREATE FUNCTION tusk.changes_since(snapshot_xmin xid8) RETURNS jsonb
LANGUAGE sql STABLE
-- Everything that could have been committed after the snapshot whose pg_snapshot_xmin is given; the client drops
-- what it knows. "snapshot" is what to ask with the next time; "complete" is false where the log was pruned past
-- the question, or the server is another one: then the client reads everything anew.
RETURN tusk.changed_rows(ARRAY(SELECT id FROM tusk.action WHERE transaction >= snapshot_xmin ORDER BY sequence), 2000)
    || jsonb_build_object('snapshot', pg_snapshot_xmin(pg_current_snapshot()),
                          'database', (SELECT id FROM tusk.database),
                          'complete', snapshot_xmin <= pg_snapshot_xmin(pg_current_snapshot()));
COMMENT ON FUNCTION tusk.changes_since(xid8) IS 'Catching up after a notification or an interruption; never misses a change.';

------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION tusk.prune_log() RETURNS void
LANGUAGE sql
-- In small steps, with each action, so that nobody ever waits for it.
AS $body$
DELETE FROM tusk.action WHERE id IN (
    SELECT id FROM tusk.action
    WHERE applied_at < now() - (SELECT log_days FROM tusk.database) * interval '1 day'
    ORDER BY applied_at LIMIT 20);
$body$;
COMMENT ON FUNCTION tusk.prune_log() IS 'Deletes the oldest actions that are past tusk.database.log_days.';

CREATE FUNCTION tusk.changes_of(request jsonb, entity text, operation text) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT coalesce(jsonb_agg(c ORDER BY ordinal), '[]')
        FROM jsonb_array_elements(coalesce(request->entity, '[]')) WITH ORDINALITY AS e(c, ordinal)
        WHERE c->>'op' = operation);
COMMENT ON FUNCTION tusk.changes_of(jsonb, text, text) IS 'The changes of an action of one kind.';

CREATE FUNCTION tusk.apply_action(request jsonb) RETURNS jsonb
LANGUAGE plpgsql
AS $body$
DECLARE
    action_id CONSTANT uuid := request->>'id';
    changes jsonb := request;
    result jsonb := '{}';
BEGIN
    INSERT INTO tusk.action (id, kind, label, installation, made_at)
    VALUES (action_id, request->>'kind', coalesce(request->>'label', ''), (request->>'installation')::uuid,
            coalesce((request->>'made_at')::timestamptz, now()))
    ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        -- Sent twice: the answer was lost. It is given again, with the rows as they are now.
        RETURN (SELECT answer FROM tusk.action WHERE id = action_id) || tusk.changed_rows(ARRAY[action_id], 100);
    END IF;
    PERFORM set_config('tusk.action', action_id::text, true);
    PERFORM pg_notify('tusk', action_id::text);

    IF request->>'kind' IN ('undo', 'redo') THEN
        changes := tusk.begin_undo(request, action_id);
        IF changes ? 'refused' THEN
            DELETE FROM tusk.action WHERE id = action_id;
            RETURN changes;
        END IF;
    END IF;

    -- What others refer to comes first and goes last.
    PERFORM tusk.apply_list_change(c) FROM jsonb_array_elements(coalesce(changes->'lists', '[]')) AS c
        WHERE c->>'op' <> 'delete';
    PERFORM tusk.apply_tag_change(c) FROM jsonb_array_elements(coalesce(changes->'tags', '[]')) AS c
        WHERE c->>'op' <> 'delete';
    IF tusk.changes_of(changes, 'todos', 'insert') <> '[]' THEN
        PERFORM tusk.insert_todos(tusk.changes_of(changes, 'todos', 'insert'));
    END IF;
    IF tusk.changes_of(changes, 'todos', 'update') <> '[]' THEN
        result := tusk.update_todos(tusk.changes_of(changes, 'todos', 'update'));
    END IF;
    IF tusk.changes_of(changes, 'todos', 'delete') <> '[]' THEN
        PERFORM tusk.delete_todos(tusk.changes_of(changes, 'todos', 'delete'));
    END IF;
    PERFORM tusk.apply_tag_change(c) FROM jsonb_array_elements(coalesce(changes->'tags', '[]')) AS c
        WHERE c->>'op' = 'delete';
    PERFORM tusk.apply_list_change(c) FROM jsonb_array_elements(coalesce(changes->'lists', '[]')) AS c
        WHERE c->>'op' = 'delete';
    IF request->>'kind' = 'purge' THEN
        PERFORM tusk.forget_todos(tusk.changes_of(changes, 'todos', 'delete'));
    END IF;

    UPDATE tusk.action SET answer = result WHERE id = action_id;
    PERFORM tusk.prune_log();
    RETURN result || tusk.changed_rows(ARRAY[action_id], 100);
END
$body$;
COMMENT ON FUNCTION tusk.apply_action(jsonb) IS 'Carries out an action: one statement, one transaction, safe to send twice. docs/postgresql.md describes the request and the answer.';
