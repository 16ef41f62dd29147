-- Passkeys (WebAuthn): a key pair on somebody's device, unlocked there with a finger, a face or a PIN. Here lies the public half.
create table access.passkey (
    id uuid primary key,
    person_id uuid not null references access.person (id),
    -- The specification allows 1023 bytes.
    credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
    name text not null check (length(name) between 1 and 80),
    public_key bytea not null,
    -- Four bytes of the device's own; zero for those that do not count.
    sign_count bigint not null check (sign_count between 0 and 4294967295),
    transports text[] not null,
    is_backup_eligible boolean not null,
    is_backed_up boolean not null,
    made_at timestamptz not null,
    last_used_at timestamptz
);
create index on access.passkey (person_id);

grant select, insert, delete on access.passkey to cornerstone_app;
grant update (sign_count, is_backed_up, last_used_at) on access.passkey to cornerstone_app;
alter table access.passkey enable row level security;
create policy own_passkey on access.passkey to cornerstone_app
    using (person_id = access.person_asking()) with check (person_id = access.person_asking());

-- A counter that does not go on belongs to a copy of the device.
create function access.passkey_used() returns trigger
language plpgsql
as $$
begin
    if greatest(old.sign_count, new.sign_count) > 0 and new.sign_count <= old.sign_count then
        raise exception 'The counter of a passkey goes on' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger passkey_used before update on access.passkey for each row execute function access.passkey_used();

create trigger second_step_changed after insert or delete on access.passkey
    for each row execute function access.second_step_changed();

-- Of whom a second step is demanded keeps one: two who take the two last away in one moment wait for each other here.
create function access.second_step_kept() returns trigger
language plpgsql
as $$
begin
    if current_user <> 'cornerstone_app' then
        return null;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('second step ' || old.person_id, 0));
    if access.needs_second_step(old.person_id)
        and not exists (select from access.authenticator a where a.person_id = old.person_id)
        and not exists (select from access.passkey p where p.person_id = old.person_id) then
        raise exception 'The last second step stays' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;
create trigger second_step_kept after delete on access.authenticator for each row execute function access.second_step_kept();
create trigger second_step_kept after delete on access.passkey for each row execute function access.second_step_kept();

-- Doors -----------------------------------------------------------------------------------------------------------------

-- Whose passkey a device says it holds. Its number is long, random and told by the device alone.
create function access.person_of_passkey(credential bytea) returns uuid
language sql stable security definer set search_path = ''
as $$
    select k.person_id
    from access.passkey k
    join access.person p on p.id = k.person_id and p.disabled_at is null
    where k.credential_id = credential
$$;

-- What a browser was asked before anybody knows who sits there, for that browser and that purpose alone: answered once, and not after long.
create table access.question (
    holder_hash bytea primary key check (length(holder_hash) = 32),
    state text not null,
    made_at timestamptz not null
);

create function access.ask_question(holder bytea, kept text, at timestamptz, longest interval) returns void
language sql volatile security definer set search_path = ''
as $$
    delete from access.question where made_at < at - longest or made_at > at + longest;
    insert into access.question (holder_hash, state, made_at) values (holder, kept, at)
    on conflict (holder_hash) do update set state = excluded.state, made_at = excluded.made_at;
$$;

create function access.take_question(holder bytea, at timestamptz, longest interval) returns text
language sql volatile security definer set search_path = ''
as $$
    with taken as (delete from access.question c where c.holder_hash = holder returning c.state, c.made_at)
    select t.state from taken t where at >= t.made_at - interval '1 minute' and at < t.made_at + longest
$$;

revoke all on function access.person_of_passkey(bytea), access.ask_question(bytea, text, timestamptz, interval),
    access.take_question(bytea, timestamptz, interval) from public;
grant execute on function access.person_of_passkey(bytea), access.ask_question(bytea, text, timestamptz, interval),
    access.take_question(bytea, timestamptz, interval) to cornerstone_app;

-- A session knows when a passkey was last shown in it: what is sealed asks for that.
alter table access.session add column passkey_at timestamptz;

drop function access.session_seen(bytea, timestamptz, interval, interval);
create function access.session_seen(hash bytea, at timestamptz, idle interval, longest interval)
returns table (id uuid, person_id uuid, proof text, proved_at timestamptz, passkey_at timestamptz)
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

    return query select s.id, s.person_id, s.proof, s.proved_at, s.passkey_at;
end $$;
revoke all on function access.session_seen(bytea, timestamptz, interval, interval) from public;
grant execute on function access.session_seen(bytea, timestamptz, interval, interval) to cornerstone_app;

-- What is set back by two people is all of it.
create or replace function access.approved() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.kind = 'SecondStep' or (new.kind = 'Role' and new.link_id is not null) then
        delete from access.authenticator where person_id = new.person_id;
        delete from access.passkey where person_id = new.person_id;
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
    if new.kind in ('Disable', 'Enable') then
        update access.person set disabled_at = case when new.kind = 'Disable' then new.decided_at end where id = new.person_id;
    end if;
    return null;
end $$;
