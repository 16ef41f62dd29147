-- Institutions: the thing that lasts (work.institution) and what was true of it from day to day (its profiles). A reshuffle, a new
-- name or a new parent is a new profile; nothing is renamed in place (domain handbook §3.6), so an old report stays as it was.

create table work.institution (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    code text not null check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,23}$'),
    established date,
    ended date,
    version integer not null,
    check (ended >= established),
    unique (country, code),
    unique (id, country),
    unique (id, country, classification)
);
create index on work.institution (country, code);
call journal.guard('work.institution');

create table work.institution_profile (
    id uuid primary key,
    institution_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    valid_from date not null,
    -- The last day, included; null while it holds.
    valid_until date,
    valid daterange not null generated always as (daterange(valid_from, valid_until, '[]')) stored,
    names jsonb not null check (names ? 'original'),
    -- A code of the closed list or one of work.national_component; a country's own code keeps its history, so no foreign key.
    component text not null check (component ~ '^[A-Z]{2,8}$'),
    also_components text[] not null,
    type text not null,
    parent_id uuid,
    legal_basis text,
    legal_article text,
    territory text[] not null,
    head text,
    budget_votes text[] not null,
    armed boolean not null,
    powers text[] not null,
    oversight_ids uuid[] not null,
    check (valid_until >= valid_from),
    check (parent_id <> institution_id),
    check (not institution_id = any (oversight_ids)),
    -- Who fights does not oversee those who fight (domain handbook §3.6).
    check (not (array[component] || also_components @> array['DEF', 'OVS'])),
    foreign key (institution_id, country, classification) references work.institution (id, country, classification) on update cascade,
    foreign key (parent_id, country) references work.institution (id, country),
    -- One profile for each day. Deferred: closing the old one and opening the new one is one act.
    unique (institution_id, valid without overlaps) deferrable initially deferred
);
create index on work.institution_profile (country, valid_from);
create index on work.institution_profile (parent_id);
call journal.guard('work.institution_profile');

create table work.institution_strength (
    id uuid primary key,
    institution_id uuid not null,
    country text not null,
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    as_at date not null,
    kind text not null check (kind in ('Authorised', 'Actual')),
    -- "All" is a total as reported; a total that its parts contradict is a finding, never corrected silently.
    sex text not null check (sex in ('All', 'Women', 'Men', 'Unknown')),
    rank_level text not null check (rank_level in ('All', 'L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'CIV')),
    age_band text not null,
    people integer not null check (people >= 0),
    source text,
    foreign key (institution_id, country) references work.institution (id, country),
    unique (institution_id, as_at, kind, sex, rank_level, age_band)
);
call journal.guard('work.institution_strength');

create table work.institution_succession (
    id uuid primary key,
    country text not null,
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    from_id uuid not null,
    to_id uuid not null,
    day date not null,
    kind text not null check (kind in ('Merged', 'Split', 'Replaced')),
    note text,
    check (from_id <> to_id),
    unique (from_id, to_id),
    foreign key (from_id, country) references work.institution (id, country),
    foreign key (to_id, country) references work.institution (id, country)
);
create index on work.institution_succession (to_id);
call journal.guard('work.institution_succession');

-- A country's own components beside the closed list (S/RES/2553 (2020), preambular para. 21).
create table work.national_component (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    code text not null check (code ~ '^[A-Z]{2,8}$'),
    names jsonb not null check (names ? 'original'),
    unique (country, code)
);
call journal.guard('work.national_component');

-- Who speaks for which institution, from day to day.
create table work.focal_point (
    id uuid primary key,
    country text not null,
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    person_id uuid not null references access.person (id),
    institution_id uuid not null,
    from_day date not null,
    until_day date,
    valid daterange not null generated always as (daterange(from_day, until_day, '[]')) stored,
    check (until_day >= from_day),
    foreign key (institution_id, country) references work.institution (id, country),
    unique (person_id, institution_id, valid without overlaps) deferrable initially deferred
);
create index on work.focal_point (institution_id);
call journal.guard('work.focal_point');
