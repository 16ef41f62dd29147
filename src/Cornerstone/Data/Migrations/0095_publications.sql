-- What everybody may read, and the act by which it gets there: one person proposes rows, another one looks at exactly these
-- rows and publishes them (domain handbook §0.3, §14.5; goals 7 and 11 of the security text).

-- The published store ------------------------------------------------------------------------------------------------
-- Copies, never views: nothing leads from here back to the tables of work. Nobody's role writes here; the triggers below do.

create table published.edition (
    id uuid primary key,
    country text not null check (country ~ '^[A-Z]{2}$'),
    country_names jsonb not null,
    number integer not null check (number > 0),
    as_of date not null,
    published_at timestamptz not null,
    licence text not null check (btrim(licence) <> ''),
    publisher text not null check (btrim(publisher) <> ''),
    note text,
    -- Of the rows that were looked at.
    hash text not null,
    unique (country, number)
);

-- One thing an edition tells of. When it is withdrawn its rows go and this line stays: what it was, when, on what ground.
create table published.subject (
    edition_id uuid not null references published.edition (id),
    country text not null,
    kind text not null check (kind in ('Indicator', 'Plan', 'Support')),
    key text not null,
    position integer not null,
    title jsonb not null,
    withdrawn_at timestamptz,
    ground text,
    check ((withdrawn_at is null) = (ground is null)),
    primary key (edition_id, kind, key)
);
create index on published.subject (country, kind, key);

create table published.indicator (
    edition_id uuid not null references published.edition (id),
    country text not null,
    key text not null,
    position integer not null,
    name jsonb not null,
    meaning jsonb not null,
    component jsonb not null,
    unit text not null,
    unit_detail text,
    ordinal_levels text[] not null,
    direction text not null,
    band_low numeric(28, 8),
    band_high numeric(28, 8),
    frequency text not null,
    source text not null,
    custodian text not null,
    -- Null where the value it is judged by is withheld.
    light text,
    light_why text,
    is_reversed boolean not null,
    -- Its numbers stand for people one by one: rounded, and the small ones withheld.
    counts_people boolean not null,
    primary key (edition_id, key)
);

create table published.indicator_value (
    edition_id uuid not null references published.edition (id),
    country text not null,
    key text not null,
    position integer not null,
    area text not null,
    area_name jsonb,
    part text not null,
    part_name jsonb,
    from_day date not null,
    until_day date not null check (until_day >= from_day),
    precision text not null,
    state text not null check (state in ('Known', 'Unknown', 'NotApplicable', 'Withheld')),
    low numeric(28, 8),
    high numeric(28, 8),
    is_approximate boolean not null,
    numerator numeric(28, 8),
    denominator numeric(28, 8),
    -- Numbers of people are rounded to it, and fewer than ten are not here.
    rounded_to integer,
    source text not null,
    check ((state = 'Known') = (low is not null or high is not null)),
    check (state = 'Known' or (numerator is null and denominator is null)),
    check (rounded_to is null or numerator is null or (least(numerator, denominator) >= 10 and numerator % rounded_to = 0 and denominator % rounded_to = 0)),
    check (rounded_to is null or numerator is not null or low is null or (low >= 10 and low % rounded_to = 0)),
    primary key (edition_id, key, position)
);

create table published.indicator_target (
    edition_id uuid not null references published.edition (id),
    country text not null,
    key text not null,
    position integer not null,
    kind text not null check (kind in ('Baseline', 'Milestone', 'Target')),
    on_day date not null,
    state text not null check (state in ('Known', 'Withheld')),
    low numeric(28, 8),
    high numeric(28, 8),
    is_approximate boolean not null,
    check ((state = 'Known') = (low is not null or high is not null)),
    primary key (edition_id, key, position)
);
grant select on published.edition, published.subject, published.indicator, published.indicator_value, published.indicator_target
    to cornerstone_public, cornerstone_app;

-- The act ------------------------------------------------------------------------------------------------------------

create table work.publication (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    -- The number the edition will have: none is published in between, because each is checked against those before it.
    number integer not null check (number > 0),
    as_of date not null,
    licence text not null check (btrim(licence) <> ''),
    publisher text not null check (btrim(publisher) <> ''),
    note text,
    state text not null check (state in ('Proposed', 'Published', 'Refused', 'TakenBack')),
    proposed_by uuid not null references access.person (id),
    proposed_at timestamptz not null,
    decided_by uuid references access.person (id),
    decided_at timestamptz,
    reason text,
    approved_hash text,
    check ((state = 'Proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check (state <> 'Published' or (decided_by <> proposed_by and approved_hash is not null)),
    check (state <> 'Refused' or btrim(reason) <> ''),
    unique (id, country)
);
create index on work.publication (country, proposed_at);
create unique index on work.publication (country, number) where state = 'Published' and compartment is null;
call journal.guard('work.publication');
revoke delete on work.publication from cornerstone_app;

-- The rows as they will stand, with the record each comes from. Why a number is withheld stays here.
create table work.publication_row (
    id uuid primary key,
    publication_id uuid not null,
    country text not null,
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    position integer not null,
    kind text not null check (kind in ('Indicator', 'Plan', 'Support')),
    key text not null,
    into_table text not null check (into_table in ('subject', 'indicator', 'indicator_value', 'indicator_target')),
    row jsonb not null,
    source_table text not null check (source_table in ('indicator', 'indicator_definition', 'series_point', 'indicator_target')),
    source_id uuid not null,
    telling text not null check (telling in ('Told', 'TooFew', 'WouldGiveAway', 'TableWithheld', 'NotChecked')),
    could_be_least bigint,
    could_be_most bigint,
    foreign key (publication_id, country) references work.publication (id, country)
);
create index on work.publication_row (publication_id, position);
create index on work.publication_row (source_id) where into_table = 'indicator_value';
call journal.guard('work.publication_row');
revoke update, delete on work.publication_row from cornerstone_app;

create table work.withdrawal (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    kind text not null check (kind in ('Indicator', 'Plan', 'Support')),
    key text not null,
    ground text not null check (btrim(ground) <> ''),
    withdrawn_by uuid not null references access.person (id),
    withdrawn_at timestamptz not null
);
create index on work.withdrawal (country, withdrawn_at);
call journal.guard('work.withdrawal');
revoke update, delete on work.withdrawal from cornerstone_app;

-- The rows as one number: it changes when a row does.
create function work.publication_hash(of_publication uuid) returns text
language sql stable set search_path = ''
as $$
    select encode(sha256(coalesce(string_agg(sha256(convert_to(r.position || ' ' || r.into_table || ' ' || r.row::text, 'UTF8')), ''::bytea order by r.position, r.id), ''::bytea)), 'hex')
    from work.publication_row r
    where r.publication_id = of_publication and r.compartment is null
$$;

-- Rows whose record is not, or no longer, everybody's: not public, not published, replaced, gone.
create function work.unpublishable(of_publication uuid) returns setof integer
language plpgsql stable security definer set search_path = ''
as $$
declare
    source text;
begin
    for source in select distinct r.source_table from work.publication_row r where r.publication_id = of_publication and r.compartment is null loop
        return query execute format(
            'select r.position from work.publication_row r
             left join work.%I s on s.id = r.source_id and s.country = r.country and s.classification = 0 and s.compartment is null %s
             where r.publication_id = $1 and r.compartment is null and r.source_table = %L and s.id is null',
            source,
            case source when 'series_point' then 'and s.state = ''Published''' when 'indicator' then '' else 'and s.replaced_at is null' end,
            source) using of_publication;
    end loop;
end $$;

-- Whether this person may take part: a member of the country whose role has a hand in publishing, at this moment.
create function work.may_publish(of_person uuid, of_country text, roles text[]) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        where m.person_id = of_person and m.country = of_country and m.ended_at is null and m.role = any (roles))
$$;
revoke all on function work.publication_hash(uuid), work.unpublishable(uuid), work.may_publish(uuid, text, text[]) from public;
grant execute on function work.publication_hash(uuid), work.unpublishable(uuid), work.may_publish(uuid, text, text[]) to cornerstone_app;

create function work.publication_proposed() returns trigger
language plpgsql
as $$
begin
    if new.state <> 'Proposed' or new.proposed_by is distinct from access.person_asking() then
        raise exception 'An edition begins as proposed, in one''s own name' using errcode = 'insufficient_privilege';
    end if;
    if not work.may_publish(new.proposed_by, new.country, '{Secretariat}') then
        raise exception 'This role proposes no edition' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger publication_proposed before insert on work.publication for each row execute function work.publication_proposed();

-- Rows are added by who proposes, as long as nobody has decided.
create function work.publication_row_added() returns trigger
language plpgsql
as $$
begin
    perform from work.publication p where p.id in (select distinct a.publication_id from added a) for share;
    if exists (
        select from added a
        left join work.publication p on p.id = a.publication_id and p.state = 'Proposed' and p.proposed_by = access.person_asking() and p.compartment is not distinct from a.compartment
        where p.id is null) then
        raise exception 'Rows are added to an open proposal of one''s own' using errcode = 'CS041';
    end if;
    return null;
end $$;
create trigger row_added after insert on work.publication_row referencing new table as added
    for each statement execute function work.publication_row_added();

create function work.publication_decided() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    asking uuid := access.person_asking();
begin
    if old.state <> 'Proposed'
        or (new.id, new.country, new.classification, new.compartment, new.number, new.as_of, new.licence, new.publisher, new.note, new.proposed_by, new.proposed_at)
            is distinct from (old.id, old.country, old.classification, old.compartment, old.number, old.as_of, old.licence, old.publisher, old.note, old.proposed_by, old.proposed_at) then
        raise exception 'What was proposed does not change, and what was decided stays' using errcode = 'CS041';
    end if;
    if asking is null or new.decided_by is distinct from asking or (new.state = 'TakenBack') <> (asking = new.proposed_by) then
        raise exception 'One decides in one''s own name, and about the proposal of another' using errcode = 'insufficient_privilege';
    end if;
    if new.state <> 'Published' then
        return new;
    end if;

    if new.compartment is not null or not work.may_publish(asking, new.country, '{Secretariat,FinanceAnalyst}')
        or not work.may_publish(new.proposed_by, new.country, '{Secretariat}') then
        raise exception 'An edition is published by two people whose roles have a hand in it' using errcode = 'insufficient_privilege';
    end if;
    if new.approved_hash is distinct from work.publication_hash(new.id) then
        raise exception 'These are not the rows that were looked at' using errcode = 'CS042';
    end if;
    if exists (select from work.unpublishable(new.id)) then
        raise exception 'A row comes from a record that is not public' using errcode = 'CS043';
    end if;
    if new.number <> 1 + coalesce((select max(e.number) from published.edition e where e.country = new.country), 0) then
        raise exception 'Another edition was published since' using errcode = 'CS044';
    end if;
    return new;
end $$;
create trigger publication_decided before update on work.publication for each row execute function work.publication_decided();

-- The copy belongs to the approval: both happen, or none.
create function work.copy_publication() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    place text;
begin
    insert into published.edition (id, country, country_names, number, as_of, published_at, licence, publisher, note, hash)
    select new.id, new.country, jsonb_build_object('original', 'en', 'texts', w.names), new.number, new.as_of, new.decided_at, new.licence, new.publisher, new.note, new.approved_hash
    from access.workspace w where w.code = new.country;
    for place in select distinct r.into_table from work.publication_row r where r.publication_id = new.id and r.compartment is null loop
        execute format(
            'insert into published.%I
             select (jsonb_populate_record(null::published.%I, r.row || jsonb_build_object(''edition_id'', $1, ''country'', $2, ''key'', r.key, ''position'', r.position))).*
             from work.publication_row r where r.publication_id = $1 and r.compartment is null and r.into_table = %L', place, place, place)
        using new.id, new.country;
    end loop;
    return null;
end $$;
create trigger copy_publication after update of state on work.publication
    for each row when (new.state = 'Published' and old.state = 'Proposed') execute function work.copy_publication();

-- Withdrawing takes one person: danger does not wait for a second one, and the tombstone tells everybody that it happened.
create function work.withdraw_published() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.compartment is not null or new.withdrawn_by is distinct from access.person_asking()
        or not work.may_publish(new.withdrawn_by, new.country, '{Secretariat,FinanceAnalyst}') then
        raise exception 'One withdraws in one''s own name, with a role that publishes' using errcode = 'insufficient_privilege';
    end if;
    update published.subject s set withdrawn_at = new.withdrawn_at, ground = new.ground
    where s.country = new.country and s.kind = new.kind and s.key = new.key and s.withdrawn_at is null;
    if not found then
        raise exception 'Nothing of this name is published' using errcode = 'CS041';
    end if;
    if new.kind = 'Indicator' then
        delete from published.indicator where country = new.country and key = new.key;
        delete from published.indicator_value where country = new.country and key = new.key;
        delete from published.indicator_target where country = new.country and key = new.key;
    end if;
    return null;
end $$;
create trigger withdraw_published after insert on work.withdrawal for each row execute function work.withdraw_published();
