-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- The schema of Tusk as a whole. It runs as one transaction; the schema "tusk" and the table tusk.migration are
-- there already. Every object is named with its schema, also inside functions, so that a dump restores.
-- docs/postgresql.md tells how to read and write these tables with other programs.

------------------------------------------------------------------------------------------------------------------
-- Text: folding for search, words, positions

DO $do$
DECLARE
    -- The root collation of Unicode lowers every script the same way on every server; a PostgreSQL without ICU
    -- has to do with its default.
    lowering text := coalesce((SELECT 'COLLATE pg_catalog."und-x-icu"' FROM pg_catalog.pg_collation
                               WHERE collname = 'und-x-icu' LIMIT 1), '');
BEGIN
    EXECUTE format($body$
        CREATE FUNCTION tusk.fold(input text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        RETURN CASE
            WHEN octet_length(input) = char_length(input) THEN lower(input COLLATE pg_catalog."C")
            -- Lowered twice: a compatibility form such as the trade mark sign comes apart into capitals.
            ELSE replace(replace(replace(translate(lower(
                regexp_replace(normalize(lower(input %s) COLLATE pg_catalog."C", NFKD), '[\u0300-\u036f\u3099\u309a]', '', 'g')),
                'øłđħıŧðþ', 'oldhitdt'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
        END
    $body$, lowering);
END
$do$;
COMMENT ON FUNCTION tusk.fold(text) IS 'Text as search compares it: lower case, without accents, compatibility forms unified.';

CREATE FUNCTION tusk.parted(folded text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN octet_length(folded) = char_length(folded) THEN folded
       ELSE regexp_replace(folded, '([\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff])', ' \1 ', 'g') END;
COMMENT ON FUNCTION tusk.parted(text) IS 'Text in which every Chinese or Japanese character is a word, because these scripts do not part words.';

CREATE FUNCTION tusk.search_words(title text, notes text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
-- Without ASCII punctuation the parser sees plain words only: it would keep "and/or" or "example.org" in one
-- piece. A tsvector holds at most 1 MB, so of very long notes the first 200,000 characters are searchable.
RETURN to_tsvector('pg_catalog.simple', translate(tusk.parted(tusk.fold(title || ' ' || left(notes, 200000))),
    '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', '                                '));
COMMENT ON FUNCTION tusk.search_words(text, text) IS 'The words by which a todo is found.';

CREATE FUNCTION tusk.search_query(typed text) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT string_agg(quote_literal(word) || ':*', ' & ')::tsquery
        FROM unnest(tsvector_to_array(tusk.search_words(typed, ''))) AS word);
COMMENT ON FUNCTION tusk.search_query(text) IS 'Every word of what was typed, each as the beginning of a word; NULL without words.';

CREATE FUNCTION tusk.position_at_end() RETURNS text
LANGUAGE plpgsql VOLATILE
AS $body$
-- The microseconds since 1970 as nine digits in base 62 and a 'V': what the program gives to a new row.
DECLARE
    digits CONSTANT text := '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    rest bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
    result text := 'V';
BEGIN
    FOR i IN 1..9 LOOP
        result := substr(digits, (rest % 62)::integer + 1, 1) || result;
        rest := rest / 62;
    END LOOP;
    RETURN result;
END
$body$;
COMMENT ON FUNCTION tusk.position_at_end() IS 'Position of a new row that another program adds: after all others.';

------------------------------------------------------------------------------------------------------------------
-- Tables

CREATE TABLE tusk.database (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    log_days integer NOT NULL DEFAULT 90 CHECK (log_days BETWEEN 1 AND 36500),
    pruned_transaction xid8,
    created_at timestamptz(3) NOT NULL DEFAULT now()
);
COMMENT ON TABLE tusk.database IS 'Which database this is: one row, made once. A program that finds another id behind the same address stops and asks.';
COMMENT ON COLUMN tusk.database.singleton IS 'Makes a second row impossible.';
COMMENT ON COLUMN tusk.database.id IS 'The identity; a restored dump has the same.';
COMMENT ON COLUMN tusk.database.log_days IS 'How many days tusk.action and tusk.change are kept.';
COMMENT ON COLUMN tusk.database.pruned_transaction IS 'The newest transaction whose log is no longer kept: who was away longer reads everything anew.';
COMMENT ON COLUMN tusk.database.created_at IS 'When the schema was made.';
INSERT INTO tusk.database DEFAULT VALUES;

CREATE SEQUENCE tusk.version;
COMMENT ON SEQUENCE tusk.version IS 'Versions of rows: every change of a row takes the next, so a row that was deleted and came back is newer too.';

CREATE TABLE tusk.list (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    color text NOT NULL DEFAULT '',
    "position" text COLLATE pg_catalog."C" NOT NULL DEFAULT tusk.position_at_end(),
    archived_at timestamptz(3),
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    version bigint NOT NULL DEFAULT nextval('tusk.version'),
    CONSTRAINT list_name_length CHECK (char_length(name) <= 200 AND name ~ '\S'),
    CONSTRAINT list_color_form CHECK (color ~ '^(#[0-9a-f]{6})?$'),
    CONSTRAINT list_position_form CHECK ("position" ~ '^[0-9A-Za-z]{0,199}[1-9A-Za-z]$'),
    CONSTRAINT list_archived_at_range CHECK (archived_at BETWEEN '0001-01-01' AND '9999-12-31 23:59:59.999+00')
);
COMMENT ON TABLE tusk.list IS 'Lists of todos. A todo without a list is in the Inbox.';
COMMENT ON COLUMN tusk.list.id IS 'UUID, made by the client (version 7).';
COMMENT ON COLUMN tusk.list.name IS 'At most 200 characters, not blank; two lists differ in more than upper and lower case.';
COMMENT ON COLUMN tusk.list.color IS '#rrggbb in lower case, or empty for the theme''s neutral colour.';
COMMENT ON COLUMN tusk.list."position" IS 'Order among the lists: digits 0-9A-Za-z compared bytewise; ties by id.';
COMMENT ON COLUMN tusk.list.archived_at IS 'Hidden from the sidebar since.';
COMMENT ON COLUMN tusk.list.created_at IS 'When the row was made.';
COMMENT ON COLUMN tusk.list.updated_at IS 'Set by a trigger at every change.';
COMMENT ON COLUMN tusk.list.version IS 'Grows with every change of the row.';
CREATE UNIQUE INDEX list_name_key ON tusk.list (lower(name));

CREATE TABLE tusk.tag (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    color text NOT NULL DEFAULT '',
    "position" text COLLATE pg_catalog."C" NOT NULL DEFAULT tusk.position_at_end(),
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    version bigint NOT NULL DEFAULT nextval('tusk.version'),
    CONSTRAINT tag_name_length CHECK (char_length(name) <= 200 AND name ~ '\S'),
    CONSTRAINT tag_color_form CHECK (color ~ '^(#[0-9a-f]{6})?$'),
    CONSTRAINT tag_position_form CHECK ("position" ~ '^[0-9A-Za-z]{0,199}[1-9A-Za-z]$')
);
COMMENT ON TABLE tusk.tag IS 'Tags; tusk.todo_tag says which todo has which.';
COMMENT ON COLUMN tusk.tag.id IS 'UUID, made by the client (version 7).';
COMMENT ON COLUMN tusk.tag.name IS 'As for lists.';
COMMENT ON COLUMN tusk.tag.color IS '#rrggbb in lower case, or empty.';
COMMENT ON COLUMN tusk.tag."position" IS 'Order among the tags, as for lists.';
COMMENT ON COLUMN tusk.tag.created_at IS 'When the row was made.';
COMMENT ON COLUMN tusk.tag.updated_at IS 'Set by a trigger at every change.';
COMMENT ON COLUMN tusk.tag.version IS 'Grows with every change of the row.';
CREATE UNIQUE INDEX tag_name_key ON tusk.tag (lower(name));

CREATE TABLE tusk.action (
    id uuid PRIMARY KEY,
    sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    kind text NOT NULL,
    label text NOT NULL DEFAULT '',
    installation uuid,
    target uuid,
    undone_by uuid,
    answer jsonb NOT NULL DEFAULT '{}',
    made_at timestamptz(3) NOT NULL DEFAULT now(),
    applied_at timestamptz(3) NOT NULL DEFAULT now()
);
COMMENT ON TABLE tusk.action IS 'The log: one row for each thing that somebody did, however many todos it touched.';
COMMENT ON COLUMN tusk.action.id IS 'Made by the client; sending the same action again finds it here and does nothing.';
COMMENT ON COLUMN tusk.action.sequence IS 'The order of the history.';
COMMENT ON COLUMN tusk.action.transaction IS 'For catching up: numbers of a sequence are given before commit, so a reader could miss one; transactions not below the pg_snapshot_xmin of the last answer cannot be missed.';
COMMENT ON COLUMN tusk.action.kind IS 'create, edit, complete, reopen, move, reorder, trash, restore, purge, merge, edit_lists, undo, redo; external: written by another program.';
COMMENT ON COLUMN tusk.action.label IS 'What the history shows; empty once a todo in it was deleted for good.';
COMMENT ON COLUMN tusk.action.installation IS 'Which Tusk did it; NULL for other programs.';
COMMENT ON COLUMN tusk.action.target IS 'Of undo and redo: the action that was taken back.';
COMMENT ON COLUMN tusk.action.undone_by IS 'The undo (of an undo: the redo) that took it back.';
COMMENT ON COLUMN tusk.action.answer IS 'What could not be done as asked: conflicts with both values, todos and lists that were gone.';
COMMENT ON COLUMN tusk.action.made_at IS 'By the client''s clock.';
COMMENT ON COLUMN tusk.action.applied_at IS 'By the server''s clock.';
CREATE INDEX action_transaction_idx ON tusk.action (transaction);
CREATE INDEX action_installation_idx ON tusk.action (installation, sequence);
CREATE INDEX action_applied_at_idx ON tusk.action (applied_at);
CREATE INDEX action_undone_by_idx ON tusk.action (undone_by) WHERE undone_by IS NOT NULL;

CREATE TABLE tusk.change (
    action_id uuid NOT NULL REFERENCES tusk.action ON DELETE CASCADE,
    ordinal bigint GENERATED ALWAYS AS IDENTITY,
    entity text NOT NULL CHECK (entity IN ('todo', 'list', 'tag')),
    row_id uuid NOT NULL,
    operation text NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
    before jsonb,
    after jsonb,
    PRIMARY KEY (action_id, ordinal)
);
COMMENT ON TABLE tusk.change IS 'What each action changed, row by row, written by triggers.';
COMMENT ON COLUMN tusk.change.action_id IS 'The action it belongs to.';
COMMENT ON COLUMN tusk.change.ordinal IS 'The order within the action.';
COMMENT ON COLUMN tusk.change.entity IS 'todo, list or tag.';
COMMENT ON COLUMN tusk.change.row_id IS 'Id of the row; the row itself may be gone.';
COMMENT ON COLUMN tusk.change.operation IS 'insert, update or delete.';
COMMENT ON COLUMN tusk.change.before IS 'Update: the changed fields as they were (tags: those taken away). Delete: the whole row. NULL after deletion for good; both {}: the action was about this row and left it as it was.';
COMMENT ON COLUMN tusk.change.after IS 'Update: the changed fields as they became (tags: those added). Insert: the whole row.';
CREATE INDEX change_row_idx ON tusk.change (row_id);

CREATE TABLE tusk.import (
    id uuid PRIMARY KEY,
    action_id uuid REFERENCES tusk.action ON DELETE SET NULL,
    source_kind text NOT NULL,
    source_name text NOT NULL,
    source_identity text NOT NULL,
    started_at timestamptz(3) NOT NULL DEFAULT now(),
    finished_at timestamptz(3),
    report jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE tusk.import IS 'Each import from a file of another program, with its report.';
COMMENT ON COLUMN tusk.import.id IS 'UUID, made by the client.';
COMMENT ON COLUMN tusk.import.action_id IS 'Its entry in the log, as long as that is kept.';
COMMENT ON COLUMN tusk.import.source_kind IS 'Which program the file is of.';
COMMENT ON COLUMN tusk.import.source_name IS 'The file as the user knows it.';
COMMENT ON COLUMN tusk.import.started_at IS 'When it began.';
COMMENT ON COLUMN tusk.import.finished_at IS 'When it was complete.';
COMMENT ON COLUMN tusk.import.report IS 'What was taken over, changed and left out.';
COMMENT ON COLUMN tusk.import.source_identity IS 'Recognises the same source again, so that a second import updates.';
CREATE INDEX import_action_id_idx ON tusk.import (action_id) WHERE action_id IS NOT NULL;

CREATE TABLE tusk.todo (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    title text NOT NULL,
    notes text NOT NULL DEFAULT '',
    list_id uuid REFERENCES tusk.list ON DELETE SET NULL,
    parent_id uuid REFERENCES tusk.todo ON DELETE SET NULL,
    priority smallint NOT NULL DEFAULT 0,
    due_date date,
    due_time time(0),
    due_zone text,
    start_date date,
    start_time time(0),
    start_zone text,
    repeat text NOT NULL DEFAULT '',
    "position" text COLLATE pg_catalog."C" NOT NULL DEFAULT tusk.position_at_end(),
    completed_at timestamptz(3),
    deleted_at timestamptz(3),
    import_id uuid REFERENCES tusk.import ON DELETE SET NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    version bigint NOT NULL DEFAULT nextval('tusk.version'),
    CONSTRAINT todo_title_length CHECK (char_length(title) <= 500 AND title ~ '\S'),
    CONSTRAINT todo_notes_length CHECK (octet_length(notes) <= 1048576),
    CONSTRAINT todo_priority_range CHECK (priority BETWEEN 0 AND 3),
    CONSTRAINT todo_due_range CHECK (due_date BETWEEN '0001-01-01' AND '9999-12-31'),
    CONSTRAINT todo_due_form CHECK ((due_time IS NULL) = (due_zone IS NULL)
                                    AND (due_date IS NOT NULL OR due_time IS NULL)),
    CONSTRAINT todo_start_range CHECK (start_date BETWEEN '0001-01-01' AND '9999-12-31'),
    CONSTRAINT todo_start_form CHECK ((start_time IS NULL) = (start_zone IS NULL)
                                      AND (start_date IS NOT NULL OR start_time IS NULL)),
    CONSTRAINT todo_zone_length CHECK (char_length(due_zone) <= 100 AND char_length(start_zone) <= 100),
    CONSTRAINT todo_repeat_length CHECK (char_length(repeat) <= 1000),
    CONSTRAINT todo_position_form CHECK ("position" ~ '^[0-9A-Za-z]{0,199}[1-9A-Za-z]$'),
    CONSTRAINT todo_parent_other CHECK (parent_id <> id),
    CONSTRAINT todo_instants_range CHECK (
        created_at BETWEEN '0001-01-01' AND '9999-12-31 23:59:59.999+00'
        AND coalesce(completed_at, created_at) BETWEEN '0001-01-01' AND '9999-12-31 23:59:59.999+00'
        AND coalesce(deleted_at, created_at) BETWEEN '0001-01-01' AND '9999-12-31 23:59:59.999+00')
);
COMMENT ON TABLE tusk.todo IS 'The todos. What another program writes here is logged, shown in Tusk at once, and can be undone there.';
COMMENT ON COLUMN tusk.todo.id IS 'UUID, made by the client (version 7).';
COMMENT ON COLUMN tusk.todo.title IS 'One line, at most 500 characters, not blank.';
COMMENT ON COLUMN tusk.todo.notes IS 'Markdown, at most 1 MB.';
COMMENT ON COLUMN tusk.todo.list_id IS 'NULL: the Inbox.';
COMMENT ON COLUMN tusk.todo.parent_id IS 'Of a subtask: the todo it belongs to.';
COMMENT ON COLUMN tusk.todo.priority IS '0 none, 1 low, 2 medium, 3 high.';
COMMENT ON COLUMN tusk.todo.due_date IS 'Calendar date; never shifts with the time zone.';
COMMENT ON COLUMN tusk.todo.due_time IS 'Local time in due_zone, or NULL: some time that day.';
COMMENT ON COLUMN tusk.todo.due_zone IS 'IANA name of the zone of due_time.';
COMMENT ON COLUMN tusk.todo.start_date IS 'Hidden from the lists before this date.';
COMMENT ON COLUMN tusk.todo.start_time IS 'Local time in start_zone, or NULL.';
COMMENT ON COLUMN tusk.todo.start_zone IS 'IANA name of the zone of start_time.';
COMMENT ON COLUMN tusk.todo.repeat IS 'RFC 5545 recurrence rule without the name RRULE; empty: does not repeat.';
COMMENT ON COLUMN tusk.todo."position" IS 'Manual order: digits 0-9A-Za-z compared bytewise, not ending in 0; ties by id.';
COMMENT ON COLUMN tusk.todo.completed_at IS 'NULL: open.';
COMMENT ON COLUMN tusk.todo.deleted_at IS 'In the Trash since; NULL: not in the Trash.';
COMMENT ON COLUMN tusk.todo.import_id IS 'The import that brought it.';
COMMENT ON COLUMN tusk.todo.created_at IS 'When it was written down, by the client''s clock.';
COMMENT ON COLUMN tusk.todo.updated_at IS 'Set by a trigger at every change.';
COMMENT ON COLUMN tusk.todo.version IS 'Grows with every change of the row.';

CREATE TABLE tusk.todo_search (
    todo_id uuid PRIMARY KEY REFERENCES tusk.todo ON DELETE CASCADE,
    title text NOT NULL,
    words tsvector NOT NULL
);
COMMENT ON TABLE tusk.todo_search IS 'What search looks at, kept by triggers. Apart from tusk.todo, so that completing or moving a todo never touches the search indexes.';
COMMENT ON COLUMN tusk.todo_search.todo_id IS 'The todo.';
COMMENT ON COLUMN tusk.todo_search.title IS 'The title, folded.';
COMMENT ON COLUMN tusk.todo_search.words IS 'The words of title and notes, folded.';

CREATE TABLE tusk.todo_tag (
    todo_id uuid NOT NULL REFERENCES tusk.todo ON DELETE CASCADE,
    tag_id uuid NOT NULL REFERENCES tusk.tag ON DELETE CASCADE,
    PRIMARY KEY (todo_id, tag_id)
);
COMMENT ON TABLE tusk.todo_tag IS 'Which todo has which tag.';
COMMENT ON COLUMN tusk.todo_tag.todo_id IS 'The todo.';
COMMENT ON COLUMN tusk.todo_tag.tag_id IS 'One of its tags.';
CREATE INDEX todo_tag_tag_id_idx ON tusk.todo_tag (tag_id);

CREATE TABLE tusk.import_row (
    source_identity text NOT NULL,
    source_id text NOT NULL,
    import_id uuid NOT NULL REFERENCES tusk.import ON DELETE CASCADE,
    todo_id uuid NOT NULL,
    content_hash bytea NOT NULL,
    PRIMARY KEY (source_identity, source_id)
);
COMMENT ON TABLE tusk.import_row IS 'Which row of which source became which todo.';
COMMENT ON COLUMN tusk.import_row.source_identity IS 'As in tusk.import.';
COMMENT ON COLUMN tusk.import_row.source_id IS 'Id of the row in the source.';
COMMENT ON COLUMN tusk.import_row.import_id IS 'The newest import that brought the row.';
COMMENT ON COLUMN tusk.import_row.todo_id IS 'What became of it; the todo may be deleted since.';
COMMENT ON COLUMN tusk.import_row.content_hash IS 'Of the source row: tells at the next import whether the source changed.';
CREATE INDEX import_row_import_id_idx ON tusk.import_row (import_id);

-- Indexes for exactly the screens that exist, and one for each reference.
CREATE INDEX todo_open_idx ON tusk.todo ("position", id) WHERE completed_at IS NULL AND deleted_at IS NULL;
CREATE INDEX todo_open_list_idx ON tusk.todo (list_id, "position", id) WHERE completed_at IS NULL AND deleted_at IS NULL;
CREATE INDEX todo_open_due_idx ON tusk.todo (due_date, due_time, "position", id)
    WHERE completed_at IS NULL AND deleted_at IS NULL AND due_date IS NOT NULL;
CREATE INDEX todo_completed_idx ON tusk.todo (completed_at, id) WHERE completed_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX todo_trash_idx ON tusk.todo (deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX todo_list_id_idx ON tusk.todo (list_id) WHERE list_id IS NOT NULL;
CREATE INDEX todo_parent_id_idx ON tusk.todo (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX todo_import_id_idx ON tusk.todo (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX todo_search_words_idx ON tusk.todo_search USING gin (words);

DO $do$
DECLARE
    operators text;
BEGIN
    -- Trusted since PostgreSQL 13: the right to create in the database is enough.
    CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA tusk;
    SELECT format('%I.gin_trgm_ops', n.nspname) INTO operators
        FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
        WHERE e.extname = 'pg_trgm';
    EXECUTE format('CREATE INDEX todo_search_title_idx ON tusk.todo_search USING gin (title %s)', operators);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR invalid_parameter_value THEN
    RAISE NOTICE 'pg_trgm is not to be had: search finds word beginnings only';
END
$do$;
