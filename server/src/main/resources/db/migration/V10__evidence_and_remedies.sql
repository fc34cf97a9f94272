-- Evidence with its versions and what it serves; remedies with their history.

create table evidence (
  id              uuid primary key,
  organization_id uuid not null references organizations,
  kind            text not null,              -- of the law book's vocabulary
  title           text not null,
  created_at      timestamptz not null,
  created_by      uuid not null references accounts,
  archived_at     timestamptz,
  archived_by     uuid references accounts,
  archived_reason text
);
create index evidence_organization on evidence (organization_id, created_at desc, id);

-- The content itself is a file named by its SHA-256; the same content is one file, whoever refers to it.
create table evidence_versions (
  evidence_id uuid not null references evidence,
  version     int not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size        bigint not null,
  media_type  text not null,
  file_name   text not null,
  valid_from  date,                           -- null: since ever
  valid_until date,                           -- the last day; null: without end
  remark      text not null default '',
  uploaded_at timestamptz not null,
  uploaded_by uuid not null references accounts,
  primary key (evidence_id, version)
);

-- What a piece serves: a requirement, of one object or (object_id null) of all the organisation's.
create table evidence_links (
  id          bigint generated always as identity primary key,
  evidence_id uuid not null references evidence,
  requirement text not null,
  object_id   uuid references objects,
  linked_at   timestamptz not null,
  linked_by   uuid not null references accounts,
  removed_at  timestamptz,
  removed_by  uuid references accounts
);
create unique index evidence_links_once on evidence_links (evidence_id, requirement, object_id)
  nulls not distinct where removed_at is null;

create table remedies (
  id              uuid primary key,
  organization_id uuid not null references organizations,
  object_id       uuid not null references objects,
  requirement     text not null,
  task            text not null,
  owner_id        uuid not null references accounts,
  due             date not null,
  status          text not null check (status in ('open', 'done')),
  met             boolean not null default false,   -- whether the requirement was met when last decided
  created_at      timestamptz not null
);
create index remedies_due on remedies (organization_id, status, due, id);
create index remedies_object on remedies (object_id, requirement);

-- Each entry tells the whole remedy as it was from then on.
create table remedy_history (
  id         bigint generated always as identity primary key,
  remedy_id  uuid not null references remedies,
  event      text not null check (event in ('assigned', 'changed', 'done', 'reopened')),
  task       text not null,
  owner_id   uuid not null references accounts,
  due        date not null,
  note       text not null default '',
  at         timestamptz not null,
  account_id uuid not null references accounts
);
create index remedy_history_remedy on remedy_history (remedy_id, id);
