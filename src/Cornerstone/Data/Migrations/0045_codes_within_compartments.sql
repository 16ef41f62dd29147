-- A record kept to a sealed group never stands in the way of a code outside it: whoever may not know of it learns nothing
-- from the codes they may use (decision 17). Between levels of secrecy a code stays unique, because files and people name
-- a record by it.

alter table work.law
    drop constraint law_country_code_key,
    add constraint law_country_compartment_code_key unique nulls not distinct (country, compartment, code);
alter table work.instrument
    drop constraint instrument_country_code_key,
    add constraint instrument_country_compartment_code_key unique nulls not distinct (country, compartment, code);
alter table work.oversight_activity
    drop constraint oversight_activity_country_code_key,
    add constraint oversight_activity_country_compartment_code_key unique nulls not distinct (country, compartment, code);
alter table work.council_benchmark
    drop constraint council_benchmark_country_code_key,
    add constraint council_benchmark_country_compartment_code_key unique nulls not distinct (country, compartment, code);
