-- The sealed store: its own role, ciphertext only. The everyday role has no right here; the role of the store sees what belongs to the
-- groups of whoever asks, and even that is closed to whoever does not hold a key (decisions 22 and 40).

-- Groups and their members --------------------------------------------------------------------------------------------

-- The transaction that founded the group: in it, and in no other one, its first members are named by an administrator alone.
alter table access.compartment add column founded_in xid8;

-- Named by an administrator, and waiting for a member who has the key to admit them: until then they are outside, also for the work store.
alter table access.compartment_member add column waits boolean not null default false;
alter table access.compartment_member add column ended_at timestamptz;

create or replace function access.open_compartments() returns setof uuid
language sql stable security definer set search_path = ''
as $$
    select compartment_id from access.compartment_member
    where person_id = access.person_asking() and current_date between from_day and until_day and not waits and ended_at is null
$$;

create or replace function access.still_writes(of_person uuid, in_country text, at_level smallint, in_compartment uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select of_person = '00000000-0000-7000-8000-000000000001' or (
        exists (
            select from access.membership m
            join access.person p on p.id = m.person_id and p.disabled_at is null
            where m.person_id = of_person and m.country = in_country and m.ended_at is null
              and m.role not in ('Administrator', 'Auditor', 'CivilSociety') and m.clearance >= at_level)
        and (in_compartment is null or exists (
            select from access.compartment_member c
            where c.compartment_id = in_compartment and c.person_id = of_person and current_date between c.from_day and c.until_day
              and not c.waits and c.ended_at is null)))
$$;

-- The groups whose sealed things this person may ask for: of a country they work in, with a role other than administrator.
create function sealed.mine() returns setof uuid
language sql stable security definer set search_path = ''
as $$
    select c.id from access.compartment c
    where c.id in (select access.open_compartments())
      and exists (
        select from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        where m.person_id = access.person_asking() and m.country = c.country and m.ended_at is null and m.role <> 'Administrator')
$$;

-- And those in which they may write.
create function sealed.mine_to_write() returns setof uuid
language sql stable security definer set search_path = ''
as $$
    select c.id from access.compartment c
    where c.id in (select access.open_compartments())
      and exists (
        select from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        where m.person_id = access.person_asking() and m.country = c.country and m.ended_at is null
          and m.role not in ('Administrator', 'Auditor', 'CivilSociety'))
$$;
create function sealed.by_operator() returns boolean
language sql stable set search_path = ''
as $$ select access.person_asking() = '00000000-0000-7000-8000-000000000001' $$;
revoke all on function sealed.mine(), sealed.mine_to_write(), sealed.by_operator() from public;
grant usage on schema access, journal, sealed to cornerstone_sealed;
grant execute on function sealed.mine(), sealed.mine_to_write(), sealed.by_operator() to cornerstone_sealed;
grant execute on function access.open_compartments(), access.administers(text), access.person_asking(), access.readable() to cornerstone_sealed;

grant insert on access.compartment, access.compartment_member to cornerstone_app;
grant update (ended_at) on access.compartment_member to cornerstone_app;
grant select on access.compartment, access.compartment_member to cornerstone_sealed;
grant update (waits) on access.compartment_member to cornerstone_sealed;
alter table access.compartment enable row level security;
alter table access.compartment_member enable row level security;
-- Administrators see who is in a group, as they see who has a role; what is in it they do not.
create policy members on access.compartment for select to cornerstone_app, cornerstone_sealed
    using (id in (select access.open_compartments()) or access.administers(country) or access.person_asking() = '00000000-0000-7000-8000-000000000001');
create policy founders on access.compartment for insert to cornerstone_app with check (access.administers(country));

create function access.compartment_founded() returns trigger
language plpgsql
as $$
begin
    new.founded_in := pg_current_xact_id();
    return new;
end $$;
revoke all on function access.compartment_founded() from public;
create trigger compartment_founded before insert on access.compartment for each row execute function access.compartment_founded();

create function access.administers_compartment(of_compartment uuid) returns boolean
language sql stable security definer set search_path = ''
as $$ select access.administers(c.country) from access.compartment c where c.id = of_compartment $$;
revoke all on function access.administers_compartment(uuid) from public;
grant execute on function access.administers_compartment(uuid) to cornerstone_app, cornerstone_sealed;

create policy members on access.compartment_member for select to cornerstone_app, cornerstone_sealed
    using (compartment_id in (select access.open_compartments()) or person_id = access.person_asking()
           or access.administers_compartment(compartment_id) or access.person_asking() = '00000000-0000-7000-8000-000000000001');
create policy naming on access.compartment_member for insert to cornerstone_app with check (access.administers_compartment(compartment_id));
create policy ending on access.compartment_member for update to cornerstone_app using (access.administers_compartment(compartment_id));
create policy admitting on access.compartment_member for update to cornerstone_sealed
    using (compartment_id in (select sealed.mine_to_write()) and person_id <> access.person_asking());

create function access.compartment_member_written() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if access.person_asking() is null then
        return new;
    end if;
    if tg_op = 'INSERT' then
        if not new.waits and not exists (select from access.compartment c where c.id = new.compartment_id and c.founded_in = pg_current_xact_id()) then
            raise exception 'A member who has the key admits whoever comes later' using errcode = 'insufficient_privilege';
        end if;
        return new;
    end if;
    if (new.compartment_id, new.person_id, new.from_day, new.until_day) is distinct from (old.compartment_id, old.person_id, old.from_day, old.until_day)
        or (old.ended_at is not null and new.ended_at is distinct from old.ended_at) then
        raise exception 'A term does not change: end it, and name the person anew' using errcode = 'insufficient_privilege';
    end if;
    if old.waits and not new.waits and new.compartment_id not in (select sealed.mine_to_write()) then
        raise exception 'A member admits' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
revoke all on function access.compartment_member_written() from public;
create trigger compartment_member_written before insert or update on access.compartment_member
    for each row execute function access.compartment_member_written();

-- Which of these sessions are still open: keys unlocked in the others are taken out of memory.
create function access.sessions_still_open(ids uuid[]) returns setof uuid
language sql stable security definer set search_path = ''
as $$
    select s.id from access.session s
    join access.person p on p.id = s.person_id and p.disabled_at is null
    where s.id = any (ids) and s.ended_at is null
$$;
revoke all on function access.sessions_still_open(uuid[]) from public;
grant execute on function access.sessions_still_open(uuid[]) to cornerstone_app;

-- Keys ----------------------------------------------------------------------------------------------------------------

create table sealed.vault (
    person_id uuid primary key references access.person (id),
    -- The private half under the owner's passphrase.
    closed bytea not null,
    made_on date not null
);

create table sealed.holder (
    person_id uuid primary key references access.person (id),
    public_key bytea not null check (octet_length(public_key) = 64)
);

create table sealed.pin (
    person_id uuid not null references access.person (id),
    compartment_id uuid not null references access.compartment (id),
    version integer not null check (version > 0),
    bytes bytea not null,
    primary key (person_id, compartment_id, version)
);

create table sealed.recovery_key (
    id uuid primary key,
    country text not null references access.workspace (code),
    public_key bytea not null check (octet_length(public_key) = 64),
    made_on date not null,
    replaced_by uuid references sealed.recovery_key (id)
);
create unique index recovery_key_in_use on sealed.recovery_key (country) where replaced_by is null;

create table sealed.pair_seal (
    recovery_id uuid not null references sealed.recovery_key (id),
    first_id uuid not null references access.person (id),
    second_id uuid not null references access.person (id),
    bytes bytea not null,
    primary key (recovery_id, first_id, second_id),
    check (first_id <> second_id)
);

create table sealed.key_wrap (
    compartment_id uuid not null references access.compartment (id),
    version integer not null check (version > 0),
    -- A person, or a recovery key.
    holder_id uuid not null,
    holder_kind smallint not null check (holder_kind in (1, 2)),
    public_key bytea not null check (octet_length(public_key) = 64),
    box bytea not null,
    proof bytea not null,
    primary key (compartment_id, version, holder_id)
);

create table sealed.succession (
    compartment_id uuid not null references access.compartment (id),
    version integer not null check (version > 1),
    bytes bytea not null,
    primary key (compartment_id, version)
);

create table sealed.dossier (
    id uuid primary key,
    country text not null references access.workspace (code),
    compartment_id uuid not null references access.compartment (id),
    version integer not null check (version > 0),
    title bytea not null,
    content bytea not null,
    -- To the day: the minute would tell more than who reads the list needs.
    opened_on date not null,
    changed_on date not null
);
create index on sealed.dossier (compartment_id);

create table sealed.dossier_wrap (
    dossier_id uuid not null,
    compartment_id uuid not null references access.compartment (id),
    generation integer not null check (generation > 0),
    version integer not null check (version > 0),
    bytes bytea not null,
    primary key (dossier_id, generation)
);
create index on sealed.dossier_wrap (compartment_id, version);

create table sealed.attachment (
    id uuid primary key,
    dossier_id uuid not null references sealed.dossier (id),
    compartment_id uuid not null references access.compartment (id),
    content bytea not null,
    added_on date not null
);
create index on sealed.attachment (dossier_id);

-- No write without an act, as in the work store; and no write that says a compartment of its own.
do $$
declare
    place text;
begin
    foreach place in array '{vault,holder,pin,recovery_key,pair_seal,key_wrap,succession,dossier,dossier_wrap,attachment}'::text[] loop
        execute format('alter table sealed.%I enable row level security', place);
        execute format('grant select, insert, update, delete on sealed.%I to cornerstone_sealed', place);
        execute format('create trigger require_act before insert or update or delete on sealed.%I for each statement execute function journal.require_act()', place);
    end loop;
    foreach place in array '{dossier,dossier_wrap,attachment,key_wrap,succession}'::text[] loop
        execute format('create policy readers on sealed.%I for select to cornerstone_sealed using (compartment_id in (select sealed.mine()))', place);
        execute format('create policy writers on sealed.%I for insert to cornerstone_sealed with check (compartment_id in (select sealed.mine_to_write()))', place);
        execute format('create policy editors on sealed.%I for update to cornerstone_sealed
            using (compartment_id in (select sealed.mine_to_write())) with check (compartment_id in (select sealed.mine_to_write()))', place);
        execute format('create policy removers on sealed.%I for delete to cornerstone_sealed using (compartment_id in (select sealed.mine_to_write()))', place);
    end loop;
    -- Recovery and erasure after a restore work on keys, at the command line, and see no content.
    foreach place in array '{key_wrap,succession,dossier_wrap,recovery_key,pair_seal,vault,holder}'::text[] loop
        execute format('create policy operator on sealed.%I to cornerstone_sealed using ((select sealed.by_operator())) with check ((select sealed.by_operator()))', place);
    end loop;
end $$;
create policy own on sealed.vault to cornerstone_sealed using (person_id = access.person_asking()) with check (person_id = access.person_asking());
create policy own on sealed.pin to cornerstone_sealed using (person_id = access.person_asking()) with check (person_id = access.person_asking());
create policy known on sealed.holder for select to cornerstone_sealed using (access.person_asking() is not null);
create policy own on sealed.holder for all to cornerstone_sealed using (person_id = access.person_asking()) with check (person_id = access.person_asking());
create policy own on sealed.key_wrap for delete to cornerstone_sealed using (holder_id = access.person_asking());
create policy known on sealed.recovery_key for select to cornerstone_sealed using (access.person_asking() is not null);
create policy makers on sealed.recovery_key for insert to cornerstone_sealed with check (access.administers(country));
create policy replacers on sealed.recovery_key for update to cornerstone_sealed using (access.administers(country)) with check (access.administers(country));
create policy officers on sealed.pair_seal for select to cornerstone_sealed
    using (access.person_asking() in (first_id, second_id) or exists (select from sealed.recovery_key r where r.id = recovery_id and access.administers(r.country)));
create policy makers on sealed.pair_seal for insert to cornerstone_sealed
    with check (exists (select from sealed.recovery_key r where r.id = recovery_id and access.administers(r.country)));

-- A row of the sealed store stays in its group: the bytes would not open elsewhere, and nobody should find that out by trying.
create function sealed.stays() returns trigger
language plpgsql
as $$
begin
    if new.compartment_id is distinct from old.compartment_id then
        raise exception 'What is sealed stays in its group' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
revoke all on function sealed.stays() from public;
create trigger stays before update on sealed.dossier for each row execute function sealed.stays();
create trigger stays before update on sealed.attachment for each row execute function sealed.stays();
create trigger stays before update on sealed.dossier_wrap for each row execute function sealed.stays();

-- The journal of the sealed store is the same chain: also what was only read stands in it.
alter table journal.change drop constraint change_kind_check;
alter table journal.change add constraint change_kind_check check (kind in ('Added', 'Changed', 'Removed', 'Read'));
grant select, insert on journal.act, journal.change to cornerstone_sealed;
create index on journal.change (compartment) where compartment is not null;
create policy read_change_sealed on journal.change for select to cornerstone_sealed using (compartment in (select sealed.mine()));
create policy add_change_sealed on journal.change for insert to cornerstone_sealed with check (true);
create policy read_act_sealed on journal.act for select to cornerstone_sealed
    using (person_id = access.person_asking() or exists (select from journal.change c where c.act_id = act.id));
create policy add_act_sealed on journal.act for insert to cornerstone_sealed
    with check (person_id = coalesce(access.person_asking(), '00000000-0000-0000-0000-000000000000'));
