-- Tells whether an organisation's deadlines are still those that were summed: the transaction that wrote them.
alter table organization_current add column calendar bigint not null default 0;
