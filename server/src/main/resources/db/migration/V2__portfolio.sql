-- Sums of object_standings by organisation, written with them, so that a portfolio of thousands is read from few rows.

create table organization_standings (
  organization_id uuid not null references organizations,
  day             date not null,
  objects         int not null,
  met             int not null,
  not_met         int not null,
  undecided       int not null,
  high_not_met    int not null,
  next_due        date,
  primary key (organization_id, day)
);

create table organization_sections (          -- only the latest
  organization_id uuid not null references organizations,
  section         text not null,              -- act#section
  met             int not null,
  not_met         int not null,
  undecided       int not null,
  primary key (organization_id, section)
);
