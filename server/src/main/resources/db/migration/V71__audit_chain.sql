-- The audit log as a chain of hashes. Entries are written as before, without waiting for each other; what was committed
-- is taken from the queue a moment later and chained, one writer at a time.

create table audit_queue (
  entry_id bigint primary key                 -- written and not chained yet
);

create table audit_chain (
  position bigint primary key,                -- 1, 2, 3 …
  entry_id bigint not null unique,
  hash     bytea not null                     -- SHA-256 over the hash before it and the entry's content
);

-- Months that were taken off line: compressed JSON Lines in the data folder.
create table audit_files (
  last_position  bigint primary key,
  first_position bigint not null,
  first_at       timestamptz not null,
  last_at        timestamptz not null,
  previous       bytea not null,              -- the hash before the first
  hash           bytea not null,              -- the hash of the last
  name           text not null unique,
  sha256         text not null,               -- of the file
  size           bigint not null,
  made_at        timestamptz not null,
  removed_at     timestamptz                  -- after three years the file is removed; this row stays
);

-- How far the entries went out to the collector.
create table audit_feed (
  one      boolean primary key default true check (one),
  position bigint not null
);

insert into audit_queue (entry_id) select id from audit_log;

select set_config('search_path', quote_ident(current_schema) || ', pg_temp', true);

create function audit_enqueue() returns trigger
  language plpgsql security definer set search_path from current as $$
begin
  insert into audit_queue (entry_id) values (new.id);
  return null;
end $$;
create trigger audit_log_enqueue after insert on audit_log for each row execute function audit_enqueue();

create trigger audit_chain_append_only before update or delete or truncate on audit_chain
  for each statement execute function audit_log_is_append_only();
create trigger audit_files_append_only before delete or truncate on audit_files
  for each statement execute function audit_log_is_append_only();

-- Of a file only its removal is noted, once, and only when it is three years old.
create function audit_file_is_kept() returns trigger language plpgsql as $$
begin
  if old.removed_at is not null or new.removed_at is null or old.last_at > now() - interval '3 years'
      or (to_jsonb(new) - 'removed_at') <> (to_jsonb(old) - 'removed_at') then
    raise exception 'the audit log is append-only';
  end if;
  return new;
end $$;
create trigger audit_files_kept before update on audit_files
  for each row execute function audit_file_is_kept();

-- The one way in which entries leave the table: at most so many of the oldest, if they are in a file and older than two
-- months. Only the owner of the tables can lift the guard, and this function does it in the owner's name.
create function audit_remove_sealed(most int) returns int
  language plpgsql security definer set search_path from current as $$
declare
  gone bigint[];
begin
  select array_agg(entry_id) into gone from (
    select c.entry_id
    from audit_chain c join audit_log l on l.id = c.entry_id
    where c.position <= (select max(last_position) from audit_files)
      and exists (select from audit_files f where c.position between f.first_position and f.last_position)
      and l.at < now() - interval '2 months'
    order by c.position limit most) oldest;
  if gone is null then
    return 0;
  end if;
  alter table audit_log disable trigger audit_log_append_only;
  alter table audit_chain disable trigger audit_chain_append_only;
  delete from audit_log where id = any (gone);
  delete from audit_chain where entry_id = any (gone);
  alter table audit_chain enable trigger audit_chain_append_only;
  alter table audit_log enable trigger audit_log_append_only;
  return cardinality(gone);
end $$;

select raise_wall_of_system('audit_queue');
select raise_wall_of_system('audit_chain');
select raise_wall_of_system('audit_files');
select raise_wall_of_system('audit_feed');
