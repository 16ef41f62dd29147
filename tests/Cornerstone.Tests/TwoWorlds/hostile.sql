-- Every sentence anybody could have written ends in markup that would be an element of its own if it were ever written out as it stands.
-- It knows no room: whatever text of work and access is no code, no key and no word of a closed list takes part.
set session_replication_role = replica;

create function pg_temp.hostile(said text) returns text language sql immutable
as $$ select said || ' "''><xss-probe onprobe="1" href="javascript:probe"></xss-probe></script></textarea></title><!--' $$;

create function pg_temp.hostile(said jsonb) returns jsonb language sql immutable
as $$
    select case
        when jsonb_typeof(said) = 'object' and not exists (select from jsonb_each(said) e where jsonb_typeof(e.value) <> 'string' or e.key !~ '^([a-z]{2}|original)$')
        then (select jsonb_object_agg(key, case when key = 'original' then to_jsonb(value) else to_jsonb(pg_temp.hostile(value)) end) from jsonb_each_text(said))
        else said end
$$;

create table access.poisoned (place text primary key, rows bigint not null);

do $$
declare
    place record;
    changed bigint;
begin
    for place in
        select a.attrelid::regclass as relation, a.attname as name, a.atttypid = 'jsonb'::regtype as is_wording
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace in ('work'::regnamespace, 'access'::regnamespace)
        where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid in ('text'::regtype, 'jsonb'::regtype)
          and a.attname not in ('code', 'parent_code', 'email', 'user_name', 'normalized_email', 'normalized_user_name', 'password_hash', 'security_stamp', 'concurrency_stamp')
          and not exists (select from pg_constraint f where f.conrelid = a.attrelid and f.contype = 'f' and a.attnum = any (f.conkey))
    loop
        begin
            -- A sentence has a space; what has none is a code or a word of a list.
            execute format('update %s set %I = pg_temp.hostile(%I) where %s', place.relation, place.name, place.name,
                case when place.is_wording then format('%I is not null', place.name) else format('%I ~ ''[^/] ''', place.name) end);
            get diagnostics changed = row_count;
            if changed > 0 then insert into access.poisoned values (place.relation || '.' || place.name, changed); end if;
        exception when check_violation or unique_violation or not_null_violation then
            null;
        end;
    end loop;
end $$;
