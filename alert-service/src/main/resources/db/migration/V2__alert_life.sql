-- What became of an alert, what people did with it, and every revision that was ever published.
alter table alert
    add column change          text,
    add column warming_up      boolean not null default false,
    add column planned_for     date,
    add column ending          text,
    add column merged_into     text,
    add column announced_by    text,
    add column followed_by     text,
    add column places          jsonb   not null default '[]',
    add column windows         jsonb   not null default '[]',
    add column acknowledgement jsonb,
    add column dismissal       jsonb,
    add column comments        jsonb   not null default '[]';

create index alert_planned on alert (planned_for) where planned_for is not null;

-- The alert after each revision, as the topic had it, without its evidence: excerpts are kept in one
-- place, where their authors can take them back.
create table alert_revision (
    alert_id  text        not null,
    revision  integer     not null,
    change    text,
    severity  text        not null,
    status    text        not null,
    -- When the broker had it.
    published timestamptz not null,
    snapshot  jsonb       not null,
    primary key (alert_id, revision)
);

create index alert_revision_published on alert_revision (published);
