package dev.palindrome.tsql;

/** Tables for statements to be tried on: two with a foreign key between them, a heap, a view and a sequence. */
final class ParentAndChild {

    static final String TABLES = """
            CREATE TABLE dbo.parent (
              id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_parent PRIMARY KEY,
              name NVARCHAR(50) NOT NULL, code VARCHAR(10) NOT NULL, extra NVARCHAR(50) NULL);
            CREATE TABLE dbo.child (
              id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_child PRIMARY KEY,
              parent_id INT NULL CONSTRAINT fk_child_parent REFERENCES dbo.parent (id), second_id INT NULL);
            CREATE INDEX ix_child_parent ON dbo.child (parent_id, second_id);
            CREATE TABLE dbo.heap (a INT NULL, b INT NULL);
            CREATE SEQUENCE dbo.existing AS BIGINT START WITH 1 INCREMENT BY 1;
            GO
            CREATE VIEW dbo.v1 AS SELECT id FROM dbo.parent;
            GO
            INSERT INTO dbo.parent (name, code) VALUES (N'a', 'A');
            """;

    private ParentAndChild() {}
}
