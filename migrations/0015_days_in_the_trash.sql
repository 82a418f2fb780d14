-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- What another program had deleted long ago would be gone for good the day after its import, although nobody has seen
-- it in the Trash here. So the days of what was imported begin with the newest import of its source, which may also
-- have brought that it was deleted. When it was deleted stays as the file says.

COMMENT ON COLUMN tusk.database.trash_emptied_on IS 'The day (UTC) on which somebody last looked for old todos in the Trash and removed them.';

CREATE FUNCTION tusk.expired_todos(most integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE
SET jit = off
AS $body$
DECLARE
    last_day CONSTANT timestamptz := (SELECT now() - trash_days * interval '1 day' FROM tusk.database);
    waiting CONSTANT uuid[] := ARRAY(
        SELECT i.id FROM tusk.import i
        WHERE i.source_identity IN (SELECT newer.source_identity FROM tusk.import newer
                                    WHERE coalesce(newer.finished_at, newer.started_at) >= last_day));
BEGIN
    RETURN QUERY
        SELECT t.id FROM tusk.todo t
        WHERE t.deleted_at < last_day AND (t.import_id IS NULL OR t.import_id <> ALL (waiting))
        ORDER BY t.deleted_at, t.id LIMIT most;
END
$body$;
COMMENT ON FUNCTION tusk.expired_todos(integer) IS 'Part of tusk.empty_trash: at most that many todos that are in the Trash for too long, the oldest first.';

-- Every opening asks for it, so it stays a single look into an index; tusk.empty_trash looks closely, once a day.
COMMENT ON FUNCTION tusk.trash_is_due() IS 'Whether todos were deleted too long ago, and nobody has looked today which of them can go.';

CREATE OR REPLACE FUNCTION tusk.empty_trash(request jsonb) RETURNS boolean
LANGUAGE plpgsql
AS $body$
DECLARE
    old jsonb;
BEGIN
    -- Of several devices that ask at once the first takes the lock of the row, and the others find it done.
    PERFORM FROM tusk.database FOR UPDATE;
    IF NOT tusk.trash_is_due() THEN
        RETURN false;
    END IF;
    UPDATE tusk.database SET trash_emptied_on = (now() AT TIME ZONE 'UTC')::date;
    -- Not more than a transaction carries easily; what is left goes on the days after.
    SELECT jsonb_agg(jsonb_build_object('op', 'delete', 'id', expired.id)) INTO old
    FROM tusk.expired_todos(10000) AS expired(id);
    IF old IS NULL THEN
        RETURN false;
    END IF;
    PERFORM tusk.apply_action(request || jsonb_build_object('kind', 'purge', 'todos', old));
    RETURN true;
END
$body$;
COMMENT ON FUNCTION tusk.empty_trash(jsonb) IS 'Deletes for good what is in the Trash for more than tusk.database.trash_days, counted from the newest import of its source where one brought it, as one action with the id, label and installation of the request; at most once a day, and then true where there were any.';
