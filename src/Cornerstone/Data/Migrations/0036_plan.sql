-- The national plan: versions, the tree of its results, what they cost, who pays, and how far they have come.

create table work.plan (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    title jsonb not null,
    -- What new amounts are written in; each amount carries its own currency.
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    fiscal_year_start_month smallint not null check (fiscal_year_start_month between 1 and 12),
    fiscal_year_start_day smallint not null check (fiscal_year_start_day between 1 and 28),
    version integer not null,
    unique (id, country)
);
create index on work.plan (country);
call journal.guard('work.plan');

create table work.plan_version (
    id uuid primary key,
    country text not null,
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    plan_id uuid not null,
    number integer not null check (number > 0),
    state text not null check (state in ('Draft', 'Submitted', 'Approved', 'Replaced')),
    -- The country's own names of the levels it uses, so that an approved version keeps the words it was approved with.
    levels jsonb not null,
    price_basis text not null check (price_basis in ('Nominal', 'Constant')),
    price_year integer,
    copied_from uuid references work.plan_version (id),
    submitted_by uuid references access.person (id),
    submitted_at timestamptz,
    approved_by uuid references access.person (id),
    approved_at timestamptz,
    -- Who adopted it outside this program: "Council of Ministers, decree 12 of 3 May".
    authority text,
    returned_because text,
    version integer not null,
    foreign key (plan_id, country) references work.plan (id, country),
    check (price_basis <> 'Constant' or price_year is not null),
    check (state = 'Draft' or submitted_by is not null),
    check (state not in ('Approved', 'Replaced') or (approved_by is not null and approved_at is not null)),
    check (approved_by <> submitted_by),
    unique (plan_id, number),
    unique (id, country)
);
create unique index on work.plan_version (plan_id) where state = 'Approved';
create unique index on work.plan_version (plan_id) where state in ('Draft', 'Submitted');
call journal.guard('work.plan_version');

-- Who had a hand in a version. Written by the triggers below, never by the program: none of them may approve it.
create table work.plan_drafter (
    version_id uuid not null references work.plan_version (id),
    person_id uuid not null references access.person (id),
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    primary key (version_id, person_id)
);
call journal.guard('work.plan_drafter');
revoke insert, update, delete on work.plan_drafter from cornerstone_app;

create table work.plan_node (
    id uuid primary key,
    country text not null,
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    version_id uuid not null,
    -- The same objective through all versions.
    lineage uuid not null,
    parent_id uuid,
    level text not null check (level in ('Vision', 'Goal', 'Outcome', 'Output', 'Activity', 'Milestone')),
    position integer not null,
    code text not null check (code <> ''),
    title jsonb not null,
    statement jsonb,
    -- An institution of work.institution, by the id it keeps through renames and mergers.
    owner_id uuid,
    contributor_ids uuid[] not null,
    components text[] not null,
    regions text[] not null,
    assumptions jsonb,
    risks jsonb,
    starts_on date,
    ends_on date,
    gender_marker smallint check (gender_marker between 0 and 3),
    political_objective jsonb,
    winners_losers jsonb,
    retired_because text check (retired_because <> ''),
    version integer not null,
    foreign key (version_id, country) references work.plan_version (id, country),
    unique (id, version_id),
    unique (id, version_id, country, classification),
    foreign key (parent_id, version_id) references work.plan_node (id, version_id),
    check (parent_id <> id),
    check (ends_on >= starts_on),
    unique (version_id, lineage)
);
create unique index on work.plan_node (version_id, code) where retired_because is null;
create index on work.plan_node (lineage);
create index on work.plan_node (parent_id);
call journal.guard('work.plan_node');

create table work.plan_cost (
    id uuid primary key,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    version_id uuid not null,
    node_id uuid not null,
    fiscal_year integer not null check (fiscal_year between 1900 and 2200),
    economic_type text not null check (economic_type in ('Wages', 'GoodsAndServices', 'Capital', 'Transfers')),
    amount numeric(24, 4) not null check (amount >= 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    -- What a node costs travels no further than the node.
    foreign key (node_id, version_id, country, classification)
        references work.plan_node (id, version_id, country, classification) on update cascade,
    unique (node_id, fiscal_year, economic_type, currency)
);
create index on work.plan_cost (version_id);
call journal.guard('work.plan_cost');

create table work.plan_funding (
    id uuid primary key,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    version_id uuid not null,
    node_id uuid not null,
    kind text not null check (kind in ('National', 'Commitment')),
    source text not null check (source <> ''),
    fiscal_year integer not null check (fiscal_year between 1900 and 2200),
    amount numeric(24, 4) not null check (amount >= 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    foreign key (node_id, version_id, country, classification)
        references work.plan_node (id, version_id, country, classification) on update cascade,
    unique (node_id, kind, source, fiscal_year, currency)
);
create index on work.plan_funding (version_id);
call journal.guard('work.plan_funding');

create table work.plan_link (
    id uuid primary key,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    version_id uuid not null,
    node_id uuid not null,
    kind text not null check (kind in ('DevelopmentPlan', 'Sdg', 'Agreement', 'Law', 'Instrument')),
    target text not null check (target <> ''),
    foreign key (node_id, version_id, country, classification)
        references work.plan_node (id, version_id, country, classification) on update cascade,
    unique (node_id, kind, target)
);
create index on work.plan_link (version_id);
create index on work.plan_link (country, kind, target);
call journal.guard('work.plan_link');

-- How far an objective has come lives beside the versions: an approved version never changes. A wrong entry is
-- answered by a later one.
create table work.plan_progress (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    lineage uuid not null,
    day date not null,
    state text not null check (state in ('NotStarted', 'Ongoing', 'Delayed', 'Completed', 'Dropped')),
    note text,
    evidence text,
    reported_by uuid not null references access.person (id),
    recorded_at timestamptz not null,
    -- "Dropped" and "Delayed" owe a reason, "Completed" its proof.
    check (state not in ('Dropped', 'Delayed') or note <> ''),
    check (state <> 'Completed' or evidence <> '')
);
create index on work.plan_progress (country, lineage, day);
call journal.guard('work.plan_progress');
revoke update, delete on work.plan_progress from cornerstone_app;

-- What became of the nodes of the version before, where a person says more than the lineage does.
create table work.plan_mapping (
    id uuid primary key,
    country text not null,
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    version_id uuid not null,
    relation text not null check (relation in ('Carried', 'Merged', 'Dropped', 'New')),
    from_lineage uuid,
    to_lineage uuid,
    note text,
    foreign key (version_id, country) references work.plan_version (id, country),
    check (relation = 'New' or from_lineage is not null),
    check (relation = 'Dropped' or to_lineage is not null),
    unique nulls not distinct (version_id, from_lineage, to_lineage)
);
call journal.guard('work.plan_mapping');

-- Retiring is allowed, deleting is not (domain handbook §17, invariant 1).
revoke delete on work.plan, work.plan_version, work.plan_node from cornerstone_app;

-- What belongs to a version changes while it is a draft, and not after; who changes it becomes a drafter.
-- Owned by the database's owner: what the reader may not see is refused just the same.
create function work.plan_draft_only() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    owning work.plan_version;
begin
    if tg_op <> 'INSERT' then
        select * into owning from work.plan_version where id = old.version_id for share;
        if owning.state is distinct from 'Draft' then
            raise exception 'Version % of the plan is no draft: it does not change.', owning.number using errcode = 'CS036';
        end if;
    end if;
    if tg_op <> 'DELETE' then
        select * into owning from work.plan_version where id = new.version_id for share;
        if owning.state is distinct from 'Draft' then
            raise exception 'Version % of the plan is no draft: it does not change.', owning.number using errcode = 'CS036';
        end if;
    end if;
    insert into work.plan_drafter (version_id, person_id, country, classification, compartment)
        select owning.id, access.person_asking(), owning.country, owning.classification, owning.compartment
        where access.person_asking() is not null
        on conflict do nothing;
    return coalesce(new, old);
end $$;

create trigger draft_only before insert or update or delete on work.plan_node for each row execute function work.plan_draft_only();
create trigger draft_only before insert or update or delete on work.plan_cost for each row execute function work.plan_draft_only();
create trigger draft_only before insert or update or delete on work.plan_funding for each row execute function work.plan_draft_only();
create trigger draft_only before insert or update or delete on work.plan_link for each row execute function work.plan_draft_only();
create trigger draft_only before insert or update or delete on work.plan_mapping for each row execute function work.plan_draft_only();

-- A version goes from hand to hand: draft, submitted (or returned), approved by somebody with no part in it, replaced.
create function work.plan_version_steps() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'Draft' then
            raise exception 'A version of a plan begins as a draft.' using errcode = 'CS036';
        end if;
        return new;
    end if;
    if (old.state, new.state) not in (('Draft', 'Draft'), ('Draft', 'Submitted'), ('Submitted', 'Draft'), ('Submitted', 'Approved'), ('Approved', 'Replaced'))
        or (old.plan_id, old.number, old.copied_from) is distinct from (new.plan_id, new.number, new.copied_from) then
        raise exception 'Version % of the plan is %: it does not become %.', old.number, old.state, new.state using errcode = 'CS036';
    end if;
    if old.state <> 'Draft' and (old.levels, old.price_basis, old.price_year, old.classification, old.country, old.compartment)
        is distinct from (new.levels, new.price_basis, new.price_year, new.classification, new.country, new.compartment) then
        raise exception 'Version % of the plan is no draft: it does not change.', old.number using errcode = 'CS036';
    end if;
    if old.state = 'Approved' and (old.submitted_by, old.submitted_at, old.approved_by, old.approved_at, old.authority)
        is distinct from (new.submitted_by, new.submitted_at, new.approved_by, new.approved_at, new.authority) then
        raise exception 'Version % of the plan is approved: its approval does not change.', old.number using errcode = 'CS036';
    end if;
    if new.state = 'Submitted' and old.state = 'Draft' and new.submitted_by is distinct from access.person_asking() then
        raise exception 'A version is submitted in one''s own name.' using errcode = 'CS036';
    end if;
    if new.state = 'Approved' then
        if new.approved_by is distinct from access.person_asking() or new.submitted_by is distinct from old.submitted_by then
            raise exception 'A version is approved in one''s own name.' using errcode = 'CS036';
        end if;
        if exists (select from work.plan_drafter d where d.version_id = new.id and d.person_id = new.approved_by) then
            raise exception 'Nobody approves a version they had a hand in.' using errcode = 'CS036';
        end if;
    end if;
    return new;
end $$;
create trigger steps before insert or update on work.plan_version for each row execute function work.plan_version_steps();

-- A node stands under a node of a higher level: so it reaches the top, and there is no circle (rule V4).
create function work.plan_level_rank(level text) returns integer
language sql immutable
as $$ select array_position(array['Vision', 'Goal', 'Outcome', 'Output', 'Activity', 'Milestone'], level) $$;

create function work.plan_parent_is_higher() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (
        select from work.plan_node parent
        where parent.id = new.parent_id and work.plan_level_rank(parent.level) >= work.plan_level_rank(new.level))
    or exists (
        select from work.plan_node child
        where child.parent_id = new.id and work.plan_level_rank(child.level) <= work.plan_level_rank(new.level)) then
        raise exception 'Node % cannot stand under a node of its own or a lower level.', new.code using errcode = 'CS036';
    end if;
    return null;
end $$;
create constraint trigger parent_is_higher after insert or update of parent_id, level on work.plan_node
    deferrable initially deferred for each row execute function work.plan_parent_is_higher();

-- What a year means does not move under amounts that were approved.
create function work.plan_years_stay() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if (old.fiscal_year_start_month, old.fiscal_year_start_day) is distinct from (new.fiscal_year_start_month, new.fiscal_year_start_day)
        and exists (select from work.plan_version v where v.plan_id = old.id and v.state <> 'Draft') then
        raise exception 'The fiscal year of a plan stays once a version was submitted.' using errcode = 'CS036';
    end if;
    return new;
end $$;
create trigger years_stay before update on work.plan for each row execute function work.plan_years_stay();
