-- How many rows the database copied into the next version of a plan, in the journal of the act that began it: one line for each kind,
-- for those who may read all. Whoever begins a version is told nothing, because they may not see all that goes on in it.
create function journal.note_copied_plan(of_version uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    the_act journal.act;
begin
    select * into the_act from journal.act a where a.id = nullif(current_setting('app.act', true), '')::uuid;
    if the_act.person_id is distinct from access.person_asking()
        or not exists (select from work.plan_version v where v.id = of_version and v.country = the_act.country and v.state = 'Draft')
        or exists (select from journal.change c where c.act_id = the_act.id and c.record_id = the_act.id) then
        raise exception 'What was copied is noted once, by whoever began the version' using errcode = 'insufficient_privilege';
    end if;

    insert into journal.change (id, act_id, record_type, record_id, kind, country, classification, fields)
    select gen_random_uuid(), the_act.id, c.kind, the_act.id, 'Added', the_act.country, 3, jsonb_build_array(jsonb_build_object('Field', 'Rows', 'From', null, 'To', c.rows::text))
    from (
        select 'PlanNode', count(*) from work.plan_node n where n.version_id = of_version
        union all select 'PlanCost', count(*) from work.plan_cost n where n.version_id = of_version
        union all select 'PlanFunding', count(*) from work.plan_funding n where n.version_id = of_version
        union all select 'PlanLink', count(*) from work.plan_link n where n.version_id = of_version) c (kind, rows)
    where c.rows > 0;
end $$;
revoke all on function journal.note_copied_plan(uuid) from public;
grant execute on function journal.note_copied_plan(uuid) to cornerstone_app;
