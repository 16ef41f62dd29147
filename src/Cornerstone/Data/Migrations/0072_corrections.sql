-- What the country holds against a source, field by field; files sent, seen by their sender, until decided on; and what
-- activities are looked for by.

-- Without accents and capitals, in all its languages; each organisation it names; codes of the DAC and the category of each.
alter table work.activity
    add column search_text text not null default '',
    add column partner_ids uuid[] not null default '{}',
    add column sector_codes text[] not null default '{}';

create table work.support_correction (
    id uuid not null,
    activity_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid,
    -- The transaction it is about; null for the activity itself.
    transaction_id uuid,
    field text not null,
    -- As JSON: what the source said when it was corrected, what stands here instead, and what the source has said since
    -- (null while it says the same).
    said text,
    given text,
    newer text,
    newer_at timestamptz,
    -- The source no longer tells of the transaction.
    is_gone boolean not null,
    reason text not null check (reason <> ''),
    corrected_by uuid not null,
    corrected_at timestamptz not null,
    -- Since when the source's word holds again.
    ended_at timestamptz,
    ended_by uuid,
    version integer not null,
    primary key (activity_id, id),
    check ((ended_at is null) = (ended_by is null))
);
create unique index on work.support_correction (activity_id, transaction_id, field) nulls not distinct where ended_at is null;
create index on work.support_correction (country) where ended_at is null;
call journal.guard('work.support_correction');
call work.belong_to_activity('work.support_correction');

create table work.support_draft (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    person_id uuid not null references access.person (id),
    file_name text not null,
    content bytea not null,
    level smallint not null check (level between 0 and 3),
    only_country boolean not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > sent_at),
    preview jsonb not null
);
create index on work.support_draft (person_id, expires_at);
call journal.guard('work.support_draft');
alter table work.support_draft alter column content set storage external;

create policy own on work.support_draft as restrictive to cornerstone_app
    using (person_id = access.person_asking())
    with check (person_id = access.person_asking());

create function work.forget_expired_support(before timestamptz) returns void
language sql
security definer
set search_path = pg_catalog
as $$ delete from work.support_draft where expires_at <= before $$;
revoke all on function work.forget_expired_support(timestamptz) from public;
grant execute on function work.forget_expired_support(timestamptz) to cornerstone_app;
