#!/bin/bash
# Runs once, when the database is made: the role that owns the tables and the role that may only read them.
# Passwords come from files, so that they stand neither in the environment nor in a log.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set=writer="$(<"$WRITER_PASSWORD_FILE")" --set=reader="$(<"$READER_PASSWORD_FILE")" --set=database="$POSTGRES_DB" <<'SQL'
create role groundswell login password :'writer';
create role groundswell_reader login password :'reader';
alter database :"database" owner to groundswell;
alter schema public owner to groundswell;
revoke all on schema public from public;
grant usage on schema public to groundswell_reader;
SQL
