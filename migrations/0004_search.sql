-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- Search: every word of what was typed as the beginning of a word in titles and notes, or, where pg_trgm is there
-- and at least three letters were typed, all of it as a part of a title. What holds no word at all, such as a single
-- emoji, is looked for in titles too. A common word is as quick as a rare one, because at most the first few hundred
-- matches are looked at.

CREATE FUNCTION tusk.title_pattern(typed text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN '%' || regexp_replace(trim(tusk.fold(typed)), '([\\%_])', '\\\1', 'g') || '%';
COMMENT ON FUNCTION tusk.title_pattern(text) IS 'LIKE pattern for a part of a folded title.';

CREATE FUNCTION tusk.finds_substrings() RETURNS boolean
LANGUAGE sql STABLE
RETURN to_regclass('tusk.todo_search_title_idx') IS NOT NULL;
COMMENT ON FUNCTION tusk.finds_substrings() IS 'False where pg_trgm could not be created: then only word beginnings are found.';

CREATE FUNCTION tusk.rare_matches(words_query tsquery, pattern text, most integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE
-- The planner takes beginnings of words for frequent and would read the whole table.
SET enable_seqscan = off
AS $body$
BEGIN
    IF pattern IS NULL THEN
        RETURN QUERY SELECT s.todo_id FROM tusk.todo_search s WHERE s.words @@ words_query LIMIT most;
    ELSE
        RETURN QUERY SELECT s.todo_id FROM tusk.todo_search s
            WHERE s.words @@ words_query OR s.title LIKE pattern LIMIT most;
    END IF;
END
$body$;
COMMENT ON FUNCTION tusk.rare_matches(tsquery, text, integer) IS 'Part of tusk.search_todos: by the indexes.';

CREATE FUNCTION tusk.search_todos(typed text, most integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE ROWS 500
SET jit = off
AS $body$
DECLARE
    wanted CONSTANT text := left(typed, 500);
    words_query CONSTANT tsquery := tusk.search_query(wanted);
    letters CONSTANT integer := char_length(trim(tusk.fold(wanted)));
    pattern CONSTANT text := CASE WHEN letters > 0 AND words_query IS NULL OR letters >= 3 AND tusk.finds_substrings()
                                  THEN tusk.title_pattern(wanted) END;
    common uuid[];
BEGIN
    IF words_query IS NULL THEN
        -- No index knows it: an emoji, or signs.
        RETURN QUERY SELECT s.todo_id FROM tusk.todo_search s WHERE s.title LIKE pattern LIMIT most;
        RETURN;
    END IF;
    -- A word of a million todos would make the index gather them all first. A look at some rows finds it sooner, and
    -- what it does not find often is rare enough for the index.
    common := ARRAY(
        SELECT s.todo_id FROM (SELECT * FROM tusk.todo_search LIMIT 20000) AS s
        WHERE s.words @@ words_query OR s.title LIKE pattern LIMIT most);
    IF cardinality(common) = most THEN
        RETURN QUERY SELECT unnest(common);
    ELSE
        RETURN QUERY SELECT tusk.rare_matches(words_query, pattern, most);
    END IF;
END
$body$;
COMMENT ON FUNCTION tusk.search_todos(text, integer) IS 'Ids of at most that many todos that match, in no order; trashed and completed ones too.';
