-- Full text over provisions. The match operator is not leakproof, so under row-level security PostgreSQL would read
-- every row before it dared to compare: these functions run as the owner, use the index, and themselves give back
-- only what the person asking may read. They return ids; pages read the rows again under row-level security.

-- The same question in each language's own words; Chinese is compared by signs further below.
create function work.library_questions(asked text) returns table (language text, question tsquery)
language sql immutable rows 5 set search_path = ''
as $$
    select 'ar', websearch_to_tsquery('reference.ar'::regconfig, asked)
    union all select 'en', websearch_to_tsquery('reference.en'::regconfig, asked)
    union all select 'es', websearch_to_tsquery('reference.es'::regconfig, asked)
    union all select 'fr', websearch_to_tsquery('reference.fr'::regconfig, asked)
    union all select 'ru', websearch_to_tsquery('reference.ru'::regconfig, asked)
$$;

-- Every provision with these words that the person asking may read.
create function work.library_matches(asked text, in_language text) returns table (provision_id uuid, rank real)
language sql stable security definer set search_path = ''
as $$
    with readable as materialized (select r.country, r.classification from access.readable() r),
    -- "offset 0" keeps the planner from comparing every row with all questions instead of asking the index of words.
    found as materialized (
        select p.id, p.country, p.classification, p.compartment, ts_rank(p.search, q.question) as rank
        from work.library_questions(asked) q
        cross join lateral (
            select i.* from work.library_provision i where i.search @@ q.question and i.language = q.language offset 0) p
        where in_language is null or q.language = in_language)
    select f.id, f.rank
    from found f
    where (f.country, f.classification) in (select r.country, r.classification from readable r)
      and (f.compartment is null or f.compartment in (select access.open_compartments()))
    union all
    select p.id, public.similarity(p.text, asked)
    from work.library_provision p
    where p.language = 'zh' and (in_language is null or in_language = 'zh')
      and p.text like '%' || replace(replace(replace(asked, '\', '\\'), '%', '\%'), '_', '\_') || '%'
      and (p.country, p.classification) in (select r.country, r.classification from readable r)
      and (p.compartment is null or p.compartment in (select access.open_compartments()))
$$;

-- One page of hits, best first, with how many there are. A filter that is null does not filter; asked may be null too.
create function work.search_library(
    asked text, in_country text, in_language text, of_kind text, of_symbol text, from_year integer, to_year integer,
    on_theme text, to_addressee text, least_strength integer, within text, in_symbols text[], skip integer, take integer)
returns table (provision_id uuid, rank real, provisions bigint, documents bigint)
language plpgsql stable security definer set search_path = ''
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
          and (in_symbols is null or exists (
              select from work.library_name n where n.document_id = d.id and n.symbol = any (in_symbols) and n.rank < 2))
          -- within: paragraphs of documents that contain these words anywhere.
          and (within is null or d.id in (
              select w.document_id from work.library_matches(within, in_language) m
              join work.library_provision w on w.id = m.provision_id))),
    hits as materialized (
        select p.id, p.document_id, p.ordinal, m.rank, c.date
        from work.library_matches(asked, in_language) m
        join work.library_provision p on p.id = m.provision_id
        join chosen c on c.id = p.document_id
        where asked is not null
          and (on_theme is null or p.themes @> array[on_theme])
          and (to_addressee is null or p.addressees @> array[to_addressee])
          and (least_strength is null or p.strength >= least_strength)
        union all
        select p.id, p.document_id, p.ordinal, 0::real, c.date
        from chosen c
        join work.library_provision p on p.document_id = c.id
        where asked is null
          and (on_theme is null or p.themes @> array[on_theme])
          and (to_addressee is null or p.addressees @> array[to_addressee])
          and (least_strength is null or p.strength >= least_strength))
    select h.id, h.rank, (select count(*) from hits), (select count(distinct x.document_id) from hits x)
    from hits h
    order by h.rank desc, h.date desc nulls last, h.document_id, h.ordinal
    limit take offset skip;
end $$;

revoke all on function work.library_matches(text, text),
    work.search_library(text, text, text, text, text, integer, integer, text, text, integer, text, text[], integer, integer) from public;
grant execute on function work.library_matches(text, text),
    work.search_library(text, text, text, text, text, integer, integer, text, text, integer, text, text[], integer, integer) to cornerstone_app;
