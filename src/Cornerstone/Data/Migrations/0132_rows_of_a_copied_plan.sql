-- How many rows the database copied into the next version of a plan, in the journal of the act that began it: a line for each kind and
-- sealed group, for those who may read all of that group. Whoever begins a version is told nothing, as they may not see all that goes on.
create function journal.note_copied_plan(of_version uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    the_act journal.act;
    version work.plan_version;
begin
    select * into the_act from journal.act a where a.id = nullif(current_setting('app.act', true), '')::uuid;
    select * into version from work.plan_version v where v.id = of_version;
    if the_act.person_id is distinct from access.person_asking() or version.country is distinct from the_act.country or version.state is distinct from 'Draft'
        or not exists (select from access.writable() w where (w.country, w.classification) = (version.country, version.classification))
        or (version.compartment is not null and version.compartment not in (select access.open_compartments()))
        or not exists (select from journal.change c where c.act_id = the_act.id and c.record_id = version.id and c.kind = 'Added')
        or exists (select from journal.change c where c.act_id = the_act.id and c.record_id = the_act.id) then
        raise exception 'What was copied is noted once, by whoever began the version' using errcode = 'insufficient_privilege';
    end if;

    insert into journal.change (id, act_id, record_type, record_id, kind, country, classification, compartment, fields)
    select uuidv7(), the_act.id, c.kind, the_act.id, 'Added', the_act.country, 3, c.compartment,
        jsonb_build_array(jsonb_build_object('Field', 'Rows', 'From', null, 'To', count(*)::text))
    from (
        select 'PlanNode', n.compartment from work.plan_node n where n.version_id = of_version
        union all select 'PlanCost', n.compartment from work.plan_cost n where n.version_id = of_version
        union all select 'PlanFunding', n.compartment from work.plan_funding n where n.version_id = of_version
        union all select 'PlanLink', n.compartment from work.plan_link n where n.version_id = of_version) c (kind, compartment)
    group by c.kind, c.compartment;
end $$;
revoke all on function journal.note_copied_plan(uuid) from public;
grant execute on function journal.note_copied_plan(uuid) to cornerstone_app;
