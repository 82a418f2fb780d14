-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- The words of a new todo in a third of the time; they are the same as before. Of what an import of a million todos
-- takes, half was this: translate() looks at each of 32 marks for each letter, a function that is STRICT and begins
-- with a CASE is never inlined, and titles were folded twice.

DO $do$
DECLARE
    lowering text := coalesce((SELECT 'COLLATE pg_catalog."und-x-icu"' FROM pg_catalog.pg_collation
                               WHERE collname = 'und-x-icu' LIMIT 1), '');
BEGIN
    EXECUTE format($body$
        CREATE OR REPLACE FUNCTION tusk.fold(input text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
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

CREATE FUNCTION tusk.words_of(folded text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
-- Every Chinese or Japanese character is a word, because these scripts do not part words. Without ASCII punctuation
-- the parser sees plain words only: it would keep "and/or" or "example.org" in one piece.
RETURN to_tsvector('pg_catalog.simple', regexp_replace(
    CASE WHEN octet_length(folded) = char_length(folded) THEN folded
         ELSE regexp_replace(folded, '([\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff])', ' \1 ', 'g') END,
    '[!-/:-@\[-`{-~]+', ' ', 'g'));
COMMENT ON FUNCTION tusk.words_of(text) IS 'The words of a folded text.';

CREATE OR REPLACE FUNCTION tusk.search_words(title text, notes text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
-- A tsvector holds at most 1 MB, so of very long notes the first 200,000 characters are searchable.
RETURN tusk.words_of(tusk.fold(title || ' ' || left(notes, 200000)));

DROP FUNCTION tusk.parted(text);

CREATE OR REPLACE FUNCTION tusk.index_new_todos() RETURNS trigger
LANGUAGE plpgsql
-- The parser remarks on every word of notes that is too long to be one.
SET client_min_messages = warning
AS $body$
BEGIN
    INSERT INTO tusk.todo_search (todo_id, title, words)
    SELECT folded.id, folded.title, tusk.words_of(folded.title || ' ' || folded.notes)
    FROM (SELECT id, tusk.fold(title) AS title, tusk.fold(left(notes, 200000)) AS notes
          FROM new_rows OFFSET 0) AS folded; -- or each use would fold again
    RETURN NULL;
END
$body$;
