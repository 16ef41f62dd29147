-- Makes the second world of the harness: beside every record of work stands a secret one, in a compartment nobody belongs to.
-- It knows no room: whatever table of work has a compartment takes part. Run by a superuser over a copy of the first world.
-- With the setting harness.each, beside each so manieth record only.
set session_replication_role = replica;

-- Rules of uniqueness that wait for the end of a transaction cannot be asked row by row; this world is only read.
do $$
declare
    late record;
begin
    for late in select conrelid::regclass as relation, conname from pg_constraint where condeferrable and contype in ('u', 'x') and connamespace = 'work'::regnamespace loop
        execute format('alter table %s drop constraint %I', late.relation, late.conname);
    end loop;
end $$;

insert into access.compartment (id, country, name, legal_basis)
values ('00000000-0000-7000-8000-0000000c0001', 'XS', 'Harness of two worlds', 'None: invented');

-- The address of the secret record that stands beside another.
create function pg_temp.beside(id uuid, kind text) returns uuid language sql immutable
as $$ select substr(encode(sha256(convert_to(id || kind, 'UTF8')), 'hex'), 1, 32)::uuid $$;

create function pg_temp.twin(id uuid) returns uuid language sql stable
as $$ select case when exists (select from access.person p where p.id = twin.id) then twin.id else pg_temp.beside(twin.id, 'twin') end $$;

create function pg_temp.twins(ids uuid[]) returns uuid[] language sql stable
as $$ select case when ids is not null then coalesce(array_agg(pg_temp.twin(i) order by n), '{}') end from unnest(ids) with ordinality as u (i, n) $$;

-- Sentences are marked; codes and words of a closed list stay readable for the program.
create function pg_temp.marked(said text) returns text language sql immutable
as $$ select case when said ~ '[^/] ' then 'ZINNOBER ' || said else said end $$;

create function pg_temp.marked(said jsonb) returns jsonb language sql immutable
as $$
    select case
        when jsonb_typeof(said) = 'object' and not exists (select from jsonb_each(said) e where jsonb_typeof(e.value) <> 'string' or e.key !~ '^([a-z]{2}|original)$')
        then (select jsonb_object_agg(key, case when key = 'original' then to_jsonb(value) else to_jsonb('ZINNOBER ' || value) end) from jsonb_each_text(said))
        else said end
$$;

-- What stands in a column of a secret record. A twin is related to twins; a guest hangs on what everybody sees.
create function pg_temp.expression(relation regclass, attribute pg_attribute, is_twin boolean) returns text language plpgsql stable
as $$
declare
    place text := quote_ident(attribute.attname);
    is_checked boolean := exists (select from pg_constraint c where c.conrelid = relation and c.contype = 'c' and attribute.attnum = any (c.conkey) and c.conname not like '%what_check' and c.conname not like '%names_check');
    is_bound boolean := exists (select from pg_constraint c where c.conrelid = relation and c.contype = 'f' and attribute.attnum = any (c.conkey));
begin
    if attribute.attname = 'compartment' then return quote_literal('00000000-0000-7000-8000-0000000c0001') || '::uuid'; end if;
    if attribute.attname = 'id' then return format('pg_temp.beside(id, %L)', case when is_twin then 'twin' else 'guest' end); end if;
    if attribute.attname in ('code', 'parent_code') then
        return place || case when relation::text = 'work.national_component' then ' || ''Z''' else ' || ''9''' end;
    end if;
    if attribute.atttypid = 'uuid'::regtype and is_twin then return format('pg_temp.twin(%s)', place); end if;
    if attribute.atttypid = 'uuid[]'::regtype and is_twin then return format('pg_temp.twins(%s)', place); end if;
    if attribute.atttypid = 'jsonb'::regtype or (attribute.atttypid = 'text'::regtype and not is_checked and not is_bound) then
        return format('pg_temp.marked(%s)', place);
    end if;
    return place;
end $$;

create function pg_temp.is_chosen(row_text text) returns boolean language sql stable
as $$ select hashtextextended(row_text, 0) % coalesce(nullif(current_setting('harness.each', true), ''), '1')::integer = 0 $$;

create function pg_temp.add_secrets(relation regclass, is_twin boolean) returns bigint language plpgsql
as $$
declare
    names text;
    expressions text;
    added bigint;
begin
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum), string_agg(pg_temp.expression(relation, a, is_twin), ', ' order by a.attnum)
    into names, expressions
    from pg_attribute a
    where a.attrelid = relation and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a';
    -- What one rule allows only once (a code, a value of a period) is there once already.
    execute format('insert into %s (%s) select %s from %s of_all where country = ''XS'' and compartment is null and pg_temp.is_chosen(of_all::text) on conflict do nothing', relation, names, expressions, relation);
    get diagnostics added = row_count;
    return added;
end $$;

create temporary table made as
select c.oid::regclass as relation, is_twin, pg_temp.add_secrets(c.oid, is_twin) as added
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attname = 'compartment'
cross join (values (true), (false)) as kinds (is_twin)
where c.relnamespace = 'work'::regnamespace and c.relkind = 'r'
order by is_twin desc, c.relname;

-- Their acts, by the operator, in the same minutes as those of the records beside which they stand.
insert into journal.act (id, name, country, person_id, at, reason)
select pg_temp.beside(id, 'twin'), name, country, '00000000-0000-7000-8000-000000000001', at, pg_temp.marked(coalesce(reason, 'a b')) from journal.act where country = 'XS';
insert into journal.change (id, act_id, record_type, record_id, kind, country, classification, compartment, fields)
select pg_temp.beside(id, 'twin'), pg_temp.beside(act_id, 'twin'), record_type, pg_temp.beside(record_id, 'twin'), kind, country, classification, '00000000-0000-7000-8000-0000000c0001'::uuid, fields
from journal.change where country = 'XS' and pg_temp.is_chosen(id::text)
union all
select pg_temp.beside(id, 'guest'), pg_temp.beside(act_id, 'twin'), record_type, record_id, kind, country, classification, '00000000-0000-7000-8000-0000000c0001'::uuid, fields
from journal.change where country = 'XS' and pg_temp.is_chosen(id::text);
insert into journal.entry (seq, act_id, hash)
select (select max(seq) from journal.entry) + row_number() over (order by e.seq), pg_temp.beside(e.act_id, 'twin'), sha256(e.hash)
from journal.entry e join journal.act a on a.id = e.act_id where a.country = 'XS';
