-- Encryption at rest: the data keys, wrapped by a master key that is never in the database, and how far what is
-- stored has been sealed under the newest of them.

create table vault_keyset (
  one        boolean primary key default true check (one),
  version    int not null,                    -- grows by one with each change
  keyset     bytea not null,                  -- Tink's encrypted keyset
  master_key text not null,                   -- which master key wraps it: a fingerprint, nothing secret
  newest     text not null,                   -- the data key that seals, by its number in hexadecimal
  rotated_at timestamptz not null,
  changed_at timestamptz not null
);

-- What scanned a file and found nothing; null when nothing did.
alter table evidence_versions add column scan text;

create table vault_renewals (
  place       text not null,                  -- what is sealed: evidence, authenticators, …
  data_key    text not null,
  after       text not null default '',       -- the last that is done, in the place's own order
  renewed     bigint not null default 0,      -- how many were sealed anew
  failed      bigint not null default 0,      -- how many could not be read
  finished_at timestamptz,
  primary key (place, data_key)
);

select raise_wall_of_system('vault_keyset');
select raise_wall_of_system('vault_renewals');
