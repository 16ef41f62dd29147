-- Full text over provisions. The match operator is not leakproof, so under row-level security PostgreSQL would read
-- every row before it dared to compare: these functions run as the owner, use the index, and themselves give back
-- only what the person asking may read. They return ids; pages read the rows again under row-level security.
-- Each call is planned for its own arguments: a plan kept for all of them cannot leave out the filters that are null.

-- The same question in each language's own words, languages that word it alike together, so that the index is asked
-- once for them. Chinese is compared by signs further below.
create function work.library_questions(asked text, in_language text) returns table (languages text[], question tsquery)
language sql immutable rows 3 set search_path = ''
as $$
    select array_agg(q.language), q.question
    from (values
        ('ar', websearch_to_tsquery('reference.ar'::regconfig, asked)),
        ('en', websearch_to_tsquery('reference.en'::regconfig, asked)),
        ('es', websearch_to_tsquery('reference.es'::regconfig, asked)),
        ('fr', websearch_to_tsquery('reference.fr'::regconfig, asked)),
        ('ru', websearch_to_tsquery('reference.ru'::regconfig, asked))) as q (language, question)
    where in_language is null or q.language = in_language
    group by q.question
$$;

-- Every provision with these words that the person asking may read. All that a search sorts and counts by comes from
-- this one reading of the rows: a common word has ten thousand of them, and joining them to their table again would
-- cost more than finding them.
create function work.library_matches(
    asked text, in_language text, on_theme text default null, to_addressee text default null, least_strength integer default null)
returns table (provision_id uuid, document_id uuid, ordinal integer, rank real)
language sql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
    with readable as materialized (select r.country, r.classification from access.readable() r)
    select f.id, f.document_id, f.ordinal, f.rank
    from work.library_questions(asked, in_language) q
    -- "offset 0" keeps the planner from comparing every row with all questions instead of asking the index of words.
    cross join lateral (
        select i.id, i.document_id, i.ordinal, i.country, i.classification, i.compartment, ts_rank(i.search, q.question) as rank
        from work.library_provision i
        where i.search @@ q.question and i.language = any (q.languages)
          and (on_theme is null or i.themes @> array[on_theme])
          and (to_addressee is null or i.addressees @> array[to_addressee])
          and (least_strength is null or i.strength >= least_strength)
        offset 0) f
    where (f.country, f.classification) in (select r.country, r.classification from readable r)
      and (f.compartment is null or f.compartment in (select access.open_compartments()))
    union all
    select p.id, p.document_id, p.ordinal, public.similarity(p.text, asked)
    from work.library_provision p
    where p.language = 'zh' and (in_language is null or in_language = 'zh')
      and p.text like '%' || replace(replace(replace(asked, '\', '\\'), '%', '\%'), '_', '\_') || '%'
      and (on_theme is null or p.themes @> array[on_theme])
      and (to_addressee is null or p.addressees @> array[to_addressee])
      and (least_strength is null or p.strength >= least_strength)
      and (p.country, p.classification) in (select r.country, r.classification from readable r)
      and (p.compartment is null or p.compartment in (select access.open_compartments()))
$$;

-- One page of hits, best first, with how many there are. A filter that is null does not filter; asked may be null too.
create function work.search_library(
    asked text, in_country text, in_language text, of_kind text, of_symbol text, from_year integer, to_year integer,
    on_theme text, to_addressee text, least_strength integer, within text, in_symbols text[], skip integer, take integer)
returns table (provision_id uuid, rank real, provisions bigint, documents bigint)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
begin
    return query
    with readable as materialized (select r.country, r.classification from access.readable() r),
    chosen as materialized (
        select d.id, d.date
        from work.library_document d
        where (in_country is null or d.country = in_country or d.country = 'UN')
          and (d.country, d.classification) in (select r.country, r.classification from readable r)
          and (d.compartment is null or d.compartment in (select access.open_compartments()))
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

revoke all on function work.library_matches(text, text, text, text, integer),
    work.search_library(text, text, text, text, text, integer, integer, text, text, integer, text, text[], integer, integer) from public;
grant execute on function work.library_matches(text, text, text, text, integer),
    work.search_library(text, text, text, text, text, integer, integer, text, text, integer, text, text[], integer, integer) to cornerstone_app;
