-- A program reads in somebody's name: a random token, of which this table holds the SHA-256, for the pages and files of
-- one country, to be read only, until a day.

create table access.api_token (
    id uuid primary key,
    hash bytea not null unique check (length(hash) = 32),
    person_id uuid not null references access.person (id),
    country text not null references access.workspace (code),
    name text not null check (length(name) between 1 and 80),
    -- How its maker had proved who they are: a token is worth no more than that.
    proof text not null,
    made_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at and expires_at <= made_at + interval '366 days'),
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index on access.api_token (person_id);

grant select, insert, update on access.api_token to cornerstone_app;
alter table access.api_token enable row level security;
create policy own_api_token on access.api_token to cornerstone_app
    using (person_id = access.person_asking()) with check (person_id = access.person_asking());

-- Made unused, revoked once, and otherwise never altered.
create function access.api_token_written() returns trigger
language plpgsql
as $$
begin
    if current_user <> 'cornerstone_app' then
        return new;
    end if;
    if (tg_op = 'INSERT' and (new.revoked_at is not null or new.last_used_at is not null))
        or (tg_op = 'UPDATE' and (old.revoked_at is not null or new.revoked_at is null
            or (new.id, new.hash, new.person_id, new.country, new.name, new.proof, new.made_at, new.expires_at, new.last_used_at)
                is distinct from (old.id, old.hash, old.person_id, old.country, old.name, old.proof, old.made_at, old.expires_at, old.last_used_at))) then
        raise exception 'A token is made, used and revoked, never altered' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger api_token_written before insert or update on access.api_token for each row execute function access.api_token_written();

-- Whose token this is. Knowing it is the right to ask; the use is noted once a minute at most.
create function access.api_token_seen(sent bytea, at timestamptz)
returns table (id uuid, person_id uuid, country text, proof text)
language plpgsql volatile security definer set search_path = ''
as $$
declare
    t access.api_token;
begin
    select o.* into t
    from access.api_token o
    join access.person p on p.id = o.person_id and p.disabled_at is null
    where o.hash = sent and o.revoked_at is null;
    if t.id is null or at >= t.expires_at or at < t.made_at - interval '1 minute'
        or (t.proof = 'Password' and access.needs_second_step(t.person_id)) then
        return;
    end if;

    if t.last_used_at is null or at >= t.last_used_at + interval '1 minute' then
        update access.api_token o set last_used_at = at where o.id = t.id;
    end if;

    return query select t.id, t.person_id, t.country, t.proof;
end $$;
revoke all on function access.api_token_seen(bytea, timestamptz) from public;
grant execute on function access.api_token_seen(bytea, timestamptz) to cornerstone_app;

-- What ends sessions because somebody else may have come in ends tokens too; a role given or taken is read anew with each request.
create or replace function access.end_sessions_of(person uuid, because text) returns void
language sql volatile security definer set search_path = ''
as $$
    update access.session set ended_at = now(), ended_because = because where person_id = person and ended_at is null;
    update access.api_token set revoked_at = now() where person_id = person and revoked_at is null and because <> 'Role';
$$;
