-- The key of a group may be known to somebody it is not for: a passphrase or a device was stolen, a recovery officer left (decision 53).
-- Which version may be known is all that is kept: a change of the key is due while that version is the newest, and new keys for dossiers
-- while one has a key as old as that.

create table sealed.exposure (
    compartment_id uuid not null references access.compartment (id),
    version integer not null check (version > 0),
    -- Whose words, device or share.
    person_id uuid not null references access.person (id),
    -- Dossiers get new keys too; where only the key of the group has to change, they do not.
    renews boolean not null,
    told_on date not null,
    primary key (compartment_id, version, person_id, renews)
);
alter table sealed.exposure enable row level security;
grant select, insert on sealed.exposure to cornerstone_sealed;
create trigger require_act before insert or update or delete on sealed.exposure for each statement execute function journal.require_act();
create trigger stays before update on sealed.exposure for each row execute function sealed.stays();
create policy readers on sealed.exposure for select to cornerstone_sealed using (compartment_id in (select sealed.mine()));
create policy own on sealed.exposure for insert to cornerstone_sealed
    with check (person_id = access.person_asking() and compartment_id in (select sealed.mine()));
create policy operator on sealed.exposure to cornerstone_sealed using ((select sealed.by_operator())) with check ((select sealed.by_operator()));

create function sealed.exposed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if access.person_asking() is null then
        return new;
    end if;
    perform pg_advisory_xact_lock_shared(sealed.turn_of(new.compartment_id));
    if new.version is distinct from (select max(k.version) from sealed.key_wrap k where k.compartment_id = new.compartment_id) then
        -- As if somebody else had been faster: look again, and say it of the version that is in use.
        raise exception 'The key of the group has changed' using errcode = 'unique_violation';
    end if;
    new.told_on := current_date;
    return new;
end $$;
revoke all on function sealed.exposed() from public;
create trigger exposed before insert on sealed.exposure for each row execute function sealed.exposed();

-- Somebody who renews their own pair of keys wraps what they hold to the new one; also a member who only reads.
create policy own_renewal on sealed.key_wrap for update to cornerstone_sealed
    using (holder_id = access.person_asking() and compartment_id in (select sealed.mine())) with check (holder_id = access.person_asking());

-- Six bytes stand before everything sealed; the last four say which generation of the dossier's key opens it (decision 22). Bytes that
-- are no such thing are opened by none, and stand in nobody's way.
create function sealed.generation_of(sealed_bytes bytea) returns integer
language sql immutable set search_path = ''
as $$
    select case when octet_length(b) = 6 then (get_byte(b, 2) << 24) | (get_byte(b, 3) << 16) | (get_byte(b, 4) << 8) | get_byte(b, 5) end from substring(sealed_bytes from 1 for 6) b
$$;

-- A key of a dossier may go when a newer one is there and nothing is left that the older one opens. Nobody destroys the last one: that is an erasure.
create function sealed.is_superseded(of_dossier uuid, of_generation integer) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (select from sealed.dossier_wrap w where w.dossier_id = of_dossier and w.generation > of_generation)
        and not exists (select from sealed.dossier d where d.id = of_dossier and least(sealed.generation_of(d.title), sealed.generation_of(d.content)) <= of_generation)
        and not exists (select from sealed.attachment a where a.dossier_id = of_dossier and sealed.generation_of(a.content) <= of_generation)
        and not exists (select from sealed.request r where r.dossier_id = of_dossier and sealed.generation_of(r.words) <= of_generation)
        and not exists (select from sealed.opening o where o.dossiers[1] = of_dossier and least(sealed.generation_of(o.words), sealed.generation_of(o.finding_words)) <= of_generation)
        and not exists (select from sealed.loan l where l.dossier_id = of_dossier and l.generation <= of_generation)
$$;
create policy renewers on sealed.dossier_wrap for delete to cornerstone_sealed
    using (compartment_id in (select sealed.mine_to_write()) and sealed.is_superseded(dossier_id, generation));

-- Words that are sealed anew under a newer key stay the same words: what was asked, decided or said does not change with them.
create function sealed.only_resealed(before jsonb, after jsonb) returns boolean
language sql immutable set search_path = ''
as $$
    select (before - '{words,finding_words}'::text[]) = (after - '{words,finding_words}'::text[])
        and not exists (
            select from unnest('{words,finding_words}'::text[]) word
            where (before ->> word) is distinct from (after ->> word)
              and coalesce(sealed.generation_of((after ->> word)::bytea) <= sealed.generation_of((before ->> word)::bytea), true))
$$;
revoke all on function sealed.generation_of(bytea), sealed.is_superseded(uuid, integer), sealed.only_resealed(jsonb, jsonb) from public;
grant execute on function sealed.generation_of(bytea), sealed.is_superseded(uuid, integer), sealed.only_resealed(jsonb, jsonb) to cornerstone_sealed;

drop trigger decided on sealed.request;
create trigger decided before update on sealed.request for each row
    when (not sealed.only_resealed(to_jsonb(old), to_jsonb(new))) execute function sealed.request_decided();
drop trigger opening_changed on sealed.opening;
create trigger opening_changed before update on sealed.opening for each row
    when (not sealed.only_resealed(to_jsonb(old), to_jsonb(new))) execute function sealed.opening_changed();

-- Two officers put another one in the place of the third: the new recovery key takes the place of the old one as it comes.
alter table sealed.recovery_key alter constraint recovery_key_replaced_by_fkey deferrable initially deferred;
create function sealed.recovery_replaced() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if sealed.by_operator() then
        update sealed.recovery_key set replaced_by = new.id where country = new.country and replaced_by is null;
    end if;
    return new;
end $$;
revoke all on function sealed.recovery_replaced() from public;
create trigger recovery_replaced before insert on sealed.recovery_key for each row execute function sealed.recovery_replaced();
