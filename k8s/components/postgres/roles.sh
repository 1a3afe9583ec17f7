# Run by the image once, when the volume is empty: the owner of the schema, and who may only read it.
# The alert service grants the reader its tables. A password is in a variable, or in the file that a variable names.
: "${OWNER_PASSWORD:=$(cat "${OWNER_PASSWORD_FILE:-/dev/null}")}" "${READER_PASSWORD:=$(cat "${READER_PASSWORD_FILE:-/dev/null}")}"
: "${OWNER_PASSWORD:?is empty}" "${READER_PASSWORD:?is empty}"
psql --set ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres \
  --set owner_password="$OWNER_PASSWORD" --set reader_password="$READER_PASSWORD" <<'SQL'
create role groundswell login password :'owner_password';
create role groundswell_reader login password :'reader_password';
alter role groundswell_reader set default_transaction_read_only = on;
create database groundswell owner groundswell;
revoke all on database groundswell from public;
grant connect on database groundswell to groundswell_reader;
SQL
