-- A group's key changes when a member leaves. While it does, nobody wraps a dossier under a version that is about to go: whoever adds a
-- wrap and whoever adds a version take turns.
create function sealed.turn_of(of_compartment uuid) returns bigint
language sql immutable set search_path = ''
as $$ select hashtextextended('sealed ' || of_compartment, 0) $$;
revoke all on function sealed.turn_of(uuid) from public;
grant execute on function sealed.turn_of(uuid) to cornerstone_sealed;

create function sealed.dossier_wrapped() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform pg_advisory_xact_lock_shared(sealed.turn_of(new.compartment_id));
    if exists (select from sealed.key_wrap k where k.compartment_id = new.compartment_id and k.version > new.version) then
        raise exception 'The key of the group has changed' using errcode = 'CS045';
    end if;
    return new;
end $$;
revoke all on function sealed.dossier_wrapped() from public;
create trigger dossier_wrapped before insert or update on sealed.dossier_wrap for each row execute function sealed.dossier_wrapped();

create function sealed.version_begun() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform pg_advisory_xact_lock(sealed.turn_of(new.compartment_id));
    return new;
end $$;
revoke all on function sealed.version_begun() from public;
create trigger version_begun before insert on sealed.key_wrap for each row execute function sealed.version_begun();

-- Who makes a group's key must see whom they make it for: the officers by name. What is sealed for a pair opens to that pair alone.
create policy known on sealed.pair_seal for select to cornerstone_sealed using (access.person_asking() is not null);

-- Two officers let somebody in at the command line, when no member can.
create policy recovering on access.compartment_member for update to cornerstone_sealed using (access.person_asking() = '00000000-0000-7000-8000-000000000001');

create or replace function access.compartment_member_written() returns trigger
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
    if old.waits and not new.waits and not sealed.by_operator() and new.compartment_id not in (select sealed.mine_to_write()) then
        raise exception 'A member admits' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
