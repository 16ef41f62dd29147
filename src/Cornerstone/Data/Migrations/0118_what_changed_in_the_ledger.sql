-- Which activities a count of the ledger has to look at again. A change is told by the transaction that made it: whoever kept the
-- snapshot in which he last looked finds exactly what was committed since, also what was begun earlier and committed later.

drop function journal.ledger_changes(text);
drop table journal.ledger_change;

create table journal.ledger_change (
    country text not null,
    id bigint generated always as identity,
    made xid8 not null default pg_current_xact_id(),
    -- Null: something all of them rest on: rates, organisations, regions.
    activities uuid[],
    primary key (country, made, id)
);
revoke all on journal.ledger_change from cornerstone_app;

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
            select $1, array_agg(distinct named.id) from changed c cross join unnest(array[%s]) named (id) where c.country = $1', tg_argv[0]) using changed_country;
    end loop;
    return null;
end $$;

-- What was committed since a snapshot, and the snapshot to ask with the next time. A row of a transaction that this server has not
-- come to yet was brought in with a copy of another one, whose memory is not ours.
create function journal.ledger_changes_since(asked text, since text) returns table (seen text, is_shared boolean, activities uuid[])
language sql stable security definer set search_path = ''
as $$
    with new as materialized (
        select c.activities from journal.ledger_change c
        where since is not null and c.country in (asked, 'UN')
          and c.made >= pg_catalog.pg_snapshot_xmin(since::pg_catalog.pg_snapshot)
          and c.made < pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())
          and not pg_catalog.pg_visible_in_snapshot(c.made, since::pg_catalog.pg_snapshot))
    select pg_catalog.pg_current_snapshot()::text,
           exists (select from new n where n.activities is null),
           coalesce((select array_agg(distinct named.id) from new n cross join unnest(n.activities) named (id)), '{}')
$$;
revoke all on function journal.ledger_changes_since(text, text) from public;
grant execute on function journal.ledger_changes_since(text, text) to cornerstone_app;

do $$
declare
    watched record;
begin
    for watched in select * from (values
        ('work.activity', 'c.id'), ('work.transaction', 'c.activity_id'), ('work.same_activity', 'c.activity_id, c.standing_id'), ('work.activity_alignment', 'c.activity_id')) named (name, ids) loop
        execute format('drop trigger if exists ledger_when_added on %s', watched.name);
        execute format('drop trigger if exists ledger_when_changed on %s', watched.name);
        execute format('drop trigger if exists ledger_when_removed on %s', watched.name);
        execute format('create trigger ledger_when_added after insert on %s referencing new table as changed for each statement execute function journal.note_ledger_change(%L)', watched.name, watched.ids);
        execute format('create trigger ledger_when_changed after update on %s referencing new table as changed for each statement execute function journal.note_ledger_change(%L)', watched.name, watched.ids);
        execute format('create trigger ledger_when_removed after delete on %s referencing old table as changed for each statement execute function journal.note_ledger_change(%L)', watched.name, watched.ids);
    end loop;
end $$;
