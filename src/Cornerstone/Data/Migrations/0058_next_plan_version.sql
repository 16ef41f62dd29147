-- The next version of a plan carries every node of the one before, with its costs, funding lines and links: also what the
-- person who begins it may not see. Owned by the database's owner, it reads what the reader may not, and answers nothing.
-- It writes only where the reader may write, into a draft that is still empty and was begun from that very version.
create function work.copy_plan_version(into_version uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    before work.plan_version;
    after work.plan_version;
begin
    select * into after from work.plan_version where id = into_version for update;
    select * into before from work.plan_version where id = after.copied_from;
    if after.state is distinct from 'Draft' or before.state is distinct from 'Approved'
        or (before.plan_id, before.country, before.classification, before.compartment)
            is distinct from (after.plan_id, after.country, after.classification, after.compartment)
        or not exists (select from access.writable() w where (w.country, w.classification) = (after.country, after.classification))
        or (after.compartment is not null and after.compartment not in (select access.open_compartments()))
        or exists (select from work.plan_node n where n.version_id = after.id) then
        raise exception 'A version of a plan is copied once, into the draft that was begun from it.' using errcode = '42501';
    end if;

    -- What was retired stays behind; what stood under it stands at the top.
    with carried as materialized (
        select n as node, uuidv7() as id from work.plan_node n where n.version_id = before.id and n.retired_because is null)
    insert into work.plan_node (id, country, classification, compartment, version_id, lineage, parent_id, level, position, code, title, statement,
        owner_id, contributor_ids, components, regions, assumptions, risks, starts_on, ends_on, gender_marker, political_objective, winners_losers, version)
    select c.id, (c.node).country, (c.node).classification, (c.node).compartment, after.id, (c.node).lineage, parent.id, (c.node).level, (c.node).position,
        (c.node).code, (c.node).title, (c.node).statement, (c.node).owner_id, (c.node).contributor_ids, (c.node).components, (c.node).regions,
        (c.node).assumptions, (c.node).risks, (c.node).starts_on, (c.node).ends_on, (c.node).gender_marker, (c.node).political_objective,
        (c.node).winners_losers, 1
    from carried c left join carried parent on (parent.node).id = (c.node).parent_id;

    -- A lineage stands once in a version: by it a line finds its node again.
    insert into work.plan_cost (id, country, classification, compartment, version_id, node_id, fiscal_year, economic_type, amount, currency)
    select uuidv7(), c.country, c.classification, c.compartment, after.id, carried.id, c.fiscal_year, c.economic_type, c.amount, c.currency
    from work.plan_cost c
    join work.plan_node n on n.id = c.node_id
    join work.plan_node carried on carried.version_id = after.id and carried.lineage = n.lineage
    where c.version_id = before.id;

    insert into work.plan_funding (id, country, classification, compartment, version_id, node_id, kind, source, fiscal_year, amount, currency)
    select uuidv7(), f.country, f.classification, f.compartment, after.id, carried.id, f.kind, f.source, f.fiscal_year, f.amount, f.currency
    from work.plan_funding f
    join work.plan_node n on n.id = f.node_id
    join work.plan_node carried on carried.version_id = after.id and carried.lineage = n.lineage
    where f.version_id = before.id;

    insert into work.plan_link (id, country, classification, compartment, version_id, node_id, kind, target)
    select uuidv7(), l.country, l.classification, l.compartment, after.id, carried.id, l.kind, l.target
    from work.plan_link l
    join work.plan_node n on n.id = l.node_id
    join work.plan_node carried on carried.version_id = after.id and carried.lineage = n.lineage
    where l.version_id = before.id;
end $$;
revoke all on function work.copy_plan_version(uuid) from public;
grant execute on function work.copy_plan_version(uuid) to cornerstone_app;
