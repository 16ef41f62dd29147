-- Password hashes leave the table of people, which everybody reads for names: a hash is its owner's alone.

create table access.password (
    person_id uuid primary key references access.person (id),
    hash text not null,
    changed_at timestamptz not null
);
insert into access.password (person_id, hash, changed_at)
    select id, password_hash, now() from access.person where password_hash is not null;

drop trigger account_changed on access.person;
drop function access.account_changed();
alter table access.person drop column password_hash;

grant select, insert, update on access.password to cornerstone_app;
alter table access.password enable row level security;
create policy own_password on access.password to cornerstone_app
    using (person_id = access.person_asking()) with check (person_id = access.person_asking());

-- A door: what a sign-in must know before anybody is known. Disabled people have nothing to compare with.
create function access.password_of(sought text) returns table (person_id uuid, hash text)
language sql stable security definer set search_path = ''
as $$
    select p.id, w.hash
    from access.person p
    join access.password w on w.person_id = p.id
    where p.normalized_email = sought and p.disabled_at is null
$$;
revoke all on function access.password_of(text) from public;
grant execute on function access.password_of(text) to cornerstone_app;

create function access.account_disabled() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform access.end_sessions_of(new.id, 'Disabled');
    return null;
end $$;
create trigger account_disabled after update of disabled_at on access.person
    for each row when (old.disabled_at is distinct from new.disabled_at) execute function access.account_disabled();

-- Hashed anew at a sign-in, the password is the same one and its moment stays: only a changed one ends sessions.
create function access.password_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform access.end_sessions_of(new.person_id, 'Password');
    return null;
end $$;
create trigger password_changed after insert or update of changed_at on access.password
    for each row execute function access.password_changed();

-- How often somebody tried: under a hash of whom and whence, so that nobody reads here who tries. A try is counted
-- before it is looked at: many at once are many tries.
create table access.attempt (
    key bytea primary key check (length(key) = 32),
    failures integer not null,
    last_at timestamptz not null,
    free_at timestamptz not null
);

-- Zero when the try may go on, and counted; else how long to wait, and not counted: who waits is not held up by those
-- who do not. After the free ones each try doubles the wait, up to the longest; after a pause all is forgotten.
create function access.take_attempt(of_key bytea, at timestamptz, free integer, longest interval, pause interval) returns interval
language plpgsql volatile security definer set search_path = ''
as $$
declare
    t access.attempt;
    tries integer;
begin
    insert into access.attempt (key, failures, last_at, free_at) values (of_key, 0, at, at) on conflict do nothing;
    select a.* into t from access.attempt a where a.key = of_key for update;
    -- A wait longer than any we give comes from a clock that was ahead.
    if at < t.free_at and t.free_at - at <= longest then
        return t.free_at - at;
    end if;

    tries := case when t.last_at + pause < at then 1 else t.failures + 1 end;
    update access.attempt a set failures = tries, last_at = at,
        free_at = at + case when tries < free then interval '0' else least(longest, power(2, least(tries - free, 20)) * interval '1 second') end
    where a.key = of_key;
    return interval '0';
end $$;

create function access.attempt_succeeded(account_key bytea, address_key bytea, at timestamptz) returns void
language sql volatile security definer set search_path = ''
as $$
    delete from access.attempt where key = account_key or last_at < at - interval '1 day';
    update access.attempt set failures = greatest(failures - 1, 0), free_at = at where key = address_key;
$$;
revoke all on function access.take_attempt(bytea, timestamptz, integer, interval, interval),
    access.attempt_succeeded(bytea, bytea, timestamptz) from public;
grant execute on function access.take_attempt(bytea, timestamptz, integer, interval, interval),
    access.attempt_succeeded(bytea, bytea, timestamptz) to cornerstone_app;
