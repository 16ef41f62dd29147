-- Large imports copy straight into the tables that hold most of their rows (decision 50). COPY cannot write under row-level security, so
-- it is done by the tables' owner, who is not under it; what came in is then judged here by the same rule, once for each statement and before
-- the other triggers of the statement (they go by their names).

create function journal.judge_what_came_in() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (
        select from (select distinct r.country, r.classification, r.compartment from added r) placed
        where (placed.country, placed.classification) not in (select w.country, w.classification from access.writable() w)
           or (placed.compartment is not null and placed.compartment not in (select access.open_compartments()))) then
        raise exception 'Rows of %.% are of a country, level or compartment their writer may not write', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

do $$
declare
    filled text;
begin
    foreach filled in array array['work.support_page', 'work.activity', 'work.activity_reading', 'work.transaction', 'work.planned_amount'] loop
        execute format('create trigger access_when_added after insert on %s referencing new table as added
            for each statement when (not pg_catalog.row_security_active(%L)) execute function journal.judge_what_came_in()', filled, filled);
    end loop;
end $$;

-- Asked once for each activity, not once for each of its lines, and ("offset 0") by its key: read from one end to the other, a register of a
-- hundred thousand activities costs more with each step of an import.
create or replace function work.belongs_to_activity() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform pg_catalog.pg_advisory_xact_lock_shared(70071);
    if exists (select from (select distinct r.activity_id, r.country, r.classification, r.compartment from added r) line where not exists (
        select from work.activity a
        where a.id = line.activity_id and a.country = line.country and a.classification = line.classification
          and a.compartment is not distinct from line.compartment
        offset 0)) then
        raise exception '%.% belongs to an activity of its country and level', tg_table_schema, tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

-- What stood on a page before closed it as far as it had to: only what came in can close it further.
create or replace function work.raise_pages() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    update work.support_page p set classification = highest.classification
    from (select r.page_id, max(r.classification) as classification from added r group by r.page_id) highest
    where highest.page_id = p.id and p.classification < highest.classification;
    return null;
end $$;
drop index work.activity_reading_page_id_idx;

-- A set is made by hashing, not by sorting; and what is read once is not packed.
alter table journal.ledger_change alter column activities set storage external;
create or replace function journal.note_ledger_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    changed_country text;
begin
    if tg_nargs = 0 then
        insert into journal.ledger_change (country) select distinct r.country from changed r;
        return null;
    end if;

    for changed_country in select distinct r.country from changed r loop
        execute format('insert into journal.ledger_change (country, activities)
            select $1, array_agg(told.id) from (select distinct named.id from changed c cross join unnest(array[%s]) named (id) where c.country = $1) told', tg_argv[0]) using changed_country;
    end loop;
    return null;
end $$;
