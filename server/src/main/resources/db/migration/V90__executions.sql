-- Who does what when, of several servers on this database (db-scheduler's table, twice: long work must not keep
-- rounds waiting).

create table job_executions (
  task_name            text not null,
  task_instance        text not null,         -- the id in jobs
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index job_executions_time on job_executions (execution_time);
create index job_executions_heartbeat on job_executions (last_heartbeat);

create table round_executions (like job_executions including all);

-- What an older program left open.
insert into job_executions (task_name, task_instance, execution_time, picked, version)
  select 'job', id, now(), false, 1 from jobs where state in ('waiting', 'running');

select raise_wall_of_system('job_executions');
select raise_wall_of_system('round_executions');
