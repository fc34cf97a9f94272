-- Long work with progress that outlives a reload and a restart, and passports on their way in.

create table jobs (
  id              uuid primary key,
  kind            text not null,
  organization_id uuid not null references organizations,
  owner           uuid not null references accounts,
  lang            text not null check (lang in ('kk', 'ru', 'en')),
  title           text not null,              -- what it is of, such as the organisation's name
  input           text not null,              -- what its kind needs to know, in a form of its own
  state           text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done            int not null default 0,
  total           int not null,
  message         text not null default '',   -- what it is at, or what came of it
  failure         text,                       -- why it failed: the key of a message
  attempts        int not null default 0,     -- how often it was begun: a restart begins it again
  cancel          boolean not null default false,
  result_name     text,                       -- the file that came of it
  result_type     text,
  result_size     bigint,
  created_at      timestamptz not null,
  started_at      timestamptz,
  ended_at        timestamptz
);
create index jobs_owner on jobs (owner, created_at desc);
create index jobs_open on jobs (state) where state in ('waiting', 'running');

-- An import is looked at before it is taken over. Files are kept as they came, so that what is taken
-- over is what was looked at, and that one can see later what was imported.
create table imports (
  id              uuid primary key,
  organization_id uuid not null references organizations,
  uploaded_by     uuid not null references accounts,
  uploaded_at     timestamptz not null,
  job_id          uuid references jobs,       -- null until it is taken over
  taken_at        timestamptz
);
create table import_files (
  import_id uuid not null references imports,
  position  int not null,
  name      text not null,
  content   bytea not null,
  primary key (import_id, position)
);
