-- Tables of support made for another purpose: sent, their columns read, and how they were read kept for the next.

create table work.support_mapping (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    name text not null check (name <> ''),
    kind text not null,
    columns jsonb not null,
    -- Where no column says it.
    currency text check (currency ~ '^[A-Z]{3}$'),
    factor numeric not null check (factor > 0),
    decimal_sign text not null check (decimal_sign in ('.', ',')),
    version integer not null,
    -- One for each level: whoever may not know of a source makes one of their own (decision 17).
    unique nulls not distinct (country, compartment, classification, kind, name)
);
call journal.guard('work.support_mapping');

create table work.support_table (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    person_id uuid not null references access.person (id),
    file_name text not null,
    content bytea not null,
    name text not null check (name <> ''),
    kind text not null,
    level smallint not null check (level between 0 and 3),
    sent_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > sent_at)
);
create index on work.support_table (person_id, expires_at);
call journal.guard('work.support_table');
alter table work.support_table alter column content set storage external;

create policy own on work.support_table as restrictive to cornerstone_app
    using (person_id = access.person_asking())
    with check (person_id = access.person_asking());

create or replace function work.forget_expired_support(before timestamptz) returns void
language sql
security definer
set search_path = pg_catalog
as $$
    delete from work.support_draft where expires_at <= before;
    delete from work.support_table where expires_at <= before;
$$;

-- What a file that waits for a decision is: published, or read from a table.
alter table work.support_draft add column kind text not null default 'Iati';
alter table work.support_draft alter column kind drop default;
