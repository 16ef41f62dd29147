-- Council benchmarks: conditions, how both parties were judged for each period, and what stood in the way
-- (S/RES/2553 (2020), para. 20 (e)).

create table work.council_benchmark (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    code text not null check (code <> ''),
    words jsonb not null check (words ? 'original'),
    kind text not null check (kind in ('Core', 'Contextual')),
    provision text check (provision like '/%'),
    -- Indicators and institutions stand in other rooms' tables; records are retired there, never deleted.
    indicator_ids uuid[] not null,
    institution_ids uuid[] not null,
    assessor text not null check (assessor <> ''),
    due date,
    state text not null check (state in ('Proposed', 'AgreedWithHost', 'Assessed', 'Closed')),
    agreed_on date,
    agreed_in text,
    closed_because text,
    version integer not null,
    check (state = 'Proposed' or (agreed_on is not null and agreed_in <> '')),
    check (state <> 'Closed' or closed_because <> ''),
    unique (country, code),
    unique (id, country, classification)
);
call journal.guard('work.council_benchmark');

create table work.council_judgement (
    id uuid primary key,
    benchmark_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    period_from date not null,
    period_until date not null check (period_until >= period_from),
    period_precision text not null check (period_precision in ('Day', 'Month', 'Quarter', 'Year')),
    party text not null check (party in ('Assistance', 'Host')),
    judgement text not null check (judgement in ('NotMet', 'PartlyMet', 'Met', 'Reversed')),
    justification text not null check (btrim(justification) <> ''),
    progress text,
    judged_by uuid not null references access.person (id),
    judged_at timestamptz not null,
    corrected_because text,
    replaced_by uuid references work.council_judgement (id) deferrable initially deferred,
    check (replaced_by <> id),
    foreign key (benchmark_id, country, classification)
        references work.council_benchmark (id, country, classification) on update cascade
);
-- One standing judgement of each party for each period.
create unique index on work.council_judgement (benchmark_id, party, period_from, period_until) where replaced_by is null;
create index on work.council_judgement (country, period_until);
call journal.guard('work.council_judgement');

-- What was judged stays as it was judged: only being replaced, or moving with its benchmark's level, is allowed.
create function work.keep_judgement() returns trigger
language plpgsql
as $$
begin
    if tg_op = 'DELETE'
       or (old.replaced_by is not null and new.replaced_by is distinct from old.replaced_by)
       or (new.benchmark_id, new.period_from, new.period_until, new.party, new.judgement, new.justification, new.progress, new.judged_by, new.judged_at)
          is distinct from
          (old.benchmark_id, old.period_from, old.period_until, old.party, old.judgement, old.justification, old.progress, old.judged_by, old.judged_at) then
        raise exception 'A judgement is corrected by a new one, never changed' using errcode = 'CS004';
    end if;
    return new;
end $$;
create trigger keep_judgement before update or delete on work.council_judgement
    for each row execute function work.keep_judgement();

create table work.council_obstacle (
    id uuid primary key,
    benchmark_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    words text not null check (btrim(words) <> ''),
    since date not null,
    overcome_on date check (overcome_on >= since),
    overcome_how text,
    check ((overcome_on is null) = (overcome_how is null)),
    foreign key (benchmark_id, country, classification)
        references work.council_benchmark (id, country, classification) on update cascade
);
create index on work.council_obstacle (benchmark_id);
call journal.guard('work.council_obstacle');
