CREATE TABLE dbo.orders (
    id    INT          NOT NULL CONSTRAINT pk_orders PRIMARY KEY,
    state NVARCHAR(20) NOT NULL
);
