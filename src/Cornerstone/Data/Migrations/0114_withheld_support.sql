-- What of public support is kept back from what everybody reads, and on which ground.

create table work.support_withholding (
    id uuid not null,
    activity_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid,
    part text not null check (part in ('Everything', 'Title', 'Description', 'Parties', 'Places', 'Money', 'Amounts')),
    -- Of a single amount: its transaction or planned amount.
    line_id uuid,
    ground text not null check (ground in (
        'NationalSecurity', 'SafetyOfPersons', 'Privacy', 'InternationalRelations', 'CommercialConfidence', 'OngoingInvestigation')),
    decided_by uuid not null references access.person (id),
    decided_at timestamptz not null,
    ended_by uuid references access.person (id),
    ended_at timestamptz,
    version integer not null,
    primary key (activity_id, id),
    check ((part = 'Amounts') = (line_id is not null)),
    check ((ended_at is null) = (ended_by is null))
);
create unique index on work.support_withholding (activity_id, part, line_id) nulls not distinct where ended_at is null;
create index on work.support_withholding (country) where ended_at is null;
call journal.guard('work.support_withholding');
revoke delete on work.support_withholding from cornerstone_app;
call work.belong_to_activity('work.support_withholding');

-- A row that tells what is kept back stops its edition, whoever made it.
create function work.tells_withheld(of_activity uuid, of_line uuid, told jsonb, place text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from work.support_withholding w
        where w.activity_id = of_activity and w.ended_at is null and case w.part
            when 'Title' then place <> 'activity_line' and told -> 'title' = (select a.title from work.activity a where a.id = of_activity)
            when 'Description' then place = 'activity' and told ->> 'description' is not null
            when 'Places' then place = 'activity' and told -> 'places' <> '[]'
            when 'Parties' then (place = 'activity' and (told -> 'relations' <> '[]' or exists (
                    select from jsonb_array_elements(told -> 'parties') p where p ->> 'name' is not null or p ->> 'reference' is not null or p ->> 'activity' is not null)))
                or told ->> 'provider' is not null or told ->> 'receiver' is not null
            when 'Money' then place = 'activity_line'
            when 'Everything' then place = 'activity_line'
                or told -> 'title' = (select a.title from work.activity a where a.id = of_activity)
                or (place = 'activity' and (told ->> 'description' is not null or told -> 'parties' <> '[]' or told -> 'places' <> '[]' or told -> 'sectors' <> '[]'))
            else w.line_id = of_line and told ->> 'state' <> 'Withheld' end)
        -- And the ground stands with it.
        or (place = 'activity' and exists (
            select from work.support_withholding w
            where w.activity_id = of_activity and w.ended_at is null and w.part <> 'Amounts'
              and not told -> 'withheld' @> jsonb_build_array(jsonb_build_object('part', w.part, 'ground', w.ground))))
$$;
revoke all on function work.tells_withheld(uuid, uuid, jsonb, text) from public;

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
        else 'true' end
$$;

alter table work.publication_row drop constraint publication_row_telling_check;
alter table work.publication_row add constraint publication_row_telling_check
    check (telling in ('Told', 'TooFew', 'WouldGiveAway', 'TableWithheld', 'NotChecked', 'Kept'));
