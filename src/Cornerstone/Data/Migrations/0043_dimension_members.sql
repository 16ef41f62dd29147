-- Parts of a country's own dimensions get names and may be retired; some indicators are told beside others and never aimed at.

-- Rewritten by conversion and not by an update: what stands there keeps its meaning, and nobody acted.
create function work.members_of(codes text[]) returns jsonb
language sql immutable
as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'code', code, 'isRetired', false, 'name', jsonb_build_object('original', 'en', 'texts', jsonb_build_object('en', code)))), '[]'::jsonb)
    from unnest(codes) code
$$;
alter table work.indicator_dimension alter column codes type jsonb using work.members_of(codes);
alter table work.indicator_dimension rename column codes to members;
drop function work.members_of(text[]);

-- Police per 100,000 has no agreed standard (domain handbook §4.5, SSR-01): where it was taken from the catalogue it stays context.
create function work.begins_as_context(indicator uuid, unit text) returns boolean
language sql stable
as $$ select unit = 'RatioPer100k' and exists (select from work.indicator i where i.id = indicator and i.code = 'SSR-01') $$;
alter table work.indicator_definition add column is_context_only boolean;
alter table work.indicator_definition alter column is_context_only type boolean using work.begins_as_context(indicator_id, unit);
alter table work.indicator_definition alter column is_context_only set not null;
drop function work.begins_as_context(uuid, text);

-- The wall behind the rule: no milestone and no target of what is context only, whichever door it comes by.
create function work.keep_context_unaimed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (select from work.indicator_definition d where d.indicator_id = new.indicator_id and d.replaced_at is null and d.is_context_only) then
        raise exception 'What is context only has no target' using errcode = 'CS007';
    end if;
    return new;
end $$;
create trigger keep_context_unaimed before insert on work.indicator_target
    for each row when (new.kind <> 'Baseline') execute function work.keep_context_unaimed();
