CREATE TABLE dbo.audit_records (
    id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_audit_records PRIMARY KEY,
    what NVARCHAR(100) NOT NULL CONSTRAINT df_audit_records_what DEFAULT N'${what}'
);
