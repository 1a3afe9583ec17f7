-- The dashboard reads with a role of its own. Whoever runs the database creates it; where it does
-- not exist there is nothing to grant. The role may be created later, so this runs at each start: the
-- time makes it a new script every time. ${flyway:timestamp}
do
$$
    begin
        if exists (select from pg_roles where rolname = 'groundswell_reader') then
            execute format('grant usage on schema %I to groundswell_reader', current_schema());
            grant select on alert, alert_revision, evidence to groundswell_reader;
        end if;
    end
$$;
