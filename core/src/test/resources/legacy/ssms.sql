USE [master]
GO
/****** Object:  Login [shop_app]    Script Date: 02/11/2026 09:12:44 ******/
IF NOT EXISTS (SELECT * FROM sys.server_principals WHERE name = N'shop_app')
CREATE LOGIN [shop_app] WITH PASSWORD=N'ZKz1d+7Xv0Y=', DEFAULT_DATABASE=[Shop], CHECK_EXPIRATION=OFF, CHECK_POLICY=OFF
GO
ALTER LOGIN [shop_app] DISABLE
GO
/****** Object:  Database [Shop]    Script Date: 02/11/2026 09:12:44 ******/
IF EXISTS (SELECT name FROM sys.databases WHERE name = N'Shop')
DROP DATABASE [Shop]
GO
CREATE DATABASE [Shop]
 CONTAINMENT = NONE
 ON  PRIMARY
( NAME = N'Shop', FILENAME = N'D:\Data\Shop.mdf' , SIZE = 73728KB , MAXSIZE = UNLIMITED, FILEGROWTH = 65536KB ),
 FILEGROUP [ARCHIVE]
( NAME = N'Shop_Archive', FILENAME = N'E:\Data\Shop_Archive.ndf' , SIZE = 8192KB , MAXSIZE = UNLIMITED, FILEGROWTH = 65536KB )
 LOG ON
( NAME = N'Shop_log', FILENAME = N'L:\Log\Shop_log.ldf' , SIZE = 8192KB , MAXSIZE = 2048GB , FILEGROWTH = 65536KB )
GO
IF (1 = FULLTEXTSERVICEPROPERTY('IsFullTextInstalled'))
begin
EXEC [Shop].[dbo].[sp_fulltext_database] @action = 'enable'
end
GO
ALTER DATABASE [Shop] SET COMPATIBILITY_LEVEL = 150
GO
ALTER DATABASE [Shop] SET ANSI_NULL_DEFAULT OFF
GO
ALTER DATABASE [Shop] SET READ_COMMITTED_SNAPSHOT ON
GO
ALTER DATABASE [Shop] SET QUERY_STORE = OFF
GO
EXEC sys.sp_db_vardecimal_storage_format N'Shop', N'ON'
GO
USE [Shop]
GO
ALTER DATABASE SCOPED CONFIGURATION SET LEGACY_CARDINALITY_ESTIMATION = OFF;
GO
USE [Shop]
GO
/****** Object:  User [shop_app]    Script Date: 02/11/2026 09:12:45 ******/
CREATE USER [shop_app] FOR LOGIN [shop_app] WITH DEFAULT_SCHEMA=[dbo]
GO
CREATE USER [EXAMPLE\reports] FOR LOGIN [EXAMPLE\reports]
GO
/****** Object:  DatabaseRole [readers]    Script Date: 02/11/2026 09:12:45 ******/
CREATE ROLE [readers]
GO
sys.sp_addrolemember @rolename = N'readers', @membername = N'EXAMPLE\reports'
GO
ALTER ROLE [db_owner] ADD MEMBER [shop_app]
GO
/****** Object:  Schema [sales]    Script Date: 02/11/2026 09:12:45 ******/
CREATE SCHEMA [sales] AUTHORIZATION [shop_app]
GO
/****** Object:  UserDefinedDataType [dbo].[Email]    Script Date: 02/11/2026 09:12:45 ******/
CREATE TYPE [dbo].[Email] FROM [nvarchar](200) NULL
GO
/****** Object:  Table [dbo].[customers]    Script Date: 02/11/2026 09:12:45 ******/
SET ANSI_NULLS ON
GO
SET QUOTED_IDENTIFIER ON
GO
CREATE TABLE [dbo].[customers](
	[id] [int] IDENTITY(1,1) NOT NULL,
	[name] [nvarchar](100) NOT NULL,
	[email] [dbo].[Email] NULL,
	[notes] [nvarchar](max) NULL,
 CONSTRAINT [PK_customers] PRIMARY KEY CLUSTERED
(
	[id] ASC
)WITH (PAD_INDEX = OFF, STATISTICS_NORECOMPUTE = OFF, IGNORE_DUP_KEY = OFF, ALLOW_ROW_LOCKS = ON, ALLOW_PAGE_LOCKS = ON) ON [PRIMARY]
) ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]
GO
/****** Object:  Table [sales].[orders]    Script Date: 02/11/2026 09:12:45 ******/
SET ANSI_NULLS ON
GO
SET QUOTED_IDENTIFIER ON
GO
SET ANSI_PADDING ON
GO
CREATE TABLE [sales].[orders](
	[id] [int] IDENTITY(1,1) NOT NULL,
	[customer_id] [int] NOT NULL,
	[placed] [datetime] NOT NULL,
	[state] [varchar](10) NOT NULL,
 CONSTRAINT [PK_orders] PRIMARY KEY CLUSTERED
(
	[id] ASC
)WITH (PAD_INDEX = OFF, STATISTICS_NORECOMPUTE = OFF, IGNORE_DUP_KEY = OFF, ALLOW_ROW_LOCKS = ON, ALLOW_PAGE_LOCKS = ON) ON [ARCHIVE]
) ON [ARCHIVE]
GO
SET ANSI_PADDING OFF
GO
/****** Object:  View [dbo].[open_orders]    Script Date: 02/11/2026 09:12:46 ******/
SET ANSI_NULLS ON
GO
SET QUOTED_IDENTIFIER ON
GO
SET ANSI_PADDING ON
GO
CREATE VIEW [dbo].[open_orders] AS
SELECT o.id, c.name FROM [Shop].[sales].[orders] o JOIN [Shop]..[customers] c ON c.id = o.customer_id WHERE o.state = 'open'
GO
SET IDENTITY_INSERT [dbo].[customers] ON
GO
INSERT [dbo].[customers] ([id], [name], [email], [notes]) VALUES (1, N'Ada', N'ada@example.com', N'GO
is a word, and $(this) no variable')
GO
INSERT [dbo].[customers] ([id], [name]) VALUES (2, N'Grace')
GO
SET IDENTITY_INSERT [dbo].[customers] OFF
GO
INSERT [sales].[orders] ([customer_id], [placed], [state]) VALUES (1, CAST(N'2026-01-02T03:04:05.000' AS DateTime), N'open')
GO 5
SET ANSI_PADDING ON
GO
/****** Object:  Index [IX_orders_state]    Script Date: 02/11/2026 09:12:46 ******/
CREATE NONCLUSTERED INDEX [IX_orders_state] ON [sales].[orders]
(
	[state] ASC
)WITH (PAD_INDEX = OFF, STATISTICS_NORECOMPUTE = OFF, SORT_IN_TEMPDB = OFF, DROP_EXISTING = OFF, ONLINE = OFF, ALLOW_ROW_LOCKS = ON, ALLOW_PAGE_LOCKS = ON) ON [ARCHIVE]
GO
ALTER TABLE [sales].[orders] ADD  CONSTRAINT [DF_orders_placed]  DEFAULT (getdate()) FOR [placed]
GO
ALTER TABLE [sales].[orders]  WITH CHECK ADD  CONSTRAINT [FK_orders_customers] FOREIGN KEY([customer_id])
REFERENCES [dbo].[customers] ([id])
ON DELETE CASCADE
GO
ALTER TABLE [sales].[orders] CHECK CONSTRAINT [FK_orders_customers]
GO
GRANT SELECT ON [dbo].[customers] TO [readers] AS [dbo]
GO
GRANT EXECUTE TO [shop_app] AS [dbo]
GO
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'Who buys' , @level0type=N'SCHEMA',@level0name=N'dbo', @level1type=N'TABLE',@level1name=N'customers'
GO
/****** Object:  StoredProcedure [sales].[close_orders]    Script Date: 02/11/2026 09:12:46 ******/
SET ANSI_NULLS OFF
GO
SET QUOTED_IDENTIFIER OFF
GO
CREATE PROCEDURE [sales].[close_orders] AS
UPDATE sales.orders SET state = 'closed'
GO
EXEC sp_configure 'show advanced options', 1
GO
RECONFIGURE
GO
USE [master]
GO
ALTER DATABASE [Shop] SET  READ_WRITE
GO
