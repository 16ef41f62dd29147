-- Indicators with versioned definition cards, their targets and their series. Domain handbook §4.

create table work.indicator (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    code text not null check (code <> ''),
    state text not null check (state in ('Proposed', 'Agreed', 'Baselined', 'Active', 'Retired')),
    -- Lineages of plan nodes it measures: the same node through all versions of the plan.
    plan_lineages uuid[] not null,
    baseline_planned_for date,
    replaced_by uuid references work.indicator (id),
    retired_reason text,
    weight numeric(9, 4) not null check (weight >= 0),
    version integer not null,
    check (replaced_by <> id),
    check (state <> 'Retired' or retired_reason is not null),
    unique (country, code),
    unique (id, country, classification)
);
create index on work.indicator using gin (plan_lineages);
call journal.guard('work.indicator');

-- The definition card. It is never overwritten: a change is a new row, so that an old value keeps the meaning it had.
create table work.indicator_definition (
    id uuid primary key,
    indicator_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    number integer not null check (number > 0),
    valid_from timestamptz not null,
    replaced_at timestamptz check (replaced_at >= valid_from),
    reason text,
    name jsonb not null,
    meaning jsonb not null,
    unit text not null,
    unit_detail text,
    measure text not null,
    direction text not null,
    band_low numeric(28, 8),
    band_high numeric(28, 8),
    tolerance numeric(28, 8) check (tolerance >= 0),
    numerator text,
    denominator text,
    method text not null check (method <> ''),
    source_type text not null,
    source text not null check (source <> ''),
    frequency text not null,
    lag_days integer not null check (lag_days between 0 and 3650),
    custodian text not null check (custodian <> ''),
    custodian_id uuid,
    sdg_code text,
    component text not null,
    level text not null,
    disaggregations text[] not null,
    over_time text not null,
    over_areas text not null,
    over_dimensions text not null,
    stock_or_flow text not null,
    is_cumulative boolean not null,
    ordinal_levels text[] not null,
    check (direction <> 'Band' or (band_low <= band_high)),
    check (unit <> 'Ordinal' or cardinality(ordinal_levels) >= 2),
    unique (indicator_id, number),
    foreign key (indicator_id, country, classification)
        references work.indicator (id, country, classification) on update cascade
);
create unique index on work.indicator_definition (indicator_id) where replaced_at is null;
create index on work.indicator_definition (country) where replaced_at is null;
call journal.guard('work.indicator_definition');

-- Dimensions of the country's own, beside sex, age, rank, institution and the other standard ones.
create table work.indicator_dimension (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    code text not null check (code ~ '^[a-z][a-z0-9-]*$'),
    names jsonb not null,
    codes text[] not null,
    is_sensitive boolean not null,
    version integer not null,
    unique (country, code)
);
call journal.guard('work.indicator_dimension');

-- One import of many points: their common act and source.
create table work.series_import (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    file_name text,
    imported_at timestamptz not null,
    imported_by uuid not null,
    added integer not null,
    changed integer not null
);
call journal.guard('work.series_import');

create table work.series_point (
    id uuid primary key,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    indicator_id uuid not null,
    -- '' is the whole country, and all of every dimension; else "sex=F;age=18-24", in the order of the keys.
    area text not null,
    dimensions text not null,
    from_day date not null,
    until_day date not null check (until_day >= from_day),
    precision text not null,
    value_state text not null check (value_state in ('Known', 'Unknown', 'NotApplicable')),
    value_low numeric(28, 8),
    value_high numeric(28, 8),
    value_approximate boolean not null,
    numerator numeric(28, 8),
    denominator numeric(28, 8),
    state text not null check (state in ('Entered', 'Submitted', 'Returned', 'Verified', 'Published', 'Corrected', 'Retracted')),
    quality smallint[] check (cardinality(quality) = 6),
    verification text not null,
    source text not null,
    collected_on date,
    note text,
    no_evidence_because text,
    entered_by uuid not null,
    entered_at timestamptz not null,
    submitted_by uuid,
    verified_by uuid,
    verified_at timestamptz,
    published_at timestamptz,
    ended_at timestamptz,
    reason text,
    corrects uuid references work.series_point (id),
    replaced_by uuid references work.series_point (id),
    import_id uuid references work.series_import (id),
    version integer not null,
    check (value_state <> 'Known' or value_low is not null or value_high is not null),
    check (value_state = 'Known' or (value_low is null and value_high is null)),
    check (value_low <= value_high),
    -- Four eyes (domain handbook §0.3): the wall behind the rule.
    check (verified_by <> entered_by and verified_by <> submitted_by),
    check (state not in ('Verified', 'Published') or verified_by is not null),
    check (state <> 'Published' or published_at is not null),
    check (state not in ('Returned', 'Retracted') or reason is not null),
    foreign key (indicator_id, country, classification)
        references work.indicator (id, country, classification) on update cascade
);
-- Rule I8: one value for each period, area and dimension; a correction may wait beside the published one.
create unique index series_point_working on work.series_point (indicator_id, area, dimensions, until_day, from_day)
    where state in ('Entered', 'Submitted', 'Returned', 'Verified');
create unique index series_point_published on work.series_point (indicator_id, area, dimensions, until_day, from_day)
    where state = 'Published';
-- What dashboards read: the whole country's values. Small beside a million points by area and dimension.
create index series_point_total on work.series_point (country, indicator_id, until_day)
    where area = '' and dimensions = '';
create index series_point_area on work.series_point (indicator_id, until_day, area)
    where dimensions = '';
create index series_point_waiting on work.series_point (country, state, indicator_id)
    where state in ('Entered', 'Submitted', 'Returned', 'Verified');
create index on work.series_point (import_id) where import_id is not null;
create index on work.series_point (corrects) where corrects is not null;
call journal.guard('work.series_point');

create table work.indicator_target (
    id uuid primary key,
    indicator_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    kind text not null check (kind in ('Baseline', 'Milestone', 'Target')),
    area text not null,
    dimensions text not null,
    on_day date not null,
    value_state text not null check (value_state = 'Known'),
    value_low numeric(28, 8),
    value_high numeric(28, 8),
    value_approximate boolean not null,
    set_by text,
    approved_in text,
    document_id uuid references work.library_document (id),
    source text,
    note text,
    replaced_at timestamptz,
    version integer not null,
    check (value_low is not null or value_high is not null),
    check (value_low <= value_high),
    foreign key (indicator_id, country, classification)
        references work.indicator (id, country, classification) on update cascade
);
create unique index on work.indicator_target (indicator_id, area, dimensions, kind, on_day) where replaced_at is null;
create unique index on work.indicator_target (indicator_id, area, dimensions) where replaced_at is null and kind = 'Baseline';
create index on work.indicator_target (country) where replaced_at is null;
call journal.guard('work.indicator_target');

-- Thresholds of the lights, of quality and of coverage: a country's own, else those of domain handbook §4.3.
create table work.indicator_framework (
    id uuid primary key,
    country text not null unique references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    green_from numeric(9, 4) not null,
    amber_from numeric(9, 4) not null check (amber_from <= green_from),
    too_early_until numeric(9, 4) not null,
    stale_factor numeric(9, 4) not null check (stale_factor > 0),
    lowest_quality numeric(9, 4) not null check (lowest_quality between 0 and 1),
    lowest_coverage numeric(9, 4) not null check (lowest_coverage between 0 and 1),
    greatest_jump numeric(9, 4) not null check (greatest_jump > 0),
    greatest_deviation numeric(9, 4) not null check (greatest_deviation > 0),
    version integer not null
);
call journal.guard('work.indicator_framework');
