-- With what programs act for people, and what they asked for lately.

create table api_tokens (
  id              uuid primary key,
  account_id      uuid not null references accounts,
  organization_id uuid references organizations,  -- the only one it opens; null for all of the account's
  name            text not null,
  scopes          text[] not null default '{}',
  hash            bytea not null unique,          -- SHA-256 of a token with 256 random bits, which is shown once
  hint            text not null,                  -- its beginning and end, to know it by
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  used_from       text,
  revoked_at      timestamptz
);
create index api_tokens_account on api_tokens (account_id, name);

-- What was asked for with an Idempotency-Key, and how it was answered; kept for a day.
create table api_requests (
  account_id  uuid not null references accounts,
  key         text not null,
  fingerprint text not null,                      -- SHA-256 of method, path and body
  at          timestamptz not null,
  location    text,
  body        bytea,
  primary key (account_id, key)
);
create index api_requests_at on api_requests (at);

select raise_wall_of_account('api_tokens', 'account_id');
select raise_wall_of_account('api_requests', 'account_id');
