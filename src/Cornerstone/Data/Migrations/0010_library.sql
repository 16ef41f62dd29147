-- The library: documents, their original files, their provisions, and what a provision refers to.

-- A bulk import copies into temporary tables and inserts from there: COPY cannot write under row-level security.
do $$ begin execute format('grant temporary on database %I to cornerstone_app', current_database()); end $$;

-- Full text: accents are folded before stemming, so that "securite" finds "sécurité" on a keyboard without accents.
create text search configuration reference.ar (copy = pg_catalog.arabic);
create text search configuration reference.en (copy = pg_catalog.english);
create text search configuration reference.es (copy = pg_catalog.spanish);
create text search configuration reference.fr (copy = pg_catalog.french);
create text search configuration reference.ru (copy = pg_catalog.russian);
create text search configuration reference.plain (copy = pg_catalog.simple);
alter text search configuration reference.en alter mapping for hword, hword_part, word with public.unaccent, english_stem;
alter text search configuration reference.es alter mapping for hword, hword_part, word with public.unaccent, spanish_stem;
alter text search configuration reference.fr alter mapping for hword, hword_part, word with public.unaccent, french_stem;
alter text search configuration reference.ru alter mapping for hword, hword_part, word with public.unaccent, russian_stem;

create table work.library_document (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    symbol text,
    aliases text[] not null,
    kind text not null,
    title text,
    date date,
    language text not null check (language ~ '^[a-z]{2}$'),
    sponsors text[] not null,
    vote jsonb,
    -- Somebody voted against or abstained; null without a recorded vote.
    is_divided boolean,
    agenda_item text,
    subjects text[] not null,
    draft_symbol text,
    meeting_symbol text,
    distribution text,
    job_number text,
    original_language text,
    -- An annex stands inside its letter; part is its place there, 0 for a document of its own.
    parent_id uuid references work.library_document (id) on delete cascade,
    part smallint not null,
    content_hash bytea not null check (length(content_hash) = 32),
    provision_count integer not null,
    -- The union over the provisions, so that a list of documents need not read them.
    themes text[] not null,
    addressees text[] not null,
    top_strength smallint check (top_strength between 0 and 5),
    findings jsonb not null,
    imported_at timestamptz not null,
    imported_by uuid not null,
    version integer not null,
    unique (id, country, classification)
);
-- The same file may lie in two workspaces, or at two levels of one, unknown to each other: no oracle.
create unique index on work.library_document (country, classification, content_hash, part) where compartment is null;
create index on work.library_document (parent_id) where parent_id is not null;
create index on work.library_document (country, date desc);
call journal.guard('work.library_document');

-- Every symbol by which a document may be cited. Rank 0 is its own symbol, 1 an alias or half of a joint symbol,
-- 2 the draft it was adopted from: a citation of the draft leads to the draft where the library holds it.
create table work.library_name (
    document_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    symbol text not null,
    rank smallint not null check (rank between 0 and 2),
    primary key (document_id, symbol),
    foreign key (document_id, country, classification)
        references work.library_document (id, country, classification) on update cascade on delete cascade
);
create index on work.library_name (symbol);
call journal.guard('work.library_name');

create table work.library_file (
    document_id uuid primary key,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    name text not null,
    media_type text not null,
    sha256 bytea not null check (length(sha256) = 32),
    length integer not null,
    bytes bytea not null,
    foreign key (document_id, country, classification)
        references work.library_document (id, country, classification) on update cascade on delete cascade
);
call journal.guard('work.library_file');

create table work.library_provision (
    id uuid primary key,
    document_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    ordinal integer not null,
    -- Stable address inside the document: "op/20/k".
    path text not null,
    kind text not null,
    number text,
    parent_path text,
    text text not null,
    language text not null,
    lead_verbs text[] not null,
    strength smallint check (strength between 0 and 5),
    is_housekeeping boolean not null,
    addressees text[] not null,
    conditions text[] not null,
    due_date date,
    due_precision text,
    due_written text,
    recurrence text,
    themes text[] not null,
    footnotes text[] not null,
    source_offset integer,
    search tsvector not null generated always as (to_tsvector(case language
        when 'ar' then 'reference.ar'::regconfig
        when 'en' then 'reference.en'::regconfig
        when 'es' then 'reference.es'::regconfig
        when 'fr' then 'reference.fr'::regconfig
        when 'ru' then 'reference.ru'::regconfig
        else 'reference.plain'::regconfig end, text)) stored,
    unique (document_id, path),
    foreign key (document_id, country, classification)
        references work.library_document (id, country, classification) on update cascade on delete cascade
);
create index on work.library_provision (due_date) where due_date is not null;
-- Chinese has no spaces to find words by: pairs and triples of signs are compared instead.
create index on work.library_provision using gin (text public.gin_trgm_ops) where language = 'zh';
-- New words wait in a short list and are sorted in together: eight times cheaper in an import. An import ends by
-- emptying the list, so that a search need not read through it.
create index library_provision_search on work.library_provision using gin (search) with (gin_pending_list_limit = 1024);
create function work.sort_in_new_words() returns void
language sql security definer set search_path = ''
as $$ select pg_catalog.gin_clean_pending_list('work.library_provision_search'::regclass) $$;
revoke all on function work.sort_in_new_words() from public;
grant execute on function work.sort_in_new_words() to cornerstone_app;
call journal.guard('work.library_provision');

create table work.library_reference (
    provision_id uuid not null references work.library_provision (id) on delete cascade,
    ordinal smallint not null,
    document_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid references access.compartment (id),
    written text not null,
    symbol text,
    -- The symbol by which the target is looked up: of a joint symbol the Council's half. The target itself is found
    -- by name when read, so that a document or alias arriving later resolves old citations, and a document hidden
    -- from the reader never shows as a target.
    sought text,
    status text not null,
    start integer not null,
    primary key (provision_id, ordinal),
    foreign key (document_id, country, classification)
        references work.library_document (id, country, classification) on update cascade on delete cascade
);
create index on work.library_reference (sought);
create index on work.library_reference (document_id);
call journal.guard('work.library_reference');
