-- People, organisations, objects, what is known of them, how they stand, and the audit log.

create table accounts (
  id            uuid primary key,
  email         text not null,
  name          text not null,
  password_hash text,
  lang          text not null default 'ru' check (lang in ('kk', 'ru', 'en')),
  administrator boolean not null default false,
  totp_secret   bytea,
  totp_step     bigint,                       -- the last time step used: a code works once
  created_at    timestamptz not null,
  disabled_at   timestamptz
);
create unique index accounts_email on accounts (lower(email));

create table setup_links (
  token_hash bytea primary key,               -- SHA-256 of the token, which is shown once
  account_id uuid references accounts,        -- null: makes the first administrator
  expires_at timestamptz not null,
  used_at    timestamptz
);

create table organizations (
  id              uuid primary key,
  name            text not null,
  bin             varchar(12) unique,
  created_at      timestamptz not null,
  created_by      uuid not null references accounts,
  archived_at     timestamptz,
  archived_by     uuid references accounts,
  archived_reason text
);

create table memberships (
  account_id      uuid not null references accounts,
  organization_id uuid not null references organizations,
  role            text not null check (role in ('owner', 'security-officer', 'auditor')),
  primary key (account_id, organization_id, role)
);
create index memberships_organization on memberships (organization_id);

create table objects (
  id              uuid primary key,
  organization_id uuid not null references organizations,
  name            text not null,
  code            text,
  created_at      timestamptz not null,
  created_by      uuid not null references accounts,
  archived_at     timestamptz,
  archived_by     uuid references accounts,
  archived_reason text
);
create index objects_organization on objects (organization_id, name, id);

-- Two times: true from valid_from (null: since ever), known from recorded_at. Nothing is overwritten: on a day the
-- fact is what was recorded last among what is true by then. A null value takes the fact back.
create table fact_records (
  id              bigint generated always as identity primary key,
  organization_id uuid not null references organizations,
  object_id       uuid references objects,    -- null: of the organisation, inherited by its objects
  fact            text not null,
  value           text,
  source          text not null check (source in ('declared', 'document', 'measured', 'attested')),
  told_by         text,
  signed_by       text,
  observed        date,
  valid_from      date,
  valid_until     date,
  reference       text,
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references accounts
);
create index fact_records_newest on fact_records (organization_id, object_id, fact, id desc);

create table declined_questions (
  object_id   uuid not null references objects,
  fact        text not null,
  declined_at timestamptz not null,
  declined_by uuid not null references accounts,
  primary key (object_id, fact)
);

-- How an object stood on a day; rewritten when a fact changes, kept for the trend.
create table object_standings (
  object_id      uuid not null references objects,
  day            date not null,
  book           text not null,
  met            int not null,
  not_met        int not null,
  undecided      int not null,
  not_applicable int not null,
  high_not_met   int not null,
  next_due       date,
  sections       jsonb not null,              -- {"act#section": [met, not met, undecided]}
  primary key (object_id, day)
);

create table audit_log (
  id              bigint generated always as identity primary key,
  at              timestamptz not null,
  account_id      uuid,
  account_name    text not null,
  organization_id uuid,
  action          text not null,
  subject         text not null,
  detail          text not null default '',
  address         text not null default '',
  allowed         boolean not null default true
);
create index audit_log_organization on audit_log (organization_id, id desc);
create function audit_log_is_append_only() returns trigger language plpgsql as
  $$ begin raise exception 'the audit log is append-only'; end $$;
create trigger audit_log_append_only before update or delete or truncate on audit_log
  for each statement execute function audit_log_is_append_only();

-- Spring Modulith's event publication registry.
create table event_publication (
  id                     uuid not null primary key,
  listener_id            text not null,
  event_type             text not null,
  serialized_event       text not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
create index event_publication_event on event_publication using hash (serialized_event);
create index event_publication_completed on event_publication (completion_date);
