-- What the application's own role may do, put right after each start: it owns nothing and only works with rows.
do $$
declare
  app  name := '${app_role}';
  made record;
begin
  if not has_schema_privilege(app, current_schema, 'usage') then
    execute format('grant usage on schema %I to %I', current_schema, app);
  end if;
  for made in
    select c.oid::regclass as name, c.relname from pg_class c
    where c.relnamespace = current_schema::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in ('wall_key', 'audit_log') and c.oid <> to_regclass('flyway_schema_history')
      and not (has_table_privilege(app, c.oid, 'select') and has_table_privilege(app, c.oid, 'insert')
               and has_table_privilege(app, c.oid, 'update') and has_table_privilege(app, c.oid, 'delete'))
  loop
    execute format('grant select, insert, update, delete on %s to %I', made.name, app);
  end loop;
  if not (has_table_privilege(app, 'audit_log', 'select') and has_table_privilege(app, 'audit_log', 'insert')) then
    execute format('grant select, insert on audit_log to %I', app);
  end if;
end $$;
