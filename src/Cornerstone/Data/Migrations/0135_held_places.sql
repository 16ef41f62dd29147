-- Where somebody reads and writes follows from their roles, and was worked out anew for each query that met a row: a tenth of a millisecond,
-- spent on a hidden row and not where there is none. It is worked out when a role, an account or a country changes, and looked up (decision 64).

create table access.held_place (
    person_id uuid not null references access.person (id),
    country text not null references access.workspace (code),
    classification smallint not null,
    -- Theirs by a membership that is not read-only.
    writes boolean not null,
    primary key (person_id, country, classification)
);

-- What follows from somebody's roles, their account and the countries there are.
create function access.places_that_follow(of_person uuid) returns setof access.held_place
language sql stable security definer set search_path = ''
as $$
    select of_person, place.country, place.classification, bool_or(place.writes)
    from (
        select m.country, level::smallint as classification, m.role not in ('Auditor', 'CivilSociety') as writes
        from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        cross join generate_series(0, m.clearance) as level
        where m.person_id = of_person and m.ended_at is null and m.role <> 'Administrator'
        union all
        -- Any member reads the public level of the shared layer.
        select 'UN', 0::smallint, false
        from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        where m.person_id = of_person and m.ended_at is null
        union all
        select w.code, level::smallint, true
        from access.workspace w cross join generate_series(0, 3) as level
        where of_person = '00000000-0000-7000-8000-000000000001') place
    group by place.country, place.classification
$$;

create function access.hold_places(of_person uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    -- One at a time: two roles that end in one moment would each find the other one still there.
    perform from access.person p where p.id = of_person for no key update;
    delete from access.held_place where person_id = of_person;
    insert into access.held_place select * from access.places_that_follow(of_person);
end $$;
revoke all on function access.places_that_follow(uuid), access.hold_places(uuid) from public;

create function access.role_moves_places() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if tg_op <> 'INSERT' then
        perform access.hold_places(old.person_id);
    end if;
    if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.person_id <> old.person_id) then
        perform access.hold_places(new.person_id);
    end if;
    return null;
end $$;
-- By its name before the one that ends sessions: the account is locked first, then they, by everybody.
create trigger moves_places after insert or update or delete on access.membership
    for each row execute function access.role_moves_places();

create function access.account_moves_places() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform access.hold_places(new.id);
    return null;
end $$;
create trigger account_moves_places after update on access.person
    for each row when (new.disabled_at is distinct from old.disabled_at) execute function access.account_moves_places();

create function access.country_moves_places() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform access.hold_places('00000000-0000-7000-8000-000000000001');
    return null;
end $$;
create trigger country_moves_places after insert on access.workspace
    for each statement execute function access.country_moves_places();

-- An approval ends sessions and may give a role: it locks the account before those, by its name before what carries it out.
create function access.account_first() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from access.person p where p.id = new.person_id for no key update;
    return null;
end $$;
create trigger account_first after update of state on access.request
    for each row when (new.state = 'Approved' and old.state = 'Asked') execute function access.account_first();
revoke all on function access.role_moves_places(), access.account_moves_places(), access.country_moves_places(), access.account_first() from public;

select access.hold_places(p.id) from access.person p;

create or replace function access.places_to_read() returns table (country text, classification smallint, compartment uuid)
language sql stable security definer set search_path = ''
as $$
    select h.country, h.classification, g.compartment
    from access.held_place h
    cross join (
        select '00000000-0000-0000-0000-000000000000'::uuid as compartment
        union all
        select o from access.open_compartments() o) g
    where h.person_id = (select access.person_asking())
$$;

create or replace function access.places_to_write() returns table (country text, classification smallint, compartment uuid)
language sql stable security definer set search_path = ''
as $$
    select h.country, h.classification, g.compartment
    from access.held_place h
    cross join (
        select '00000000-0000-0000-0000-000000000000'::uuid as compartment
        union all
        select o from access.open_compartments() o) g
    where h.person_id = (select access.person_asking()) and h.writes
$$;
