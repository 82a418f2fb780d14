-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- A row says which todos belong to it, so that subtasks are shown without a query for each.

CREATE FUNCTION tusk.kin(of_todo uuid, of_parent uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $body$
-- In PL/pgSQL, which plans it once in a session: it runs for every row that is read, and most have no family.
BEGIN
    IF of_parent IS NULL AND NOT EXISTS (SELECT FROM tusk.todo WHERE parent_id = of_todo) THEN
        RETURN '{}';
    END IF;
    -- Those in the Trash too: whoever keeps what was said can tell by the version what is newer.
    RETURN (SELECT jsonb_build_object('kin', coalesce(jsonb_agg(jsonb_build_object(
                'id', k.id, 'parent_id', k.parent_id, 'title', left(k.title, 200),
                'completed', k.completed_at IS NOT NULL, 'deleted', k.deleted_at IS NOT NULL,
                'position', k."position", 'version', k.version)), '[]'))
            FROM (SELECT * FROM tusk.todo WHERE parent_id = of_todo
                  UNION ALL SELECT * FROM tusk.todo WHERE id = of_parent) AS k);
END
$body$;
COMMENT ON FUNCTION tusk.kin(uuid, uuid) IS 'The subtasks of a todo and its parent, each as what its family needs of it; an empty object where there are none.';

CREATE OR REPLACE FUNCTION tusk.todo_row(todo tusk.todo, tags uuid[]) RETURNS jsonb
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
    'updated_at', tusk.instant(todo.updated_at), 'version', todo.version, 'tags', tags)
    || tusk.kin(todo.id, todo.parent_id);
COMMENT ON FUNCTION tusk.todo_row(tusk.todo, uuid[]) IS 'A todo with its family and with tags that are known, without a query for them.';
