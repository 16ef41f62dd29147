-- Regions: first and second administrative level, with outlines the country itself uploads.

create table work.region (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    code text not null check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,23}$'),
    names jsonb not null check (names ? 'original'),
    level smallint not null check (level in (1, 2)),
    parent_code text,
    -- Rings of longitude and latitude, already simplified: [[lon, lat, lon, lat, …], …], filled by the even-odd rule.
    outline jsonb,
    boundary_source text,
    version integer not null,
    unique (country, code),
    check ((level = 1) = (parent_code is null)),
    check (outline is null or boundary_source is not null),
    foreign key (country, parent_code) references work.region (country, code) deferrable initially deferred
);
create index on work.region (country, level, code);
call journal.guard('work.region');
