-- Webhooks: who is told of what, and what is still to be told.

create table hook_subscriptions (
  id              uuid primary key,
  organization_id uuid not null references organizations,
  url             text not null,
  events          text[] not null default '{}',
  secret          bytea not null,              -- with which messages are signed; sealed by the vault
  created_at      timestamptz not null,
  created_by      uuid not null references accounts,
  ended_at        timestamptz,
  ended_by        uuid references accounts
);
create index hook_subscriptions_organization on hook_subscriptions (organization_id) where ended_at is null;

-- Written in the transaction of what it tells of, so that nothing that happened is lost.
create table hook_deliveries (
  id              uuid primary key,
  subscription_id uuid not null references hook_subscriptions,
  organization_id uuid not null references organizations,
  type            text not null,
  key             text,                        -- the same for the same occasion, which is told once
  payload         text not null,
  created_at      timestamptz not null,
  state           text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts        int not null default 0,
  next_at         timestamptz not null,
  claimed_until   timestamptz,                 -- by then the server that is sending it has an answer, or has died
  status          int,
  error           text,
  answered_at     timestamptz,
  unique (subscription_id, key)
);
create index hook_deliveries_waiting on hook_deliveries (next_at) where state = 'waiting';
create index hook_deliveries_list on hook_deliveries (subscription_id, created_at desc, id);

-- How objects stood when their organisation's subscribers were last told.
create table hook_standings (
  object_id      uuid primary key references objects,
  met            int not null,
  not_met        int not null,
  undecided      int not null,
  not_applicable int not null
);

select raise_wall('hook_subscriptions');
select raise_wall('hook_deliveries');
select raise_wall('hook_standings', 'object_id', 'objects');
