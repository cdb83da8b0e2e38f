-- The users of the register's database, for a superuser to run once in that database (PostgreSQL 17 or newer), before a service
-- starts. Passwords are set apart from it: ALTER ROLE register_service PASSWORD '…'.
--
-- register_service  is who the services connect as. It can read and append. It cannot change, delete or empty what is recorded, and
--                   a table that it has made is handed over to the owner when it next connects.
-- register_owner    owns the tables. Only an upgrade that changes one needs it: start the new version once with its name.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'register_owner') THEN
        CREATE ROLE register_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'register_service') THEN
        CREATE ROLE register_service LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    END IF;
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO register_owner;
-- A service makes a table that is missing when it first needs it
GRANT USAGE, CREATE ON SCHEMA public TO register_service;

-- When a table of the service was seen first: it is handed over some seconds later, when its indexes are made too
CREATE TABLE IF NOT EXISTS public.register_seen_table (seen oid PRIMARY KEY, at timestamptz NOT NULL);
REVOKE ALL ON public.register_seen_table FROM PUBLIC;

-- At each connection of the service, gives the tables that it has made to the owner, and leaves it what it needs of them.
CREATE OR REPLACE FUNCTION public.register_hand_over() RETURNS event_trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    made record;
BEGIN
    IF session_user <> 'register_service' OR pg_is_in_recovery() THEN
        RETURN;
    END IF;
    INSERT INTO public.register_seen_table (seen, at)
        SELECT c.oid, now() FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND r.rolname = 'register_service'
        ON CONFLICT DO NOTHING;
    FOR made IN
        SELECT c.oid, c.oid::regclass AS name, c.relname AS bare
        FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner JOIN public.register_seen_table s ON s.seen = c.oid
        WHERE r.rolname = 'register_service' AND s.at < now() - interval '5 seconds'
        FOR UPDATE OF s SKIP LOCKED
    LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO register_owner', made.name);
        EXECUTE format('GRANT SELECT, INSERT ON %s TO register_service', made.name);
        -- No record, but what is made of the records, or a file on its way into them
        IF made.bare IN
            ('casereference', 'duplicaterecord', 'namedofficer', 'importclaim', 'storedfile', 'storedfilepart')
        THEN
            EXECUTE format('GRANT UPDATE, DELETE ON %s TO register_service', made.name);
        END IF;
        -- Words that somebody searched for go after 90 days
        IF made.bare = 'searchedwords' THEN
            EXECUTE format('GRANT DELETE ON %s TO register_service', made.name);
        END IF;
        -- A key is overwritten when it is erased, and wrapped anew; its row stays
        IF made.bare = 'datakey' THEN
            EXECUTE format('GRANT UPDATE ON %s TO register_service', made.name);
        END IF;
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION public.register_hand_over() FROM PUBLIC;

DROP EVENT TRIGGER IF EXISTS register_hand_over;
CREATE EVENT TRIGGER register_hand_over ON login EXECUTE FUNCTION public.register_hand_over();
