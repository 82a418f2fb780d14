-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- Deletion for good leaves the labels of actions that are still about other todos, unless they may quote a title;
-- and redo, too, passes over what nothing is left of.

CREATE OR REPLACE FUNCTION tusk.forget_todos(changes jsonb[]) RETURNS void
LANGUAGE plpgsql
AS $body$
DECLARE
    ids CONSTANT uuid[] := ARRAY(SELECT (c->>'id')::uuid FROM unnest(changes) AS c);
    touching CONSTANT uuid[] := ARRAY(SELECT DISTINCT action_id FROM tusk.change WHERE row_id = ANY (ids));
    -- Labels quote titles, long ones in part.
    quoted CONSTANT text[] := ARRAY(
        SELECT DISTINCT left(title, 20)
        FROM tusk.change AS c, unnest(ARRAY[c.before->>'title', c.after->>'title']) AS title
        WHERE c.row_id = ANY (ids) AND title <> '');
BEGIN
    -- Where the row was is kept: other devices count with it.
    UPDATE tusk.change SET before = CASE WHEN operation = 'delete' THEN jsonb_build_object(
        'list_id', before->'list_id', 'completed_at', before->'completed_at', 'deleted_at', before->'deleted_at') END,
        after = NULL
    WHERE row_id = ANY (ids);
    -- Conflicts quote both values.
    UPDATE tusk.action AS a SET answer = a.answer - 'conflicts', label = CASE
        WHEN EXISTS (SELECT FROM tusk.change c WHERE c.action_id = a.id
                     AND (c.after <> '{}' OR (c.before <> '{}' AND c.operation <> 'delete')))
             AND NOT EXISTS (SELECT FROM unnest(quoted) AS title WHERE strpos(a.label, title) > 0)
        THEN a.label ELSE '' END
    WHERE a.id = ANY (touching);
END
$body$;

CREATE OR REPLACE FUNCTION tusk.undo_candidate(of_installation uuid, wanted_kind text) RETURNS uuid
LANGUAGE plpgsql STABLE
AS $body$
-- Undo: the newest action that is not taken back and changed anything. Redo: the newest undo that is not taken back,
-- changed anything and is newer than every other action that still stands.
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
              AND EXISTS (SELECT FROM tusk.change c
                          WHERE c.action_id = u.id AND (c.before <> '{}' OR c.after <> '{}'))
              AND NOT EXISTS (SELECT FROM tusk.action later
                              WHERE later.installation = of_installation AND later.sequence > u.sequence
                                AND later.kind NOT IN ('undo', 'redo'))
            ORDER BY u.sequence DESC LIMIT 1);
END
$body$;
