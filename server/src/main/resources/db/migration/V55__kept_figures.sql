-- Figures that are kept as facts change, so that pages over thousands of organisations read few rows.

-- The newest row of organization_standings of each organisation.
create table organization_current (
  organization_id uuid primary key references organizations,
  day             date not null,
  objects         int not null,
  met             int not null,
  not_met         int not null,
  undecided       int not null,
  high_not_met    int not null,
  next_due        date
);
insert into organization_current
select distinct on (organization_id)
  organization_id, day, objects, met, not_met, undecided, high_not_met, next_due
from organization_standings order by organization_id, day desc;

-- How an organisation stood at the end of a month; the present month holds the newest. A month without a standing has
-- that of the month before.
create table organization_months (
  month           date not null,              -- its first day
  organization_id uuid not null references organizations,
  met             int not null,
  not_met         int not null,
  undecided       int not null,
  primary key (month, organization_id)
);
insert into organization_months
select m.month, o.organization_id, s.met, s.not_met, s.undecided
from (select organization_id, date_trunc('month', min(day)) as first, date_trunc('month', max(day)) as last
      from organization_standings group by organization_id) o
cross join lateral (select n::date as month from generate_series(o.first, o.last, interval '1 month') n) m
join lateral (
  select * from organization_standings s
  where s.organization_id = o.organization_id and s.day < m.month + interval '1 month'
  order by s.day desc limit 1) s on true;

-- What is due for an object, as last decided: rewritten with its standing.
create table object_duties (
  object_id       uuid primary key references objects,
  organization_id uuid not null references organizations,
  day             date not null,
  book            text not null,
  duties          jsonb not null              -- [{requirement, recurring, period, counted, due, fact, shared, outcome}]
);
create index object_duties_organization on object_duties (organization_id);

-- The same by organisation, as a calendar shows it: a duty that is counted from a fact of the organisation once.
create table deadlines (
  id              bigint generated always as identity primary key,
  organization_id uuid not null references organizations,
  objects         uuid[] not null,            -- by name; one of them unless shared
  requirement     text not null,
  recurring       boolean not null,
  shared          boolean not null,
  period          text,
  counted         date,
  due             date,
  fact            text not null,
  outcome         text not null,              -- the worst among the objects
  open            boolean not null            -- not met by all: overdue when its day has passed
);
create index deadlines_organization on deadlines (organization_id, due);
create index deadlines_due on deadlines (due, requirement, id);
create index deadlines_open on deadlines (due, requirement, id) where open;
create index deadlines_met on deadlines (due, requirement, id) where not open;

-- How many are due on a day.
create table deadline_days (
  organization_id uuid not null references organizations,
  due             date,                       -- null: those without a day
  deadlines       int not null,
  open            int not null,
  unique nulls not distinct (organization_id, due)
);

-- Facts found by what is asked: the newest first where somebody sees many organisations, theirs where few.
create index fact_records_fact on fact_records (fact, id desc);
create index fact_records_of_fact on fact_records (organization_id, fact, object_id, id desc);

-- The remedies of many organisations by day.
create index remedies_by_day on remedies (status, due, id);
create index memberships_account on memberships (account_id);

-- Records found by any part of their names.
create extension if not exists pg_trgm;
create index organizations_words on organizations
  using gin (lower((name || ' ' || coalesce(bin, '')) collate pg_c_utf8) gin_trgm_ops);
create index objects_words on objects
  using gin (lower((name || ' ' || coalesce(code, '')) collate pg_c_utf8) gin_trgm_ops);
create index evidence_words on evidence using gin (lower(title collate pg_c_utf8) gin_trgm_ops);
create index evidence_versions_words on evidence_versions
  using gin (lower(file_name collate pg_c_utf8) gin_trgm_ops);
create index remedies_words on remedies using gin (lower(task collate pg_c_utf8) gin_trgm_ops);

-- The round of this day goes once more, to fill what is new.
delete from notice_rounds;
