BEGIN TRANSACTION;
GO

CREATE TABLE [Owners] (
    [Id] bigint NOT NULL IDENTITY,
    [Name] varchar(80) NOT NULL,
    [Tags] nvarchar(max) NOT NULL DEFAULT N'[]',
    [Born] date NOT NULL,
    [Hour] time NOT NULL,
    [Discriminator] nvarchar(13) NOT NULL,
    CONSTRAINT [PK_Owners] PRIMARY KEY ([Id])
) ;
GO

IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Born', N'Discriminator', N'Hour', N'Name') AND [object_id] = OBJECT_ID(N'[Owners]'))
    SET IDENTITY_INSERT [Owners] ON;
INSERT INTO [Owners] ([Id], [Born], [Discriminator], [Hour], [Name])
VALUES (CAST(1 AS bigint), '2000-02-29', N'Owner', '12:30:00', 'x'),
(CAST(2 AS bigint), '2001-02-28', N'Owner', '00:00:00.5', 'y');
IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Born', N'Discriminator', N'Hour', N'Name') AND [object_id] = OBJECT_ID(N'[Owners]'))
    SET IDENTITY_INSERT [Owners] OFF;
GO

EXEC sp_rename N'[Owners]', N'People';
GO

EXEC sp_rename N'[PK_Owners]', N'PK_People', N'OBJECT';
GO

EXEC sp_rename N'[People].[Name]', N'FullName', N'COLUMN';
GO

DROP INDEX IF EXISTS [IX_None] ON [People];
GO

CREATE INDEX [IX_People_Name] ON [People] ([FullName] DESC, [Born]) INCLUDE ([Hour]) WITH (FILLFACTOR = 90, ONLINE = OFF);
GO

EXEC sp_rename N'[People].[IX_People_Name]', N'IX_People_FullName', N'INDEX';
GO

ALTER TABLE [Blogs] ADD CONSTRAINT [CK_Blogs_Owner] CHECK ([OwnerId] > 0);
GO

DECLARE @var0 sysname;
SELECT @var0 = [d].[name]
FROM [sys].[default_constraints] [d]
INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Blogs]') AND [c].[name] = N'Number');
IF @var0 IS NOT NULL EXEC(N'ALTER TABLE [Blogs] DROP CONSTRAINT [' + @var0 + '];');
ALTER TABLE [Blogs] DROP COLUMN [Number];
GO


ALTER SEQUENCE [shop].[OrderNumbers] INCREMENT BY 10 NO MINVALUE NO MAXVALUE NO CYCLE;
GO

ALTER SEQUENCE [shop].[OrderNumbers] RESTART WITH 5000;
GO


DECLARE @defaultSchema sysname = SCHEMA_NAME();
GO

DECLARE @defaultSchema2 sysname = SCHEMA_NAME();
GO

UPDATE [People] SET [FullName] = 'z'
WHERE [Id] = CAST(1 AS bigint);
SELECT @@ROWCOUNT;

GO

DELETE FROM [People]
WHERE [Id] = CAST(2 AS bigint);
SELECT @@ROWCOUNT;

GO

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20260201000000_Plain', N'8.0.0');
GO

COMMIT;
GO

