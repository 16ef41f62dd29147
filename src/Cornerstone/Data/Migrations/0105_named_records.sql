-- Which of these records the reader sees. A foreign key accepts every record that exists; before something is saved the program asks
-- as the reader, so that a form that names a hidden record is answered like one that names none (decision 39).
create function work.seen_among(in_table text, ids uuid[]) returns setof uuid
language plpgsql stable set search_path = ''
as $$
begin
    return query execute format('select t.id from work.%I t where t.id = any($1)', in_table) using ids;
end $$;
revoke all on function work.seen_among(text, uuid[]) from public;
grant execute on function work.seen_among(text, uuid[]) to cornerstone_app;
