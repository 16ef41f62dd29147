-- Which ledgers are in use, so that the program counts them when it starts, with the rights of whoever asked last; and what all of
-- them have seen of what changed is forgotten.

create table journal.ledger_use (
    country text not null,
    currency text not null,
    -- Who may see the same rows shares a count.
    levels text not null,
    person_id uuid not null references access.person (id) on delete cascade,
    used_at timestamptz not null,
    primary key (country, currency, levels)
);
revoke all on journal.ledger_use from cornerstone_app;

alter table journal.ledger_change add column at timestamptz not null default now();

-- What was made before this is not told any more: whoever has not seen it counts anew.
create table journal.ledger_forgotten (
    is_one boolean primary key default true check (is_one),
    before xid8 not null
);
revoke all on journal.ledger_forgotten from cornerstone_app;

-- What began before the oldest of these snapshots was over when it was made: all of them have seen it. What is older than the time
-- named goes whoever has not seen it. A row of a transaction that this server has not come to was brought in with a copy of another.
create function journal.forget_ledger_changes(seen text[], kept interval) returns bigint
language plpgsql security definer set search_path = ''
as $$
declare
    now_open xid8 := pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot());
    bound xid8;
    gone bigint;
begin
    select least(now_open, greatest(
        coalesce((select min(pg_catalog.pg_snapshot_xmin(s::pg_catalog.pg_snapshot)) from unnest(seen) s), now_open),
        (select max(c.made) from journal.ledger_change c where c.at < now() - kept and c.made < now_open))) into bound;
    delete from journal.ledger_change c where c.made < bound or c.made >= pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot());
    get diagnostics gone = row_count;
    if gone > 0 then
        insert into journal.ledger_forgotten (before) values (bound) on conflict (is_one) do update set before = excluded.before;
    end if;
    return gone;
end $$;
revoke all on function journal.forget_ledger_changes(text[], interval) from public;

drop function journal.ledger_changes_since(text, text);
create function journal.ledger_changes_since(asked text, since text) returns table (seen text, is_shared boolean, is_forgotten boolean, activities uuid[])
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
           -- A bound this server has not come to is of another one, as its rows are.
           exists (select from journal.ledger_forgotten f where f.before > pg_catalog.pg_snapshot_xmin(since::pg_catalog.pg_snapshot)
                                                            and f.before <= pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())),
           coalesce((select array_agg(distinct named.id) from new n cross join unnest(n.activities) named (id)), '{}')
$$;
revoke all on function journal.ledger_changes_since(text, text) from public;
grant execute on function journal.ledger_changes_since(text, text) to cornerstone_app;
