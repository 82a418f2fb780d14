-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- Undoing an import keeps the todos that somebody has worked on. A later import of the file is no work, nor is what was
-- taken back again.

CREATE FUNCTION tusk.todos_worked_on(todo_ids uuid[], since xid8) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE
SET enable_nestloop = on -- tusk.todos_kept_of would look through all actions
SET enable_seqscan = off
SET jit = off
AS $body$
BEGIN
    -- What the log does not know any more may have been work.
    IF since IS NULL OR EXISTS (SELECT FROM tusk.database d WHERE d.pruned_transaction >= since) THEN
        RETURN QUERY SELECT unnest(todo_ids);
        RETURN;
    END IF;
    RETURN QUERY
        SELECT unnest(todo_ids)
        EXCEPT
        SELECT c.row_id FROM tusk.change c JOIN tusk.action a ON a.id = c.action_id
        WHERE c.row_id = ANY (todo_ids) AND (c.before <> '{}' OR c.after <> '{}')
        GROUP BY c.row_id
        HAVING NOT bool_or(a.undone_by IS NULL AND a.kind NOT IN ('import', 'undo', 'redo'));
END
$body$;
COMMENT ON FUNCTION tusk.todos_worked_on(uuid[], xid8) IS 'Part of tusk.todos_kept_of: of todos that were changed since a transaction those that an action changed which still stands and is no import, or of which the log tells nothing.';

CREATE OR REPLACE FUNCTION tusk.todos_kept_of(of_import uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE
SET enable_nestloop = off
SET jit = off
AS $body$
-- What somebody has worked on since, and its parents, without which it would lose its place.
DECLARE
    -- The log is asked about these only: of a million todos few were changed, as a rule.
    changed CONSTANT uuid[] := ARRAY(
        SELECT t.id FROM tusk.todo t JOIN tusk.import i ON i.id = t.import_id
        WHERE t.import_id = of_import AND t.version > i.last_version);
    since CONSTANT xid8 := (SELECT a.transaction FROM tusk.import i JOIN tusk.action a ON a.id = i.action_id
                            WHERE i.id = of_import);
    worked_on CONSTANT uuid[] := ARRAY(SELECT tusk.todos_worked_on(changed, since));
BEGIN
    RETURN QUERY
        WITH RECURSIVE kept AS (
            SELECT t.id, t.parent_id FROM tusk.todo t WHERE t.id = ANY (worked_on)
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

CREATE OR REPLACE FUNCTION tusk.inverse_of_import(undone uuid) RETURNS jsonb
LANGUAGE plpgsql
AS $body$
-- Lists and tags that are in use by now stay, but not for the sake of todos that leave them again.
DECLARE
    changes CONSTANT jsonb := tusk.inverse(undone);
    moved CONSTANT uuid[] := ARRAY(SELECT (t.change->>'id')::uuid FROM jsonb_array_elements(changes->'todos') AS t(change)
                                   WHERE t.change->'new' ? 'list_id');
    retagged CONSTANT uuid[] := ARRAY(SELECT (t.change->>'id')::uuid FROM jsonb_array_elements(changes->'todos') AS t(change)
                                      WHERE t.change->'new' ? 'tags');
BEGIN
    RETURN changes || jsonb_build_object(
        'lists', (SELECT coalesce(jsonb_agg(c.change), '[]') FROM jsonb_array_elements(changes->'lists') AS c(change)
                  WHERE NOT EXISTS (SELECT FROM tusk.todo t WHERE t.list_id = (c.change->>'id')::uuid
                                    AND t.id NOT IN (SELECT unnest(moved)))),
        'tags', (SELECT coalesce(jsonb_agg(c.change), '[]') FROM jsonb_array_elements(changes->'tags') AS c(change)
                 WHERE NOT EXISTS (SELECT FROM tusk.todo_tag g WHERE g.tag_id = (c.change->>'id')::uuid
                                   AND g.todo_id NOT IN (SELECT unnest(retagged)))));
END
$body$;

COMMENT ON COLUMN tusk.import.last_version IS 'The greatest version among its todos when it was complete: those with a greater one were changed since, by whomever.';
COMMENT ON FUNCTION tusk.undo_import(uuid) IS 'Part of tusk.begin_undo: deletes what an import brought and nobody has worked on since; returns how many todos stay.';
