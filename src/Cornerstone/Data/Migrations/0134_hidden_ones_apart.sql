-- The latest acts were found place by place, but PostgreSQL chose the index of acts and passed over hidden changes in it, one by one. Changes
-- that belong to no group have an index of their own now, where hidden ones neither stand between nor make it larger (decision 62).
create index on journal.change (country, classification, act_id) where compartment is null;
create index on journal.change (compartment, country, classification, act_id) where compartment is not null;
drop index journal.change_country_classification_coalesce_act_id_idx, journal.change_compartment_idx;

create or replace function journal.latest_acts(in_country text, most integer) returns setof uuid
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
            (select c.act_id from journal.change c
            where c.country = in_country and c.classification = f.classification and c.compartment is null
              and f.compartment = '00000000-0000-0000-0000-000000000000' and c.act_id < f.act_id
            order by c.act_id desc limit 1)
            union all
            (select c.act_id from journal.change c
            where c.country = in_country and c.classification = f.classification and c.compartment = f.compartment
              and f.compartment <> '00000000-0000-0000-0000-000000000000' and c.act_id < f.act_id
            order by c.act_id desc limit 1)) older
        where f.place < most),
    own as (
        select a.id from journal.act a where a.person_id = access.person_asking() and a.country = in_country order by a.id desc limit most)
    select f.act_id from found f where f.place > 0
    union
    select o.id from own o
    order by 1 desc limit most
$$;

-- Paragraphs that ask for something are counted on every first page of a country: from the index alone, no paragraph is fetched.
create index on work.library_provision (country, classification, compartment) where strength >= 2;

-- Which indicators have values by region is answered from the index too, without fetching values of which some are hidden.
drop index work.series_point_regions;
create index series_point_regions on work.series_point (indicator_id, until_day, area) include (country, classification, compartment, state)
    where area <> '' and dimensions = '';
