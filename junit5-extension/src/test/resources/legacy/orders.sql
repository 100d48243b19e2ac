CREATE DATABASE [Orders]
GO
USE [Orders]
GO
CREATE TABLE [dbo].[orders](
	[id] [int] IDENTITY(1,1) NOT NULL CONSTRAINT [pk_orders] PRIMARY KEY,
	[customer] [nvarchar](50) NOT NULL
) ON [PRIMARY]
GO
INSERT [dbo].[orders] ([customer]) VALUES (N'Ada')
GO
