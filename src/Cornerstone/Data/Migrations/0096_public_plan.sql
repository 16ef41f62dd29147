-- The plan as everybody reads it: what it aims at, from the vision to the outputs, without activities, money or drafts.

create table published.plan_node (
    edition_id uuid not null references published.edition (id),
    country text not null,
    key text not null,
    position integer not null,
    depth integer not null check (depth >= 0),
    level text not null,
    level_name jsonb not null,
    code text not null,
    title jsonb not null,
    statement jsonb,
    owner_name jsonb,
    starts_on date,
    ends_on date,
    primary key (edition_id, key, position)
);
grant select on published.plan_node to cornerstone_public, cornerstone_app;

alter table work.publication_row drop constraint publication_row_into_table_check, drop constraint publication_row_source_table_check;
alter table work.publication_row
    add constraint publication_row_into_table_check check (into_table in ('subject', 'indicator', 'indicator_value', 'indicator_target', 'plan_node')),
    add constraint publication_row_source_table_check check (source_table in ('indicator', 'indicator_definition', 'series_point', 'indicator_target', 'plan', 'plan_node'));

-- What makes a record of each table everybody's, beside being public.
create function work.is_in_force(source text) returns text
language sql immutable set search_path = ''
as $$
    select case source
        when 'series_point' then 's.state = ''Published'''
        when 'indicator_definition' then 's.replaced_at is null'
        when 'indicator_target' then 's.replaced_at is null'
        -- Not taken out, and of a version that is approved and public.
        when 'plan_node' then 's.retired_because is null and exists (
            select from work.plan_version v where v.id = s.version_id and v.state = ''Approved'' and v.classification = 0 and v.compartment is null)'
        else 'true' end
$$;

create or replace function work.unpublishable(of_publication uuid) returns setof integer
language plpgsql stable security definer set search_path = ''
as $$
declare
    source text;
begin
    for source in select distinct r.source_table from work.publication_row r where r.publication_id = of_publication and r.compartment is null loop
        return query execute format(
            'select r.position from work.publication_row r
             left join work.%I s on s.id = r.source_id and s.country = r.country and s.classification = 0 and s.compartment is null and (%s)
             where r.publication_id = $1 and r.compartment is null and r.source_table = %L and s.id is null',
            source, work.is_in_force(source), source) using of_publication;
    end loop;
end $$;
revoke all on function work.is_in_force(text) from public;

create or replace function work.withdraw_published() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    place text;
begin
    if new.compartment is not null or new.withdrawn_by is distinct from access.person_asking()
        or not work.may_publish(new.withdrawn_by, new.country, '{Secretariat,FinanceAnalyst}') then
        raise exception 'One withdraws in one''s own name, with a role that publishes' using errcode = 'insufficient_privilege';
    end if;
    update published.subject s set withdrawn_at = new.withdrawn_at, ground = new.ground
    where s.country = new.country and s.kind = new.kind and s.key = new.key and s.withdrawn_at is null;
    if not found then
        raise exception 'Nothing of this name is published' using errcode = 'CS041';
    end if;
    foreach place in array case new.kind when 'Indicator' then array['indicator', 'indicator_value', 'indicator_target'] else array['plan_node'] end loop
        execute format('delete from published.%I where country = $1 and key = $2', place) using new.country, new.key;
    end loop;
    return null;
end $$;
