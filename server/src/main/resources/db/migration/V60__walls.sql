-- Organisations are walls beneath the application's checks. Each connection says in a setting in whose name it asks,
-- senim.scope: an account's id or 'system', with a signature that only the application can make; without it there are
-- no rows. Tables that come later call raise_wall in their own migration.

-- The functions below must find these tables and no temporary ones of the same name.
select set_config('search_path', quote_ident(current_schema) || ', pg_temp', true);

create table wall_key (key bytea not null);   -- only the owner of the tables reads it, and gives it to the application
insert into wall_key
  select sha256(string_agg(uuid_send(gen_random_uuid()), '')) from generate_series(1, 4);

-- Whoever the connection asks for; null when nobody, or when the signature is not right.
create function wall_scope() returns text
  language plpgsql stable parallel safe security definer set search_path from current as $$
declare
  told text := current_setting('senim.scope', true);
  who  text := split_part(told, '.', 1);
begin
  if who <> '' and told = who || '.' ||
      (select encode(sha256(key || convert_to(who, 'UTF8') || key), 'hex') from wall_key) then
    return who;
  end if;
  return null;
end $$;

-- Whether the application asks for itself.
create function wall_system() returns boolean
  language plpgsql stable parallel safe set search_path from current as $$
begin
  return coalesce(wall_scope() = 'system', false);
end $$;

-- The account that asks; null for the application itself, for nobody, and for an account that was disabled.
create function wall_acting() returns uuid
  language plpgsql stable parallel safe security definer set search_path from current as $$
declare
  who text := wall_scope();
begin
  if who is null or who = 'system' then
    return null;
  end if;
  return (select id from accounts where id = who::uuid and disabled_at is null);
end $$;

create function wall_administrator() returns boolean
  language plpgsql stable parallel safe security definer set search_path from current as $$
begin
  return coalesce((select administrator from accounts where id = wall_acting()), false);
end $$;

create function wall_reads(organization uuid) returns boolean
  language plpgsql stable parallel safe security definer set search_path from current as $$
begin
  return exists (select from memberships m where m.account_id = wall_acting() and m.organization_id = organization);
end $$;

create function wall_writes(organization uuid) returns boolean
  language plpgsql stable parallel safe security definer set search_path from current as $$
begin
  return exists (select from memberships m
                 where m.account_id = wall_acting() and m.organization_id = organization and m.role <> 'auditor');
end $$;

-- Turns row security on, with these conditions for seeing a row and for adding, changing or deleting it.
create function raise_wall_by(walled regclass, seen text, changed text) returns void
  language plpgsql set search_path from current as $$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s force row level security', walled);
  -- Migrations, backups and the functions above are the owner's, who need not be a superuser.
  execute format('create policy wall_owner on %s to %I using (true) with check (true)', walled, current_user);
  execute format('create policy wall_select on %s for select using (%s)', walled, seen);
  execute format('create policy wall_insert on %s for insert with check (%s)', walled, changed);
  execute format('create policy wall_update on %s for update using (%s) with check (%s)', walled, changed, changed);
  execute format('create policy wall_delete on %s for delete using (%s)', walled, changed);
end $$;

-- A table with organization_id: the organisation's people see its rows, those who are not only auditors change them.
-- The planner chooses whether to look up each row or to collect the organisations once a statement.
create function raise_wall(walled regclass) returns void
  language plpgsql set search_path from current as $$
declare
  seen text := format('(select wall_system()) or exists (select from memberships m'
    || ' where m.account_id = (select wall_acting()) and m.organization_id = %s.organization_id', walled);
begin
  perform raise_wall_by(walled, seen || ')', seen || ' and m.role <> ''auditor'')');
end $$;

-- A table whose rows belong to rows of another that has an id and organization_id: seen and changed as those are.
create function raise_wall(walled regclass, via name, parent regclass) returns void
  language plpgsql set search_path from current as $$
declare
  seen text := format('(select wall_system()) or exists (select from %s p where p.id = %s.%I', parent, walled, via);
begin
  perform raise_wall_by(walled, seen || ')', seen
    || ' and exists (select from memberships m where m.account_id = (select wall_acting())'
    || ' and m.organization_id = p.organization_id and m.role <> ''auditor''))');
end $$;

-- A table of what is one person's own.
create function raise_wall_of_account(walled regclass, account name) returns void
  language plpgsql set search_path from current as $$
declare
  own text := format('(select wall_system()) or %I = (select wall_acting())', account);
begin
  perform raise_wall_by(walled, own, own);
end $$;

-- A table that the application reads and writes for itself, whoever asks.
create function raise_wall_of_system(walled regclass) returns void
  language plpgsql set search_path from current as $$
begin
  perform raise_wall_by(walled, '(select wall_system())', '(select wall_system())');
end $$;

select raise_wall('objects');
select raise_wall('fact_records');
select raise_wall('organization_standings');
select raise_wall('organization_sections');
select raise_wall('evidence');
select raise_wall('remedies');
select raise_wall('staff_registers');
select raise_wall('staff_members');
select raise_wall('security_documents');
select raise_wall('assets');
select raise_wall('asset_imports');
select raise_wall('risk_methods');
select raise_wall('risks');
select raise_wall('imports');

select raise_wall('declined_questions', 'object_id', 'objects');
select raise_wall('object_standings', 'object_id', 'objects');
select raise_wall('evidence_versions', 'evidence_id', 'evidence');
select raise_wall('evidence_links', 'evidence_id', 'evidence');
select raise_wall('remedy_history', 'remedy_id', 'remedies');
select raise_wall('staff_trainings', 'member_id', 'staff_members');
select raise_wall('document_reviews', 'document_id', 'security_documents');
select raise_wall('document_acquaintances', 'document_id', 'security_documents');
select raise_wall('risk_assets', 'risk_id', 'risks');
select raise_wall('risk_measures', 'risk_id', 'risks');
select raise_wall('import_files', 'import_id', 'imports');

select raise_wall_of_account('jobs', 'owner');
select raise_wall_of_account('notices', 'account_id');
select raise_wall_of_account('notice_settings', 'account_id');
select raise_wall_of_account('duty_feeds', 'account_id');
select raise_wall_of_account('recovery_codes', 'account_id');

select raise_wall_of_system('setup_links');
select raise_wall_of_system('sign_in_failures');
select raise_wall_of_system('user_entities');
select raise_wall_of_system('user_credentials');
select raise_wall_of_system('notice_mails');
select raise_wall_of_system('notice_rounds');
select raise_wall_of_system('event_publication');

-- Jobs are only for organisations that one reads.
drop policy wall_insert on jobs;
create policy wall_insert on jobs for insert with check (
  (select wall_system()) or (owner = (select wall_acting()) and wall_reads(organization_id)));

-- Whoever works here sees names beside what others did. One changes oneself; administrators change others.
select raise_wall_by('accounts',
  '(select wall_acting()) is not null or (select wall_system())',
  'id = (select wall_acting()) or (select wall_system()) or (select wall_administrator())');
drop policy wall_insert on accounts;
create policy wall_insert on accounts for insert with check (
  (select wall_system()) or (select wall_administrator())
  or (not administrator and exists (
    select from memberships m where m.account_id = (select wall_acting()) and m.role <> 'auditor')));

-- Administrators see which organisations there are and who is in them, and nothing of their work. Nobody gives a role
-- to himself; the first of a new organisation gets his from the application.
select raise_wall_by('organizations',
  '(select wall_system()) or (select wall_administrator()) or exists (select from memberships m
     where m.account_id = (select wall_acting()) and m.organization_id = organizations.id)',
  '(select wall_system()) or (select wall_administrator())');
select raise_wall_by('memberships',
  'account_id = (select wall_acting()) or (select wall_system()) or (select wall_administrator())
     or wall_reads(organization_id)',
  '(select wall_system()) or (account_id <> (select wall_acting())
     and ((select wall_administrator()) or wall_writes(organization_id)))');

-- Whoever is not signed in may leave an entry, and reads none. Nobody writes in the name of another.
select raise_wall_by('audit_log',
  'account_id = (select wall_acting()) or (select wall_system()) or (select wall_administrator())
     or exists (select from memberships m
       where m.account_id = (select wall_acting()) and m.organization_id = audit_log.organization_id)',
  '(select wall_system())
     or ((account_id is null or account_id = (select wall_acting()))
       and (organization_id is null or (select wall_administrator()) or wall_reads(organization_id)))');
