-- The journal's chain: every act becomes one entry, and each entry's hash covers the entry before it.
-- What the bytes are, and why the entry is made at the end of the act's own transaction: docs/decisions/0020.

-- One installation, one name: checkpoints of two installations can never be taken for each other.
create table journal.origin (
    id uuid primary key default gen_random_uuid(),
    only_one boolean not null default true unique check (only_one)
);
insert into journal.origin default values;

-- What an act says and changed, as one number. The salt keeps a reader of the number alone from guessing short content.
create table journal.content (
    act_id uuid primary key references journal.act (id),
    salt bytea not null check (octet_length(salt) = 16),
    changes integer not null check (changes >= 0),
    digest bytea not null check (octet_length(digest) = 32)
);

create table journal.entry (
    seq bigint primary key check (seq > 0),
    act_id uuid not null unique references journal.act (id),
    hash bytea not null unique check (octet_length(hash) = 32)
);

create table journal.checkpoint (
    number integer primary key check (number > 0),
    size bigint not null check (size > 0),
    at timestamptz not null,
    text text not null,
    -- SubjectPublicKeyInfo in base64; a key that was replaced stays with what it signed.
    public_key text not null
);

-- A name is one line of an export.
alter table journal.act add constraint name_is_one_line check (name !~ '[[:cntrl:]]') not valid;

create function journal.change_digest(changed journal.change) returns bytea
language sql stable set search_path = ''
as $$
    select sha256(convert_to(concat_ws(E'\n', changed.id, changed.record_type, changed.record_id, changed.kind, changed.country,
        changed.classification, coalesce(changed.compartment::text, '-'), changed.fields::text), 'UTF8'))
$$;

create function journal.content_digest(salt bytea, reason text, changes bytea) returns bytea
language sql immutable set search_path = ''
as $$
    select sha256(salt || sha256(case when reason is null then '\x00'::bytea else '\x01'::bytea || convert_to(reason, 'UTF8') end) || changes)
$$;

create function journal.entry_hash(previous bytea, seq bigint, act journal.act, changes integer, digest bytea) returns bytea
language sql stable set search_path = ''
as $$
    select sha256(previous || convert_to(concat_ws(E'\n', 'cornerstone journal entry 1', seq, act.id,
        to_char(act.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), act.person_id, act.country, changes,
        encode(digest, 'hex'), act.name), 'UTF8'))
$$;

-- At the end of the transaction, first: sum up what the act did. This takes as long as the act is large, and holds nobody up.
create function journal.sum_up() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    salt bytea := uuid_send(gen_random_uuid());
    many integer;
    digests bytea;
begin
    select count(*), coalesce(string_agg(journal.change_digest(c), ''::bytea order by c.id), ''::bytea) into many, digests
    from journal.change c where c.act_id = new.id;
    insert into journal.content (act_id, salt, changes, digest) values (new.id, salt, many, journal.content_digest(salt, new.reason, digests));
    return null;
end $$;

-- At the end of the transaction, last: take the turn and add the entry. Every other deferred check has passed by then, so
-- nobody waits for anything but this transaction's own commit.
create function journal.chain() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    latest journal.entry;
    act journal.act;
begin
    perform pg_advisory_xact_lock(4021154);
    select * into latest from journal.entry e order by e.seq desc limit 1;
    select * into act from journal.act a where a.id = new.act_id;
    insert into journal.entry (seq, act_id, hash)
    values (coalesce(latest.seq, 0) + 1, new.act_id,
        journal.entry_hash(coalesce(latest.hash, decode(repeat('00', 32), 'hex')), coalesce(latest.seq, 0) + 1, act, new.changes, new.digest));
    return null;
end $$;

-- What was summed up stays as it was: nothing is added to an act that is over.
create function journal.refuse_late_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (select from journal.content c where c.act_id = new.act_id) then
        raise exception 'This act is over: nothing can be added to it' using errcode = 'CS002';
    end if;
    return new;
end $$;

create function journal.refuse_rewriting() returns trigger
language plpgsql
as $$
begin
    raise exception 'The journal only grows' using errcode = 'CS003';
end $$;

-- Entries of the version before: taken in as they are found, in the order of their moments.
do $$
declare
    act journal.act;
    said journal.content;
    last_seq bigint := 0;
    last_hash bytea := decode(repeat('00', 32), 'hex');
begin
    insert into journal.content (act_id, salt, changes, digest)
    select a.id, s.salt, coalesce(c.many, 0), journal.content_digest(s.salt, a.reason, coalesce(c.digests, ''::bytea))
    from journal.act a
    cross join lateral (select uuid_send(gen_random_uuid()) as salt where a.id is not null) s
    left join (select g.act_id, count(*)::integer as many, string_agg(journal.change_digest(g), ''::bytea order by g.id) as digests
               from journal.change g group by g.act_id) c on c.act_id = a.id;

    for act in select * from journal.act a order by a.at, a.id loop
        select * into said from journal.content c where c.act_id = act.id;
        last_seq := last_seq + 1;
        last_hash := journal.entry_hash(last_hash, last_seq, act, said.changes, said.digest);
        insert into journal.entry (seq, act_id, hash) values (last_seq, act.id, last_hash);
    end loop;
end $$;

create constraint trigger sum_up after insert on journal.act
    deferrable initially deferred for each row execute function journal.sum_up();
create constraint trigger chain after insert on journal.content
    deferrable initially deferred for each row execute function journal.chain();
create trigger refuse_late_change before insert on journal.change
    for each row execute function journal.refuse_late_change();

-- Not even the owner of the tables rewrites by mistake; who turns this off is found by the chain.
create trigger only_grows before update or delete or truncate on journal.act for each statement execute function journal.refuse_rewriting();
create trigger only_grows before update or delete or truncate on journal.change for each statement execute function journal.refuse_rewriting();
create trigger only_grows before update or delete or truncate on journal.content for each statement execute function journal.refuse_rewriting();
create trigger only_grows before update or delete or truncate on journal.entry for each statement execute function journal.refuse_rewriting();
create trigger only_grows before update or delete or truncate on journal.checkpoint for each statement execute function journal.refuse_rewriting();

-- Who looks after the journal sees that it grows and how it is signed. Nobody's everyday role reads salts.
create function access.looks_after_journal() returns boolean
language sql stable security definer set search_path = ''
as $$
    select access.person_asking() = '00000000-0000-7000-8000-000000000001' or exists (
        select from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        where m.person_id = access.person_asking() and m.ended_at is null and m.role in ('Administrator', 'Auditor'))
$$;
revoke all on function access.looks_after_journal() from public;
grant execute on function access.looks_after_journal() to cornerstone_app;

grant select on journal.origin, journal.entry, journal.checkpoint to cornerstone_app;
alter table journal.content enable row level security;
alter table journal.entry enable row level security;
alter table journal.checkpoint enable row level security;
create policy read_entry on journal.entry for select to cornerstone_app using ((select access.looks_after_journal()));
create policy read_checkpoint on journal.checkpoint for select to cornerstone_app using ((select access.looks_after_journal()));
