-- Exchange rates: who published them, by which method, and each rate with its period. A revised rate ends the row before it.

create table work.rate_source (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null check (name <> ''),
    publisher text not null check (publisher <> ''),
    address text,
    method text not null check (method in ('Average', 'PeriodEnd', 'InForce', 'Unstated')),
    -- Rates are units of another currency for one of this.
    base text not null check (base ~ '^[A-Z]{3}$'),
    -- Lower is asked earlier.
    "order" integer not null,
    note text,
    version integer not null,
    unique (id, country, classification),
    -- One for each level: whoever may not know of a source makes one of their own (decision 17).
    unique nulls not distinct (country, compartment, classification, code)
);
call journal.guard('work.rate_source');

create table work.exchange_rate (
    id uuid primary key,
    source_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    from_day date not null,
    until_day date not null check (until_day >= from_day),
    precision text not null check (precision in ('Day', 'Month', 'Quarter', 'Year')),
    units numeric not null check (units > 0),
    -- Why it waits for a person; null when nothing speaks against it.
    doubt text check (doubt in ('BeforeTheCurrency', 'CurrencyChanged', 'Leap', 'OtherSources')),
    accepted_by uuid,
    accepted_at timestamptz,
    accepted_because text,
    entered_by uuid not null,
    entered_at timestamptz not null,
    -- Since when another rate holds for the same period.
    ended_at timestamptz,
    foreign key (source_id, country, classification) references work.rate_source (id, country, classification) on update cascade,
    check ((accepted_by is null) = (accepted_at is null) and (accepted_at is null) = (accepted_because is null))
);
create unique index exchange_rate_in_force on work.exchange_rate (source_id, currency, from_day, until_day) where ended_at is null;
create index on work.exchange_rate (country, currency);
call journal.guard('work.exchange_rate');
