-- Commitments: obligations opened from provisions, their evidence, and the links by which any record says which
-- paragraph it serves.

create table work.obligation (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    document_id uuid not null references work.library_document (id),
    -- The paragraph may stand in the shared layer; without it an obligation would have no source, so it cannot go.
    provision_id uuid not null references work.library_provision (id),
    provision_path text not null,
    strength smallint check (strength between 0 and 5),
    what text not null check (what <> ''),
    addressees text[] not null,
    due_date date,
    due_precision text,
    recurrence text,
    conditions text[] not null,
    themes text[] not null,
    state text not null check (state in ('Proposed', 'Accepted', 'Dismissed')),
    decision_reason text,
    responsible text,
    superseded_by uuid references work.obligation (id),
    version integer not null,
    check ((due_date is null) = (due_precision is null)),
    check (state <> 'Dismissed' or decision_reason is not null),
    check (superseded_by <> id),
    unique (id, country, classification)
);
create index on work.obligation (country, state, due_date);
create index on work.obligation (provision_id);
create index on work.obligation (document_id);
call journal.guard('work.obligation');

create table work.evidence (
    id uuid primary key,
    obligation_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    document_id uuid references work.library_document (id),
    provision_path text,
    note text,
    delivered_on date,
    added_at timestamptz not null,
    check (document_id is not null or note is not null),
    -- Evidence follows the level of what it proves.
    foreign key (obligation_id, country, classification)
        references work.obligation (id, country, classification) on update cascade
);
create index on work.evidence (obligation_id);
create index on work.evidence (document_id);
call journal.guard('work.evidence');

-- The record may stand in any room's table, so it has no foreign key; records are retired, never deleted.
create table work.provision_served (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    record_type text not null,
    record_id uuid not null,
    provision text not null check (provision like '/%'),
    relation text not null,
    unique (record_id, provision, relation)
);
create index on work.provision_served (country, provision);
call journal.guard('work.provision_served');
