-- A country's own components (S/RES/2553 (2020), preambular para. 21) say under which one of the closed list they fall, and are edited by people.
-- Those of before may not say it yet: the form asks at the next change.
alter table work.national_component
    add column parent text check (parent in ('DEF', 'POL', 'JUS', 'COR', 'INT', 'BOR', 'CUS', 'IMM', 'MAR', 'CIV', 'TRA', 'PRV', 'OVS', 'MGT')),
    add column version integer not null default 1,
    add constraint not_of_the_closed_list check (code not in ('DEF', 'POL', 'JUS', 'COR', 'INT', 'BOR', 'CUS', 'IMM', 'MAR', 'CIV', 'TRA', 'PRV', 'OVS', 'MGT'));
alter table work.national_component alter column version drop default;
