#!/bin/sh
# Run by the image of PostgreSQL when it makes the database: the users of roles.sql, with their passwords from files.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --file /register/roles.sql
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v service="$(cat /run/secrets/events-service-password)" -v owner="$(cat /run/secrets/events-owner-password)" <<'SQL'
ALTER ROLE register_service PASSWORD :'service';
ALTER ROLE register_owner PASSWORD :'owner';
SQL
