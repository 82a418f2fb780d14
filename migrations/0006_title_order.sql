-- SPDX-FileCopyrightText: 2026 The Tusk authors
-- SPDX-License-Identifier: MIT
--
-- The order of titles. No index has it: it is asked for rarely, and an index would cost every import and break
-- when the rules of the server change.

DO $do$
BEGIN
    -- The root collation of Unicode is the same on every server; one without ICU has to do with the rules of
    -- its database.
    IF EXISTS (SELECT FROM pg_catalog.pg_collation WHERE collname = 'und-x-icu') THEN
        CREATE COLLATION tusk.title_order FROM pg_catalog."und-x-icu";
    ELSE
        EXECUTE (SELECT format('CREATE COLLATION tusk.title_order (PROVIDER = libc, LC_COLLATE = %L, LC_CTYPE = %L)',
                               datcollate, datctype)
                 FROM pg_catalog.pg_database WHERE datname = current_database());
    END IF;
END
$do$;
COMMENT ON COLLATION tusk.title_order IS 'The order of titles: that of Unicode, or of the database where the server has no ICU.';

CREATE FUNCTION tusk.titles_by_language() RETURNS boolean
LANGUAGE sql STABLE
RETURN (SELECT c.collprovider = 'i' FROM pg_catalog.pg_collation c WHERE c.oid = 'tusk.title_order'::regcollation);
COMMENT ON FUNCTION tusk.titles_by_language() IS 'False where tusk.title_order has to do without ICU.';
