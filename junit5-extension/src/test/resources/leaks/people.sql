CREATE TABLE [dbo].[people] (
	[id] [int] NOT NULL CONSTRAINT [pk_people] PRIMARY KEY,
	[email] [nvarchar](100) NOT NULL CONSTRAINT [uq_people] UNIQUE,
	[note] [nvarchar](200) NULL
)
GO
INSERT [dbo].[people] ([id], [email], [note]) VALUES (1, N'zq7planted.one@people.example', N'zq7planted note')
INSERT [dbo].[people] ([id], [email], [note]) VALUES (3, N'zq7planted.three@people.example', N'write to zq7planted.one@people.example')
INSERT [dbo].[people] ([id], [email], [note]) VALUES (2, N'zq7planted.two@people.example', N'zq7planted note')
GO
