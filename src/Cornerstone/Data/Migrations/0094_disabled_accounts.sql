-- An account is disabled, and enabled again, by two people as all that decides who comes in. In one country alone, ending the roles
-- there is enough, and takes one.
alter table access.request drop constraint request_kind_check;
alter table access.request add constraint request_kind_check check (kind in ('Role', 'Password', 'SecondStep', 'Disable', 'Enable'));

create or replace function access.approved() returns trigger
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
    if new.kind in ('Disable', 'Enable') then
        update access.person set disabled_at = case when new.kind = 'Disable' then new.decided_at end where id = new.person_id;
    end if;
    return null;
end $$;

create or replace function access.account_disabled() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform access.end_sessions_of(new.id, 'Disabled');
    update access.one_time_link set used_at = now() where person_id = new.id and used_at is null;
    delete from access.started_sign_in where person_id = new.id;
    return null;
end $$;

-- An account keeps its address, and nobody closes or opens one by hand.
create function access.person_written() returns trigger
language plpgsql
as $$
begin
    if current_user = 'cornerstone_app' and access.person_asking() is distinct from '00000000-0000-7000-8000-000000000001'
        and (new.id, new.disabled_at, new.email, new.normalized_email, new.user_name, new.normalized_user_name)
            is distinct from (old.id, old.disabled_at, old.email, old.normalized_email, old.user_name, old.normalized_user_name) then
        raise exception 'An account is closed and opened by two people, and keeps its address' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger person_written before update on access.person for each row execute function access.person_written();
