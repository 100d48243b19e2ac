INSERT INTO dbo.orders (customer) VALUES (N'script')
GO
