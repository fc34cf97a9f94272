-- Results of jobs are encrypted by now. Those of an older program are plain until their turn comes; of what is marked
-- here something plain is not taken.
alter table jobs add column result_sealed boolean not null default false;

-- Mails with a one-time link that are still to go out. The link itself is encrypted, and forgotten once the mail went
-- out or the link works no more.
create table setup_mails (
  link bytea primary key references setup_links (token_hash),
  account_id uuid not null references accounts (id),
  lang text not null,
  waits boolean not null, -- for a second person
  secret bytea,
  attempts int not null default 0,
  created_at timestamptz not null,
  next_at timestamptz not null,
  sent_at timestamptz
);
create index setup_mails_next on setup_mails (next_at) where secret is not null;
select raise_wall_of_system('setup_mails');
