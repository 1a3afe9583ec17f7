-- Who is to be told of which alerts, and what became of each message. The dashboard's role may not read these.
create table subscription (
    id          uuid primary key,
    name        text        not null,
    enabled     boolean     not null,
    selection   jsonb       not null,
    quiet_hours jsonb,
    excerpts    boolean     not null,
    channel     text        not null,
    url         text,
    recipients  jsonb       not null,
    -- AES-GCM under a key that the database never sees.
    secret      bytea,
    -- Only alerts that are published later are told.
    created     timestamptz not null,
    updated     timestamptz not null
);

create index subscription_created on subscription (created, id);

-- An outbox: what is to be sent, without any of it. The alert is read when it is sent, so that what an author has
-- taken back meanwhile is not in it.
create table delivery (
    id              uuid primary key,
    subscription_id uuid        not null references subscription (id) on delete cascade,
    alert_id        text        not null,
    revision        integer     not null,
    news            text        not null,
    state           text        not null,
    -- When to try next; while SENDING, when whoever sends counts as gone.
    due             timestamptz not null,
    attempts        integer     not null default 0,
    published       timestamptz not null,
    created         timestamptz not null,
    finished        timestamptz,
    detail          text,
    -- Whether a dead one stands on the topic of dead letters.
    lettered        boolean     not null default false,
    unique (subscription_id, alert_id, revision)
);

create index delivery_due on delivery (due) where state in ('WAITING', 'SENDING');
create index delivery_dead on delivery (created) where state = 'DEAD' and not lettered;
create index delivery_finished on delivery (finished) where finished is not null;
create index delivery_newest on delivery (subscription_id, created desc, id);
