-- Organisations that give, pass on, receive or carry out support, as files and people name them.

create table work.partner (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    names jsonb not null check (names ? 'original'),
    -- Of the code list OrganisationType; null while nobody said.
    kind text,
    -- The entry that stands for this one since they were merged; null while it stands for itself. Undoing a merge empties it:
    -- nothing that names the organisation was rewritten.
    merged_into_id uuid,
    note text,
    version integer not null,
    check (merged_into_id <> id),
    unique (id, country),
    unique (id, country, classification),
    foreign key (merged_into_id, country) references work.partner (id, country)
);
create index on work.partner (country);
create index on work.partner (merged_into_id) where merged_into_id is not null;
call journal.guard('work.partner');

-- What an organisation is known by. Not unique: two entries may turn out to be one, and a reader who may not see one of them
-- must be able to add the other (decision 17).
create table work.partner_name (
    id uuid primary key,
    partner_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    kind text not null check (kind in ('Identifier', 'Alias')),
    text text not null check (text <> ''),
    -- As it is compared: one space between words, no capitals.
    sought text not null check (sought <> ''),
    foreign key (partner_id, country, classification) references work.partner (id, country, classification) on update cascade,
    unique (partner_id, kind, sought)
);
create index on work.partner_name (country, kind, sought);
call journal.guard('work.partner_name');
