package dev.palindrome.seed;

/** Tables that more than one test fills. */
final class SampleTables {

    /** Called {@code everything}. */
    static final String WITH_EVERY_TYPE = """
            CREATE TABLE everything (
                id INT NOT NULL PRIMARY KEY, a BIT NOT NULL, b TINYINT NOT NULL, c SMALLINT NOT NULL,
                d BIGINT NOT NULL, e DECIMAL(9,4) NOT NULL, f NUMERIC(38,10) NOT NULL, g MONEY NOT NULL,
                h SMALLMONEY NOT NULL, i FLOAT NOT NULL, j REAL NOT NULL, k DATE NOT NULL, l TIME(3) NOT NULL,
                m DATETIME NOT NULL, n SMALLDATETIME NOT NULL, o DATETIME2(7) NOT NULL,
                p DATETIMEOFFSET(2) NOT NULL, q CHAR(3) NOT NULL, r VARCHAR(20) NOT NULL, s NCHAR(5) NOT NULL,
                t NVARCHAR(MAX) NOT NULL, u BINARY(4) NOT NULL, v VARBINARY(MAX) NOT NULL,
                w UNIQUEIDENTIFIER NOT NULL, x DECIMAL(2,2) NOT NULL, y VARCHAR(1) NOT NULL, z NVARCHAR(4000) NULL)
            """;

    private SampleTables() {}
}
