-- The calendar feed, notices and the mails that tell of them.

create table duty_feeds (
  token_hash bytea primary key,               -- SHA-256 of the token, which is shown once
  account_id uuid not null references accounts,
  created_at timestamptz not null,
  used_at    timestamptz,
  revoked_at timestamptz
);
create unique index duty_feeds_current on duty_feeds (account_id) where revoked_at is null;

-- A mail that tells of one or more notices. It is claimed before it is handed over: one whose handing over was cut
-- off stays 'sending', because nobody knows whether it went out, and is never sent again.
create table notice_mails (
  id         uuid primary key,
  account_id uuid not null references accounts,
  created_at timestamptz not null,
  state      text not null check (state in ('ready', 'sending', 'sent', 'failed')),
  attempts   int not null default 0,
  next_at    timestamptz not null,
  sent_at    timestamptz,
  error      text
);
create index notice_mails_ready on notice_mails (next_at) where state = 'ready';

create table notices (
  id         bigint generated always as identity primary key,
  account_id uuid not null references accounts,
  key        text not null,                   -- whoever is told the same twice is told once
  kind       text not null,
  args       jsonb not null,                  -- [{type, value}]: turned into words when it is read
  link       text not null,
  created_at timestamptz not null,
  read_at    timestamptz,
  by_mail    boolean not null,                -- whether it goes out by mail, decided when it was made
  mail_id    uuid references notice_mails,
  unique (account_id, key)
);
create index notices_account on notices (account_id, created_at desc, id);
create index notices_unread on notices (account_id) where read_at is null;
create index notices_to_mail on notices (account_id) where by_mail and mail_id is null;
create index notices_mail on notices (mail_id) where mail_id is not null;

-- What a person chose; a kind without a row goes out by mail.
create table notice_settings (
  account_id uuid not null references accounts,
  kind       text not null,
  by_mail    boolean not null,
  primary key (account_id, kind)
);

-- The daily rounds that were gone through.
create table notice_rounds (
  day         date not null,
  book        text not null,
  finished_at timestamptz not null,
  primary key (day, book)
);
