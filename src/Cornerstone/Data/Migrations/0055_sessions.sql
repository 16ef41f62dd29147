-- Sessions live here, not in the cookie: whoever is signed out, disabled, given or deprived of a role, or given a new
-- password is out with the very next request (ASVS 5.0, 7.4). The cookie holds a random token, this table its SHA-256.

create table access.session (
    id uuid primary key,
    token_hash bytea not null unique check (length(token_hash) = 32),
    person_id uuid not null references access.person (id),
    -- How the person proved who they are.
    proof text not null,
    device text not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    ended_at timestamptz,
    ended_because text,
    check ((ended_at is null) = (ended_because is null))
);
create index on access.session (person_id) where ended_at is null;

grant select, insert, update, delete on access.session to cornerstone_app;
alter table access.session enable row level security;
create policy own_session on access.session to cornerstone_app
    using (person_id = access.person_asking()) with check (person_id = access.person_asking());

-- Credentials of one's own only; before anybody is known, nothing.
alter table access.person_claim enable row level security;
alter table access.person_login enable row level security;
alter table access.person_token enable row level security;
create policy own_claim on access.person_claim to cornerstone_app
    using (user_id = access.person_asking()) with check (user_id = access.person_asking());
create policy own_login on access.person_login to cornerstone_app
    using (user_id = access.person_asking()) with check (user_id = access.person_asking());
create policy own_token on access.person_token to cornerstone_app
    using (user_id = access.person_asking()) with check (user_id = access.person_asking());

-- The doors: what the database answers before it knows who asks ------------------------------------------------------

-- Whose session this token opens. Knowing the token is the right to ask. A clock that went back opens nothing: the
-- session was seen later than now. The moment of the last request is noted twice a minute at most.
create function access.session_seen(hash bytea, at timestamptz, idle interval, longest interval)
returns table (id uuid, person_id uuid, proof text)
language plpgsql volatile security definer set search_path = ''
as $$
declare
    s access.session;
begin
    select o.* into s
    from access.session o
    join access.person p on p.id = o.person_id and p.disabled_at is null
    where o.token_hash = hash and o.ended_at is null;
    if s.id is null or at < s.seen_at - interval '1 minute' or at >= s.seen_at + idle or at >= s.started_at + longest then
        return;
    end if;

    if at >= s.seen_at + interval '30 seconds' then
        update access.session o set seen_at = at where o.id = s.id;
    end if;

    return query select s.id, s.person_id, s.proof;
end $$;

-- Knowing the token is also the right to end it: the session before this one, in the same browser, may be another person's.
create function access.end_session(hash bytea, because text) returns void
language sql volatile security definer set search_path = ''
as $$ update access.session set ended_at = now(), ended_because = because where token_hash = hash and ended_at is null $$;

create function access.end_sessions_of(person uuid, because text) returns void
language sql volatile security definer set search_path = ''
as $$ update access.session set ended_at = now(), ended_because = because where person_id = person and ended_at is null $$;

revoke all on function access.session_seen(bytea, timestamptz, interval, interval), access.end_session(bytea, text),
    access.end_sessions_of(uuid, text) from public;
grant execute on function access.session_seen(bytea, timestamptz, interval, interval), access.end_session(bytea, text) to cornerstone_app;

-- Whatever changes who somebody is or what they may do ends their sessions, whichever page or command did it.
create function access.role_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform access.end_sessions_of(new.person_id, 'Role');
    return null;
end $$;
create trigger role_changed after insert or update of role, clearance, country, ended_at on access.membership
    for each row execute function access.role_changed();

create function access.account_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform access.end_sessions_of(new.id, case when new.disabled_at is not null then 'Disabled' else 'Password' end);
    return null;
end $$;
create trigger account_changed after update of disabled_at, password_hash on access.person
    for each row when (old.disabled_at is distinct from new.disabled_at or old.password_hash is distinct from new.password_hash)
    execute function access.account_changed();

-- A one-time link is read by whoever presents its token, and made by an administrator or the server's operator.
create function access.is_administrator() returns boolean
language sql stable security definer set search_path = ''
as $$
    select access.person_asking() = '00000000-0000-7000-8000-000000000001' or exists (
        select from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        where m.person_id = access.person_asking() and m.ended_at is null and m.role = 'Administrator')
$$;
revoke all on function access.is_administrator() from public;
grant execute on function access.is_administrator() to cornerstone_app;

alter table access.one_time_link enable row level security;
create policy presented on access.one_time_link for select to cornerstone_app
    using (access.person_asking() = '00000000-0000-7000-8000-000000000001'
           or token_hash = decode(coalesce(current_setting('app.link', true), ''), 'hex'));
create policy used on access.one_time_link for update to cornerstone_app
    using (access.person_asking() = '00000000-0000-7000-8000-000000000001'
           or token_hash = decode(coalesce(current_setting('app.link', true), ''), 'hex'));
create policy made on access.one_time_link for insert to cornerstone_app with check (access.is_administrator());
