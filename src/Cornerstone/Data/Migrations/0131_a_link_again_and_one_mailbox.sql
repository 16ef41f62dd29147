-- A link into an account that is somebody's lives minutes. Whoever approved it makes another in its place while the person still
-- waits: for three days, and as long as none of them was used.
create function access.link_is_unused(of_link uuid) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
begin
    -- Held to the end: whoever uses it in this very moment is first, or finds it closed.
    perform from access.one_time_link l where l.id = of_link and l.used_at is null for update;
    return found;
end $$;
revoke all on function access.link_is_unused(uuid) from public;
grant execute on function access.link_is_unused(uuid) to cornerstone_app;

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
        if (new.state, new.decided_by, new.decided_at, new.is_alone, new.membership_id)
            is distinct from (old.state, old.decided_by, old.decided_at, old.is_alone, old.membership_id) then
            raise exception 'This has been decided' using errcode = 'CS036';
        end if;
        if new.link_id is distinct from old.link_id then
            if (new.seen_by, new.seen_at) is distinct from (old.seen_by, old.seen_at) or old.link_id is null or old.state <> 'Approved' then
                raise exception 'This has been decided' using errcode = 'CS036';
            end if;
            if old.decided_by is distinct from access.person_asking() or not access.administers_person(old.person_id)
                or not access.asker_administers(old.asked_by, old.country) then
                raise exception 'Who approved makes the link again, for somebody who still asks' using errcode = 'insufficient_privilege';
            end if;
            -- What one person approved alone, before there was a second one, is not made again alone.
            if old.is_alone and old.decided_by <> '00000000-0000-7000-8000-000000000001'
                and access.takes_two_people('Password', old.country, old.person_id) then
                raise exception 'Two people are needed' using errcode = 'insufficient_privilege';
            end if;
            if new.link_id is null or old.decided_at < now() - interval '3 days' or not access.link_is_unused(old.link_id) then
                raise exception 'The link was used, or its request is too old' using errcode = 'CS131';
            end if;
        elsif old.seen_by is not null or new.seen_by is distinct from access.person_asking() then
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

create function access.link_renewed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    update access.one_time_link set used_at = now() where person_id = new.person_id and used_at is null and id <> new.link_id;
    return null;
end $$;
create trigger link_renewed after update of link_id on access.request
    for each row when (old.state = 'Approved' and new.link_id is distinct from old.link_id) execute function access.link_renewed();

-- A link is used up, and nothing else becomes of it: whoever holds its token opens it no second time and no longer.
create function access.link_used() returns trigger
language plpgsql
as $$
begin
    if current_user = 'cornerstone_app' and (old.used_at is not null or new.used_at is null
        or (new.id, new.token_hash, new.person_id, new.expires_at) is distinct from (old.id, old.token_hash, old.person_id, old.expires_at)) then
        raise exception 'A link is used once and never altered' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger link_used before update on access.one_time_link for each row execute function access.link_used();

-- One mailbox has one account: what is written behind a "+" is its holder's own sorting (security handbook §3, FE-04). Addresses are
-- kept in capitals; accounts that are there already stay.
create function access.mailbox(address text) returns text
language sql immutable set search_path = ''
as $$
    select regexp_replace(address, '^([^+]+)\+.*(@[^@]*)$', '\1\2')
$$;
create index person_mailbox on access.person (access.mailbox(normalized_email));

create function access.has_mailbox(address text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (select from access.person p where access.mailbox(p.normalized_email) = access.mailbox(address))
$$;
revoke all on function access.has_mailbox(text) from public;
grant execute on function access.has_mailbox(text) to cornerstone_app;

create function access.one_account_each() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    -- Two who ask in one moment: the second waits for the first, and then sees its row.
    perform pg_advisory_xact_lock(hashtextextended('access.mailbox ' || access.mailbox(new.normalized_email), 0));
    if access.has_mailbox(new.normalized_email) then
        raise unique_violation using message = 'This mailbox has an account', constraint = 'person_mailbox';
    end if;
    return new;
end $$;
create trigger one_account_each before insert on access.person for each row execute function access.one_account_each();
