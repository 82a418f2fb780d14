-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- Imports are one action each: it has one row in the log, which knows the todos by tusk.todo.import_id. Lists and
-- tags that an import adds, and todos of an earlier import that it changes, are logged as always.

ALTER TABLE tusk.import ADD COLUMN last_version bigint;
COMMENT ON COLUMN tusk.import.last_version IS 'The greatest version among its todos when it was complete: those with a greater one were changed since.';
COMMENT ON COLUMN tusk.action.kind IS 'create, edit, complete, reopen, move, reorder, trash, restore, purge, merge, edit_lists, import, undo, redo; external: written by another program.';

CREATE FUNCTION tusk.todos_kept_of(of_import uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE
SET enable_nestloop = off
SET jit = off
AS $body$
-- What somebody has worked on since, and its parents, without which it would lose its place.
BEGIN
    RETURN QUERY
        WITH RECURSIVE kept AS (
            SELECT t.id, t.parent_id FROM tusk.todo t JOIN tusk.import i ON i.id = t.import_id
            WHERE t.import_id = of_import AND t.version > i.last_version
            UNION
            SELECT p.id, p.parent_id FROM tusk.todo c JOIN tusk.todo p ON p.id = c.parent_id
            WHERE p.import_id = of_import AND c.import_id IS DISTINCT FROM of_import
            UNION
            SELECT p.id, p.parent_id FROM kept k JOIN tusk.todo p ON p.id = k.parent_id
            WHERE p.import_id = of_import
        )
        SELECT k.id FROM kept k;
END
$body$;
COMMENT ON FUNCTION tusk.todos_kept_of(uuid) IS 'Todos that an import brought and that stay when it is undone.';

CREATE FUNCTION tusk.undo_import(of_import uuid) RETURNS bigint
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
COMMENT ON FUNCTION tusk.undo_import(uuid) IS 'Part of tusk.begin_undo: deletes what an import brought and nobody has changed since; returns how many todos stay.';

CREATE FUNCTION tusk.inverse_of_import(undone uuid) RETURNS jsonb
LANGUAGE plpgsql
AS $body$
-- Lists and tags that are in use by now stay.
DECLARE
    changes CONSTANT jsonb := tusk.inverse(undone);
BEGIN
    RETURN changes || jsonb_build_object(
        'lists', (SELECT coalesce(jsonb_agg(c.change), '[]') FROM jsonb_array_elements(changes->'lists') AS c(change)
                  WHERE NOT EXISTS (SELECT FROM tusk.todo t WHERE t.list_id = (c.change->>'id')::uuid)),
        'tags', (SELECT coalesce(jsonb_agg(c.change), '[]') FROM jsonb_array_elements(changes->'tags') AS c(change)
                 WHERE NOT EXISTS (SELECT FROM tusk.todo_tag g WHERE g.tag_id = (c.change->>'id')::uuid)));
END
$body$;
COMMENT ON FUNCTION tusk.inverse_of_import(uuid) IS 'Part of tusk.begin_undo: what else takes an import back.';

CREATE OR REPLACE FUNCTION tusk.begin_undo(request jsonb, of_action uuid) RETURNS jsonb
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
    ELSIF target.kind = 'purge'
          -- What an import brought is not in the log: it comes back from its file.
          OR EXISTS (SELECT FROM tusk.action i WHERE i.id = target.target AND i.kind = 'import') THEN
        RETURN jsonb_build_object('refused', 'deleted_for_good', 'target', target_id);
    END IF;
    PERFORM tusk.take_back(target_id, of_action);
    UPDATE tusk.action SET target = target_id, label = CASE WHEN label = '' THEN target.label ELSE label END
    WHERE id = of_action;
    IF target.kind = 'import' THEN
        PERFORM tusk.undo_import(i.id) FROM tusk.import i WHERE i.action_id = target_id;
        RETURN tusk.inverse_of_import(target_id);
    END IF;
    RETURN tusk.inverse(target_id);
END
$body$;

CREATE OR REPLACE FUNCTION tusk.undo_candidate(of_installation uuid, wanted_kind text) RETURNS uuid
LANGUAGE plpgsql STABLE
AS $body$
-- Undo: the newest action that is not taken back and changed anything. Redo: the newest undo that is not taken back
-- and is newer than every other action that still stands.
BEGIN
    IF wanted_kind = 'undo' THEN
        RETURN (SELECT a.id FROM tusk.action a
                WHERE a.installation = of_installation AND a.undone_by IS NULL
                  AND a.kind NOT IN ('undo', 'redo', 'purge')
                  AND (a.kind = 'import'
                       OR EXISTS (SELECT FROM tusk.change c
                                  WHERE c.action_id = a.id AND (c.before <> '{}' OR c.after <> '{}')))
                ORDER BY a.sequence DESC LIMIT 1);
    END IF;
    RETURN (SELECT u.id FROM tusk.action u
            WHERE u.installation = of_installation AND u.undone_by IS NULL AND u.kind = 'undo'
              AND NOT EXISTS (SELECT FROM tusk.action i WHERE i.id = u.target AND i.kind = 'import')
              AND NOT EXISTS (SELECT FROM tusk.action later
                              WHERE later.installation = of_installation AND later.sequence > u.sequence
                                AND later.kind NOT IN ('undo', 'redo'))
            ORDER BY u.sequence DESC LIMIT 1);
END
$body$;

CREATE OR REPLACE FUNCTION tusk.changes_since(snapshot_xmin xid8) RETURNS json
LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET jit = off
AS $body$
-- Everything that could have been committed after the snapshot whose pg_snapshot_xmin is given; the client drops
-- what it knows. "snapshot" is what to ask with the next time; "complete" is false where the log was pruned past
-- the question, where an import came or went, or the server is another one: then the client reads everything anew.
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
                             OR d.pruned_transaction >= pg_snapshot_xmax(snapshot))
                        AND NOT EXISTS (SELECT FROM tusk.action a LEFT JOIN tusk.action i ON i.id = a.target
                                        WHERE a.id = ANY (action_ids) AND 'import' IN (a.kind, i.kind)),
            'actions', tusk.logged_actions(action_ids), 'lists', r.lists, 'tags', r.tags,
            CASE WHEN r.versions IS NULL THEN 'todos' ELSE 'versions' END, coalesce(r.versions, r.todos))
        FROM tusk.database d CROSS JOIN tusk.changed_rows(action_ids, 2000) AS r);
END
$body$;
