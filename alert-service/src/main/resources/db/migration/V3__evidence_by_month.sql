-- Evidence in partitions by the month in which it was written: what is too old goes with its
-- partition, at once. By the time of writing and not of the post, because a replay may be years old.
alter table evidence rename to evidence_old;
alter index evidence_pkey rename to evidence_old_pkey;
alter index evidence_post rename to evidence_old_post;
alter index evidence_author rename to evidence_old_author;

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
    written     date             not null default current_date,
    primary key (alert_id, post, written)
) partition by range (written);

-- A deletion names a post or an author.
create index evidence_post on evidence (post);
create index evidence_author on evidence (author_key);

-- What is written in a month for which nobody has made a partition.
create table evidence_default partition of evidence default;

-- Makes the partition of the month that a day is in, if it is not there.
create function make_evidence_month(day date) returns void language plpgsql as
$$
declare
    first date := date_trunc('month', day);
    name  text := 'evidence_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass(name) is null then
        execute format('create table %I (like evidence including defaults including constraints)', name);
        -- Rows that came before their partition move into it.
        execute format(
            'with moved as (delete from evidence_default where written >= %L and written < %L returning *)'
            ' insert into %I select * from moved', first, first + interval '1 month', name);
        execute format(
            'alter table evidence attach partition %I for values from (%L) to (%L)',
            name, first, (first + interval '1 month')::date);
    end if;
end
$$;

-- Drops the partitions of the months that ended before a day; returns how many.
create function drop_evidence_before(day date) returns integer language plpgsql as
$$
declare
    part    record;
    dropped integer := 0;
begin
    for part in
        select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = to_regclass('evidence') and c.relname ~ '^evidence_\d{4}_\d{2}$'
    loop
        if (to_date(right(part.name, 7), 'YYYY_MM') + interval '1 month')::date <= day then
            execute format('drop table %I', part.name);
            dropped := dropped + 1;
        end if;
    end loop;
    delete from evidence_default where written < day;
    return dropped;
end
$$;

select make_evidence_month(current_date);
insert into evidence
    (alert_id, post, rank, source, post_time, event_type, probability, language, place_name, excerpt, url, author_key)
select alert_id, post, rank, source, post_time, event_type, probability, language, place_name, excerpt, url, author_key
from evidence_old;
drop table evidence_old;
