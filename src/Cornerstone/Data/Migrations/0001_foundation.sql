-- Stores, roles' rights, accounts, workspaces and the journal.
-- Roles (made at start, see Database.cs): the owner runs this file; cornerstone_app works under row-level security;
-- cornerstone_public reads the published store and nothing else.

create schema access;
create schema work;
create schema published;
create schema sealed;
create schema reference;
create schema journal;

create extension if not exists pg_trgm schema public;
create extension if not exists unaccent schema public;
create extension if not exists btree_gist schema public;

grant usage on schema access, work, reference, journal to cornerstone_app;
grant usage on schema published to cornerstone_app, cornerstone_public;

-- Workspaces and people -------------------------------------------------------------------------------------------

create table access.workspace (
    code text primary key check (code ~ '^[A-Z]{2}$'),
    names jsonb not null check (names ? 'en')
);

create table access.person (
    id uuid primary key,
    name text not null,
    language text,
    disabled_at timestamptz,
    user_name text,
    normalized_user_name text unique,
    email text,
    normalized_email text,
    email_confirmed boolean not null default false,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    phone_number text,
    phone_number_confirmed boolean not null default false,
    two_factor_enabled boolean not null default false,
    lockout_end timestamptz,
    lockout_enabled boolean not null default true,
    access_failed_count integer not null default 0
);

create table access.person_claim (
    id integer generated always as identity primary key,
    user_id uuid not null references access.person (id) on delete cascade,
    claim_type text,
    claim_value text
);
create index on access.person_claim (user_id);

create table access.person_login (
    login_provider text not null,
    provider_key text not null,
    provider_display_name text,
    user_id uuid not null references access.person (id) on delete cascade,
    primary key (login_provider, provider_key)
);
create index on access.person_login (user_id);

create table access.person_token (
    user_id uuid not null references access.person (id) on delete cascade,
    login_provider text not null,
    name text not null,
    value text,
    primary key (user_id, login_provider, name)
);

create table access.membership (
    id uuid primary key,
    person_id uuid not null references access.person (id),
    country text not null references access.workspace (code),
    role text not null,
    clearance smallint not null check (clearance between 0 and 3),
    granted_at timestamptz not null,
    ended_at timestamptz,
    check (ended_at is null or ended_at >= granted_at)
);
create index on access.membership (person_id) where ended_at is null;
create unique index on access.membership (person_id, country, role) where ended_at is null;

create table access.one_time_link (
    id uuid primary key,
    token_hash bytea not null unique,
    person_id uuid references access.person (id),
    expires_at timestamptz not null,
    used_at timestamptz
);

-- Sealed groups of readers: named persons, each for a term (S/2022/280, para. 44: oversight behind closed doors).
create table access.compartment (
    id uuid primary key,
    country text not null references access.workspace (code),
    name text not null,
    legal_basis text not null
);

create table access.compartment_member (
    compartment_id uuid not null references access.compartment (id),
    person_id uuid not null references access.person (id),
    from_day date not null,
    until_day date not null check (until_day >= from_day),
    primary key (compartment_id, person_id, from_day)
);

grant select, insert, update on access.workspace, access.person, access.membership, access.one_time_link to cornerstone_app;
grant select, insert, update, delete on access.person_claim, access.person_login, access.person_token to cornerstone_app;
grant select on access.compartment, access.compartment_member to cornerstone_app;

insert into access.workspace (code, names) values ('UN', '{
  "en": "Shared layer: United Nations documents",
  "fr": "Fonds commun : documents des Nations Unies",
  "ar": "الطبقة المشتركة: وثائق الأمم المتحدة"}');

-- The server's operator: acts at the command line, has no password and cannot sign in.
insert into access.person (id, name, lockout_enabled, disabled_at)
values ('00000000-0000-7000-8000-000000000001', 'Operator', true, '2020-01-01T00:00:00Z');

-- Who reads what: the database's own answer -------------------------------------------------------------------------

-- The person of this transaction, set by the application with SET LOCAL; null when nobody was named.
create function access.person_asking() returns uuid
language sql stable
as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- Every (country, level) the person asking may read. Any member reads the public level of the shared layer.
create function access.readable() returns table (country text, classification smallint)
language sql stable security definer set search_path = ''
as $$
    select m.country, level::smallint
    from access.membership m
    join access.person p on p.id = m.person_id and p.disabled_at is null
    cross join generate_series(0, 3) as level
    where m.person_id = access.person_asking() and m.ended_at is null
      and m.role <> 'Administrator' and level <= m.clearance
    union
    select 'UN', 0::smallint
    where exists (
        select from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        where m.person_id = access.person_asking() and m.ended_at is null)
    union
    select w.code, level::smallint
    from access.workspace w cross join generate_series(0, 3) as level
    where access.person_asking() = '00000000-0000-7000-8000-000000000001'
$$;

-- Every (country, level) the person asking may write: readable, and theirs by a membership that is not read-only.
create function access.writable() returns table (country text, classification smallint)
language sql stable security definer set search_path = ''
as $$
    select m.country, level::smallint
    from access.membership m
    join access.person p on p.id = m.person_id and p.disabled_at is null
    cross join generate_series(0, 3) as level
    where m.person_id = access.person_asking() and m.ended_at is null
      and m.role not in ('Administrator', 'Auditor', 'CivilSociety') and level <= m.clearance
    union
    select w.code, level::smallint
    from access.workspace w cross join generate_series(0, 3) as level
    where access.person_asking() = '00000000-0000-7000-8000-000000000001'
$$;

create function access.open_compartments() returns setof uuid
language sql stable security definer set search_path = ''
as $$
    select compartment_id from access.compartment_member
    where person_id = access.person_asking() and current_date between from_day and until_day
$$;

revoke all on function access.readable(), access.writable(), access.open_compartments() from public;
grant execute on function access.readable(), access.writable(), access.open_compartments() to cornerstone_app;

-- Journal -------------------------------------------------------------------------------------------------------------

create table journal.act (
    id uuid primary key,
    name text not null,
    country text not null references access.workspace (code),
    person_id uuid not null,
    at timestamptz not null,
    reason text
);

create table journal.change (
    id uuid primary key,
    act_id uuid not null references journal.act (id),
    record_type text not null,
    record_id uuid not null,
    kind text not null check (kind in ('Added', 'Changed', 'Removed')),
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    fields jsonb not null
);
create index on journal.change (record_id);
create index on journal.change (act_id);

-- Append-only: the application may add and read, never change or remove.
grant select, insert on journal.act, journal.change to cornerstone_app;

alter table journal.change enable row level security;
create policy read_change on journal.change for select to cornerstone_app
    using ((country, classification) in (select r.country, r.classification from access.readable() r)
           and (compartment is null or compartment in (select access.open_compartments())));
create policy add_change on journal.change for insert to cornerstone_app with check (true);

alter table journal.act enable row level security;
-- An act shows when one of its changes does, when it is one's own, and to the server's operator.
create policy read_act on journal.act for select to cornerstone_app
    using (person_id = access.person_asking()
           or access.person_asking() = '00000000-0000-7000-8000-000000000001'
           or exists (select from journal.change c where c.act_id = act.id));
-- Nobody writes in another person's name; nobody signed in writes as nobody.
create policy add_act on journal.act for insert to cornerstone_app
    with check (person_id = coalesce(access.person_asking(), '00000000-0000-0000-0000-000000000000'));

-- No write without an act: each table of work carries this trigger.
create function journal.require_act() returns trigger
language plpgsql
as $$
begin
    if coalesce(current_setting('app.act', true), '') = '' then
        raise exception 'No write without an act on %.%', tg_table_schema, tg_table_name using errcode = 'CS001';
    end if;
    return null;
end $$;

-- One call guards a table of work: row-level security by country, level and compartment; the act; the grants.
create procedure journal.guard(guarded regclass)
language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format($p$create policy readers on %s for select to cornerstone_app
        using ((country, classification) in (select r.country, r.classification from access.readable() r)
               and (compartment is null or compartment in (select access.open_compartments())))$p$, guarded);
    execute format($p$create policy writers on %s for insert to cornerstone_app
        with check ((country, classification) in (select w.country, w.classification from access.writable() w)
               and (compartment is null or compartment in (select access.open_compartments())))$p$, guarded);
    execute format($p$create policy editors on %s for update to cornerstone_app
        using ((country, classification) in (select w.country, w.classification from access.writable() w)
               and (compartment is null or compartment in (select access.open_compartments())))
        with check ((country, classification) in (select w.country, w.classification from access.writable() w)
               and (compartment is null or compartment in (select access.open_compartments())))$p$, guarded);
    execute format($p$create policy removers on %s for delete to cornerstone_app
        using ((country, classification) in (select w.country, w.classification from access.writable() w)
               and (compartment is null or compartment in (select access.open_compartments())))$p$, guarded);
    execute format('grant select, insert, update, delete on %s to cornerstone_app', guarded);
    execute format('create trigger require_act before insert or update or delete on %s
        for each statement execute function journal.require_act()', guarded);
end $$;
