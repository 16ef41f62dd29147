-- Files sent and not yet decided on: seen by the person who sent them and by nobody else, and gone after a week.

create table work.workbook_draft (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    person_id uuid not null references access.person (id),
    workbook text not null,
    file_name text not null,
    content bytea not null,
    encoding text,
    sent_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > sent_at),
    preview jsonb not null
);
create index on work.workbook_draft (person_id, expires_at);
call journal.guard('work.workbook_draft');

-- Packed already: trying to compress it again costs time and saves nothing.
alter table work.workbook_draft alter column content set storage external;

create policy own on work.workbook_draft as restrictive to cornerstone_app
    using (person_id = access.person_asking())
    with check (person_id = access.person_asking());

-- Whoever sends a file sweeps out what has expired, of anybody: no file waits for its sender to come back.
create function work.forget_expired_drafts(before timestamptz) returns void
language sql
security definer
set search_path = pg_catalog
as $$ delete from work.workbook_draft where expires_at <= before $$;
revoke all on function work.forget_expired_drafts(timestamptz) from public;
grant execute on function work.forget_expired_drafts(timestamptz) to cornerstone_app;
