-- Dossiers are erased by two members, and kept from it by one (decision 45). Nobody deletes a row of a dossier: the approval does, in its
-- own transaction, and not while a hold is in force. After a restore the operator destroys the keys of what the list of erasures names.

create table sealed.hold (
    id uuid primary key,
    compartment_id uuid not null references access.compartment (id),
    -- This key alone would keep the dossier: a row cannot go while a hold in force points to it.
    dossier_id uuid not null references sealed.dossier (id),
    ground text not null check (ground in ('Proceedings', 'Inquiry', 'UnderAudit', 'Disputed')),
    placed_by uuid not null references access.person (id),
    placed_on date not null,
    lifted_on date,
    lifted_by uuid,
    check ((lifted_on is null) = (lifted_by is null))
);
create unique index hold_in_force on sealed.hold (dossier_id) where lifted_on is null;

create table sealed.request (
    id uuid primary key,
    compartment_id uuid not null references access.compartment (id),
    -- No foreign key: the request outlives the dossier, and with it who the two were.
    dossier_id uuid not null,
    kind text not null check (kind in ('Erasure', 'Lifting')),
    ground text not null,
    -- Under the key of the dossier: they go with it.
    words bytea,
    asked_by uuid not null references access.person (id),
    asked_on date not null,
    state text not null check (state in ('Asked', 'Approved', 'Refused', 'Withdrawn')),
    decided_by uuid references access.person (id),
    decided_on date,
    check (ground in ('RetentionEnded', 'NotNeeded', 'RightToErasure', 'Ordered', 'OpenedInError') and kind = 'Erasure'
           or ground in ('MatterEnded', 'PlacedInError') and kind = 'Lifting'),
    check ((state = 'Asked') = (decided_by is null) and (decided_by is null) = (decided_on is null)),
    check (state <> 'Approved' or (decided_by <> asked_by and decided_on <= asked_on + 7)),
    check (state <> 'Withdrawn' or decided_by = asked_by),
    check (state <> 'Refused' or decided_by <> asked_by)
);
create unique index request_waiting on sealed.request (dossier_id, kind) where state = 'Asked';
create index on sealed.request (compartment_id);

alter table sealed.hold enable row level security;
alter table sealed.request enable row level security;
grant select, insert on sealed.hold to cornerstone_sealed;
grant select, insert, update on sealed.request to cornerstone_sealed;
create policy readers on sealed.hold for select to cornerstone_sealed using (compartment_id in (select sealed.mine()));
create policy writers on sealed.hold for insert to cornerstone_sealed with check (compartment_id in (select sealed.mine_to_write()));
create policy readers on sealed.request for select to cornerstone_sealed using (compartment_id in (select sealed.mine()));
create policy writers on sealed.request for insert to cornerstone_sealed with check (compartment_id in (select sealed.mine_to_write()));
create policy editors on sealed.request for update to cornerstone_sealed
    using (compartment_id in (select sealed.mine_to_write())) with check (compartment_id in (select sealed.mine_to_write()));
create trigger require_act before insert or update or delete on sealed.hold for each statement execute function journal.require_act();
create trigger require_act before insert or update or delete on sealed.request for each statement execute function journal.require_act();

-- No member deletes anything of a dossier any more.
drop policy removers on sealed.dossier;
drop policy removers on sealed.dossier_wrap;
drop policy removers on sealed.attachment;

create function sealed.is_held(of_dossier uuid) returns boolean
language sql stable security definer set search_path = ''
as $$ select exists (select from sealed.hold h where h.dossier_id = of_dossier and h.lifted_on is null) $$;
revoke all on function sealed.is_held(uuid) from public;
grant execute on function sealed.is_held(uuid) to cornerstone_sealed;
grant execute on function access.still_writes(uuid, text, smallint, uuid) to cornerstone_sealed;

create function sealed.hold_placed() returns trigger
language plpgsql
as $$
begin
    if current_user <> 'cornerstone_sealed' then
        return new;
    end if;
    if new.placed_by is distinct from access.person_asking() or new.lifted_on is not null then
        raise exception 'A hold begins in force, in one''s own name' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select from sealed.dossier d where d.id = new.dossier_id and d.compartment_id = new.compartment_id) then
        raise exception 'There is no such dossier in the group' using errcode = 'insufficient_privilege';
    end if;
    new.placed_on := current_date;
    return new;
end $$;
revoke all on function sealed.hold_placed() from public;
create trigger placed before insert on sealed.hold for each row execute function sealed.hold_placed();

create function sealed.request_asked() returns trigger
language plpgsql
as $$
begin
    if current_user <> 'cornerstone_sealed' then
        return new;
    end if;
    if new.asked_by is distinct from access.person_asking() or new.state <> 'Asked' then
        raise exception 'A request begins as asked, in one''s own name' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select from sealed.dossier d where d.id = new.dossier_id and d.compartment_id = new.compartment_id) then
        raise exception 'There is no such dossier in the group' using errcode = 'insufficient_privilege';
    end if;
    if new.kind = 'Erasure' and sealed.is_held(new.dossier_id) then
        raise exception 'A hold keeps this dossier' using errcode = 'CS046';
    end if;
    -- The day is the database's: a later one would make the request last longer.
    new.asked_on := current_date;
    return new;
end $$;
revoke all on function sealed.request_asked() from public;
create trigger asked before insert on sealed.request for each row execute function sealed.request_asked();

create function sealed.request_decided() returns trigger
language plpgsql
as $$
begin
    if current_user <> 'cornerstone_sealed' then
        return new;
    end if;
    if (new.id, new.compartment_id, new.dossier_id, new.kind, new.ground, new.words, new.asked_by, new.asked_on)
        is distinct from (old.id, old.compartment_id, old.dossier_id, old.kind, old.ground, old.words, old.asked_by, old.asked_on) then
        raise exception 'What was asked does not change: ask anew' using errcode = 'CS036';
    end if;
    if old.state <> 'Asked' then
        raise exception 'This has been decided' using errcode = 'CS036';
    end if;
    if new.decided_by is distinct from access.person_asking() then
        raise exception 'One decides in one''s own name' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'Approved' and new.kind = 'Erasure' and sealed.is_held(new.dossier_id) then
        raise exception 'A hold keeps this dossier' using errcode = 'CS046';
    end if;
    -- Both are members who may write at the moment of the approval, not of the asking.
    if new.state = 'Approved' and not exists (
        select from access.compartment c where c.id = new.compartment_id and access.still_writes(new.asked_by, c.country, 0::smallint, c.id)) then
        raise exception 'Who asked writes nothing here any more' using errcode = 'insufficient_privilege';
    end if;
    new.decided_on := current_date;
    return new;
end $$;
revoke all on function sealed.request_decided() from public;
create trigger decided before update on sealed.request for each row execute function sealed.request_decided();

-- What was approved happens here and nowhere else.
create function sealed.request_approved() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.kind = 'Erasure' then
        delete from sealed.dossier_wrap where dossier_id = new.dossier_id;
    else
        update sealed.hold set lifted_on = current_date, lifted_by = new.id where dossier_id = new.dossier_id and lifted_on is null;
    end if;
    return null;
end $$;
revoke all on function sealed.request_approved() from public;
create trigger approved after update on sealed.request for each row
    when (old.state = 'Asked' and new.state = 'Approved') execute function sealed.request_approved();

-- A dossier whose keys are destroyed says nothing any more, and goes with them. A hold that an old backup brought back does not keep what
-- was erased since; any other hold in force does, by its foreign key.
create function sealed.keys_destroyed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (select from sealed.dossier_wrap w where w.dossier_id = old.dossier_id) then
        return null;
    end if;
    delete from sealed.hold where dossier_id = old.dossier_id and (lifted_on is not null or sealed.by_operator());
    delete from sealed.request where dossier_id = old.dossier_id and state = 'Asked';
    update sealed.request set words = null where dossier_id = old.dossier_id and words is not null;
    delete from sealed.attachment where dossier_id = old.dossier_id;
    delete from sealed.dossier where id = old.dossier_id;
    return null;
end $$;
revoke all on function sealed.keys_destroyed() from public;
create trigger keys_destroyed after delete on sealed.dossier_wrap for each row execute function sealed.keys_destroyed();
