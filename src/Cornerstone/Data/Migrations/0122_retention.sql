-- Until when a sealed dossier is kept, and what sets that date (decision 54; case RE-03). It stands outside the envelope, because who looks
-- after the store has to see that something is due without opening it. Nothing is erased by itself: two members erase (decision 45).
alter table sealed.dossier
    add column keep_until date,
    add column keep_basis text,
    -- Dossiers that are there already have none until a member sets it.
    add constraint keep_until_on_a_basis check ((keep_until is null) = (keep_basis is null)),
    add constraint keep_basis_known check (keep_basis in ('Law', 'Ruling', 'Agreement', 'Consent', 'Purpose'));
create index on sealed.dossier (keep_until);

-- From here on each new one has a date; and a date that was set is changed, not taken away.
create function sealed.dossier_kept() returns trigger
language plpgsql
as $$
begin
    if current_user <> 'cornerstone_sealed' then
        return new;
    end if;
    if new.keep_until is null and (tg_op = 'INSERT' or old.keep_until is not null) then
        raise exception 'A dossier says until when it is kept' using errcode = 'check_violation';
    end if;
    return new;
end $$;
revoke all on function sealed.dossier_kept() from public;
create trigger kept before insert or update on sealed.dossier for each row execute function sealed.dossier_kept();
