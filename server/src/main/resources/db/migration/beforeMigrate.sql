-- PostgreSQL has this collation by itself since version 17; what an older one has under another name is the same order.
do $$ begin
  if current_setting('server_version_num')::int < 170000 and to_regcollation('pg_c_utf8') is null then
    create collation pg_c_utf8 (provider = libc, locale = 'C.UTF-8');
  end if;
end $$;
