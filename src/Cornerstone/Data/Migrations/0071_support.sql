-- International support: who said what in which file, the activities they told of, and the money and goods that moved.

-- Who tells of activities: a publisher's files, a partner's workbook, the country itself.
create table work.support_source (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    kind text not null,
    -- The publisher's identifier, or what the source is called where it has none.
    reference text not null check (reference <> ''),
    partner_id uuid,
    unique (id, country),
    -- One for each level: whoever may not know of a source makes one of their own (decision 17).
    unique nulls not distinct (country, compartment, classification, kind, reference),
    foreign key (partner_id, country) references work.partner (id, country)
);
call journal.guard('work.support_source');

-- One reading of one file.
create table work.support_import (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    file_name text not null,
    sha256 bytea not null,
    length bigint not null,
    kind text not null,
    -- The version of the standard the file says it follows.
    standard text,
    mode text not null,
    state text not null,
    imported_by uuid not null,
    imported_at timestamptz not null,
    finished_at timestamptz,
    added integer not null,
    changed integer not null,
    unchanged integer not null,
    refused integer not null,
    transactions integer not null,
    rules jsonb not null,
    findings jsonb not null,
    version integer not null
);
create index on work.support_import (country, imported_at);
create index on work.support_import (country, sha256);
call journal.guard('work.support_import');

-- Pieces of files as they came, packed: some tens of records each.
create table work.support_page (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    content bytea not null
);
alter table work.support_page alter column content set storage external;
call journal.guard('work.support_page');

create table work.activity (
    id uuid primary key,
    country text not null,
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    source_id uuid not null,
    identifier text not null check (identifier <> ''),
    -- A source that uses one identifier twice tells of two activities: the second is copy 2.
    copy smallint not null check (copy > 0),
    reporter_id uuid,
    title jsonb check (title ? 'original'),
    description jsonb check (description ? 'original'),
    status text,
    planned_start date,
    actual_start date,
    planned_end date,
    actual_end date,
    default_currency text,
    scope text,
    collaboration_type text,
    flow_type text,
    finance_type text,
    aid_types text[] not null,
    tied_status text,
    is_humanitarian boolean,
    hierarchy integer,
    parties jsonb not null,
    countries jsonb not null,
    regions jsonb not null,
    sectors jsonb not null,
    markers jsonb not null,
    places jsonb not null,
    relations jsonb not null,
    other_identifiers text[] not null,
    -- Support to security forces: null while nobody judged it.
    supports_forces boolean,
    -- Where the country's own procedure stands; null where it was not taken up.
    stage text,
    -- Of the record as the source told it last; null for what was entered here.
    said_hash bytea,
    said_at timestamptz,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    version integer not null,
    unique nulls not distinct (source_id, compartment, identifier, copy)
);
create index on work.activity (country, identifier);
call journal.guard('work.activity');
-- An activity is never removed: it is closed, cancelled, or no longer told of.
revoke delete on work.activity from cornerstone_app;

-- What a source said of an activity, and where in its file: the last one holds, the others are what it said before.
create table work.activity_reading (
    id uuid not null,
    activity_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid,
    import_id uuid not null,
    page_id uuid not null,
    start integer not null,
    length integer not null,
    line bigint not null,
    primary key (activity_id, id)
);
create index on work.activity_reading (page_id);
call journal.guard('work.activity_reading');

create table work.transaction (
    id uuid not null,
    activity_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid,
    -- Its place in the activity.
    number integer not null,
    -- Null where the source gives none, or one the standard does not know.
    type text,
    reference text,
    date date,
    -- Signed as reported. Null is "not said", never zero.
    amount numeric,
    -- As written, the activity's default filled in; it may be none the world knows.
    currency text,
    value_date date,
    description jsonb check (description ? 'original'),
    provider_id uuid,
    provider_activity text,
    receiver_id uuid,
    receiver_activity text,
    channel text,
    flow_type text,
    finance_type text,
    aid_types text[] not null,
    tied_status text,
    is_humanitarian boolean,
    sectors jsonb not null,
    recipient_country text,
    recipient_region text,
    -- In what form support came: money, equipment, training, advisers…; null while nobody said.
    form text,
    quantity numeric check (quantity >= 0),
    unit text,
    recipient_unit_id uuid references work.institution (id),
    condition text,
    end_use text,
    -- Tells the source's own words for it from any other; null for what was entered here.
    said bigint,
    version integer not null,
    primary key (activity_id, id)
);
call journal.guard('work.transaction');

-- What is to be spent or paid in a period: budgets and planned disbursements. Never money that moved.
create table work.planned_amount (
    id uuid not null,
    activity_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid,
    number integer not null,
    kind text not null check (kind in ('Budget', 'Disbursement')),
    is_revised boolean,
    is_committed boolean,
    from_day date,
    until_day date,
    amount numeric,
    currency text,
    value_date date,
    provider_id uuid,
    provider_activity text,
    receiver_id uuid,
    receiver_activity text,
    said bigint,
    version integer not null,
    primary key (activity_id, id)
);
call journal.guard('work.planned_amount');

-- What an activity serves in the national plan: proposed by one person, judged by another.
create table work.activity_alignment (
    id uuid not null,
    activity_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid,
    -- The objective through all versions of the plan.
    lineage uuid not null,
    -- Of the activity's money; null where nobody divided it.
    share numeric(7, 4) check (share > 0 and share <= 100),
    state text not null check (state in ('Proposed', 'Agreed', 'Declined')),
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    judged_by uuid,
    judged_at timestamptz,
    note text,
    version integer not null,
    primary key (activity_id, id),
    unique (activity_id, lineage),
    check ((state = 'Proposed') = (judged_by is null)),
    check (judged_by <> proposed_by)
);
create index on work.activity_alignment (country, lineage);
call journal.guard('work.activity_alignment');

-- Belonging ---------------------------------------------------------------------------------------------------------
-- A foreign key asks once for each row, and a large file brings half a million. These triggers ask once for each statement.
-- They may, because neither activities nor partners nor sources are ever removed. A change of level waits for those who are
-- adding rows, so that none is left behind at the old level.

create function work.belongs_to_activity() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform pg_catalog.pg_advisory_xact_lock_shared(70071);
    if exists (select from added r where not exists (
        select from work.activity a
        where a.id = r.activity_id and a.country = r.country and a.classification = r.classification
          and a.compartment is not distinct from r.compartment)) then
        raise exception '%.% belongs to an activity of its country and level', tg_table_schema, tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create function work.has_known_parties() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (
        select from (select r.provider_id as partner, r.country from added r union select r.receiver_id, r.country from added r) named
        where named.partner is not null
          and not exists (select from work.partner p where p.id = named.partner and p.country = named.country)) then
        raise exception '%.% names an organisation the register does not have', tg_table_schema, tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create function work.has_known_source() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (select from added r where not exists (select from work.support_source s where s.id = r.source_id and s.country = r.country))
       or exists (select from (select distinct r.reporter_id, r.country from added r where r.reporter_id is not null) named
                  where not exists (select from work.partner p where p.id = named.reporter_id and p.country = named.country)) then
        raise exception 'An activity has a source and a reporter of its country' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create function work.pass_level_on() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (select from before b join added a using (id)
               where (a.classification, a.compartment) is distinct from (b.classification, b.compartment)) then
        perform pg_catalog.pg_advisory_xact_lock(70071);
        execute format('update %s r set classification = a.classification, compartment = a.compartment from added a
            where a.id = r.activity_id and (r.classification, r.compartment) is distinct from (a.classification, a.compartment)', tg_argv[0]);
    end if;
    return null;
end $$;

-- A piece of a file is as secret as the most secret activity in it.
create function work.raise_pages() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    update work.support_page p set classification = highest.classification
    from (select r.page_id, max(r.classification) as classification
          from work.activity_reading r where r.page_id in (select page_id from added) group by r.page_id) highest
    where highest.page_id = p.id and p.classification < highest.classification;
    return null;
end $$;

create procedure work.belong_to_activity(child regclass)
language plpgsql
as $$
begin
    execute format('create trigger belongs_when_added after insert on %s referencing new table as added
        for each statement execute function work.belongs_to_activity()', child);
    execute format('create trigger belongs_when_changed after update on %s referencing new table as added
        for each statement execute function work.belongs_to_activity()', child);
    execute format('create trigger %I after update on work.activity referencing old table as before new table as added
        for each statement execute function work.pass_level_on(%L)', 'level_of_' || split_part(child::text, '.', 2), child);
end $$;

call work.belong_to_activity('work.activity_reading');
call work.belong_to_activity('work.transaction');
call work.belong_to_activity('work.planned_amount');
call work.belong_to_activity('work.activity_alignment');

create trigger parties_when_added after insert on work.transaction referencing new table as added
    for each statement execute function work.has_known_parties();
create trigger parties_when_changed after update on work.transaction referencing new table as added
    for each statement execute function work.has_known_parties();
create trigger parties_when_added after insert on work.planned_amount referencing new table as added
    for each statement execute function work.has_known_parties();
create trigger parties_when_changed after update on work.planned_amount referencing new table as added
    for each statement execute function work.has_known_parties();
create trigger source_when_added after insert on work.activity referencing new table as added
    for each statement execute function work.has_known_source();
create trigger source_when_changed after update on work.activity referencing new table as added
    for each statement execute function work.has_known_source();
create trigger pages_when_changed after update on work.activity_reading referencing new table as added
    for each statement execute function work.raise_pages();
