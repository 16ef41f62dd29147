-- A second step after the password: a code of an authenticator, or a recovery code (ASVS 5.0, 6.3.3 and 6.5).

-- Of whom a workspace demands it. Nobody may read more than the public without one, whatever is chosen.
alter table access.workspace add column second_step text not null default 'AboveThePublic'
    check (second_step in ('AboveThePublic', 'Everybody'));

create function access.administers(of_country text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select access.person_asking() = '00000000-0000-7000-8000-000000000001' or exists (
        select from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        where m.person_id = access.person_asking() and m.ended_at is null and m.role = 'Administrator' and m.country in (of_country, 'UN'))
$$;

create function access.sign_in_rule_changed() returns trigger
language plpgsql
as $$
begin
    if not access.administers(new.code) then
        raise exception 'Only an administrator changes how people sign in' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger sign_in_rule_changed before update of second_step on access.workspace
    for each row when (old.second_step is distinct from new.second_step) execute function access.sign_in_rule_changed();

-- An administrator sees who belongs to a workspace, so they are asked too.
create function access.needs_second_step(person uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from access.membership m
        join access.workspace w on w.code = m.country
        where m.person_id = person and m.ended_at is null
          and (m.clearance > 0 or m.role = 'Administrator' or w.second_step = 'Everybody'))
$$;
revoke all on function access.administers(text), access.needs_second_step(uuid) from public;
grant execute on function access.administers(text), access.needs_second_step(uuid) to cornerstone_app;

-- The secret is locked by the program; the last step of thirty seconds whose code was taken makes each code work once.
create table access.authenticator (
    person_id uuid primary key references access.person (id),
    secret bytea not null,
    last_step bigint not null,
    made_at timestamptz not null
);

create table access.recovery_code (
    id uuid primary key,
    person_id uuid not null references access.person (id),
    hash bytea not null unique check (length(hash) = 32),
    made_at timestamptz not null,
    used_at timestamptz
);
create index on access.recovery_code (person_id);

grant select, insert, update, delete on access.authenticator, access.recovery_code to cornerstone_app;
alter table access.authenticator enable row level security;
alter table access.recovery_code enable row level security;
create policy own_authenticator on access.authenticator to cornerstone_app
    using (person_id = access.person_asking()) with check (person_id = access.person_asking());
create policy own_recovery_code on access.recovery_code to cornerstone_app
    using (person_id = access.person_asking()) with check (person_id = access.person_asking());

-- No code works twice, whoever writes: steps only go on, and a used code stays used.
create function access.step_taken() returns trigger
language plpgsql
as $$
begin
    if new.person_id <> old.person_id or (new.secret = old.secret and new.last_step <= old.last_step) then
        raise exception 'A code works once' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger step_taken before update on access.authenticator for each row execute function access.step_taken();

create function access.recovery_code_used() returns trigger
language plpgsql
as $$
begin
    if old.used_at is not null or new.used_at is null or (new.id, new.person_id, new.hash) is distinct from (old.id, old.person_id, old.hash) then
        raise exception 'A recovery code works once' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger recovery_code_used before update on access.recovery_code for each row execute function access.recovery_code_used();

-- Whatever changes how somebody signs in ends their sessions.
create function access.second_step_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform access.end_sessions_of(coalesce(new.person_id, old.person_id), 'SecondStep');
    return null;
end $$;
create trigger second_step_changed after insert or delete or update of secret on access.authenticator
    for each row execute function access.second_step_changed();
create trigger second_step_changed after insert or delete on access.recovery_code
    for each row execute function access.second_step_changed();

-- Between the password and the second step ---------------------------------------------------------------------------

-- Not a session: nothing that asks for a session finds it.
create table access.started_sign_in (
    token_hash bytea primary key check (length(token_hash) = 32),
    person_id uuid not null references access.person (id),
    started_at timestamptz not null
);

create function access.start_sign_in(hash bytea, person uuid, at timestamptz, longest interval) returns void
language sql volatile security definer set search_path = ''
as $$
    delete from access.started_sign_in where started_at < at - longest or started_at > at + longest;
    insert into access.started_sign_in (token_hash, person_id, started_at) values (hash, person, at);
$$;

create function access.started_sign_in_of(hash bytea, at timestamptz, longest interval) returns uuid
language sql stable security definer set search_path = ''
as $$
    select s.person_id
    from access.started_sign_in s
    join access.person p on p.id = s.person_id and p.disabled_at is null
    where s.token_hash = hash and at >= s.started_at - interval '1 minute' and at < s.started_at + longest
$$;

create function access.end_started_sign_in(hash bytea) returns void
language sql volatile security definer set search_path = ''
as $$ delete from access.started_sign_in where token_hash = hash $$;

-- A new password makes what was started with the old one worth nothing.
create function access.started_with_old_password() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    delete from access.started_sign_in where person_id = new.person_id;
    return null;
end $$;
create trigger started_with_old_password after update of changed_at on access.password
    for each row execute function access.started_with_old_password();

revoke all on function access.start_sign_in(bytea, uuid, timestamptz, interval), access.started_sign_in_of(bytea, timestamptz, interval),
    access.end_started_sign_in(bytea) from public;
grant execute on function access.start_sign_in(bytea, uuid, timestamptz, interval), access.started_sign_in_of(bytea, timestamptz, interval),
    access.end_started_sign_in(bytea) to cornerstone_app;

-- Sessions know when somebody last proved who they are, and a password alone opens nothing to those of whom more is asked.
alter table access.session add column proved_at timestamptz;
update access.session set proved_at = started_at;
alter table access.session alter column proved_at set not null;

drop function access.session_seen(bytea, timestamptz, interval, interval);
create function access.session_seen(hash bytea, at timestamptz, idle interval, longest interval)
returns table (id uuid, person_id uuid, proof text, proved_at timestamptz)
language plpgsql volatile security definer set search_path = ''
as $$
declare
    s access.session;
begin
    select o.* into s
    from access.session o
    join access.person p on p.id = o.person_id and p.disabled_at is null
    where o.token_hash = hash and o.ended_at is null;
    if s.id is null or at < s.seen_at - interval '1 minute' or at >= s.seen_at + idle or at >= s.started_at + longest
        or (s.proof = 'Password' and access.needs_second_step(s.person_id)) then
        return;
    end if;

    if at >= s.seen_at + interval '30 seconds' then
        update access.session o set seen_at = at where o.id = s.id;
    end if;

    return query select s.id, s.person_id, s.proof, s.proved_at;
end $$;
revoke all on function access.session_seen(bytea, timestamptz, interval, interval) from public;
grant execute on function access.session_seen(bytea, timestamptz, interval, interval) to cornerstone_app;
