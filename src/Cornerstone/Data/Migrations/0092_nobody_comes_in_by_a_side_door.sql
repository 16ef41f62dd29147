-- Who works in a country for the first time, or comes back to it after working elsewhere, comes in anew: somebody there may have
-- made the account long before, in another country, for another person's address. Whoever has only ever worked here stays as they are.
create function access.comes_anew(of_person uuid, of_country text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select not exists (select from access.membership m where m.person_id = of_person and m.country = of_country and m.ended_at is null)
       and (not exists (select from access.membership m where m.person_id = of_person and m.country = of_country)
            or exists (select from access.membership m where m.person_id = of_person and m.country <> of_country))
$$;

-- Whether somebody besides this person administers every country the person works in, and can sign in to approve: else the
-- server's operator is the last resort.
create function access.somebody_can_approve(of_person uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from access.person p
        join access.password w on w.person_id = p.id
        where p.id <> of_person and p.disabled_at is null
          and exists (select from access.membership a where a.person_id = p.id and a.ended_at is null and a.role = 'Administrator')
          and not exists (
            select from access.membership m
            where m.person_id = of_person and m.ended_at is null and not exists (
                select from access.membership a
                where a.person_id = p.id and a.ended_at is null and a.role = 'Administrator' and a.country in (m.country, 'UN'))))
$$;

-- What came of a request fits its kind.
alter table access.request
    add check (kind = 'Role' or membership_id is null),
    add check (kind in ('Role', 'Password') or link_id is null),
    add check (state <> 'Approved' or kind <> 'Role' or membership_id is not null),
    add check (state <> 'Approved' or kind <> 'Password' or link_id is not null);

-- Administrators are counted as they are: a request that names a role already given must not hide its holder from the count.
drop function access.takes_two_people(text, text, uuid, uuid);
drop function access.has_had_two_administrators(text, uuid);
create function access.has_had_two_administrators(of_country text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select count(distinct m.person_id) > 1
    from access.membership m
    where m.role = 'Administrator' and m.country in (of_country, 'UN')
$$;
create function access.takes_two_people(of_kind text, of_country text, of_person uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select access.has_had_two_administrators(of_country) or ((of_kind <> 'Role' or access.comes_anew(of_person, of_country)) and exists (
        select from access.membership m
        where m.person_id = of_person and m.ended_at is null and access.has_had_two_administrators(m.country)))
$$;
revoke all on function access.comes_anew(uuid, text), access.somebody_can_approve(uuid), access.has_had_two_administrators(text),
    access.takes_two_people(text, text, uuid) from public;
grant execute on function access.comes_anew(uuid, text), access.somebody_can_approve(uuid), access.has_had_two_administrators(text),
    access.takes_two_people(text, text, uuid) to cornerstone_app;

-- Approved first, then carried out: the role and the link come after the approval in the same transaction.
create or replace function access.request_decided() returns trigger
language plpgsql
as $$
declare
    is_anew boolean;
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
        is_anew := new.kind = 'Role' and access.comes_anew(new.person_id, new.country);
        if not access.asker_administers(new.asked_by, new.country) then
            raise exception 'Who asked administers nothing here any more' using errcode = 'insufficient_privilege';
        end if;
        if exists (select from access.membership m where m.id = new.membership_id) then
            raise exception 'What is there already is not given' using errcode = 'insufficient_privilege';
        end if;
        -- The operator is the last resort where nobody else can approve: marked, and looked at later.
        if new.is_alone and new.decided_by <> '00000000-0000-7000-8000-000000000001'
            and access.takes_two_people(new.kind, new.country, new.person_id) then
            raise exception 'Two people are needed' using errcode = 'insufficient_privilege';
        end if;
        if (new.kind <> 'Role' or is_anew) and not access.administers_person(new.person_id) then
            raise exception 'This person also works elsewhere' using errcode = 'insufficient_privilege';
        end if;
        if new.kind = 'Role' and (new.link_id is not null) <> is_anew then
            raise exception 'A link comes with a role for whoever comes in anew, and for nobody else' using errcode = 'insufficient_privilege';
        end if;
    end if;
    return new;
end $$;

-- Whoever comes in anew leaves behind all by which the account was opened before; a new link is worth more than those before it.
create function access.approved() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.kind = 'SecondStep' or (new.kind = 'Role' and new.link_id is not null) then
        delete from access.authenticator where person_id = new.person_id;
        delete from access.recovery_code where person_id = new.person_id;
        delete from access.started_sign_in where person_id = new.person_id;
        perform access.end_sessions_of(new.person_id, 'SecondStep');
    end if;
    if new.kind = 'Role' and new.link_id is not null then
        delete from access.password where person_id = new.person_id;
    end if;
    if new.link_id is not null then
        update access.one_time_link set used_at = now() where person_id = new.person_id and used_at is null and id <> new.link_id;
    end if;
    return null;
end $$;
drop trigger reset_second_step on access.request;
drop function access.reset_second_step();
create trigger approved after update of state on access.request
    for each row when (new.state = 'Approved' and old.state = 'Asked') execute function access.approved();

-- Links that were open when somebody chose a new password open nothing any more; the one by which it was chosen is noted as used by the program.
create or replace function access.password_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform access.end_sessions_of(new.person_id, 'Password');
    update access.one_time_link set used_at = now()
    where person_id = new.person_id and used_at is null
      and token_hash is distinct from decode(coalesce(current_setting('app.link', true), ''), 'hex');
    return null;
end $$;

-- A try counts for the account and for what it shares, or for neither: whoever makes the shared one wait exhausts nobody's own.
create function access.attempt_wait(of_key bytea, at timestamptz, longest interval) returns interval
language plpgsql volatile security definer set search_path = ''
as $$
declare
    until timestamptz;
begin
    insert into access.attempt (key, failures, last_at, free_at) values (of_key, 0, at, at) on conflict do nothing;
    select a.free_at into until from access.attempt a where a.key = of_key for update;
    -- A wait longer than any we give comes from a clock that was ahead.
    return case when at < until and until - at <= longest then until - at else interval '0' end;
end $$;

create function access.take_attempts(at timestamptz,
    account_key bytea, account_free integer, account_longest interval, account_pause interval,
    shared_key bytea, shared_free integer, shared_longest interval, shared_pause interval) returns interval
language plpgsql volatile security definer set search_path = ''
as $$
declare
    -- The account's row before the shared one, always: two who wait for each other would wait for ever.
    own interval := access.attempt_wait(account_key, at, account_longest);
    shared interval := access.attempt_wait(shared_key, at, shared_longest);
begin
    if greatest(own, shared) > interval '0' then
        return greatest(own, shared);
    end if;
    perform access.take_attempt(account_key, at, account_free, account_longest, account_pause),
            access.take_attempt(shared_key, at, shared_free, shared_longest, shared_pause);
    return interval '0';
end $$;

create or replace function access.attempt_succeeded(account_key bytea, address_key bytea, at timestamptz) returns void
language sql volatile security definer set search_path = ''
as $$
    delete from access.attempt where key = account_key;
    update access.attempt set failures = greatest(failures - 1, 0), free_at = at where key = address_key;
    -- What somebody else is counting in this moment is left to the next one.
    delete from access.attempt where key in (select a.key from access.attempt a where a.last_at < at - interval '1 day' for update skip locked);
$$;

revoke all on function access.attempt_wait(bytea, timestamptz, interval), access.take_attempts(timestamptz, bytea, integer, interval, interval,
    bytea, integer, interval, interval), access.approved() from public;
revoke all on function access.take_attempt(bytea, timestamptz, integer, interval, interval) from cornerstone_app;
grant execute on function access.take_attempts(timestamptz, bytea, integer, interval, interval, bytea, integer, interval, interval) to cornerstone_app;
