-- Two people for what gives access: a role, a new password, a second step set back. One administrator asks, another one,
-- or the server's operator, approves; neither is the person it is for (goal 7 of the security text).

create table access.request (
    id uuid primary key,
    country text not null references access.workspace (code),
    kind text not null check (kind in ('Role', 'Password', 'SecondStep')),
    person_id uuid not null references access.person (id),
    role text,
    clearance smallint check (clearance between 0 and 3),
    reason text,
    asked_by uuid not null references access.person (id),
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    state text not null check (state in ('Asked', 'Approved', 'Refused', 'Withdrawn')),
    decided_by uuid references access.person (id),
    decided_at timestamptz,
    -- Carried out by its asker, before the workspace had a second administrator; somebody else looks at it later.
    is_alone boolean not null default false,
    seen_by uuid references access.person (id),
    seen_at timestamptz,
    -- What came of it, each made by this request and by no other.
    membership_id uuid unique,
    link_id uuid unique,
    check ((kind = 'Role') = (role is not null and clearance is not null)),
    check (asked_by <> person_id),
    check ((state = 'Asked') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check (state <> 'Approved' or (decided_by <> person_id and decided_at < expires_at and (is_alone or decided_by <> asked_by))),
    check (not is_alone or (state = 'Approved' and decided_by = asked_by)),
    check (state = 'Approved' or (membership_id is null and link_id is null)),
    check ((seen_by is null) = (seen_at is null)),
    check (seen_by is null or (is_alone and seen_by <> asked_by and seen_by <> person_id))
);
create index on access.request (country, asked_at);

-- Four eyes begin with a workspace's second administrator and never end: whoever takes the other one's role away gains nothing.
create function access.has_had_two_administrators(of_country text, but_for uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select count(distinct m.person_id) > 1
    from access.membership m
    where m.role = 'Administrator' and m.country in (of_country, 'UN') and m.id is distinct from but_for
$$;

-- Whoever sets a password or a second step back may come in by it: never into a country one does not administer.
create function access.administers_person(of_person uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select not exists (
        select from access.membership m
        where m.person_id = of_person and m.ended_at is null and not access.administers(m.country))
$$;
revoke all on function access.has_had_two_administrators(text, uuid), access.administers_person(uuid) from public;
grant execute on function access.has_had_two_administrators(text, uuid), access.administers_person(uuid) to cornerstone_app;

grant select, insert, update on access.request to cornerstone_app;
alter table access.request enable row level security;
create policy administrators on access.request to cornerstone_app
    using (access.administers(country)) with check (access.administers(country));

create function access.request_asked() returns trigger
language plpgsql
as $$
begin
    if current_user <> 'cornerstone_app' then
        return new;
    end if;
    if new.asked_by is distinct from access.person_asking() or new.state <> 'Asked' or new.expires_at > new.asked_at + interval '7 days' then
        raise exception 'A request begins as asked, in one''s own name, for seven days at most' using errcode = 'insufficient_privilege';
    end if;
    if new.kind <> 'Role' and not access.administers_person(new.person_id) then
        raise exception 'This person also works elsewhere' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger request_asked before insert on access.request for each row execute function access.request_asked();

create function access.request_decided() returns trigger
language plpgsql
as $$
begin
    if current_user <> 'cornerstone_app' then
        return new;
    end if;
    if (new.id, new.country, new.kind, new.person_id, new.role, new.clearance, new.reason, new.asked_by, new.asked_at, new.expires_at)
        is distinct from (old.id, old.country, old.kind, old.person_id, old.role, old.clearance, old.reason, old.asked_by, old.asked_at, old.expires_at) then
        raise exception 'What was asked does not change: ask anew' using errcode = 'CS036';
    end if;

    if old.state <> 'Asked' then
        if (new.state, new.decided_by, new.decided_at, new.is_alone, new.membership_id, new.link_id)
            is distinct from (old.state, old.decided_by, old.decided_at, old.is_alone, old.membership_id, old.link_id)
            or old.seen_by is not null or new.seen_by is distinct from access.person_asking() then
            raise exception 'This has been decided' using errcode = 'CS036';
        end if;
        return new;
    end if;

    if new.decided_by is distinct from access.person_asking() then
        raise exception 'One decides in one''s own name' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'Withdrawn' and new.decided_by <> new.asked_by then
        raise exception 'Who asked withdraws' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'Approved' then
        if new.is_alone and access.has_had_two_administrators(new.country, new.membership_id) then
            raise exception 'Two people are needed' using errcode = 'insufficient_privilege';
        end if;
        if new.kind <> 'Role' and not access.administers_person(new.person_id) then
            raise exception 'This person also works elsewhere' using errcode = 'insufficient_privilege';
        end if;
    end if;
    return new;
end $$;
create trigger request_decided before update on access.request for each row execute function access.request_decided();

-- A second step is set back by being approved: its rows are their owner's alone, also for administrators.
create function access.reset_second_step() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    delete from access.authenticator where person_id = new.person_id;
    delete from access.recovery_code where person_id = new.person_id;
    delete from access.started_sign_in where person_id = new.person_id;
    perform access.end_sessions_of(new.person_id, 'SecondStep');
    return null;
end $$;
create trigger reset_second_step after update of state on access.request
    for each row when (new.kind = 'SecondStep' and new.state = 'Approved' and old.state = 'Asked') execute function access.reset_second_step();

-- What a request gives exists by it alone. Looked at when the transaction ends: which of the two rows is written first is
-- the program's affair.
create function access.membership_is_founded(m access.membership) returns boolean
language sql stable security definer set search_path = ''
as $$
    select access.person_asking() = '00000000-0000-7000-8000-000000000001'
        or exists (
            select from access.request r
            where r.membership_id = m.id and r.state = 'Approved' and r.kind = 'Role' and r.decided_by = access.person_asking()
              and (r.person_id, r.country, r.role, r.clearance) = (m.person_id, m.country, m.role, m.clearance))
        -- The first administrator, by the link printed at the start, while there is none.
        or (m.role = 'Administrator' and m.country = 'UN' and m.person_id = access.person_asking()
            and exists (
                select from access.one_time_link l
                where l.token_hash = decode(coalesce(current_setting('app.link', true), ''), 'hex') and l.person_id is null and l.used_at is not null)
            and not exists (select from access.membership o where o.role = 'Administrator' and o.ended_at is null and o.id <> m.id))
$$;

create function access.link_is_founded(l access.one_time_link) returns boolean
language sql stable security definer set search_path = ''
as $$
    select access.person_asking() = '00000000-0000-7000-8000-000000000001'
        or exists (
            select from access.request r
            where r.link_id = l.id and r.state = 'Approved' and r.kind in ('Role', 'Password')
              and r.decided_by = access.person_asking() and r.person_id = l.person_id)
$$;
revoke all on function access.membership_is_founded(access.membership), access.link_is_founded(access.one_time_link) from public;
grant execute on function access.membership_is_founded(access.membership), access.link_is_founded(access.one_time_link) to cornerstone_app;

create function access.membership_given() returns trigger
language plpgsql
as $$
begin
    if current_user = 'cornerstone_app' and not access.membership_is_founded(new) then
        raise exception 'A role is given by two people' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;
create constraint trigger membership_given after insert on access.membership
    deferrable initially deferred for each row execute function access.membership_given();

create function access.link_given() returns trigger
language plpgsql
as $$
begin
    if current_user = 'cornerstone_app' and not access.link_is_founded(new) then
        raise exception 'A link is given by two people' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;
create constraint trigger link_given after insert on access.one_time_link
    deferrable initially deferred for each row execute function access.link_given();

-- A role is ended, never altered: danger does not wait for a second person.
create function access.membership_changed() returns trigger
language plpgsql
as $$
begin
    if current_user <> 'cornerstone_app' or access.person_asking() = '00000000-0000-7000-8000-000000000001' then
        return new;
    end if;
    if old.ended_at is not null or new.ended_at is null
        or (new.id, new.person_id, new.country, new.role, new.clearance, new.granted_at)
            is distinct from (old.id, old.person_id, old.country, old.role, old.clearance, old.granted_at)
        or new.person_id = access.person_asking() or not access.administers(new.country) then
        raise exception 'A role is ended by another administrator, and never altered' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger membership_changed before update on access.membership for each row execute function access.membership_changed();
