-- What one person must not do alone: it waits for a second, who is never the one who asked.

create table approvals (
  id              uuid primary key,
  kind            text not null,              -- what carries it out
  organization_id uuid references organizations, -- null: of the installation, for administrators
  subject         text not null,              -- of whom or what, as people are told
  target          uuid references accounts,   -- whose rights it is about, who has no say; null when nobody's
  input           text not null,              -- what its kind needs to know, in a form of its own
  asked_by        uuid not null references accounts,
  asked_at        timestamptz not null,
  expires_at      timestamptz not null,
  state           text not null check (state in ('waiting', 'approved', 'refused', 'withdrawn', 'alone')),
  decided_by      uuid references accounts,
  decided_at      timestamptz,
  reason          text,
  constraint approvals_second_person check (decided_by <> asked_by and decided_by <> target),
  constraint approvals_decided check ((state in ('approved', 'refused')) = (decided_by is not null))
);
create index approvals_organization on approvals (organization_id, asked_at desc);
create unique index approvals_once on approvals (kind, organization_id, input) nulls not distinct
  where state = 'waiting';

-- Asked for by whoever may change something there, in their own name; decided so too.
select raise_wall_by('approvals',
  '(select wall_system()) or (select wall_administrator()) or exists (select from memberships m
     where m.account_id = (select wall_acting()) and m.organization_id = approvals.organization_id)',
  '(select wall_system()) or ((select wall_administrator()) or wall_writes(organization_id))');
drop policy wall_insert on approvals;
create policy wall_insert on approvals for insert with check (
  (select wall_system()) or (asked_by = (select wall_acting()) and decided_by is null
    and ((select wall_administrator()) or wall_writes(organization_id))));
drop policy wall_update on approvals;
create policy wall_update on approvals for update
  using ((select wall_system())
    or (state = 'waiting' and ((select wall_administrator()) or wall_writes(organization_id))))
  with check ((select wall_system())
    or decided_by = (select wall_acting()) or (decided_by is null and asked_by = (select wall_acting())));
drop policy wall_delete on approvals;
create policy wall_delete on approvals for delete using (false);
