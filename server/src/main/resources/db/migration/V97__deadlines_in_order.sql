-- An organisation's deadlines in the order in which programs read them part by part. The first object tells those of
-- one day and requirement apart, and stays when the rows are written anew.
create index deadlines_in_order on deadlines (organization_id, open, due, requirement, (objects[1]));
