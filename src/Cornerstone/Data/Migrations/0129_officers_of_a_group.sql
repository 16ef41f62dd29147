-- The officers of a group are those whose recovery key its key is wrapped to: a newer recovery key of the country opens nothing before a
-- member of the group has wrapped to it, and until then the officers before are not put out of office (decision 53).

create or replace function sealed.recovery_replaced() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    -- Whoever may make one may make another: the policies of the table say who that is.
    update sealed.recovery_key set replaced_by = new.id where country = new.country and replaced_by is null;
    return new;
end $$;

create or replace function sealed.let_in() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    country_of text;
    name_of text;
begin
    if access.person_asking() is null then
        return new;
    end if;
    select c.country, c.name into country_of, name_of from access.compartment c where c.id = new.compartment_id;
    if sealed.by_operator() then
        if not exists (
            select from sealed.pair_seal s
            join sealed.key_wrap k on k.holder_id = s.recovery_id and k.holder_kind = 2 and k.compartment_id = new.compartment_id
            where (s.first_id, s.second_id) in ((new.let_in_by, new.let_in_with), (new.let_in_with, new.let_in_by))) then
            raise exception 'Two recovery officers let in together' using errcode = 'insufficient_privilege';
        end if;
    elsif new.let_in_by <> access.person_asking() or new.let_in_with is not null then
        raise exception 'One lets in in one''s own name' using errcode = 'insufficient_privilege';
    end if;
    if not exists (
        select from sealed.call c
        where c.id = new.call_id and c.asked_by = new.person_id and c.ground = new.ground and c.country = country_of
          and lower(btrim(c.group_name)) = lower(btrim(name_of)) and c.withdrawn_at is null and c.asked_at > statement_timestamp() - interval '24 hours') then
        raise exception 'This person has not asked for this group within a day' using errcode = 'insufficient_privilege';
    end if;
    if not sealed.is_cleared(new.person_id, country_of) or exists (
        select from access.compartment_member m
        where m.compartment_id = new.compartment_id and m.person_id = new.person_id and current_date between m.from_day and m.until_day
          and not m.waits and m.ended_at is null) then
        raise exception 'This person cannot be let in' using errcode = 'insufficient_privilege';
    end if;
    if exists (select from unnest(new.dossiers) d where not exists (select from sealed.dossier s where s.id = d and s.compartment_id = new.compartment_id)) then
        raise exception 'There is no such dossier in the group' using errcode = 'insufficient_privilege';
    end if;
    new.let_in_at := statement_timestamp();
    new.until_at := new.let_in_at + make_interval(hours => new.hours);
    new.due_on := (new.until_at at time zone 'UTC')::date + 7;
    new.begun_in := pg_current_xact_id();
    if num_nonnulls(new.words, new.said_at, new.ended_at, new.ended_by, new.finding, new.finding_words, new.reviewed_by, new.reviewed_on) > 0 then
        raise exception 'An opening begins open' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
