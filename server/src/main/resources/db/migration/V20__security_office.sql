-- What the organisation's security officer works with: people, documents, assets, risks.

create table staff_registers (
  organization_id uuid primary key references organizations,
  complete        boolean not null,           -- everybody who works there is listed: the counts hold for the organisation
  changed_at      timestamptz not null,
  changed_by      uuid not null references accounts
);

create table staff_members (
  id                uuid primary key,
  organization_id   uuid not null references organizations,
  name              text not null,
  post              text not null,
  duty              text not null check (duty in ('security', 'administrator', 'personnel', 'other')),
  joined_on         date,
  left_on           date,
  access_revoked_on date,
  created_at        timestamptz not null,
  created_by        uuid not null references accounts,
  archived_at       timestamptz,
  archived_by       uuid references accounts,
  archived_reason   text
);
create index staff_members_organization on staff_members (organization_id, name, id);

create table staff_trainings (
  id              uuid primary key,
  member_id       uuid not null references staff_members,
  kind            text not null check (kind in ('security-course', 'information-security', 'informatization')),
  title           text not null,
  finished_on     date not null,
  certificate     text,                       -- its number; null when none was given
  created_at      timestamptz not null,
  created_by      uuid not null references accounts,
  archived_at     timestamptz,
  archived_by     uuid references accounts,
  archived_reason text
);
create index staff_trainings_member on staff_trainings (member_id, finished_on);

create table security_documents (
  id              uuid primary key,
  organization_id uuid not null references organizations,
  level           int not null check (level between 1 and 4),
  kind            text,                       -- the option of the law book; null for a document of the organisation's own
  title           text not null,
  owner           text,
  approved_on     date,
  act             text,                       -- the legal act that approved it
  in_kazakh       boolean not null,
  in_russian      boolean not null,
  contents        text[] not null default '{}', -- of the policy: what it sets out
  place           text,                       -- where it is kept
  created_at      timestamptz not null,
  created_by      uuid not null references accounts,
  archived_at     timestamptz,
  archived_by     uuid references accounts,
  archived_reason text
);
create index security_documents_organization on security_documents (organization_id, level, title);
create unique index security_documents_kind on security_documents (organization_id, level, kind)
  where kind is not null and archived_at is null;

create table document_reviews (
  id          bigint generated always as identity primary key,
  document_id uuid not null references security_documents,
  reviewed_on date not null,
  result      text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null references accounts,
  unique (document_id, reviewed_on)
);

create table document_acquaintances (
  document_id uuid not null references security_documents,
  member_id   uuid not null references staff_members,
  acquainted  date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null references accounts,
  primary key (document_id, member_id)
);
create index document_acquaintances_member on document_acquaintances (member_id);

create table assets (
  id              uuid primary key,
  organization_id uuid not null references organizations,
  code            text not null,              -- the inventory number: one asset each
  name            text not null,
  kind            text not null check (kind in ('hardware', 'software', 'data', 'media', 'service', 'other')),
  version         text,
  supplier        text,
  place           text,
  object_id       uuid references objects,
  confidentiality int check (confidentiality between 1 and 3),
  integrity       int check (integrity between 1 and 3),
  availability    int check (availability between 1 and 3),
  marking         text,                       -- what the label on it says
  owner           text,
  responsibility  text,                       -- how far the owner answers for it
  created_at      timestamptz not null,
  created_by      uuid not null references accounts,
  archived_at     timestamptz,
  archived_by     uuid references accounts,
  archived_reason text
);
create index assets_organization on assets (organization_id, name, id);
create unique index assets_code on assets (organization_id, code) where archived_at is null;

-- A file that was read without a mistake and waits to be taken over; its bytes go when it is.
create table asset_imports (
  id              uuid primary key,
  organization_id uuid not null references organizations,
  file_name       text not null,
  object_id       uuid references objects,
  content         bytea,
  created_at      timestamptz not null,
  created_by      uuid not null references accounts,
  taken_at        timestamptz
);

create table risk_methods (
  organization_id uuid primary key references organizations,
  standard        text,                       -- an option of the law book
  procedure       boolean not null,
  by_27005        boolean not null,
  acceptable      int check (acceptable between 1 and 25), -- the highest rating that may be accepted
  plan_on         date,
  plan_act        text,
  changed_at      timestamptz not null,
  changed_by      uuid not null references accounts
);

create table risks (
  id              uuid primary key,
  organization_id uuid not null references organizations,
  title           text not null,
  threat          text not null,
  source          text,
  vulnerability   text,
  leakage         text,
  intruder        text,
  likelihood      int check (likelihood between 1 and 5),
  impact          int check (impact between 1 and 5),
  treatment       text check (treatment in ('accept', 'reduce', 'transfer', 'avoid')),
  reason          text,                       -- why it is accepted
  residual_likelihood int check (residual_likelihood between 1 and 5),
  residual_impact int check (residual_impact between 1 and 5),
  owner           text,
  review_on       date,
  created_at      timestamptz not null,
  created_by      uuid not null references accounts,
  archived_at     timestamptz,
  archived_by     uuid references accounts,
  archived_reason text
);
create index risks_organization on risks (organization_id, title, id);

create table risk_assets (
  risk_id  uuid not null references risks,
  asset_id uuid not null references assets,
  primary key (risk_id, asset_id)
);
create index risk_assets_asset on risk_assets (asset_id);

create table risk_measures (
  id              uuid primary key,
  risk_id         uuid not null references risks,
  text            text not null,
  requirement     text,                       -- an id of the law book
  owner           text not null,
  due             date not null,
  done_on         date,
  created_at      timestamptz not null,
  created_by      uuid not null references accounts,
  archived_at     timestamptz,
  archived_by     uuid references accounts,
  archived_reason text
);
create index risk_measures_risk on risk_measures (risk_id, due);
