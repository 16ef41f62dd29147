-- Support as everybody reads it: activities and their money, with what is withheld and on which ground.

-- An institution by its name: a code says nothing to readers.
alter table published.indicator add column custodian_name jsonb;

create table published.activity (
    edition_id uuid not null references published.edition (id),
    country text not null,
    key text not null,
    position integer not null,
    identifier text not null,
    source jsonb not null,
    said_at timestamptz,
    -- Null where nobody said it, and where it is withheld.
    title jsonb,
    description jsonb,
    reporter jsonb,
    status jsonb,
    planned_start date,
    actual_start date,
    planned_end date,
    actual_end date,
    default_currency text,
    hierarchy integer,
    is_humanitarian boolean,
    scope jsonb,
    collaboration jsonb,
    flow jsonb,
    finance jsonb,
    aid_types jsonb not null,
    tied jsonb,
    parties jsonb not null,
    countries jsonb not null,
    regions jsonb not null,
    sectors jsonb not null,
    components jsonb not null,
    markers jsonb not null,
    places jsonb not null,
    relations jsonb not null,
    other_identifiers text[] not null,
    withheld jsonb not null,
    primary key (edition_id, key)
);

create table published.activity_line (
    edition_id uuid not null references published.edition (id),
    country text not null,
    key text not null,
    position integer not null,
    kind text not null check (kind in ('Transaction', 'Budget', 'PlannedDisbursement')),
    stage jsonb,
    is_revised boolean,
    is_committed boolean,
    from_day date,
    until_day date,
    state text not null check (state in ('Known', 'Unknown', 'NotApplicable', 'Withheld')),
    amount numeric,
    currency text,
    value_date date,
    ground text,
    reference text,
    description jsonb,
    provider jsonb,
    receiver jsonb,
    channel text,
    flow jsonb,
    finance jsonb,
    aid_types jsonb not null,
    tied jsonb,
    is_humanitarian boolean,
    sectors jsonb not null,
    components jsonb not null,
    recipient_country text,
    recipient_region text,
    form jsonb,
    quantity numeric,
    unit text,
    check ((state = 'Known') = (amount is not null)),
    check ((state = 'Withheld') = (ground is not null)),
    -- A withheld amount leaves nothing behind by which it is guessed: no words, no number of goods.
    check (state <> 'Withheld' or (currency is null and value_date is null and reference is null and description is null and quantity is null)),
    primary key (edition_id, key, position)
);
grant select on published.activity, published.activity_line to cornerstone_public, cornerstone_app;

alter table work.publication_row drop constraint publication_row_into_table_check, drop constraint publication_row_source_table_check;
alter table work.publication_row
    add constraint publication_row_into_table_check check (into_table in (
        'subject', 'indicator', 'indicator_value', 'indicator_target', 'plan_node', 'activity', 'activity_line')),
    add constraint publication_row_source_table_check check (source_table in (
        'indicator', 'indicator_definition', 'series_point', 'indicator_target', 'plan', 'plan_node', 'activity')),
    -- The transaction or planned amount of the activity the row comes from.
    add column line_id uuid;
create index on work.publication_row (country, source_id) where into_table = 'activity';

create or replace function work.is_in_force(source text) returns text
language sql immutable set search_path = ''
as $$
    select case source
        when 'series_point' then 's.state = ''Published'''
        when 'indicator_definition' then 's.replaced_at is null'
        when 'indicator_target' then 's.replaced_at is null'
        -- Not taken out, and of a version that is approved and public.
        when 'plan_node' then 's.retired_because is null and exists (
            select from work.plan_version v where v.id = s.version_id and v.state = ''Approved'' and v.classification = 0 and v.compartment is null)'
        -- Of a public source, and what is told of its money is what stands there.
        when 'activity' then 'exists (
                select from work.support_source o where o.id = s.source_id and o.classification = 0 and o.compartment is null)
            and (r.line_id is null
                or exists (select from work.transaction t where t.activity_id = s.id and t.id = r.line_id
                    and (r.row ->> ''amount'' is null or (r.row ->> ''amount'')::numeric = t.amount))
                or exists (select from work.planned_amount p where p.activity_id = s.id and p.id = r.line_id
                    and (r.row ->> ''amount'' is null or (r.row ->> ''amount'')::numeric = p.amount)))'
        else 'true' end
$$;

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
    foreach place in array case new.kind
        when 'Indicator' then array['indicator', 'indicator_value', 'indicator_target']
        when 'Plan' then array['plan_node']
        else array['activity', 'activity_line'] end loop
        execute format('delete from published.%I where country = $1 and key = $2', place) using new.country, new.key;
    end loop;
    return null;
end $$;
