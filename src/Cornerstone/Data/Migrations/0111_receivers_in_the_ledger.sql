-- The ledger judges by who receives support (decision 46), so what institutions are is one of the things all its amounts rest on.

create trigger ledger_when_added after insert on work.institution_profile
    referencing new table as changed for each statement execute function journal.note_ledger_change();
create trigger ledger_when_changed after update on work.institution_profile
    referencing new table as changed for each statement execute function journal.note_ledger_change();
create trigger ledger_when_removed after delete on work.institution_profile
    referencing old table as changed for each statement execute function journal.note_ledger_change();
