-- Whoever lets a person in by a new password or without the second step lets them in wherever they work: that takes two
-- people as soon as one of those countries has had two administrators, whichever of them it is asked in.
create function access.takes_two_people(of_kind text, of_country text, of_person uuid, but_for uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select access.has_had_two_administrators(of_country, but_for) or (of_kind <> 'Role' and exists (
        select from access.membership m
        where m.person_id = of_person and m.ended_at is null and access.has_had_two_administrators(m.country, but_for)))
$$;

-- The two people are two administrators at the moment of the approval: what somebody asked whose role has ended since is asked anew.
create function access.asker_administers(of_asker uuid, of_country text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select of_asker = '00000000-0000-7000-8000-000000000001' or exists (
        select from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        where m.person_id = of_asker and m.ended_at is null and m.role = 'Administrator' and m.country in (of_country, 'UN'))
$$;
revoke all on function access.takes_two_people(text, text, uuid, uuid), access.asker_administers(uuid, text) from public;
grant execute on function access.takes_two_people(text, text, uuid, uuid), access.asker_administers(uuid, text) to cornerstone_app;

create or replace function access.request_decided() returns trigger
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
        if not access.asker_administers(new.asked_by, new.country) then
            raise exception 'Who asked administers nothing here any more' using errcode = 'insufficient_privilege';
        end if;
        if new.is_alone and access.takes_two_people(new.kind, new.country, new.person_id, new.membership_id) then
            raise exception 'Two people are needed' using errcode = 'insufficient_privilege';
        end if;
        if new.kind <> 'Role' and not access.administers_person(new.person_id) then
            raise exception 'This person also works elsewhere' using errcode = 'insufficient_privilege';
        end if;
    end if;
    return new;
end $$;
