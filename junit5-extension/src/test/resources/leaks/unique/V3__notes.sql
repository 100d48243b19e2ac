ALTER TABLE dbo.people ADD CONSTRAINT uq_notes UNIQUE (note);
