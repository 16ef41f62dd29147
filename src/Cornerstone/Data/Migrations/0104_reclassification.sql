-- Two people before more may read a record (decision 39). Making a record more restricted takes one person and no waiting; giving it a
-- lower level, or taking it out of its sealed group, takes a second one who agrees to exactly that, for exactly this record.

create table work.reclassification (
    id uuid primary key,
    country text not null references access.workspace (code),
    -- Those of the record when it was asked: who may not read the record learns of no request for it, nor of its reason, ever.
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    record_table text not null,
    record_id uuid not null,
    to_classification smallint not null check (to_classification between 0 and 3),
    to_compartment uuid references access.compartment (id),
    reason text not null check (btrim(reason) <> ''),
    asked_by uuid not null references access.person (id),
    asked_at timestamptz not null,
    expires_at timestamptz not null check (expires_at <= asked_at + interval '7 days'),
    state text not null check (state in ('Asked', 'Approved', 'Refused', 'Withdrawn')),
    decided_by uuid references access.person (id),
    decided_at timestamptz,
    -- The transaction of the approval: in it, and in no other one, the record changes.
    decided_in xid8,
    check ((to_classification, to_compartment) is distinct from (classification, compartment)),
    check ((state = 'Asked') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check (state <> 'Approved' or (decided_by <> asked_by and decided_at < expires_at)),
    check (state <> 'Withdrawn' or decided_by = asked_by)
);
create index on work.reclassification (record_id);
create index on work.reclassification (country, asked_at);
call journal.guard('work.reclassification');
revoke delete on work.reclassification from cornerstone_app;

-- Who asked is one of the two people as long as they may write there: at the moment of the approval, not of the asking.
create function access.still_writes(of_person uuid, in_country text, at_level smallint, in_compartment uuid) returns boolean
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
            where c.compartment_id = in_compartment and c.person_id = of_person and current_date between c.from_day and c.until_day)))
$$;
revoke all on function access.still_writes(uuid, text, smallint, uuid) from public;
grant execute on function access.still_writes(uuid, text, smallint, uuid) to cornerstone_app;

create function work.reclassification_asked() returns trigger
language plpgsql
as $$
begin
    if current_user <> 'cornerstone_app' then
        return new;
    end if;
    if new.asked_by is distinct from access.person_asking() or new.state <> 'Asked' or new.decided_in is not null then
        raise exception 'A request begins as asked, in one''s own name' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger asked before insert on work.reclassification for each row execute function work.reclassification_asked();

create function work.reclassification_decided() returns trigger
language plpgsql
as $$
begin
    if current_user <> 'cornerstone_app' then
        return new;
    end if;
    if (new.id, new.country, new.classification, new.compartment, new.record_table, new.record_id, new.to_classification, new.to_compartment,
        new.reason, new.asked_by, new.asked_at, new.expires_at)
        is distinct from (old.id, old.country, old.classification, old.compartment, old.record_table, old.record_id, old.to_classification, old.to_compartment,
        old.reason, old.asked_by, old.asked_at, old.expires_at) then
        raise exception 'What was asked does not change: ask anew' using errcode = 'CS036';
    end if;
    if old.state <> 'Asked' then
        raise exception 'This has been decided' using errcode = 'CS036';
    end if;
    if new.decided_by is distinct from access.person_asking() then
        raise exception 'One decides in one''s own name' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'Approved' and not access.still_writes(old.asked_by, old.country, old.classification, old.compartment) then
        raise exception 'Who asked writes nothing here any more' using errcode = 'insufficient_privilege';
    end if;
    new.decided_in := pg_current_xact_id();
    return new;
end $$;
create trigger decided before update on work.reclassification for each row execute function work.reclassification_decided();

-- What belongs to a record follows its level by foreign keys and triggers of the database's owner, and is not asked for again.
create function journal.require_two_people() returns trigger
language plpgsql
as $$
begin
    if current_user <> 'cornerstone_app' then
        return null;
    end if;
    if new.country = old.country and exists (
        select from work.reclassification r
        where r.record_table = tg_table_name and r.record_id::text = to_jsonb(old) ->> 'id' and to_jsonb(new) ->> 'id' = to_jsonb(old) ->> 'id'
          and r.state = 'Approved' and r.decided_in = pg_current_xact_id() and r.decided_by = access.person_asking()
          and (r.country, r.classification, r.to_classification) = (old.country, old.classification, new.classification)
          and r.compartment is not distinct from old.compartment and r.to_compartment is not distinct from new.compartment) then
        return null;
    end if;
    raise exception 'A record of %.% is opened to more readers by two people', tg_table_schema, tg_table_name using errcode = 'CS039';
end $$;

create procedure journal.keep_level(guarded regclass)
language plpgsql
as $$
begin
    execute format('create trigger require_two_people after update on %s for each row
        when (new.classification < old.classification or new.country <> old.country
              or (old.compartment is not null and new.compartment is distinct from old.compartment))
        execute function journal.require_two_people()', guarded);
end $$;

create or replace procedure journal.guard(guarded regclass)
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
    call journal.keep_level(guarded);
end $$;

do $$
declare
    guarded regclass;
begin
    for guarded in select t.tgrelid::regclass from pg_trigger t where t.tgname = 'require_act' loop
        call journal.keep_level(guarded);
    end loop;
end $$;

-- Which of these codes stand at a stricter level than a file gives them. A reader's own question: row-level security answers.
create function work.lowered_codes(register text, in_country text, in_version uuid, asked text[], level smallint) returns setof text
language plpgsql stable set search_path = ''
as $$
begin
    return query execute format($q$
        select t.code from work.%I t
        where t.country = $1 and t.code = any($3) and t.compartment is null and t.classification > $4 and %s
        $q$, register, case when register = 'plan_node' then 't.version_id = $2 and t.retired_because is null' else 'true' end)
        using in_country, in_version, asked, level;
end $$;
revoke all on function work.lowered_codes(text, text, uuid, text[], smallint) from public;
grant execute on function work.lowered_codes(text, text, uuid, text[], smallint) to cornerstone_app;
