-- How people enter: sessions, passkeys, recovery codes, limits, and what the audit log is searched by.

alter table accounts add column last_sign_in timestamptz;

create table recovery_codes (
  account_id uuid not null references accounts,
  code_hash  bytea not null,                  -- SHA-256 of a code with 59 random bits, which is shown once
  used_at    timestamptz,
  primary key (account_id, code_hash)
);

-- Wrong sign-ins in a row, by account or by address; forgotten when one succeeds or a day has passed.
create table sign_in_failures (
  subject  text primary key,
  failures int not null,
  last_at  timestamptz not null
);

create index audit_log_at on audit_log (at, id);
create index audit_log_action on audit_log (action, id desc);
create index audit_log_account on audit_log (account_id, id desc);

-- Spring Session's tables.
create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(320)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);
create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- Spring Security's tables of passkeys; a user's name is the account's e-mail.
create table user_entities (
  id           varchar(1000) not null primary key,
  name         varchar(320) not null unique,
  display_name varchar(320)
);
create table user_credentials (
  credential_id                varchar(1000) not null primary key,
  user_entity_user_id          varchar(1000) not null references user_entities,
  public_key                   bytea not null,
  signature_count              bigint,
  uv_initialized               boolean,
  backup_eligible              boolean not null,
  authenticator_transports     varchar(1000),
  public_key_credential_type   varchar(100),
  backup_state                 boolean not null,
  attestation_object           bytea,
  attestation_client_data_json bytea,
  created                      timestamp,
  last_used                    timestamp,
  label                        varchar(1000) not null
);
create index user_credentials_user on user_credentials (user_entity_user_id);
