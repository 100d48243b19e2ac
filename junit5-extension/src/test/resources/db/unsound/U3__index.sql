DROP INDEX ix_people_name ON dbo.people;
