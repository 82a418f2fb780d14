-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- What an import that was undone had changed in todos of earlier ones is brought again by the next import of the file.

ALTER TABLE tusk.import ADD COLUMN undone_at timestamptz(3);
COMMENT ON COLUMN tusk.import.undone_at IS 'When it was taken back: what it brought does not count as known any more.';
UPDATE tusk.import AS i SET undone_at = u.applied_at
FROM tusk.action AS a JOIN tusk.action AS u ON u.id = a.undone_by
WHERE a.id = i.action_id;

CREATE TABLE tusk.import_merge (
    import_id uuid NOT NULL REFERENCES tusk.import ON DELETE CASCADE,
    source_id text NOT NULL,
    former_hash bytea NOT NULL,
    written_hash bytea NOT NULL,
    PRIMARY KEY (import_id, source_id)
);
COMMENT ON TABLE tusk.import_merge IS 'Rows of a source that an import found changed: what was known of them before, for as long as the import can be undone.';
COMMENT ON COLUMN tusk.import_merge.import_id IS 'The import.';
COMMENT ON COLUMN tusk.import_merge.source_id IS 'As in tusk.import_row.';
COMMENT ON COLUMN tusk.import_merge.former_hash IS 'tusk.import_row.content_hash before it.';
COMMENT ON COLUMN tusk.import_merge.written_hash IS 'tusk.import_row.content_hash after it.';

CREATE FUNCTION tusk.hash_taken_back(now bytea, written bytea, former bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
-- 8 bytes for the whole row, then 4 for each field. What a later import has written over it stays.
RETURN CASE WHEN now = written THEN former
       ELSE (SELECT substring(now FOR 8) || string_agg(
                 CASE WHEN substring(now FROM place FOR 4) = substring(written FROM place FOR 4)
                      THEN substring(former FROM place FOR 4) ELSE substring(now FROM place FOR 4) END,
                 '' ORDER BY place)
             FROM generate_series(9, length(now), 4) AS place) END;
COMMENT ON FUNCTION tusk.hash_taken_back(bytea, bytea, bytea) IS 'What is known of a row of a source when an import that changed it is undone.';

CREATE OR REPLACE FUNCTION tusk.undo_import(of_import uuid) RETURNS bigint
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
    -- And so the changes.
    UPDATE tusk.import_row r SET content_hash = tusk.hash_taken_back(r.content_hash, m.written_hash, m.former_hash)
        FROM tusk.import_merge m JOIN tusk.import i ON i.id = m.import_id
        WHERE m.import_id = of_import AND r.source_identity = i.source_identity AND r.source_id = m.source_id;
    DELETE FROM tusk.import_merge WHERE import_id = of_import;
    UPDATE tusk.import SET undone_at = clock_timestamp() WHERE id = of_import;
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
