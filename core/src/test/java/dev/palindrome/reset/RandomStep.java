package dev.palindrome.reset;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Something that a test may do to the database of {@link #SCHEMA}: rows of three schemas, identities, sequences, definitions.
 * Much of it is refused, by keys for instance, which is as it should be.
 *
 * @param kind which of all kinds
 * @param number varies what it does
 * @param rolledBack whether it is taken back at once
 */
record RandomStep(int kind, int number, boolean rolledBack) {

    static final String SCHEMA = """
            CREATE SCHEMA app;
            GO
            CREATE SCHEMA sales;
            GO
            CREATE TABLE dbo.gone (x INT NULL);
            CREATE TABLE app.users (id INT IDENTITY(1, 1) NOT NULL PRIMARY KEY, name NVARCHAR(50) NOT NULL UNIQUE,
                boss INT NULL CONSTRAINT fk_users_users REFERENCES app.users (id));
            CREATE TABLE sales.orders (id BIGINT IDENTITY(-5, -5) NOT NULL PRIMARY KEY, user_id INT NOT NULL
                CONSTRAINT fk_orders_users REFERENCES app.users (id), amount DECIMAL(9, 2) NOT NULL DEFAULT 1,
                CONSTRAINT ck_orders CHECK (amount >= 0));
            CREATE TABLE dbo.log (line NVARCHAR(100) NULL, at INT NULL);
            CREATE TABLE dbo.counters (id BIGINT IDENTITY(100, 7) NOT NULL, n INT NULL);
            CREATE INDEX ix_orders_users ON sales.orders (user_id, amount);
            DROP TABLE dbo.gone;
            GO
            CREATE VIEW app.names AS SELECT id, name FROM app.users;
            GO
            CREATE SEQUENCE sales.numbers AS BIGINT START WITH 10 INCREMENT BY 3;
            GO
            CREATE VIEW sales.totals AS SELECT user_id, SUM(amount) AS amount FROM sales.orders GROUP BY user_id;
            GO
            INSERT INTO app.users (name, boss) VALUES (N'user 1', NULL), (N'user 2', 1), (N'user 3', 1);
            INSERT INTO sales.orders (user_id, amount) VALUES (1, 10), (1, 20), (2, 30);
            INSERT INTO dbo.log (line, at) VALUES (N'same', 1), (N'same', 1);
            """;

    /** With %1$d for the number. */
    private static final List<String> ON_ROWS = List.of(
            "INSERT INTO app.users (name, boss) VALUES (N'user %1$d', 1)",
            "INSERT INTO sales.orders (user_id, amount) VALUES (%1$d, %1$d)",
            "INSERT INTO dbo.log (line, at) VALUES (N'line %1$d', %1$d), (NULL, NULL)",
            "INSERT INTO dbo.counters (n) VALUES (%1$d)",
            "UPDATE app.users SET name = UPPER(name) WHERE id = %1$d",
            "UPDATE app.users SET boss = %1$d",
            "UPDATE sales.orders SET amount = amount + %1$d, user_id = 1",
            "UPDATE dbo.log SET at = %1$d",
            "DELETE FROM sales.orders WHERE user_id = %1$d",
            "DELETE FROM app.users WHERE id = %1$d",
            "DELETE FROM dbo.log",
            "TRUNCATE TABLE dbo.counters",
            "TRUNCATE TABLE sales.orders",
            "SET IDENTITY_INSERT app.users ON; INSERT INTO app.users (id, name) VALUES (%1$d00, N'far %1$d');"
                    + " SET IDENTITY_INSERT app.users OFF;",
            "SELECT NEXT VALUE FOR sales.numbers",
            "ALTER SEQUENCE sales.numbers RESTART WITH %1$d0");

    private static final List<String> ON_THE_SCHEMA = List.of(
            "CREATE TABLE sales.extra%1$d (id INT IDENTITY(1, 1) NOT NULL PRIMARY KEY, n INT NULL);"
                    + " INSERT INTO sales.extra%1$d (n) VALUES (%1$d);",
            "ALTER TABLE dbo.log ADD more%1$d INT NULL",
            "ALTER TABLE dbo.log DROP COLUMN at",
            "ALTER TABLE sales.orders DROP CONSTRAINT ck_orders",
            "DROP TABLE sales.orders",
            "DROP VIEW sales.totals",
            "DROP SEQUENCE sales.numbers; CREATE SEQUENCE sales.numbers AS BIGINT START WITH 10 INCREMENT BY 3;",
            "CREATE VIEW dbo.shown%1$d AS SELECT id FROM app.names",
            "DROP INDEX ix_orders_users ON sales.orders",
            "CREATE INDEX ix_log_%1$d ON dbo.log (at)",
            "ALTER TABLE dbo.log ALTER COLUMN line NVARCHAR(200) NULL");

    /** Any work. */
    static int kinds() {
        return ON_ROWS.size() + ON_THE_SCHEMA.size();
    }

    boolean changesSchema() {
        return kind >= ON_ROWS.size();
    }

    String sql() {
        String sql = changesSchema() ? ON_THE_SCHEMA.get(kind - ON_ROWS.size()) : ON_ROWS.get(kind);
        return sql.formatted(number);
    }

    void run(Connection connection, Runner runner) throws SQLException {
        connection.setAutoCommit(!rolledBack);
        try {
            runner.run(sql());
        } catch (SQLException e) {
            // refused: what had come before it in the same step stays, or goes with the transaction
        }
        if (rolledBack) {
            connection.rollback();
        }
        connection.setAutoCommit(true);
    }

    /** Runs T-SQL. */
    interface Runner {
        void run(String tsql) throws SQLException;
    }
}
