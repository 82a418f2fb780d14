-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT
--
-- The Trash keeps todos for some days and then lets them go, once a day, whichever device comes first.

ALTER TABLE tusk.database
    ADD COLUMN trash_days integer NOT NULL DEFAULT 30 CHECK (trash_days BETWEEN 1 AND 36500),
    ADD COLUMN trash_emptied_on date;
COMMENT ON COLUMN tusk.database.trash_days IS 'How many days deleted todos stay in the Trash.';
COMMENT ON COLUMN tusk.database.trash_emptied_on IS 'The day (UTC) on which old todos were last removed from the Trash.';

CREATE FUNCTION tusk.trash_is_due() RETURNS boolean
LANGUAGE sql STABLE
AS $body$
SELECT d.trash_emptied_on IS DISTINCT FROM (now() AT TIME ZONE 'UTC')::date
       AND EXISTS (SELECT FROM tusk.todo t WHERE t.deleted_at < now() - d.trash_days * interval '1 day')
FROM tusk.database d
$body$;
COMMENT ON FUNCTION tusk.trash_is_due() IS 'Whether todos are in the Trash for too long and nobody has removed them today.';

CREATE FUNCTION tusk.empty_trash(request jsonb) RETURNS boolean
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
    FROM (SELECT t.id FROM tusk.todo t, tusk.database d
          WHERE t.deleted_at < now() - d.trash_days * interval '1 day'
          ORDER BY t.deleted_at, t.id LIMIT 10000) AS expired;
    PERFORM tusk.apply_action(request || jsonb_build_object('kind', 'purge', 'todos', old));
    RETURN true;
END
$body$;
COMMENT ON FUNCTION tusk.empty_trash(jsonb) IS 'Deletes for good what is in the Trash for more than tusk.database.trash_days, as one action with the id, label and installation of the request; at most once a day, and then true.';
