-- The current snapshot of every alert. Written only by the alert service; read by the dashboard.
create table alert (
    id              text primary key,
    revision        integer          not null,
    geoname_id      bigint           not null,
    place_name      text             not null,
    place_level     text             not null,
    admin1_name     text,
    country_code    char(2)          not null,
    country_name    text             not null,
    latitude        double precision not null,
    longitude       double precision not null,
    event_type      text             not null,
    status          text             not null,
    stage           text             not null,
    severity        text             not null,
    urgency         text             not null,
    certainty       text             not null,
    started         timestamptz      not null,
    detected        timestamptz      not null,
    updated         timestamptz      not null,
    last_seen       timestamptz      not null,
    closed          timestamptz,
    authors         integer          not null,
    posts           integer          not null,
    window_seconds  integer          not null,
    observed        integer          not null,
    expected        double precision not null,
    probability     double precision not null,
    event_types     jsonb            not null,
    sources         jsonb            not null,
    languages       jsonb            not null,
    headline        text             not null
);

-- Lists are asked for by time, newest first, then narrowed by place or kind.
create index alert_detected on alert (detected desc, id);
create index alert_last_seen on alert (last_seen desc, id);
create index alert_country on alert (country_code, detected desc);
create index alert_position on alert (latitude, longitude);

create table evidence (
    alert_id    text             not null references alert (id) on delete cascade,
    post        text             not null,
    rank        integer          not null,
    source      text,
    post_time   timestamptz      not null,
    event_type  text             not null,
    probability double precision not null,
    language    text             not null,
    place_name  text,
    -- These three become null when the author takes the post back.
    excerpt     text,
    url         text,
    author_key  text,
    primary key (alert_id, post)
);

-- A deletion names a post or an author.
create index evidence_post on evidence (post);
create index evidence_author on evidence (author_key);
