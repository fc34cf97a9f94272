-- The walls of the figures that are kept: seen and changed with what they are of.
select raise_wall('organization_current');
select raise_wall('organization_months');
select raise_wall('object_duties');
select raise_wall('deadlines');
select raise_wall('deadline_days');
