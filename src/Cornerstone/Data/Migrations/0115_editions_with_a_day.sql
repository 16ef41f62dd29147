-- A day from which everybody reads an edition. It is approved and copied before that day, and the store shows it to nobody until then.

alter table work.publication add column public_from date;
alter table published.edition add column public_from date;

-- The day of the whole world, so that no clock of a session opens it earlier.
create function published.is_open(from_day date) returns boolean
language sql stable set search_path = ''
as $$
    select from_day is null or from_day <= (now() at time zone 'UTC')::date
$$;
grant execute on function published.is_open(date) to cornerstone_public, cornerstone_app;

-- Whoever works on editions sees those that wait for their day; everybody else sees none of their rows.
do $$
declare
    place text;
begin
    alter table published.edition enable row level security;
    create policy work on published.edition for select to cornerstone_app using (true);
    create policy everybody on published.edition for select to cornerstone_public using (published.is_open(public_from));
    for place in select c.table_name from information_schema.columns c where c.table_schema = 'published' and c.column_name = 'edition_id' loop
        execute format('alter table published.%I enable row level security', place);
        execute format('create policy work on published.%I for select to cornerstone_app using (true)', place);
        -- The editions a reader sees are those that are open.
        execute format('create policy everybody on published.%I for select to cornerstone_public using (edition_id in (select e.id from published.edition e))', place);
    end loop;
end $$;

-- The day is part of what was proposed, and goes out with it.
create or replace function work.publication_decided() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    asking uuid := access.person_asking();
begin
    if old.state <> 'Proposed'
        or (new.id, new.country, new.classification, new.compartment, new.number, new.as_of, new.licence, new.publisher, new.note, new.public_from, new.proposed_by, new.proposed_at)
            is distinct from (old.id, old.country, old.classification, old.compartment, old.number, old.as_of, old.licence, old.publisher, old.note, old.public_from, old.proposed_by, old.proposed_at) then
        raise exception 'What was proposed does not change, and what was decided stays' using errcode = 'CS041';
    end if;
    if asking is null or new.decided_by is distinct from asking or (new.state = 'TakenBack') <> (asking = new.proposed_by) then
        raise exception 'One decides in one''s own name, and about the proposal of another' using errcode = 'insufficient_privilege';
    end if;
    if new.state <> 'Published' then
        return new;
    end if;

    if new.compartment is not null or not work.may_publish(asking, new.country, '{Secretariat,FinanceAnalyst}')
        or not work.may_publish(new.proposed_by, new.country, '{Secretariat}') then
        raise exception 'An edition is published by two people whose roles have a hand in it' using errcode = 'insufficient_privilege';
    end if;
    if new.approved_hash is distinct from work.publication_hash(new.id) then
        raise exception 'These are not the rows that were looked at' using errcode = 'CS042';
    end if;
    if exists (select from work.unpublishable(new.id)) then
        raise exception 'A row comes from a record that is not public' using errcode = 'CS043';
    end if;
    if new.number <> 1 + coalesce((select max(e.number) from published.edition e where e.country = new.country), 0) then
        raise exception 'Another edition was published since' using errcode = 'CS044';
    end if;
    return new;
end $$;

create or replace function work.copy_publication() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    place text;
begin
    insert into published.edition (id, country, country_names, number, as_of, published_at, licence, publisher, note, hash, public_from)
    select new.id, new.country, jsonb_build_object('original', 'en', 'texts', w.names), new.number, new.as_of, new.decided_at, new.licence, new.publisher, new.note, new.approved_hash, new.public_from
    from access.workspace w where w.code = new.country;
    for place in select distinct r.into_table from work.publication_row r where r.publication_id = new.id and r.compartment is null loop
        execute format(
            'insert into published.%I
             select (jsonb_populate_record(null::published.%I, r.row || jsonb_build_object(''edition_id'', $1, ''country'', $2, ''key'', r.key, ''position'', r.position))).*
             from work.publication_row r where r.publication_id = $1 and r.compartment is null and r.into_table = %L', place, place, place)
        using new.id, new.country;
    end loop;
    return null;
end $$;
