IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200101000000_Init')
BEGIN
    IF SCHEMA_ID(N'shop') IS NULL EXEC(N'CREATE SCHEMA [shop];');
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200101000000_Init')
BEGIN
    CREATE SEQUENCE [shop].[OrderNumbers] AS int START WITH 1000 INCREMENT BY 5 NO MINVALUE NO MAXVALUE NO CYCLE;
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200101000000_Init')
BEGIN
    CREATE TABLE [Blogs] (
        [Id] int NOT NULL IDENTITY,
        [Url] nvarchar(max) NOT NULL DEFAULT N'none',
        [Rating] decimal(18,2) NOT NULL DEFAULT 3.5,
        [Created] datetime2 NOT NULL DEFAULT (GETUTCDATE()),
        [Stamp] rowversion NULL,
        [Deleted] bit NOT NULL DEFAULT CAST(0 AS bit),
        [Full] AS [Url] + N'/' PERSISTED,
        [When] datetimeoffset NOT NULL DEFAULT '0001-01-01T00:00:00.0000000+00:00',
        [Key] uniqueidentifier NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
        [At] datetime2 NOT NULL DEFAULT '0001-01-01T00:00:00.0000000',
        [Number] int NOT NULL DEFAULT (NEXT VALUE FOR shop.OrderNumbers),
        [Kind] nvarchar(21) COLLATE Latin1_General_CS_AS NULL,
        CONSTRAINT [PK_Blogs] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_Blogs_Rating] CHECK ([Rating] > 0 AND [Rating] < 6)
    );
    DECLARE @defaultSchema AS sysname;
    SET @defaultSchema = SCHEMA_NAME();
    DECLARE @description AS sql_variant;
    SET @description = N'All the blogs';
    EXEC sp_addextendedproperty 'MS_Description', @description, 'SCHEMA', @defaultSchema, 'TABLE', N'Blogs';
    SET @description = N'It''s the address';
    EXEC sp_addextendedproperty 'MS_Description', @description, 'SCHEMA', @defaultSchema, 'TABLE', N'Blogs', 'COLUMN', N'Url';
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200101000000_Init')
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Rating', N'Url') AND [object_id] = OBJECT_ID(N'[Blogs]'))
        SET IDENTITY_INSERT [Blogs] ON;
    EXEC(N'INSERT INTO [Blogs] ([Id], [Rating], [Url])
    VALUES (1, 4.5, N''http://a/it''''s''),
    (2, 2.0, N''b'')');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Rating', N'Url') AND [object_id] = OBJECT_ID(N'[Blogs]'))
        SET IDENTITY_INSERT [Blogs] OFF;
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200101000000_Init')
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Blogs_Kind] ON [Blogs] ([Kind]) WHERE [Kind] IS NOT NULL');
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200101000000_Init')
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20200101000000_Init', N'3.1.32');
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200201000000_Next')
BEGIN
    DECLARE @var0 sysname;
    SELECT @var0 = [d].[name]
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Blogs]') AND [c].[name] = N'Rating');
    IF @var0 IS NOT NULL EXEC(N'ALTER TABLE [Blogs] DROP CONSTRAINT [' + @var0 + '];');
    ALTER TABLE [Blogs] DROP CONSTRAINT [CK_Blogs_Rating];
    ALTER TABLE [Blogs] ALTER COLUMN [Rating] decimal(10,1) NULL;
    ALTER TABLE [Blogs] ADD DEFAULT 1.0 FOR [Rating];
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200201000000_Next')
BEGIN
    DECLARE @var1 sysname;
    SELECT @var1 = [d].[name]
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Blogs]') AND [c].[name] = N'Kind');
    IF @var1 IS NOT NULL EXEC(N'ALTER TABLE [Blogs] DROP CONSTRAINT [' + @var1 + '];');
    DROP INDEX [IX_Blogs_Kind] ON [Blogs];
    EXEC(N'UPDATE [Blogs] SET [Kind] = N'''' WHERE [Kind] IS NULL');
    ALTER TABLE [Blogs] ALTER COLUMN [Kind] nvarchar(30) NOT NULL;
    ALTER TABLE [Blogs] ADD DEFAULT N'' FOR [Kind];
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200201000000_Next')
BEGIN
    EXEC sp_rename N'[Blogs].[Kind]', N'Sort', N'COLUMN';
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200201000000_Next')
BEGIN
    EXEC(N'UPDATE [Blogs] SET [Rating] = 5.0
    WHERE [Id] = 1;
    SELECT @@ROWCOUNT');
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200201000000_Next')
BEGIN
    UPDATE [Blogs] SET [Rating] = 5.0
    WHERE [Id] = 1;
    SELECT @@ROWCOUNT;
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200201000000_Next')
BEGIN
    DELETE FROM [Blogs]
    WHERE [Id] = 2;
    SELECT @@ROWCOUNT;
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200201000000_Next')
BEGIN
    EXEC(N'
    CREATE VIEW [BlogNames] AS
    SELECT b.Id, b.Url FROM Blogs b
    ');
END;

GO

IF NOT EXISTS(SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20200201000000_Next')
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20200201000000_Next', N'3.1.32');
END;

GO

