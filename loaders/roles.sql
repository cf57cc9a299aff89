-- Two roles for PostgreSQL, so that the web can never read or write more than what is published:
--
--   mining_loader   owns the tables of both stores; `python -m loaders` runs as it
--   mining_web      reads the public store and nothing else; the web runs as it
--
-- The database's administrator runs this before the first `python -m loaders upgrade`. It can be run again at any
-- time: it mends what has changed. Two databases are better than one (see the end of this comment):
--
--   psql -d mining_private -v holds=private -f loaders/roles.sql
--   psql -d mining_public  -v holds=public  -f loaders/roles.sql
--
-- or, with both stores in one database:   psql -d mining -f loaders/roles.sql
--
-- Passwords are given afterwards, so that none stands in a file:   \password mining_loader   \password mining_web
--
-- What holds the web back are its privileges. The settings of a role are a courtesy: a session can change them.
-- No privilege forbids a role to change its own password and settings, to send NOTIFY, to look at the system's
-- catalogues or to make the server work hard. The catalogues show names, comments and numbers of rows of all tables
-- of the same database: that is why the private store is better off in a database that the web cannot enter.
-- An administrator without superuser rights gets warnings at the functions below; those stay open then.

\set ON_ERROR_STOP on
\if :{?holds}
\else
  \set holds both
\endif
SELECT :'holds' NOT IN ('both', 'public', 'private') AS is_unknown,
  :'holds' IN ('both', 'public') AS holds_public, :'holds' IN ('both', 'private') AS holds_private \gset
\if :is_unknown
  DO $$ BEGIN RAISE EXCEPTION 'holds must be both, public or private'; END $$;
\endif

BEGIN;
SET LOCAL client_min_messages = warning;

SELECT format('CREATE ROLE %I LOGIN', role) FROM unnest(ARRAY['mining_loader', 'mining_web']) AS role
WHERE role NOT IN (SELECT rolname FROM pg_roles) \gexec

-- The limit is a wall: a web process holds one connection at most, and whoever takes it over cannot take them all.
ALTER ROLE mining_web CONNECTION LIMIT 20;
ALTER ROLE mining_web SET default_transaction_read_only = on;
ALTER ROLE mining_web SET statement_timeout = '20s';
ALTER ROLE mining_web SET idle_in_transaction_session_timeout = '60s';

-- To give something to a role, an administrator without superuser rights must be a member of it.
SELECT 'GRANT mining_loader TO CURRENT_USER' FROM pg_roles WHERE rolname = CURRENT_USER AND NOT rolsuper \gexec

-- Everyone may enter a new database and make temporary tables in it, and in older servers tables in schema public.
REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC, mining_web;
REVOKE ALL ON SCHEMA public FROM PUBLIC, mining_web;
GRANT CONNECT ON DATABASE :"DBNAME" TO mining_loader;

-- Everyone may also write large objects, and keep the loaders waiting for ever by their lock.
SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', oid::regprocedure) FROM pg_proc
WHERE pronamespace = 'pg_catalog'::regnamespace
  AND proname ~ '^(lo_creat|lo_create|lo_from_bytea|pg_(try_)?advisory_(xact_)?lock(_shared)?)$' \gexec
GRANT EXECUTE ON FUNCTION pg_advisory_xact_lock(int, int) TO mining_loader;

\if :holds_private
  CREATE SCHEMA IF NOT EXISTS mining_private AUTHORIZATION mining_loader;
  ALTER SCHEMA mining_private OWNER TO mining_loader;
  REVOKE ALL ON SCHEMA mining_private FROM PUBLIC, mining_web;
\endif
\if :holds_public
  CREATE SCHEMA IF NOT EXISTS mining_public AUTHORIZATION mining_loader;
  ALTER SCHEMA mining_public OWNER TO mining_loader;
\endif

-- Tables that someone else had made before there were roles.
SELECT format('ALTER TABLE %I.%I OWNER TO mining_loader', schemaname, tablename) FROM pg_tables
WHERE schemaname IN ('mining_private', 'mining_public') AND tableowner <> 'mining_loader' \gexec

\if :holds_public
  GRANT CONNECT ON DATABASE :"DBNAME" TO mining_web;
  REVOKE ALL ON SCHEMA mining_public FROM PUBLIC, mining_web;
  REVOKE ALL ON ALL TABLES IN SCHEMA mining_public FROM PUBLIC, mining_web;
  GRANT USAGE ON SCHEMA mining_public TO mining_web;
  GRANT SELECT ON ALL TABLES IN SCHEMA mining_public TO mining_web;
  -- Tables of later updates too.
  ALTER DEFAULT PRIVILEGES FOR ROLE mining_loader IN SCHEMA mining_public GRANT SELECT ON TABLES TO mining_web;
\endif

DO $$
BEGIN
  IF EXISTS (
    SELECT FROM pg_roles WHERE rolname IN ('mining_web', 'mining_loader')
      AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)
  ) OR EXISTS (SELECT FROM pg_auth_members WHERE member IN ('mining_web'::regrole, 'mining_loader'::regrole))
  THEN
    RAISE EXCEPTION 'mining_web or mining_loader has rights of an administrator or of another role: take them away';
  END IF;
END $$;

COMMIT;

-- To be closed, where nothing else needs them, by REVOKE ALL ON DATABASE … FROM PUBLIC or in pg_hba.conf.
SELECT datname AS "other databases that mining_web may enter" FROM pg_database
WHERE datallowconn AND datname <> current_database() AND has_database_privilege('mining_web', oid, 'CONNECT')
ORDER BY datname;
