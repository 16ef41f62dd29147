-- What somebody may not read takes no time either (decision 62). Who may read was asked in two questions of every query, the second one only
-- when it met a row of a sealed group: a page then took a moment longer for each of its queries. It is one question now.

-- Where the person asking may read: countries, levels and sealed groups; what belongs to no group has the empty one. Any member reads the
-- public level of the shared layer.
create function access.places_to_read() returns table (country text, classification smallint, compartment uuid)
language sql stable security definer set search_path = ''
as $$
    with levels as (
        select m.country, level::smallint as classification
        from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        cross join generate_series(0, m.clearance) as level
        where m.person_id = access.person_asking() and m.ended_at is null and m.role <> 'Administrator'
        union
        select 'UN', 0::smallint
        where exists (
            select from access.membership m
            join access.person p on p.id = m.person_id and p.disabled_at is null
            where m.person_id = access.person_asking() and m.ended_at is null)
        union
        select w.code, level::smallint
        from access.workspace w cross join generate_series(0, 3) as level
        where access.person_asking() = '00000000-0000-7000-8000-000000000001')
    select l.country, l.classification, c.compartment
    from levels l
    cross join (
        select '00000000-0000-0000-0000-000000000000'::uuid as compartment
        union all
        select o from access.open_compartments() o) c
$$;

-- Where they may write: readable, and theirs by a membership that is not read-only.
create function access.places_to_write() returns table (country text, classification smallint, compartment uuid)
language sql stable security definer set search_path = ''
as $$
    with levels as (
        select m.country, level::smallint as classification
        from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        cross join generate_series(0, m.clearance) as level
        where m.person_id = access.person_asking() and m.ended_at is null and m.role not in ('Administrator', 'Auditor', 'CivilSociety')
        union
        select w.code, level::smallint
        from access.workspace w cross join generate_series(0, 3) as level
        where access.person_asking() = '00000000-0000-7000-8000-000000000001')
    select l.country, l.classification, c.compartment
    from levels l
    cross join (
        select '00000000-0000-0000-0000-000000000000'::uuid as compartment
        union all
        select o from access.open_compartments() o) c
$$;
revoke all on function access.places_to_read(), access.places_to_write() from public;
grant execute on function access.places_to_read(), access.places_to_write() to cornerstone_app;

create or replace function access.readable() returns table (country text, classification smallint)
language sql stable security definer set search_path = ''
as $$ select distinct p.country, p.classification from access.places_to_read() p $$;

create or replace function access.writable() returns table (country text, classification smallint)
language sql stable security definer set search_path = ''
as $$ select distinct p.country, p.classification from access.places_to_write() p $$;

-- The empty group is no group.
alter table access.compartment add check (id <> '00000000-0000-0000-0000-000000000000');

create procedure journal.wall(guarded regclass)
language plpgsql
as $$
declare
    place constant text := '(country, classification, coalesce(compartment, ''00000000-0000-0000-0000-000000000000''))';
    readable constant text := place || ' in (select p.country, p.classification, p.compartment from access.places_to_read() p)';
    writable constant text := place || ' in (select p.country, p.classification, p.compartment from access.places_to_write() p)';
begin
    execute format('create policy readers on %s for select to cornerstone_app using (%s)', guarded, readable);
    execute format('create policy writers on %s for insert to cornerstone_app with check (%s)', guarded, writable);
    execute format('create policy editors on %s for update to cornerstone_app using (%s) with check (%2$s)', guarded, writable);
    execute format('create policy removers on %s for delete to cornerstone_app using (%s)', guarded, writable);
end $$;

create or replace procedure journal.guard(guarded regclass)
language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', guarded);
    call journal.wall(guarded);
    execute format('grant select, insert, update, delete on %s to cornerstone_app', guarded);
    execute format('create trigger require_act before insert or update or delete on %s
        for each statement execute function journal.require_act()', guarded);
    call journal.keep_level(guarded);
end $$;

do $$
declare
    guarded regclass;
begin
    for guarded in
        select format('%I.%I', p.schemaname, p.tablename)::regclass from pg_policies p
        where p.policyname = 'readers' and p.roles = '{cornerstone_app}' and p.qual like '%open_compartments%'
    loop
        execute format('drop policy readers on %s', guarded);
        execute format('drop policy writers on %s', guarded);
        execute format('drop policy editors on %s', guarded);
        execute format('drop policy removers on %s', guarded);
        call journal.wall(guarded);
    end loop;
end $$;

alter policy read_change on journal.change
    using ((country, classification, coalesce(compartment, '00000000-0000-0000-0000-000000000000')) in (select p.country, p.classification, p.compartment from access.places_to_read() p));

-- Words that stand in hidden paragraphs alone: the index leaves those out by their place, so that none of them is fetched, ranked and then
-- left out. A common word is as slow as before; a guessed one is as fast as a word nobody wrote.
create function work.place_of(country text, classification smallint, compartment uuid) returns text[]
language sql immutable
as $$ select array[country || '/' || classification || '/' || coalesce(compartment, '00000000-0000-0000-0000-000000000000')] $$;

drop index work.library_provision_search;
create index library_provision_search on work.library_provision using gin (search, work.place_of(country, classification, compartment)) with (gin_pending_list_limit = 1024);
drop index work.library_provision_text_idx;
create index on work.library_provision using gin (text public.gin_trgm_ops, work.place_of(country, classification, compartment)) where language = 'zh';

create or replace function work.library_matches(
    asked text, in_language text, on_theme text default null, to_addressee text default null, least_strength integer default null)
returns table (provision_id uuid, document_id uuid, ordinal integer, rank real)
language sql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
    with reader as materialized (select array_agg((work.place_of(p.country, p.classification, p.compartment))[1]) as places from access.places_to_read() p)
    select f.id, f.document_id, f.ordinal, f.rank
    from reader r
    cross join work.library_questions(asked, in_language) q
    -- "offset 0" keeps the planner from comparing every row with all questions instead of asking the index of words.
    cross join lateral (
        select i.id, i.document_id, i.ordinal, ts_rank(i.search, q.question) as rank
        from work.library_provision i
        where i.search @@ q.question and work.place_of(i.country, i.classification, i.compartment) && r.places and i.language = any (q.languages)
          and (on_theme is null or i.themes @> array[on_theme])
          and (to_addressee is null or i.addressees @> array[to_addressee])
          and (least_strength is null or i.strength >= least_strength)
        offset 0) f
    union all
    select p.id, p.document_id, p.ordinal, public.similarity(p.text, asked)
    from reader r
    cross join work.library_provision p
    where p.language = 'zh' and (in_language is null or in_language = 'zh')
      and work.place_of(p.country, p.classification, p.compartment) && r.places
      and p.text like '%' || replace(replace(replace(asked, '\', '\\'), '%', '\%'), '_', '\_') || '%'
      and (on_theme is null or p.themes @> array[on_theme])
      and (to_addressee is null or p.addressees @> array[to_addressee])
      and (least_strength is null or p.strength >= least_strength)
$$;

create or replace function work.search_library(
    asked text, in_country text, in_language text, of_kind text, of_symbol text, from_year integer, to_year integer,
    on_theme text, to_addressee text, least_strength integer, within text, in_symbols text[], skip integer, take integer)
returns table (provision_id uuid, rank real, provisions bigint, documents bigint)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
begin
    return query
    with places as materialized (select p.country, p.classification, p.compartment from access.places_to_read() p),
    chosen as materialized (
        select d.id, d.date
        from work.library_document d
        where (in_country is null or d.country = in_country or d.country = 'UN')
          and (d.country, d.classification, coalesce(d.compartment, '00000000-0000-0000-0000-000000000000')) in (select p.country, p.classification, p.compartment from places p)
          and (in_language is null or d.language = in_language)
          and (of_kind is null or d.kind = of_kind)
          and (of_symbol is null or exists (
              select from work.library_name n where n.document_id = d.id and n.symbol ilike '%' || of_symbol || '%'))
          and (from_year is null or d.date >= make_date(from_year, 1, 1))
          and (to_year is null or d.date <= make_date(to_year, 12, 31))
          and (on_theme is null or d.themes @> array[on_theme])
          and (to_addressee is null or d.addressees @> array[to_addressee])
          and (least_strength is null or d.top_strength >= least_strength)
          and (in_symbols is null or exists (
              select from work.library_name n where n.document_id = d.id and n.symbol = any (in_symbols) and n.rank < 2))
          -- within: paragraphs of documents that contain these words anywhere.
          and (within is null or d.id in (select m.document_id from work.library_matches(within, in_language) m))),
    hits as materialized (
        select m.provision_id as id, m.document_id, m.ordinal, m.rank, c.date
        from work.library_matches(asked, in_language, on_theme, to_addressee, least_strength) m
        join chosen c on c.id = m.document_id
        where asked is not null
        union all
        select p.id, p.document_id, p.ordinal, 0::real, c.date
        from chosen c
        join work.library_provision p on p.document_id = c.id
        where asked is null
          and (on_theme is null or p.themes @> array[on_theme])
          and (to_addressee is null or p.addressees @> array[to_addressee])
          and (least_strength is null or p.strength >= least_strength)),
    counted as (
        select sum(d.provisions)::bigint as provisions, count(*) as documents
        from (select count(*) as provisions from hits h group by h.document_id) d)
    select h.id, h.rank, c.provisions, c.documents
    from hits h cross join counted c
    order by h.rank desc, h.date desc nulls last, h.document_id, h.ordinal
    limit take offset skip;
end $$;

-- An act shows when one of its changes does: asked by key, place by place, instead of by reading every change there is, or every hidden
-- change of a large act before it is passed over.
create index on journal.change (act_id, country, classification, compartment);
drop index journal.change_act_id_idx;
alter policy read_act on journal.act using (
    person_id = access.person_asking()
    or access.person_asking() = '00000000-0000-7000-8000-000000000001'
    or exists (
        select from access.places_to_read() p
        cross join lateral (
            select from journal.change c
            where c.act_id = act.id and c.country = p.country and c.classification = p.classification
              and c.compartment is null and p.compartment = '00000000-0000-0000-0000-000000000000'
            union all
            select from journal.change c
            where c.act_id = act.id and c.country = p.country and c.classification = p.classification and c.compartment = p.compartment
            limit 1) c
        offset 0));

-- The latest acts of a country that show to the person asking, without passing over hidden ones: from place to place, each time the next
-- older act that changed something of the country there. Their own show too, whatever they changed.
create index on journal.change (country, classification, coalesce(compartment, '00000000-0000-0000-0000-000000000000'), act_id);
create index on journal.act (person_id, id);
create function journal.latest_acts(in_country text, most integer) returns setof uuid
language sql stable security definer set search_path = ''
as $$
    with recursive found as (
        select p.classification, p.compartment, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid as act_id, 0 as place
        from access.places_to_read() p
        where p.country = in_country
        union all
        select f.classification, f.compartment, older.act_id, f.place + 1
        from found f
        cross join lateral (
            select c.act_id from journal.change c
            where c.country = in_country and c.classification = f.classification
              and coalesce(c.compartment, '00000000-0000-0000-0000-000000000000') = f.compartment and c.act_id < f.act_id
            order by c.act_id desc limit 1) older
        where f.place < most),
    own as (
        select a.id from journal.act a where a.person_id = access.person_asking() and a.country = in_country order by a.id desc limit most)
    select f.act_id from found f where f.place > 0
    union
    select o.id from own o
    order by 1 desc limit most
$$;
revoke all on function journal.latest_acts(text, integer) from public;
grant execute on function journal.latest_acts(text, integer) to cornerstone_app;

-- Whose groups somebody sees as an administrator is asked once, not of each group and each member: a page of groups told by its time how
-- many there are.
create function access.administered() returns setof text
language sql stable security definer set search_path = ''
as $$
    select w.code from access.workspace w
    where access.person_asking() = '00000000-0000-7000-8000-000000000001' or exists (
        select from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        where m.person_id = access.person_asking() and m.ended_at is null and m.role = 'Administrator' and m.country in (w.code, 'UN'))
$$;

create function access.administered_groups() returns setof uuid
language sql stable security definer set search_path = ''
as $$ select c.id from access.compartment c where c.country in (select access.administered()) $$;
revoke all on function access.administered(), access.administered_groups() from public;
grant execute on function access.administered(), access.administered_groups() to cornerstone_app, cornerstone_sealed;

alter policy members on access.compartment using (id in (select access.open_compartments()) or country in (select access.administered()));
alter policy members on access.compartment_member
    using (compartment_id in (select access.open_compartments()) or person_id = access.person_asking() or compartment_id in (select access.administered_groups()));
