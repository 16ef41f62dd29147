-- The judgement table of the Council's benchmarks, and the commitments with their state, as everybody reads them.

create table published.benchmark (
    edition_id uuid not null references published.edition (id),
    country text not null,
    key text not null,
    position integer not null,
    code text not null,
    words jsonb not null,
    provision text,
    citation jsonb,
    party text not null check (party in ('Assistance', 'Host')),
    -- Null where this party has not been judged.
    judgement text check (judgement in ('NotMet', 'PartlyMet', 'Met', 'Reversed')),
    from_day date,
    until_day date,
    precision text,
    justification text,
    progress text,
    obstacles text[] not null,
    check ((judgement is null) = (from_day is null) and (from_day is null) = (until_day is null) and (until_day is null) = (precision is null)),
    primary key (edition_id, key, position)
);

create table published.commitment (
    edition_id uuid not null references published.edition (id),
    country text not null,
    key text not null,
    position integer not null,
    document text not null,
    provision text,
    citation jsonb not null,
    what text not null,
    addressees jsonb not null,
    due_on date,
    recurrence jsonb,
    status text not null check (status in ('NoDate', 'Upcoming', 'DueSoon', 'Overdue', 'DeliveredOnTime', 'DeliveredLate', 'Superseded')),
    delivered_on date,
    primary key (edition_id, key, position)
);
grant select on published.benchmark, published.commitment to cornerstone_public, cornerstone_app;

do $$
declare
    place text;
begin
    foreach place in array array['benchmark', 'commitment'] loop
        execute format('alter table published.%I enable row level security', place);
        execute format('create policy work on published.%I for select to cornerstone_app using (true)', place);
        execute format('create policy everybody on published.%I for select to cornerstone_public using (edition_id in (select e.id from published.edition e))', place);
    end loop;
end $$;

alter table published.subject drop constraint subject_kind_check;
alter table published.subject add constraint subject_kind_check check (kind in ('Indicator', 'Plan', 'Support', 'Benchmarks', 'Commitments'));
alter table work.withdrawal drop constraint withdrawal_kind_check;
alter table work.withdrawal add constraint withdrawal_kind_check check (kind in ('Indicator', 'Plan', 'Support', 'Benchmarks', 'Commitments'));
alter table work.publication_row drop constraint publication_row_kind_check, drop constraint publication_row_into_table_check, drop constraint publication_row_source_table_check;
alter table work.publication_row
    add constraint publication_row_kind_check check (kind in ('Indicator', 'Plan', 'Support', 'Benchmarks', 'Commitments')),
    add constraint publication_row_into_table_check check (into_table in (
        'subject', 'indicator', 'indicator_value', 'indicator_target', 'plan_node', 'activity', 'activity_line', 'benchmark', 'commitment')),
    add constraint publication_row_source_table_check check (source_table in (
        'indicator', 'indicator_definition', 'series_point', 'indicator_target', 'plan', 'plan_node', 'activity', 'council_benchmark', 'council_judgement', 'obligation'));

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
        -- Of a public source, with nothing that is kept back, and what is told of its money is what stands there.
        when 'activity' then 'exists (
                select from work.support_source o where o.id = s.source_id and o.classification = 0 and o.compartment is null)
            and not work.tells_withheld(s.id, r.line_id, r.row, r.into_table)
            and (r.line_id is null
                or exists (select from work.transaction t where t.activity_id = s.id and t.id = r.line_id
                    and (r.row ->> ''amount'' is null or (r.row ->> ''amount'')::numeric = t.amount))
                or exists (select from work.planned_amount p where p.activity_id = s.id and p.id = r.line_id
                    and (r.row ->> ''amount'' is null or (r.row ->> ''amount'')::numeric = p.amount)))'
        -- A judgement that was corrected is replaced by another.
        when 'council_judgement' then 's.replaced_by is null'
        when 'obligation' then 's.state = ''Accepted'''
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
        when 'Support' then array['activity', 'activity_line']
        when 'Benchmarks' then array['benchmark']
        else array['commitment'] end loop
        execute format('delete from published.%I where country = $1 and key = $2', place) using new.country, new.key;
    end loop;
    return null;
end $$;
