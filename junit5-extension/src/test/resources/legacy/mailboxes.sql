CREATE TABLE [dbo].[orders](
	[id] [int] IDENTITY(1,1) NOT NULL CONSTRAINT [pk_orders] PRIMARY KEY,
	[customer] [nvarchar](50) NOT NULL
)
GO
CREATE TABLE [dbo].[mailboxes](
	[id] [int] IDENTITY(1,1) NOT NULL CONSTRAINT [pk_mailboxes] PRIMARY KEY,
	[email] [nvarchar](100) NULL,
	[settings] [nvarchar](max) NULL
)
GO
INSERT [dbo].[mailboxes] ([email], [settings]) VALUES (N'ada@real.example', N'{"theme": 1.50, "forward": ["ADA@real.example", null]}')
GO
