BEGIN TRANSACTION;
ALTER TABLE [Depts] SET (SYSTEM_VERSIONING = OFF)

ALTER TABLE [Depts] DROP PERIOD FOR SYSTEM_TIME

DECLARE @var nvarchar(max);
SELECT @var = QUOTENAME([d].[name])
FROM [sys].[default_constraints] [d]
INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Depts]') AND [c].[name] = N'ValidTo');
IF @var IS NOT NULL EXEC(N'ALTER TABLE [Depts] DROP CONSTRAINT ' + @var + ';');
ALTER TABLE [Depts] DROP COLUMN [ValidTo];

DECLARE @var1 nvarchar(max);
SELECT @var1 = QUOTENAME([d].[name])
FROM [sys].[default_constraints] [d]
INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Depts]') AND [c].[name] = N'ValidFrom');
IF @var1 IS NOT NULL EXEC(N'ALTER TABLE [Depts] DROP CONSTRAINT ' + @var1 + ';');
ALTER TABLE [Depts] DROP COLUMN [ValidFrom];

DROP TABLE [hist].[DeptsHistory];

DECLARE @defaultSchema AS sysname;
SET @defaultSchema = SCHEMA_NAME();
DECLARE @description AS sql_variant;
EXEC sp_dropextendedproperty 'MS_Description', 'SCHEMA', @defaultSchema, 'TABLE', N'Blogs';
SET @description = N'New words';
EXEC sp_addextendedproperty 'MS_Description', @description, 'SCHEMA', @defaultSchema, 'TABLE', N'Blogs';

ALTER TABLE [Blogs] ADD [Json] json NULL;

ALTER TABLE [Blogs] ADD [OwnerId] int NULL;


INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20260101000000_Plain', N'10.0.0');

COMMIT;
GO

