CREATE SEQUENCE dbo.invoice_numbers AS BIGINT START WITH 1 INCREMENT BY 50;

CREATE TABLE dbo.customers (
    id         INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_customers PRIMARY KEY,
    public_id  UNIQUEIDENTIFIER  NOT NULL CONSTRAINT uq_customers_public_id UNIQUE,
    name       NVARCHAR(50)      NOT NULL CONSTRAINT uq_customers_name UNIQUE,
    status     VARCHAR(10)       NOT NULL CONSTRAINT ck_customers_status CHECK (status <> 'GONE'),
    notes      NVARCHAR(MAX)     NULL,
    photo      VARBINARY(MAX)    NULL,
    registered DATETIMEOFFSET    NOT NULL,
    changed    DATETIME2         NULL,
    credit     DECIMAL(19,4)     NULL,
    discount   FLOAT             NULL,
    vip        BIT               NOT NULL CONSTRAINT df_customers_vip DEFAULT (0),
    version    INT               NOT NULL
);
GO
CREATE TABLE dbo.invoices (
    id          BIGINT        NOT NULL CONSTRAINT pk_invoices PRIMARY KEY,
    customer_id INT           NOT NULL CONSTRAINT fk_invoices_customers REFERENCES dbo.customers (id),
    total       DECIMAL(19,2) NOT NULL,
    details     NVARCHAR(MAX) NULL,
    row_version ROWVERSION    NOT NULL
);
