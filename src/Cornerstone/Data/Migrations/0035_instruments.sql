-- Instruments: what the country reforms with, each step they took, and the people heard about them.

create table work.instrument (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    code text not null check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,39}$'),
    kind text not null check (kind in ('Dialogue', 'Review', 'Mapping', 'Policy', 'Strategy', 'Legislation', 'SectorPlan',
        'ExpenditureReview', 'OversightMechanism', 'CoordinationMechanism', 'ManagementReform')),
    title jsonb not null,
    lead_institution_id uuid references work.institution (id),
    components text[] not null,
    started_on date,
    adopted_on date,
    adopting_authority text,
    published_on date,
    effective_on date,
    valid_from date,
    valid_until date,
    national_share numeric(24, 4) check (national_share between 0 and 100),
    authors text,
    has_gender_analysis boolean,
    gender_analysis_url text check (gender_analysis_url ~ '^(https?|ftp)://'),
    has_conflict_analysis boolean,
    is_costed boolean,
    cost_amount numeric(24, 4) check (cost_amount >= 0),
    cost_currency text check (cost_currency ~ '^[A-Z]{3}$'),
    funded_share numeric(24, 4) check (funded_share >= 0),
    url text check (url ~ '^(https?|ftp)://'),
    replaced_by_id uuid references work.instrument (id) check (replaced_by_id <> id),
    state text not null check (state in ('Proposed', 'Drafting', 'Consultation', 'Validation', 'Adopted', 'InForce', 'UnderReview', 'Suspended', 'Replaced', 'Lapsed')),
    state_since date not null,
    former_state text check (former_state in ('Adopted', 'InForce', 'UnderReview')),
    version integer not null,
    check ((cost_amount is null) = (cost_currency is null)),
    check (valid_until >= valid_from),
    -- Nothing is adopted without an authority and a day.
    check (state not in ('Adopted', 'InForce', 'UnderReview', 'Suspended') or (adopted_on is not null and adopting_authority is not null)),
    check (state <> 'InForce' or published_on is not null or effective_on is not null),
    check (state <> 'InForce' or state_since >= coalesce(effective_on, published_on)),
    check ((state = 'Suspended') = (former_state is not null)),
    check ((state = 'Replaced') = (replaced_by_id is not null)),
    unique (country, code),
    unique (id, country, classification)
);
create index on work.instrument (country, state);
call journal.guard('work.instrument');

create table work.instrument_step (
    id uuid primary key,
    instrument_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    from_state text,
    to_state text not null,
    happened_on date not null,
    authority text,
    reason text,
    regions_not_heard text[] not null,
    voids_step_id uuid unique references work.instrument_step (id),
    recorded_by uuid not null references access.person (id),
    recorded_at timestamptz not null,
    check (to_state <> 'Adopted' or authority is not null or voids_step_id is not null or from_state = 'Suspended'),
    check (to_state <> 'Suspended' or reason is not null),
    check (cardinality(regions_not_heard) = 0 or reason is not null),
    check (voids_step_id is null or reason is not null),
    foreign key (instrument_id, country, classification) references work.instrument (id, country, classification) on update cascade
);
create index on work.instrument_step (instrument_id, happened_on);
call journal.guard('work.instrument_step');
-- Kept for ever: only the level may change, by the cascade from the instrument.
revoke update, delete on work.instrument_step from cornerstone_app;

create table work.instrument_consultation (
    id uuid primary key,
    instrument_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    region_code text,
    held_on date not null,
    place text,
    women integer check (women >= 0),
    men integer check (men >= 0),
    youth integer check (youth >= 0),
    note text,
    -- Young people are counted among the women and men.
    check (youth is null or women is null or men is null or youth <= women + men),
    foreign key (instrument_id, country, classification) references work.instrument (id, country, classification) on update cascade
);
create index on work.instrument_consultation (instrument_id);
call journal.guard('work.instrument_consultation');
