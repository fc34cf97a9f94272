-- A wall's condition comes before one that is not leakproof, such as LIKE, so that an index of trigrams cannot help
-- beneath it. This looks beyond the wall with the index, and gives out only what the wall would.
select set_config('search_path', quote_ident(current_schema) || ', pg_temp', true);

-- Rows of the acting account's organisations that fit all the patterns: some of them where there are very many.
-- What is looked through: organizations, objects, remedies; evidence by its title and files by their names, both as
-- evidence.
create function found_by_words(what text, patterns text[]) returns setof uuid
  language plpgsql stable security definer set search_path from current as $$
declare
  looked text := case what
    when 'organizations' then
      'select id, id as organization_id, lower((name || '' '' || coalesce(bin, '''')) collate pg_c_utf8) as words'
      ' from organizations'
    when 'objects' then
      'select id, organization_id, lower((name || '' '' || coalesce(code, '''')) collate pg_c_utf8) as words from objects'
    when 'remedies' then
      'select id, organization_id, lower(task collate pg_c_utf8) as words from remedies'
    when 'evidence' then
      'select id, organization_id, lower(title collate pg_c_utf8) as words from evidence'
    when 'files' then
      'select e.id, e.organization_id, lower(v.file_name collate pg_c_utf8) as words'
      ' from evidence e join evidence_versions v on v.evidence_id = e.id'
    end;
  fits text := (select string_agg(format('words like %L', pattern), ' and ') from unnest(patterns) pattern);
begin
  return query execute format(
    'select id from (%s) looked where %s and organization_id in'
    ' (select organization_id from memberships where account_id = $1) limit 2000', looked, coalesce(fits, 'true'))
    using wall_acting();
end $$;
