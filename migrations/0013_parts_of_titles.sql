-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT

-- Each word of what was typed is looked for by itself: as the beginning of a word in titles and notes, or, where
-- pg_trgm is there and it has at least three letters, as a part of a title. Until now a part was found only where it
-- was all that was typed: "mato wat" did not find "Water the tomatoes".

DROP FUNCTION tusk.search_todos(text, integer);
DROP FUNCTION tusk.rare_matches(tsquery, text, integer);
DROP FUNCTION tusk.search_query(text);

CREATE FUNCTION tusk.search_condition(typed text) RETURNS text
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    words CONSTANT text[] := tsvector_to_array(tusk.search_words(typed, ''));
    part CONSTANT text := trim(tusk.fold(typed));
    finds_parts CONSTANT boolean := tusk.finds_substrings();
    in_title CONSTANT text := format('s.title LIKE %L', tusk.title_pattern(typed));
    condition text;
BEGIN
    IF words = '{}' THEN
        -- No index knows it: an emoji, or signs.
        RETURN CASE WHEN part <> '' THEN in_title END;
    END IF;
    condition := (SELECT string_agg('(' || format('s.words @@ %L::tsquery', quote_literal(word) || ':*')
                      || CASE WHEN finds_parts AND char_length(word) >= 3
                              THEN format(' OR s.title LIKE %L', tusk.title_pattern(word)) ELSE '' END
                      || ')', ' AND ')
                  FROM unnest(words) AS word);
    IF finds_parts AND char_length(part) >= 3 AND words <> ARRAY[part] THEN
        condition := condition || ' OR ' || in_title; -- with its signs: "5/8" is no two words
    END IF;
    RETURN condition;
END
$body$;
COMMENT ON FUNCTION tusk.search_condition(text) IS 'Part of tusk.search_todos: what is asked of a row s of tusk.todo_search, as SQL; NULL when nothing was typed.';

CREATE FUNCTION tusk.rare_matches(condition text, most integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE
-- The planner takes beginnings of words for frequent and would read the whole table.
SET enable_seqscan = off
AS $body$
BEGIN
    RETURN QUERY EXECUTE 'SELECT s.todo_id FROM tusk.todo_search s WHERE ' || condition || ' LIMIT $1' USING most;
END
$body$;
COMMENT ON FUNCTION tusk.rare_matches(text, integer) IS 'Part of tusk.search_todos: by the indexes.';

CREATE FUNCTION tusk.search_todos(typed text, most integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE ROWS 500
SET jit = off
AS $body$
DECLARE
    condition CONSTANT text := tusk.search_condition(left(typed, 500));
    common uuid[];
BEGIN
    IF condition IS NULL THEN
        RETURN;
    END IF;
    -- A word of a million todos would make the index gather them all first. A look at some rows finds it sooner, and
    -- what it does not find often is rare enough for the index.
    EXECUTE 'SELECT array_agg(todo_id) FROM (SELECT s.todo_id FROM (SELECT * FROM tusk.todo_search LIMIT 20000) AS s'
        ' WHERE ' || condition || ' LIMIT $1) AS looked_at' INTO common USING most;
    IF cardinality(common) = most THEN
        RETURN QUERY SELECT unnest(common);
    ELSE
        RETURN QUERY SELECT tusk.rare_matches(condition, most);
    END IF;
END
$body$;
COMMENT ON FUNCTION tusk.search_todos(text, integer) IS 'Ids of at most that many todos that match, in no order; trashed and completed ones too.';
