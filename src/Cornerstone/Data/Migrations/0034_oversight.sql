-- Oversight: what overseers did, what they recommended, and how it was answered.

create table work.oversight_activity (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    code text not null check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,39}$'),
    kind text not null check (kind in ('Hearing', 'Inspection', 'Audit', 'Complaint')),
    title jsonb not null,
    body_id uuid not null references work.institution (id),
    institution_id uuid not null references work.institution (id),
    held_on date not null,
    is_open boolean not null,
    findings text,
    resolved_on date,
    resolution text,
    url text check (url ~ '^(https?|ftp)://'),
    version integer not null,
    -- What was said behind closed doors is never public.
    check (is_open or classification > 0),
    check (resolved_on is null or (kind = 'Complaint' and resolved_on >= held_on)),
    check (body_id <> institution_id),
    unique (country, code),
    unique (id, country, classification)
);
create index on work.oversight_activity (country, held_on);
create index on work.oversight_activity (institution_id);
call journal.guard('work.oversight_activity');

create table work.oversight_recommendation (
    id uuid primary key,
    activity_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    what text not null check (what <> ''),
    due_on date,
    state text not null check (state in ('Open', 'Ongoing', 'Implemented', 'Refused')),
    implemented_on date,
    version integer not null,
    check ((state = 'Implemented') = (implemented_on is not null)),
    unique (id, country, classification),
    foreign key (activity_id, country, classification) references work.oversight_activity (id, country, classification) on update cascade
);
create index on work.oversight_recommendation (activity_id);
create index on work.oversight_recommendation (country, state, due_on);
call journal.guard('work.oversight_recommendation');

create table work.recommendation_step (
    id uuid primary key,
    recommendation_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    from_state text not null,
    to_state text not null check (to_state <> from_state),
    happened_on date not null,
    note text,
    recorded_by uuid not null references access.person (id),
    recorded_at timestamptz not null,
    check (to_state not in ('Implemented', 'Refused') or note is not null),
    foreign key (recommendation_id, country, classification) references work.oversight_recommendation (id, country, classification) on update cascade
);
create index on work.recommendation_step (recommendation_id);
call journal.guard('work.recommendation_step');
-- Kept for ever: only the level may change, by the cascade from the activity.
revoke update, delete on work.recommendation_step from cornerstone_app;
