-- Values of indicators on their way to publication: evidence, rival values of one period, four eyes, calendar addresses.
-- The values themselves stand in work.series_point.

create table work.value_evidence (
    id uuid primary key,
    point_id uuid not null references work.series_point (id),
    country text not null,
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    title text not null check (btrim(title) <> ''),
    -- By the file's first bytes, never by its name.
    kind text not null check (kind in ('Pdf', 'Docx', 'OtherOffice', 'Image', 'Text')),
    sha256 bytea not null,
    length integer not null check (length between 1 and 10000000),
    bytes bytea not null,
    added_by uuid not null references access.person (id),
    added_at timestamptz not null,
    unique (point_id, sha256)
);
alter table work.value_evidence alter column bytes set storage external;
call journal.guard('work.value_evidence');

-- A second person's value for a period that has one already: both are kept until a third person decides.
create table work.rival_value (
    id uuid primary key,
    point_id uuid not null references work.series_point (id),
    country text not null,
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    value_state text not null check (value_state in ('Known', 'Unknown', 'NotApplicable')),
    value_low numeric(28, 8),
    value_high numeric(28, 8),
    value_approximate boolean not null,
    numerator numeric(28, 8),
    denominator numeric(28, 8),
    source text not null,
    note text,
    entered_by uuid not null references access.person (id),
    entered_at timestamptz not null,
    standing text not null check (standing in ('Waiting', 'Taken', 'SetAside')),
    decided_by uuid references access.person (id),
    decided_because text,
    check (value_low <= value_high),
    check (standing = 'Waiting' or (decided_by is not null and decided_because <> '')),
    check (decided_by <> entered_by)
);
create index on work.rival_value (point_id) where standing = 'Waiting';
call journal.guard('work.rival_value');

-- Evidence and rivals follow the level of their value.
create function work.follow_value_level() returns trigger
language plpgsql
as $$
begin
    update work.value_evidence set classification = new.classification where point_id = new.id;
    update work.rival_value set classification = new.classification where point_id = new.id;
    return null;
end $$;
create trigger follow_level after update of classification on work.series_point
    for each row when (old.classification is distinct from new.classification) execute function work.follow_value_level();

-- Who had a hand in the figures of a value beside the person who entered it. Written by a trigger, never by the program.
create table work.value_author (
    point_id uuid not null references work.series_point (id),
    person_id uuid not null references access.person (id),
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    primary key (point_id, person_id)
);
call journal.guard('work.value_author');
revoke insert, update, delete on work.value_author from cornerstone_app;

create function work.note_value_author() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if access.person_asking() is not null and access.person_asking() <> new.entered_by then
        insert into work.value_author (point_id, person_id, country, classification, compartment)
        values (new.id, access.person_asking(), new.country, new.classification, new.compartment)
        on conflict do nothing;
    end if;
    return null;
end $$;
create trigger note_author after update of value_state, value_low, value_high, value_approximate, numerator, denominator on work.series_point
    for each row when ((old.value_state, old.value_low, old.value_high, old.value_approximate, old.numerator, old.denominator)
        is distinct from (new.value_state, new.value_low, new.value_high, new.value_approximate, new.numerator, new.denominator))
    execute function work.note_value_author();

-- Four eyes: nobody verifies or publishes a value they entered, changed or submitted, whatever the program says.
create function work.keep_four_eyes() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    asking uuid := access.person_asking();
begin
    if asking = '00000000-0000-7000-8000-000000000001' then
        return new;
    end if;
    if asking in (new.entered_by, new.submitted_by)
       or exists (select from work.value_author a where a.point_id = new.id and a.person_id in (asking, new.verified_by)) then
        raise exception 'Nobody verifies or publishes their own value' using errcode = 'CS005';
    end if;
    if new.state = 'Verified' and new.verified_by is distinct from asking then
        raise exception 'Nobody verifies in the name of another' using errcode = 'CS005';
    end if;
    return new;
end $$;
create trigger keep_four_eyes before update of state on work.series_point
    for each row when (new.state in ('Verified', 'Published') and old.state is distinct from new.state)
    execute function work.keep_four_eyes();

-- A published value does not change: it is corrected by a new one, or retracted.
create function work.keep_published_value() returns trigger
language plpgsql
as $$
begin
    raise exception 'A published value is corrected by a new one, never changed' using errcode = 'CS006';
end $$;
create trigger keep_published before update on work.series_point
    for each row when (old.state in ('Published', 'Corrected', 'Retracted')
        and (old.value_state, old.value_low, old.value_high, old.value_approximate, old.numerator, old.denominator, old.from_day, old.until_day, old.area, old.dimensions)
            is distinct from
            (new.value_state, new.value_low, new.value_high, new.value_approximate, new.numerator, new.denominator, new.from_day, new.until_day, new.area, new.dimensions))
    execute function work.keep_published_value();

-- Addresses under which a calendar reads one person's duties without signing in; only the token's hash is kept.
create table access.calendar_feed (
    id uuid primary key,
    person_id uuid not null references access.person (id),
    country text not null references access.workspace (code),
    token_hash bytea not null unique,
    language text not null,
    made_at timestamptz not null,
    revoked_at timestamptz check (revoked_at >= made_at)
);
create unique index on access.calendar_feed (person_id, country) where revoked_at is null;
grant select, insert on access.calendar_feed to cornerstone_app;
grant update (revoked_at) on access.calendar_feed to cornerstone_app;
