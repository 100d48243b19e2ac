CREATE TABLE dbo.audit_records (id INT NOT NULL CONSTRAINT pk_audit_records PRIMARY KEY);
