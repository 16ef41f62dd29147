-- Signing in through an organisation's identity provider. It makes no accounts: an administrator links a person to the number by
-- which the provider knows them, and another one approves, as for all that lets somebody in.
create table access.provider_link (
    id uuid primary key,
    person_id uuid not null references access.person (id),
    issuer text not null,
    subject text not null check (length(subject) between 1 and 255),
    made_at timestamptz not null,
    constraint provider_link_one_person unique (issuer, subject),
    constraint provider_link_one_number unique (issuer, person_id)
);

-- Made by an approved request alone; ended by one administrator of every country the person works in, or by the person.
grant select, delete on access.provider_link to cornerstone_app;
alter table access.provider_link enable row level security;
create policy own_provider_link on access.provider_link to cornerstone_app using (person_id = access.person_asking());
create policy administered_provider_link on access.provider_link for select to cornerstone_app using (
    exists (select from access.membership m where m.person_id = provider_link.person_id and m.ended_at is null and access.administers(m.country)));
create policy ended_provider_link on access.provider_link for delete to cornerstone_app using (access.administers_person(person_id));

create trigger second_step_changed after insert or delete on access.provider_link
    for each row execute function access.second_step_changed();

alter table access.request add column issuer text, add column subject text check (length(subject) between 1 and 255);
alter table access.request drop constraint request_kind_check;
alter table access.request add constraint request_kind_check check (kind in ('Role', 'Password', 'SecondStep', 'Disable', 'Enable', 'Provider'));
alter table access.request add check ((kind = 'Provider') = (subject is not null) and (subject is null) = (issuer is null));

create function access.request_subject() returns trigger
language plpgsql
as $$
begin
    if current_user = 'cornerstone_app' and (new.issuer, new.subject) is distinct from (old.issuer, old.subject) then
        raise exception 'What was asked does not change: ask anew' using errcode = 'CS036';
    end if;
    return new;
end $$;
create trigger request_subject before update on access.request for each row execute function access.request_subject();

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
        delete from access.provider_link where person_id = new.person_id;
    end if;
    if new.link_id is not null then
        update access.one_time_link set used_at = now() where person_id = new.person_id and used_at is null and id <> new.link_id;
    end if;
    if new.kind in ('Disable', 'Enable') then
        update access.person set disabled_at = case when new.kind = 'Disable' then new.decided_at end where id = new.person_id;
    end if;
    if new.kind = 'Provider' then
        insert into access.provider_link (id, person_id, issuer, subject, made_at)
        values (gen_random_uuid(), new.person_id, new.issuer, new.subject, new.decided_at);
    end if;
    return null;
end $$;

-- Whose number this is to the provider: asked once the provider's signature has been looked at.
create function access.person_of_subject(of_issuer text, of_subject text) returns uuid
language sql stable security definer set search_path = ''
as $$
    select l.person_id
    from access.provider_link l
    join access.person p on p.id = l.person_id and p.disabled_at is null
    where l.issuer = of_issuer and l.subject = of_subject
$$;

-- One step is one step, whoever asked for it.
create function access.is_one_step(of_proof text) returns boolean
language sql immutable set search_path = ''
as $$ select of_proof in ('Password', 'Organisation') $$;

alter table access.started_sign_in add column first_step text not null default 'Password';

drop function access.start_sign_in(bytea, uuid, timestamptz, interval);
create function access.start_sign_in(hash bytea, person uuid, first_step text, at timestamptz, longest interval) returns void
language sql volatile security definer set search_path = ''
as $$
    delete from access.started_sign_in where started_at < at - longest or started_at > at + longest;
    insert into access.started_sign_in (token_hash, person_id, first_step, started_at) values (hash, person, first_step, at);
$$;

drop function access.started_sign_in_of(bytea, timestamptz, interval);
create function access.started_sign_in_of(hash bytea, at timestamptz, longest interval)
returns table (person_id uuid, first_step text)
language sql stable security definer set search_path = ''
as $$
    select s.person_id, s.first_step
    from access.started_sign_in s
    join access.person p on p.id = s.person_id and p.disabled_at is null
    where s.token_hash = hash and at >= s.started_at - interval '1 minute' and at < s.started_at + longest
$$;

revoke all on function access.person_of_subject(text, text), access.is_one_step(text), access.start_sign_in(bytea, uuid, text, timestamptz, interval),
    access.started_sign_in_of(bytea, timestamptz, interval) from public;
grant execute on function access.person_of_subject(text, text), access.start_sign_in(bytea, uuid, text, timestamptz, interval),
    access.started_sign_in_of(bytea, timestamptz, interval) to cornerstone_app;

create or replace function access.session_seen(hash bytea, at timestamptz, idle interval, longest interval)
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
        or (access.is_one_step(s.proof) and access.needs_second_step(s.person_id)) then
        return;
    end if;

    if at >= s.seen_at + interval '30 seconds' then
        update access.session o set seen_at = at where o.id = s.id;
    end if;

    return query select s.id, s.person_id, s.proof, s.proved_at, s.passkey_at;
end $$;

create or replace function access.api_token_seen(sent bytea, at timestamptz)
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
        or (access.is_one_step(t.proof) and access.needs_second_step(t.person_id)) then
        return;
    end if;

    if t.last_used_at is null or at >= t.last_used_at + interval '1 minute' then
        update access.api_token o set last_used_at = at where o.id = t.id;
    end if;

    return query select t.id, t.person_id, t.country, t.proof;
end $$;

create or replace function access.calendar_feed_seen(sent bytea, at timestamptz)
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
        or (access.is_one_step(f.proof) and access.needs_second_step(f.person_id)) then
        return;
    end if;

    if f.last_used_at is null or at >= f.last_used_at + interval '1 hour' then
        update access.calendar_feed o set last_used_at = at where o.id = f.id;
    end if;

    return query select f.person_id, f.country, f.language, f.proof;
end $$;
