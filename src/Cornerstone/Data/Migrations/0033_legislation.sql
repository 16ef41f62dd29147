-- Legislation: laws, each step they took, how they were assessed, and the by-laws they still wait for.

create table work.law (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    code text not null check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,39}$'),
    title jsonb not null,
    number text check (number <> ''),
    subject text,
    components text[] not null,
    functions text[] not null,
    lead_institution_id uuid references work.institution (id),
    published_on date,
    effective_on date,
    url text check (url ~ '^(https?|ftp)://'),
    state text not null check (state in ('Planned', 'Drafting', 'CabinetApproved', 'InParliament', 'Passed', 'Promulgated', 'InForce', 'Amended', 'Repealed')),
    state_since date not null,
    version integer not null,
    -- A law nobody could read binds nobody.
    check (state not in ('InForce', 'Amended') or state_since >= coalesce(effective_on, published_on)),
    check (state not in ('InForce', 'Amended') or effective_on is not null or published_on is not null),
    unique (country, code),
    unique (id, country, classification)
);
create index on work.law (country, state);
call journal.guard('work.law');

create table work.law_step (
    id uuid primary key,
    law_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    from_state text,
    to_state text not null,
    happened_on date not null,
    body text,
    reference text,
    by_law_id uuid references work.law (id) check (by_law_id <> law_id),
    reason text,
    voids_step_id uuid unique references work.law_step (id),
    recorded_by uuid not null references access.person (id),
    recorded_at timestamptz not null,
    check (to_state <> 'Passed' or body is not null or voids_step_id is not null),
    check (to_state not in ('Amended', 'Repealed') or by_law_id is not null or reason is not null),
    check (voids_step_id is null or reason is not null),
    foreign key (law_id, country, classification) references work.law (id, country, classification) on update cascade
);
create index on work.law_step (law_id, happened_on);
call journal.guard('work.law_step');
-- Kept for ever: only the level may change, by the cascade from the law.
revoke update, delete on work.law_step from cornerstone_app;

create table work.law_assessment (
    id uuid primary key,
    law_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    kind text not null check (kind in ('Treaty', 'GenderDiscrimination', 'ChildProtection')),
    against text,
    result text not null check (result in ('Compliant', 'PartlyCompliant', 'NotCompliant', 'Undetermined')),
    assessed_by text not null check (assessed_by <> ''),
    assessed_on date not null,
    findings text,
    recorded_by uuid not null references access.person (id),
    recorded_at timestamptz not null,
    foreign key (law_id, country, classification) references work.law (id, country, classification) on update cascade
);
create index on work.law_assessment (law_id);
call journal.guard('work.law_assessment');
revoke update, delete on work.law_assessment from cornerstone_app;

create table work.law_by_law (
    id uuid primary key,
    law_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    what text not null check (what <> ''),
    article text,
    due_on date,
    adopted_on date,
    reference text,
    version integer not null,
    foreign key (law_id, country, classification) references work.law (id, country, classification) on update cascade
);
create index on work.law_by_law (law_id);
call journal.guard('work.law_by_law');
