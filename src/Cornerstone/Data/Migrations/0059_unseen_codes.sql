-- Which of these codes are held by records the person asking may not see. A form learns the same by trying to save one
-- (decision 17); a file asks for many rows at once, to name those it cannot bring in. Answered to those only who may write there.
create function work.unseen_codes(register text, in_country text, in_version uuid, asked text[]) returns setof text
language plpgsql stable security definer set search_path = ''
as $$
begin
    if register not in ('region', 'institution', 'national_component', 'function_of_sector', 'law', 'oversight_activity', 'instrument', 'plan_node', 'indicator', 'council_benchmark') then
        raise exception 'Nobody asks for the codes of %.', register using errcode = '22023';
    end if;
    if not exists (select from access.writable() w where w.country = in_country) then
        return;
    end if;
    return query execute format($q$
        select t.code from work.%I t
        where t.country = $1 and t.code = any($3) and %s
          and not ((t.country, t.classification) in (select r.country, r.classification from access.readable() r)
                   and (t.compartment is null or t.compartment in (select access.open_compartments())))
        order by t.code $q$, register, case
            -- A sealed group takes no code of theirs from anybody (0045_codes_within_compartments.sql).
            when register in ('law', 'oversight_activity', 'instrument', 'council_benchmark') then 't.compartment is null'
            when register = 'plan_node' then 't.version_id = $2 and t.retired_because is null'
            else 'true' end)
        using in_country, in_version, asked;
end $$;
revoke all on function work.unseen_codes(text, text, uuid, text[]) from public;
grant execute on function work.unseen_codes(text, text, uuid, text[]) to cornerstone_app;
