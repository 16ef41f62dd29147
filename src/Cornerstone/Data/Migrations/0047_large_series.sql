-- Indexes for a country with a million values: what a page asks for is looked up, never searched through.

-- All values of one indicator in order of time: the parts of its latest period, its export, whether it is split at all, and
-- what an import compares with. It holds what the index by area held.
create index series_point_series on work.series_point (indicator_id, until_day, area);
drop index work.series_point_area;

-- Which indicators have values by region, for the map: few rows of each.
create index series_point_regions on work.series_point (indicator_id, until_day, area)
    where area <> '' and dimensions = '';

-- The queue of values at work shows the oldest first and stops after some hundreds, of which an import may leave many thousand.
create index series_point_queue on work.series_point (country, entered_at, id)
    where state in ('Entered', 'Submitted', 'Returned', 'Verified');
drop index work.series_point_waiting;

-- Revisions of published values: few among many.
create index series_point_revised on work.series_point (country, ended_at)
    where state in ('Corrected', 'Retracted');

-- Nothing asks which values an import brought, and each value paid for the answer.
drop index work.series_point_import_id_idx;
