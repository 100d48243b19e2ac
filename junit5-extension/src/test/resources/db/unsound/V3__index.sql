CREATE INDEX ix_people_name ON dbo.people (name);
