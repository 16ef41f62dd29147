-- What partners who publish nothing send as a workbook, handed over by them and brought in by the secretariat; and what people decide of doubted rates.

alter table work.workbook_draft
    add column handed_over_at timestamptz,
    add column returned_because text,
    add check (returned_because is null or handed_over_at is not null);

create function access.is_secretariat_of(of_country text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (select from access.membership m
        join access.person p on p.id = m.person_id and p.disabled_at is null
        where m.person_id = access.person_asking() and m.country = of_country and m.role = 'Secretariat' and m.ended_at is null)
$$;
revoke all on function access.is_secretariat_of(text) from public;
grant execute on function access.is_secretariat_of(text) to cornerstone_app;

-- Its sender's alone until it is handed over; then also that of whoever decides on it.
drop policy own on work.workbook_draft;
create policy own on work.workbook_draft as restrictive to cornerstone_app
    using (person_id = access.person_asking() or (handed_over_at is not null and access.is_secretariat_of(country)))
    with check (person_id = access.person_asking() or (handed_over_at is not null and access.is_secretariat_of(country)));

-- Why there is no amount: nobody knows it, or goods have none. Neither is zero, and neither is "not said".
alter table work.transaction
    add column absence text check (absence in ('Unknown', 'NotApplicable')),
    add check (absence is null or amount is null);

-- A doubted rate that a person looked at and found wrong: it stays, unused, with who said so and why.
alter table work.exchange_rate
    add column refused_by uuid,
    add column refused_at timestamptz,
    add column refused_because text,
    add check ((refused_by is null) = (refused_at is null) and (refused_at is null) = (refused_because is null)),
    add check (refused_at is null or accepted_at is null);
