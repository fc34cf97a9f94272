-- How people enter: links that wait for a second person, and who somebody is at the identity provider.

alter table setup_links add column waits boolean not null default false; -- opens nothing until a second person approved

alter table accounts
  add column provider_issuer  text,           -- as the provider named them when they first came that way
  add column provider_subject text,
  add constraint accounts_provider check ((provider_issuer is null) = (provider_subject is null));
create unique index accounts_provider_once on accounts (provider_issuer, provider_subject);
