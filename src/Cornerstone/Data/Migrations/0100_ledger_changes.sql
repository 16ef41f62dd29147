-- Whether anything a count of the ledger rests on has changed since it was made. Each statement that changes such a table leaves a
-- row here with its own transaction: rows are only ever added, so writers never wait for each other, and whoever counts the rows
-- of what is committed cannot miss one that was begun earlier and committed later, as a number or a time would.

create table journal.ledger_change (
    country text not null,
    id bigint generated always as identity,
    primary key (country, id)
);
revoke all on journal.ledger_change from cornerstone_app;

create function journal.note_ledger_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    insert into journal.ledger_change (country) select distinct r.country from changed r;
    return null;
end $$;

-- How many changes there were: the country's own and those of the shared layer, whose rates all use. It tells no more than that something changed.
create function journal.ledger_changes(asked text) returns bigint
language sql stable security definer set search_path = ''
as $$ select count(*) from journal.ledger_change c where c.country in (asked, 'UN') $$;
revoke all on function journal.ledger_changes(text) from public;
grant execute on function journal.ledger_changes(text) to cornerstone_app;

do $$
declare
    watched text;
begin
    foreach watched in array array['work.activity', 'work.transaction', 'work.same_activity', 'work.partner', 'work.rate_source', 'work.exchange_rate', 'work.region'] loop
        execute format('create trigger ledger_when_added after insert on %s referencing new table as changed for each statement execute function journal.note_ledger_change()', watched);
        execute format('create trigger ledger_when_changed after update on %s referencing new table as changed for each statement execute function journal.note_ledger_change()', watched);
        execute format('create trigger ledger_when_removed after delete on %s referencing old table as changed for each statement execute function journal.note_ledger_change()', watched);
    end loop;
end $$;
