-- What the country knows of an activity and no source says: the part of deposits a fund's agent keeps, how likely a pledge is,
-- and which records of several sources tell of one activity. Null is not known, and not nought.

alter table work.activity
    add column fee_share numeric(7, 6) check (fee_share >= 0 and fee_share < 1),
    add column pledge_probability numeric(5, 4) check (pledge_probability between 0 and 1);

create table work.same_activity (
    id uuid primary key,
    country text not null references access.workspace (code),
    -- Whoever may not read one of the two does not learn that they are one.
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    -- The record that gives way, and the one that stands for both.
    activity_id uuid not null,
    standing_id uuid not null,
    -- False: a person looked, and they are two.
    is_same boolean not null,
    reasons text[] not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    ended_by uuid,
    ended_at timestamptz,
    version integer not null,
    check (activity_id <> standing_id),
    check ((ended_at is null) = (ended_by is null))
);
create unique index on work.same_activity (activity_id) where is_same and ended_at is null;
create unique index on work.same_activity (least(activity_id, standing_id), greatest(activity_id, standing_id)) where ended_at is null;
create index on work.same_activity (country) where ended_at is null;
call journal.guard('work.same_activity');

create function work.joins_known_activities() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform pg_catalog.pg_advisory_xact_lock_shared(70071);
    if exists (select from added r cross join lateral (values (r.activity_id), (r.standing_id)) side (id)
               where not exists (select from work.activity a where a.id = side.id and a.country = r.country
                   and a.classification <= r.classification and (a.compartment is null or a.compartment = r.compartment))) then
        raise exception 'Records that are one belong to one country, and that they are is kept as close as the closer one' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create function work.raise_same_activity() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    update work.same_activity s set classification = new.classification
    where new.id in (s.activity_id, s.standing_id) and s.country = new.country and s.classification < new.classification;
    return null;
end $$;

create trigger joins_when_added after insert on work.same_activity referencing new table as added
    for each statement execute function work.joins_known_activities();
create trigger joins_when_changed after update on work.same_activity referencing new table as added
    for each statement execute function work.joins_known_activities();
create trigger same_activities_follow after update of classification on work.activity
    for each row when (old.classification < new.classification) execute function work.raise_same_activity();
