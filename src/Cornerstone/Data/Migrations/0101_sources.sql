-- Sources that are told again: what an import left out, and pages as close as all they hold.

-- Of an import before this day nobody knows whether it left other countries out: its file is looked at again when all of it is asked for.
alter table work.support_import add column only_country boolean not null default true;
alter table work.support_import alter column only_country drop default;

-- A piece of a file is as secret as the most secret activity in it, from the moment it stands there.
create trigger pages_when_added after insert on work.activity_reading referencing new table as added
    for each statement execute function work.raise_pages();
-- What stands there too open already is closed: nobody's act, but the program's.
alter table work.support_page disable trigger require_act;
update work.support_page p set classification = highest.classification
from (select r.page_id, max(r.classification) as classification from work.activity_reading r group by r.page_id) highest
where highest.page_id = p.id and p.classification < highest.classification;
alter table work.support_page enable trigger require_act;
