-- In an emergency somebody outside a sealed group reads named dossiers for hours (decision 48): asked with a ground, let in by one member or
-- by two recovery officers, under a key of their own that is destroyed when the time is over, and reviewed by somebody else afterwards.
-- The clock is the database's, and so is every rule; a page could be wrong and nothing would open.

-- Asked from outside. The group is named in words, as whoever asks calls it: whether there is such a group is nothing they learn.
create table sealed.call (
    id uuid primary key,
    country text not null references access.workspace (code),
    group_name text not null check (length(btrim(group_name)) between 1 and 120),
    ground text not null check (ground in ('LifeAtRisk', 'ShortTerm', 'UrgentDecision', 'SuspectedBreach')),
    asked_by uuid not null references access.person (id),
    asked_at timestamptz not null,
    withdrawn_at timestamptz
);
create index on sealed.call (asked_by);

create table sealed.opening (
    id uuid primary key,
    call_id uuid not null unique references sealed.call (id),
    compartment_id uuid not null references access.compartment (id),
    -- No foreign keys: an opening outlives what was read in it. What is said of it lies under the key of the first one.
    dossiers uuid[] not null check (cardinality(dossiers) > 0),
    person_id uuid not null references access.person (id),
    let_in_by uuid not null references access.person (id),
    -- The second officer, where no member could be reached.
    let_in_with uuid references access.person (id),
    ground text not null,
    hours smallint not null check (hours between 1 and 3),
    let_in_at timestamptz not null,
    until_at timestamptz not null,
    -- Why, in the words of whoever was let in: no row of a dossier shows before. They go with the dossier.
    words bytea,
    said_at timestamptz,
    ended_at timestamptz,
    -- Nobody: the time was over.
    ended_by uuid references access.person (id),
    due_on date not null,
    finding text check (finding in ('Justified', 'TooMuch', 'NotJustified', 'CannotTell')),
    finding_words bytea,
    reviewed_by uuid references access.person (id),
    reviewed_on date,
    -- Keys are lent in the transaction that lets somebody in, and in no other one.
    begun_in xid8 not null,
    check (person_id <> let_in_by and let_in_with is distinct from person_id and let_in_with is distinct from let_in_by),
    check (until_at > let_in_at and until_at <= let_in_at + interval '3 hours'),
    check (said_at < until_at and (words is null or said_at is not null)),
    check (ended_at <= until_at and (ended_by is null or ended_at is not null)),
    check ((finding is null) = (reviewed_by is null) and (finding is null) = (reviewed_on is null)),
    check (finding is null or ended_at is not null),
    check (finding_words is null or finding is not null),
    check (reviewed_by is distinct from person_id and reviewed_by is distinct from let_in_by or reviewed_by is null),
    check (reviewed_by is null or reviewed_by is distinct from let_in_with)
);
create index on sealed.opening (compartment_id);
create index on sealed.opening (until_at) where ended_at is null;
-- Nobody is let in again before somebody has looked at the last time.
create unique index opening_to_review on sealed.opening (compartment_id, person_id) where finding is null;

-- The key of one dossier for one person and one opening. The key of the group is lent to nobody.
create table sealed.loan (
    opening_id uuid not null references sealed.opening (id),
    dossier_id uuid not null,
    generation integer not null check (generation > 0),
    compartment_id uuid not null references access.compartment (id),
    person_id uuid not null references access.person (id),
    box bytea not null,
    primary key (opening_id, dossier_id, generation)
);
create index on sealed.loan (dossier_id);

-- Who may be let in: holds a role in the country that reads sealed things, now.
create function sealed.is_cleared(of_person uuid, in_country text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        where m.person_id = of_person and m.country = in_country and m.ended_at is null and m.role not in ('Administrator', 'CivilSociety'))
$$;

-- Openings of this person that are in force in this moment; nothing else asks for the time.
create function sealed.in_force() returns setof uuid
language sql stable security definer set search_path = ''
as $$
    select o.id from sealed.opening o
    join access.compartment c on c.id = o.compartment_id
    where o.person_id = access.person_asking() and o.ended_at is null and statement_timestamp() < o.until_at
      and sealed.is_cleared(o.person_id, c.country)
$$;

-- What they show: nothing before it was said why.
create function sealed.lent_dossiers() returns setof uuid
language sql stable security definer set search_path = ''
as $$
    select l.dossier_id from sealed.loan l
    join sealed.opening o on o.id = l.opening_id and o.said_at is not null
    where o.id in (select sealed.in_force())
$$;

create function sealed.lent_groups() returns setof uuid
language sql stable security definer set search_path = ''
as $$ select o.compartment_id from sealed.opening o where o.id in (select sealed.in_force()) $$;
revoke all on function sealed.is_cleared(uuid, text), sealed.in_force(), sealed.lent_dossiers(), sealed.lent_groups() from public;
grant execute on function sealed.is_cleared(uuid, text), sealed.in_force(), sealed.lent_dossiers(), sealed.lent_groups() to cornerstone_sealed;

do $$
declare
    place text;
begin
    foreach place in array '{call,opening,loan}'::text[] loop
        execute format('alter table sealed.%I enable row level security', place);
        execute format('create trigger require_act before insert or update or delete on sealed.%I for each statement execute function journal.require_act()', place);
        execute format('create policy operator on sealed.%I to cornerstone_sealed using ((select sealed.by_operator())) with check ((select sealed.by_operator()))', place);
    end loop;
end $$;
grant select, insert, update on sealed.call, sealed.opening to cornerstone_sealed;
grant select, insert, delete on sealed.loan to cornerstone_sealed;

create policy own on sealed.call to cornerstone_sealed using (asked_by = access.person_asking()) with check (asked_by = access.person_asking());
create policy members on sealed.call for select to cornerstone_sealed using (exists (
    select from access.compartment c
    where c.id in (select sealed.mine()) and c.country = call.country and lower(btrim(c.name)) = lower(btrim(call.group_name))));

create policy members on sealed.opening for select to cornerstone_sealed using (compartment_id in (select sealed.mine()));
create policy own on sealed.opening for select to cornerstone_sealed using (person_id = access.person_asking());
create policy letting_in on sealed.opening for insert to cornerstone_sealed with check (compartment_id in (select sealed.mine_to_write()));
create policy members_change on sealed.opening for update to cornerstone_sealed using (compartment_id in (select sealed.mine())) with check (compartment_id in (select sealed.mine()));
create policy own_change on sealed.opening for update to cornerstone_sealed using (person_id = access.person_asking()) with check (person_id = access.person_asking());

create policy lending on sealed.loan for insert to cornerstone_sealed with check (compartment_id in (select sealed.mine_to_write()));
create policy own on sealed.loan for select to cornerstone_sealed using (person_id = access.person_asking() and opening_id in (select sealed.in_force()));
-- Whoever makes a new vault, because the words of the old one are lost, gives up what was lent to the old one.
create policy giving_up on sealed.loan for delete to cornerstone_sealed using (person_id = access.person_asking());

create policy in_emergency on sealed.dossier for select to cornerstone_sealed using (id in (select sealed.lent_dossiers()));
create policy in_emergency on sealed.attachment for select to cornerstone_sealed using (dossier_id in (select sealed.lent_dossiers()));
create policy in_emergency on access.compartment for select to cornerstone_sealed using (id in (select sealed.lent_groups()));
-- Which version of a dossier is the newest stands there.
create policy read_change_in_emergency on journal.change for select to cornerstone_sealed using (record_id in (select sealed.lent_dossiers()));

create trigger stays before update on sealed.opening for each row execute function sealed.stays();
create trigger stays before update on sealed.loan for each row execute function sealed.stays();

-- Asking --------------------------------------------------------------------------------------------------------------

create function sealed.called() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if access.person_asking() is null then
        return new;
    end if;
    if tg_op = 'INSERT' then
        if new.asked_by <> access.person_asking() or new.withdrawn_at is not null or not sealed.is_cleared(new.asked_by, new.country) then
            raise exception 'One asks in one''s own name, with a role in the country' using errcode = 'insufficient_privilege';
        end if;
        if exists (
            select from sealed.call c
            where c.asked_by = new.asked_by and c.withdrawn_at is null and c.asked_at > statement_timestamp() - interval '24 hours'
              and not exists (select from sealed.opening o where o.call_id = c.id)) then
            raise exception 'This person has asked already' using errcode = 'unique_violation';
        end if;
        new.asked_at := statement_timestamp();
        return new;
    end if;
    if (new.id, new.country, new.group_name, new.ground, new.asked_by, new.asked_at) is distinct from (old.id, old.country, old.group_name, old.ground, old.asked_by, old.asked_at)
        or old.withdrawn_at is not null then
        raise exception 'What was asked does not change: ask anew' using errcode = 'CS036';
    end if;
    new.withdrawn_at := statement_timestamp();
    return new;
end $$;
revoke all on function sealed.called() from public;
create trigger called before insert or update on sealed.call for each row execute function sealed.called();

-- Letting in ----------------------------------------------------------------------------------------------------------

create function sealed.let_in() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    country_of text;
    name_of text;
begin
    if access.person_asking() is null then
        return new;
    end if;
    select c.country, c.name into country_of, name_of from access.compartment c where c.id = new.compartment_id;
    if sealed.by_operator() then
        if not exists (
            select from sealed.pair_seal s
            join sealed.recovery_key r on r.id = s.recovery_id and r.country = country_of and r.replaced_by is null
            where (s.first_id, s.second_id) in ((new.let_in_by, new.let_in_with), (new.let_in_with, new.let_in_by))) then
            raise exception 'Two recovery officers let in together' using errcode = 'insufficient_privilege';
        end if;
    elsif new.let_in_by <> access.person_asking() or new.let_in_with is not null then
        raise exception 'One lets in in one''s own name' using errcode = 'insufficient_privilege';
    end if;
    if not exists (
        select from sealed.call c
        where c.id = new.call_id and c.asked_by = new.person_id and c.ground = new.ground and c.country = country_of
          and lower(btrim(c.group_name)) = lower(btrim(name_of)) and c.withdrawn_at is null and c.asked_at > statement_timestamp() - interval '24 hours') then
        raise exception 'This person has not asked for this group within a day' using errcode = 'insufficient_privilege';
    end if;
    if not sealed.is_cleared(new.person_id, country_of) or exists (
        select from access.compartment_member m
        where m.compartment_id = new.compartment_id and m.person_id = new.person_id and current_date between m.from_day and m.until_day
          and not m.waits and m.ended_at is null) then
        raise exception 'This person cannot be let in' using errcode = 'insufficient_privilege';
    end if;
    if exists (select from unnest(new.dossiers) d where not exists (select from sealed.dossier s where s.id = d and s.compartment_id = new.compartment_id)) then
        raise exception 'There is no such dossier in the group' using errcode = 'insufficient_privilege';
    end if;
    new.let_in_at := statement_timestamp();
    new.until_at := new.let_in_at + make_interval(hours => new.hours);
    new.due_on := (new.until_at at time zone 'UTC')::date + 7;
    new.begun_in := pg_current_xact_id();
    if num_nonnulls(new.words, new.said_at, new.ended_at, new.ended_by, new.finding, new.finding_words, new.reviewed_by, new.reviewed_on) > 0 then
        raise exception 'An opening begins open' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
revoke all on function sealed.let_in() from public;
create trigger let_in before insert on sealed.opening for each row execute function sealed.let_in();

create function sealed.lent() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if access.person_asking() is not null and not exists (
        select from sealed.opening o
        where o.id = new.opening_id and o.begun_in = pg_current_xact_id() and o.compartment_id = new.compartment_id and o.person_id = new.person_id
          and new.dossier_id = any (o.dossiers)) then
        raise exception 'Keys are lent when somebody is let in, and not later' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
revoke all on function sealed.lent() from public;
create trigger lent before insert on sealed.loan for each row execute function sealed.lent();

-- Saying why, ending, reviewing ---------------------------------------------------------------------------------------

create function sealed.opening_changed() returns trigger
language plpgsql
as $$
declare
    asking uuid := access.person_asking();
begin
    if current_user <> 'cornerstone_sealed' then
        return new;
    end if;
    if (new.id, new.call_id, new.dossiers, new.person_id, new.let_in_by, new.let_in_with, new.ground, new.hours, new.let_in_at, new.until_at, new.due_on, new.begun_in)
        is distinct from (old.id, old.call_id, old.dossiers, old.person_id, old.let_in_by, old.let_in_with, old.ground, old.hours, old.let_in_at, old.until_at, old.due_on, old.begun_in) then
        raise exception 'How somebody was let in does not change' using errcode = 'CS036';
    end if;
    if new.words is distinct from old.words or new.said_at is distinct from old.said_at then
        if old.said_at is not null or new.words is null or asking is distinct from old.person_id or old.ended_at is not null or statement_timestamp() >= old.until_at then
            raise exception 'Whoever was let in says why, once, in their time' using errcode = 'insufficient_privilege';
        end if;
        new.said_at := statement_timestamp();
    end if;
    -- Over is over, whoever comes to say so.
    if old.ended_at is not null then
        new.ended_at := old.ended_at;
        new.ended_by := old.ended_by;
    elsif statement_timestamp() >= old.until_at then
        new.ended_at := old.until_at;
        new.ended_by := null;
    elsif new.ended_at is not null then
        new.ended_at := statement_timestamp();
        new.ended_by := case when sealed.by_operator() then null else asking end;
    end if;
    if (new.finding, new.finding_words, new.reviewed_by, new.reviewed_on) is distinct from (old.finding, old.finding_words, old.reviewed_by, old.reviewed_on) then
        if old.finding is not null then
            raise exception 'This has been reviewed' using errcode = 'CS036';
        end if;
        if new.reviewed_by is distinct from asking or not (new.compartment_id in (select sealed.mine())) then
            raise exception 'A member of the group reviews, in their own name' using errcode = 'insufficient_privilege';
        end if;
        new.reviewed_on := (statement_timestamp() at time zone 'UTC')::date;
    end if;
    return new;
end $$;
revoke all on function sealed.opening_changed() from public;
create trigger opening_changed before update on sealed.opening for each row execute function sealed.opening_changed();

create function sealed.opening_ended() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    delete from sealed.loan where opening_id = new.id;
    return null;
end $$;
revoke all on function sealed.opening_ended() from public;
create trigger opening_ended after update on sealed.opening for each row
    when (old.ended_at is null and new.ended_at is not null) execute function sealed.opening_ended();

-- What is erased is lent to nobody any more, and the words said about it go with it.
create function sealed.lent_keys_destroyed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (select from sealed.dossier_wrap w where w.dossier_id = old.dossier_id) then
        delete from sealed.loan where dossier_id = old.dossier_id;
        update sealed.opening set words = null, finding_words = null where dossiers[1] = old.dossier_id and (words is not null or finding_words is not null);
    end if;
    return null;
end $$;
revoke all on function sealed.lent_keys_destroyed() from public;
create trigger lent_keys_destroyed after delete on sealed.dossier_wrap for each row execute function sealed.lent_keys_destroyed();
