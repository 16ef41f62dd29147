-- What a person says of a line of money that no source says, for the table of development assistance (decision 58). It goes with its
-- activity: the same level, the same group. An answer taken back is removed; the journal keeps it.

create table work.oda_answer (
    id uuid primary key,
    activity_id uuid not null,
    country text not null,
    classification smallint not null,
    compartment uuid,
    -- The line, as the ledger divides money; null where nobody said.
    component text,
    sector text,
    form text,
    unit_id uuid,
    -- It holds for each line of the sector, whatever its form and whoever receives it.
    is_of_sector boolean not null,
    -- What the table asks; null is not known, which is not no.
    recipient text,
    support text,
    lethal boolean,
    oversight boolean,
    civilian boolean,
    excess boolean,
    developmental boolean,
    -- Of the amount, where the table counts a part and does not say which.
    share numeric(5, 4) check (share between 0 and 1),
    because text not null check (because <> ''),
    answered_by uuid not null references access.person (id),
    answered_at timestamptz not null,
    version integer not null,
    check (not is_of_sector or (form is null and unit_id is null)),
    check (num_nonnulls(recipient, support, lethal, oversight, civilian, excess, developmental, share) > 0)
);
-- By its name whoever is second hears that somebody was faster.
create unique index oda_answer_code_key on work.oda_answer (activity_id, component, sector, form, unit_id, is_of_sector) nulls not distinct;
create index on work.oda_answer (country);
call journal.guard('work.oda_answer');
call work.belong_to_activity('work.oda_answer');

create trigger ledger_when_added after insert on work.oda_answer
    referencing new table as changed for each statement execute function journal.note_ledger_change('c.activity_id');
create trigger ledger_when_changed after update on work.oda_answer
    referencing new table as changed for each statement execute function journal.note_ledger_change('c.activity_id');
create trigger ledger_when_removed after delete on work.oda_answer
    referencing old table as changed for each statement execute function journal.note_ledger_change('c.activity_id');
