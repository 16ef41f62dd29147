-- Addresses of calendars end as tokens do: on their day, with a new password or second step, with the account, with the last role in
-- their country. Their owner sees them, and so do the administrators of the country, who may end them.
alter table access.calendar_feed
    add column proof text,
    add column renewed_at timestamptz,
    add column expires_at timestamptz,
    add column last_used_at timestamptz;
update access.calendar_feed f set renewed_at = f.made_at, expires_at = f.made_at + interval '365 days',
    proof = case when exists (select from access.authenticator a where a.person_id = f.person_id) then 'PasswordAndCode' else 'Password' end;
alter table access.calendar_feed
    alter column proof set not null,
    alter column renewed_at set not null,
    alter column expires_at set not null,
    add check (expires_at > renewed_at and expires_at <= renewed_at + interval '366 days');

revoke update on access.calendar_feed from cornerstone_app;
grant update (revoked_at, renewed_at, expires_at) on access.calendar_feed to cornerstone_app;
alter table access.calendar_feed enable row level security;
create policy own_calendar_feed on access.calendar_feed to cornerstone_app
    using (person_id = access.person_asking()) with check (person_id = access.person_asking());
create policy administered_calendar_feed on access.calendar_feed for select to cornerstone_app using (access.administers(country));
create policy ended_calendar_feed on access.calendar_feed for update to cornerstone_app
    using (access.administers(country)) with check (access.administers(country));

-- Made unused, renewed by its owner alone, ended once.
create function access.calendar_feed_written() returns trigger
language plpgsql
as $$
begin
    if current_user <> 'cornerstone_app' then
        return new;
    end if;
    if (tg_op = 'INSERT' and (new.revoked_at is not null or new.last_used_at is not null or new.renewed_at <> new.made_at))
        or (tg_op = 'UPDATE' and (old.revoked_at is not null
            or (new.person_id <> access.person_asking()
                and (new.revoked_at is null or (new.renewed_at, new.expires_at) is distinct from (old.renewed_at, old.expires_at))))) then
        raise exception 'An address is made, renewed by its owner and ended, never altered' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger calendar_feed_written before insert or update on access.calendar_feed for each row execute function access.calendar_feed_written();

-- Whose duties an address shows. Knowing it is the right to ask; the use is noted once an hour at most.
create function access.calendar_feed_seen(sent bytea, at timestamptz)
returns table (person_id uuid, country text, language text, proof text)
language plpgsql volatile security definer set search_path = ''
as $$
declare
    f access.calendar_feed;
begin
    select o.* into f
    from access.calendar_feed o
    join access.person p on p.id = o.person_id and p.disabled_at is null
    where o.token_hash = sent and o.revoked_at is null;
    if f.id is null or at >= f.expires_at or at < f.made_at - interval '1 minute'
        or (f.proof = 'Password' and access.needs_second_step(f.person_id)) then
        return;
    end if;

    if f.last_used_at is null or at >= f.last_used_at + interval '1 hour' then
        update access.calendar_feed o set last_used_at = at where o.id = f.id;
    end if;

    return query select f.person_id, f.country, f.language, f.proof;
end $$;

-- A country's administrators see who reads there by a program, and may end it; all else in a token is its maker's (0090 keeps it so).
create policy administered_api_token on access.api_token for select to cornerstone_app using (access.administers(country));
create policy revoked_api_token on access.api_token for update to cornerstone_app
    using (access.administers(country)) with check (access.administers(country));

create or replace function access.end_sessions_of(person uuid, because text) returns void
language sql volatile security definer set search_path = ''
as $$
    update access.session set ended_at = now(), ended_because = because where person_id = person and ended_at is null;
    update access.api_token set revoked_at = now() where person_id = person and revoked_at is null and because <> 'Role';
    update access.calendar_feed set revoked_at = greatest(now(), made_at) where person_id = person and revoked_at is null and because <> 'Role';
$$;

-- With the last role in a country ends what reads there: a role given later does not wake it again.
create function access.ends_with_the_last_role(of_person uuid, of_country text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select not exists (
        select from access.membership m
        where m.person_id = of_person and m.ended_at is null
          and (m.country = of_country or of_country = 'UN' or (m.country = 'UN' and m.role = 'Administrator')))
$$;
create or replace function access.role_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform access.end_sessions_of(new.person_id, 'Role');
    if new.ended_at is not null then
        update access.api_token t set revoked_at = now()
        where t.person_id = new.person_id and t.revoked_at is null and access.ends_with_the_last_role(t.person_id, t.country);
        update access.calendar_feed f set revoked_at = greatest(now(), f.made_at)
        where f.person_id = new.person_id and f.revoked_at is null and access.ends_with_the_last_role(f.person_id, f.country);
    end if;
    return null;
end $$;

revoke all on function access.calendar_feed_seen(bytea, timestamptz), access.ends_with_the_last_role(uuid, text) from public;
grant execute on function access.calendar_feed_seen(bytea, timestamptz) to cornerstone_app;
