package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Temporal tables: their periods and histories, and what SQL Server allows to be done with them. */
class EmbeddedTemporalTablesIT {

    private static final String USERS = """
            CREATE TABLE dbo.users (
                id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                name NVARCHAR(20) NOT NULL CONSTRAINT df_name DEFAULT N'nobody',
                born DATETIME2(3) GENERATED ALWAYS AS ROW START HIDDEN NOT NULL,
                died DATETIME2(3) GENERATED ALWAYS AS ROW END HIDDEN NOT NULL,
                note NVARCHAR(MAX) NULL,
                PERIOD FOR SYSTEM_TIME (born, died))
            WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.users_before));
            """;

    private static final String PLAIN = """
            CREATE TABLE dbo.plain (id INT NOT NULL CONSTRAINT pk_plain PRIMARY KEY, name NVARCHAR(20) NULL);
            CREATE TABLE dbo.bounded (id INT NOT NULL PRIMARY KEY,
                a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL,
                PERIOD FOR SYSTEM_TIME (a, b));
            """;

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void keepsWhatRowsWere() throws SQLException {
        database.run(USERS + "INSERT INTO dbo.users (name, note) VALUES (N'ann', N'first'), (N'bob', NULL);");
        assertThat(database.rows("SELECT * FROM users_before")).isEmpty();
        assertThat(database.rows("SELECT COUNT(DISTINCT born), MIN(died) FROM users"))
                .containsExactly("1|9999-12-31 23:59:59.999");

        database.run("UPDATE dbo.users SET name = N'anna' WHERE id = 1;");
        database.run("DELETE FROM dbo.users WHERE id = 2;");

        assertThat(database.rows("SELECT id, name, note, died >= born FROM users_before ORDER BY died, id"))
                .containsExactly("1|ann|first|TRUE", "2|bob|null|TRUE");
        assertThat(database.rows(
                        "SELECT u.id, u.name, h.died = u.born FROM users u JOIN users_before h ON h.id = u.id"))
                .containsExactly("1|anna|TRUE");
        assertThat(database.rows("SELECT * FROM users")).containsExactly("1|anna|first");
        database.run("INSERT INTO dbo.users VALUES (N'cid', NULL);");
        database.run("INSERT INTO dbo.users (name, born, died) VALUES (N'dan', DEFAULT, DEFAULT);");
        assertThat(database.rows("SELECT name FROM users ORDER BY id")).containsExactly("anna", "cid", "dan");
    }

    /** Microsoft: temporal-tables: all rows of a transaction have the time at which it began. */
    @Test
    void givesAllRowsOfATransactionTheSameTime() throws SQLException, InterruptedException {
        database.run(USERS);
        Connection connection = database.connection();
        connection.setAutoCommit(false);
        database.plain("INSERT INTO users (name) VALUES ('ann')");
        Thread.sleep(5);
        database.plain("INSERT INTO users (name) VALUES ('bob')");
        database.plain("UPDATE users SET name = 'bobby' WHERE id = 2");
        database.plain("UPDATE users SET name = 'bill' WHERE id = 2");
        connection.commit();
        assertThat(database.rows("SELECT COUNT(DISTINCT born) FROM users")).containsExactly("1");
        assertThat(database.rows("SELECT name, born = died FROM users_before ORDER BY name"))
                .containsExactly("bob|TRUE", "bobby|TRUE");

        Thread.sleep(5);
        database.plain("UPDATE users SET name = 'andy' WHERE id = 1");
        connection.rollback();
        database.plain("DELETE FROM users WHERE id = 2");
        connection.commit();
        connection.setAutoCommit(true);
        assertThat(database.rows("SELECT name, born < died FROM users_before ORDER BY name"))
                .containsExactly("bill|TRUE", "bob|FALSE", "bobby|FALSE");
        assertThat(database.rows("SELECT name FROM users")).containsExactly("ann");
    }

    @Test
    void answersGuards() throws SQLException {
        database.run(PLAIN + USERS);
        assertThat(asked("""
                        SELECT name, temporal_type, temporal_type_desc, OBJECT_NAME(history_table_id), history_retention_period,
                            history_retention_period_unit_desc, OBJECTPROPERTY(object_id, 'TableTemporalType')
                        FROM sys.tables ORDER BY name"""))
                .containsExactly(
                        "bounded|0|NON_TEMPORAL_TABLE|null|null|null|0",
                        "plain|0|NON_TEMPORAL_TABLE|null|null|null|0",
                        "users|2|SYSTEM_VERSIONED_TEMPORAL_TABLE|users_before|-1|INFINITE|2",
                        "users_before|1|HISTORY_TABLE|null|null|null|1");
        assertThat(asked("""
                        SELECT name, generated_always_type, generated_always_type_desc, is_hidden, is_computed
                        FROM sys.columns WHERE object_id = OBJECT_ID('dbo.users') ORDER BY column_id"""))
                .containsExactly(
                        "id|0|NOT_APPLICABLE|FALSE|FALSE",
                        "name|0|NOT_APPLICABLE|FALSE|FALSE",
                        "born|1|AS_ROW_START|TRUE|FALSE",
                        "died|2|AS_ROW_END|TRUE|FALSE",
                        "note|0|NOT_APPLICABLE|FALSE|FALSE");
        assertThat(asked("""
                        SELECT OBJECT_NAME(object_id), name, period_type, COL_NAME(object_id, start_column_id),
                            COL_NAME(object_id, end_column_id) FROM sys.periods ORDER BY 1""")).containsExactly("bounded|SYSTEM_TIME|1|a|b", "users|SYSTEM_TIME|1|born|died");
        assertThat(asked("SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE COLUMN_DEFAULT IS NOT NULL"))
                .containsExactly("name");
        database.run("""
                IF OBJECTPROPERTY(OBJECT_ID('dbo.users'), 'TableTemporalType') = 2
                    ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = OFF);
                DROP TABLE dbo.users_before;
                """);
        assertThat(asked("SELECT COUNT(*) FROM sys.tables WHERE temporal_type > 0"))
                .containsExactly("0");
    }

    private List<String> asked(String query) throws SQLException {
        return database.rows(TranslatedScript.query("V1__test.sql", query));
    }

    @Test
    void changesTheHistoryWithTheTable() throws SQLException {
        database.run(USERS + "INSERT INTO dbo.users (name) VALUES (N'ann'); UPDATE dbo.users SET name = N'anna';");
        database.run(
                "ALTER TABLE dbo.users ADD age INT NOT NULL CONSTRAINT df_age DEFAULT 7, mail VARCHAR(9) NULL DEFAULT 'x';");
        database.run("ALTER TABLE dbo.users ALTER COLUMN mail VARCHAR(50) NULL;");
        database.run("ALTER TABLE dbo.users DROP COLUMN note;");
        database.run("EXEC sp_rename 'dbo.users.name', 'called', 'COLUMN';");
        database.run("EXEC sp_rename 'dbo.users.born', 'since', 'COLUMN';");
        database.run("EXEC sp_rename 'dbo.users', 'people';");
        database.run("EXEC sp_rename 'dbo.users_before', 'people_before';");
        database.run("UPDATE dbo.people SET mail = 'me@example.com'; DELETE FROM dbo.people;");
        assertThat(database.rows("SELECT id, called, age, mail, died >= since FROM people_before ORDER BY died, mail"))
                .containsExactly("1|ann|7|null|TRUE", "1|anna|7|null|TRUE", "1|anna|7|me@example.com|TRUE");
        assertThatThrownBy(() -> database.run("DELETE FROM dbo.people_before")).hasMessageContaining("people_before");
        database.run(
                "ALTER TABLE dbo.people SET (SYSTEM_VERSIONING = OFF); DROP TABLE dbo.people; DROP TABLE dbo.people_before;");
    }

    @Test
    void switchesOffAndOnAgain() throws SQLException {
        database.run(USERS + "INSERT INTO dbo.users (name) VALUES (N'ann'); UPDATE dbo.users SET name = N'anna';");
        database.run("""
                ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = OFF);
                UPDATE dbo.users SET name = N'annie';
                INSERT INTO dbo.users_before (id, name, born, died) VALUES (1, N'old', '2020-01-01', '2020-02-01');
                ALTER TABLE dbo.users ALTER COLUMN born DROP HIDDEN;
                """);
        assertThat(database.rows("SELECT name FROM users_before ORDER BY died")).containsExactly("old", "ann");
        database.run("""
                ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.users_before, HISTORY_RETENTION_PERIOD = 3 MONTHS));
                ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.users_before, HISTORY_RETENTION_PERIOD = INFINITE));
                UPDATE dbo.users SET name = N'ann';
                """);
        assertThat(database.rows("SELECT name FROM users_before ORDER BY died")).containsExactly("old", "ann", "annie");
        assertThat(database.rows("SELECT id, name, note, born < CURRENT_TIMESTAMP FROM users"))
                .containsExactly("1|ann|null|TRUE");
        database.run("""
                ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = OFF);
                ALTER TABLE dbo.users DROP PERIOD FOR SYSTEM_TIME;
                UPDATE dbo.users SET born = '2000-01-01', died = '9999-12-31 23:59:59.999';
                ALTER TABLE dbo.users ADD PERIOD FOR SYSTEM_TIME (born, died);
                """);
        assertThat(database.rows("SELECT * FROM users"))
                .containsExactly("1|ann|2000-01-01 00:00:00|9999-12-31 23:59:59.999|null");
    }

    @Test
    void makesATableTemporalThatHasRows() throws SQLException {
        database.run(PLAIN + "INSERT INTO dbo.plain VALUES (1, N'a'), (2, N'b');");
        database.run("""
                ALTER TABLE dbo.plain ADD
                    since DATETIME2(0) GENERATED ALWAYS AS ROW START NOT NULL CONSTRAINT df_since DEFAULT SYSUTCDATETIME(),
                    until DATETIME2(0) GENERATED ALWAYS AS ROW END NOT NULL CONSTRAINT df_until DEFAULT CONVERT(DATETIME2(0), '9999-12-31 23:59:59'),
                    PERIOD FOR SYSTEM_TIME (since, until);
                ALTER TABLE dbo.plain SET (SYSTEM_VERSIONING = ON);
                """);
        database.run("ALTER TABLE dbo.plain DROP CONSTRAINT df_since;");
        database.run("UPDATE dbo.plain SET name = N'c' WHERE id = 1; INSERT INTO dbo.plain (id) VALUES (3);");
        String history = asked("SELECT OBJECT_NAME(history_table_id) FROM sys.tables WHERE name = 'plain'")
                .get(0);
        assertThat(history).matches("MSSQL_TemporalHistoryFor_\\d+");
        assertThat(database.rows("SELECT id, name, since <= until FROM \"" + history + "\""))
                .containsExactly("1|a|TRUE");
        assertThat(database.rows("SELECT id, name, until FROM plain ORDER BY id"))
                .containsExactly("1|c|9999-12-31 23:59:59", "2|b|9999-12-31 23:59:59", "3|null|9999-12-31 23:59:59");
        database.run("""
                ALTER TABLE dbo.plain SET (SYSTEM_VERSIONING = OFF);
                ALTER TABLE dbo.plain DROP PERIOD FOR SYSTEM_TIME;
                INSERT INTO dbo.plain (id, since) VALUES (4, '2020-01-01');
                ALTER TABLE dbo.plain DROP CONSTRAINT df_until;
                ALTER TABLE dbo.plain DROP COLUMN since, COLUMN until;
                """);
        assertThat(database.rows("SELECT * FROM plain ORDER BY id")).containsExactly("1|c", "2|b", "3|null", "4|null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            13536 | INSERT INTO dbo.users (name, born) VALUES (N'x', '2020-01-01')
            13536 | INSERT INTO dbo.bounded VALUES (1, '2020-01-01', DEFAULT)
            13537 | UPDATE dbo.users SET born = '2020-01-01' WHERE id = 1
            13559 | INSERT INTO dbo.users_before (id, name, born, died) VALUES (1, N'x', '2020-01-01', '2020-01-02')
            13560 | DELETE FROM dbo.users_before
            13561 | UPDATE dbo.users_before SET name = N'x'
            13559 | INSERT INTO dbo.users_before (id, name, born, died) SELECT 1, N'x', '2020-01-01', '2020-01-02' WHERE 1 = 0
            13560 | DELETE FROM dbo.users_before WHERE id = -1
            13561 | UPDATE dbo.users_before SET name = N'x' WHERE id = -1
            2760 | ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = nosuch.h))
            13552 | DROP TABLE dbo.users
            13552 | DROP TABLE dbo.users_before
            13545 | TRUNCATE TABLE dbo.users
            13545 | TRUNCATE TABLE dbo.users_before
            13588 | ALTER TABLE dbo.users DROP COLUMN born
            13551 | ALTER TABLE dbo.users_before DROP COLUMN note
            13550 | ALTER TABLE dbo.users_before ADD x INT NULL
            13548 | ALTER TABLE dbo.users_before ALTER COLUMN note NVARCHAR(20)
            13599 | ALTER TABLE dbo.users ALTER COLUMN born DATETIME2(7) NOT NULL
            13557 | ALTER TABLE dbo.users DROP CONSTRAINT pk_users
            13558 | ALTER TABLE dbo.users_before ADD CONSTRAINT pk_x PRIMARY KEY (id)
            13583 | ALTER TABLE dbo.users_before ADD CONSTRAINT uq_x UNIQUE (id)
            13564 | ALTER TABLE dbo.users_before ADD CONSTRAINT ck_x CHECK (id > 0)
            13565 | ALTER TABLE dbo.users_before ADD CONSTRAINT fk_x FOREIGN KEY (id) REFERENCES dbo.plain (id)
            13569 | CREATE TRIGGER dbo.tr ON dbo.users_before AFTER INSERT AS SELECT 1
            13569 | CREATE TRIGGER dbo.tr ON dbo.users INSTEAD OF INSERT AS SELECT 1
            13592 | ALTER TABLE dbo.users DROP PERIOD FOR SYSTEM_TIME
            13593 | ALTER TABLE dbo.plain DROP PERIOD FOR SYSTEM_TIME
            13591 | ALTER TABLE dbo.plain SET (SYSTEM_VERSIONING = OFF)
            13591 | ALTER TABLE dbo.users_before SET (SYSTEM_VERSIONING = OFF)
            13510 | ALTER TABLE dbo.plain SET (SYSTEM_VERSIONING = ON)
            13596 | ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = ON)
            13595 | ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.plain))
            13757 | ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.none))
            13539 | ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = users_before))
            13743 | ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = ON (HISTORY_RETENTION_PERIOD = 0 DAYS))
            13744 | ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = ON (HISTORY_RETENTION_PERIOD = 3 HOURS))
            13514 | ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.users_before))
            13514 | ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.users))
            13515 | ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.plain))
            13574 | ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.bounded))
            13597 | ALTER TABLE dbo.bounded ADD PERIOD FOR SYSTEM_TIME (a, b)
            13598 | ALTER TABLE dbo.users_before ADD PERIOD FOR SYSTEM_TIME (born, died)
            4902 | ALTER TABLE dbo.none SET (SYSTEM_VERSIONING = OFF)
            13516 | CREATE TABLE dbo.h (id INT NOT NULL REFERENCES dbo.plain (id), a DATETIME2 NOT NULL, b DATETIME2 NOT NULL); ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))
            13517 | CREATE TABLE dbo.h (id INT NOT NULL CHECK (id > 0), a DATETIME2 NOT NULL, b DATETIME2 NOT NULL); ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))
            13518 | CREATE TABLE dbo.h (id INT IDENTITY NOT NULL, a DATETIME2 NOT NULL, b DATETIME2 NOT NULL); ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))
            13519 | CREATE TABLE dbo.h (id INT NOT NULL, a DATETIME2 NOT NULL, b AS (a)); ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))
            13523 | CREATE TABLE dbo.h (id INT NOT NULL, a DATETIME2 NOT NULL); ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))
            13524 | CREATE TABLE dbo.h (id INT NOT NULL, b DATETIME2 NOT NULL, a DATETIME2 NOT NULL); ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))
            13525 | CREATE TABLE dbo.h (id INT NOT NULL, a DATETIME2(3) NOT NULL, b DATETIME2 NOT NULL); ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))
            13530 | CREATE TABLE dbo.h (id INT NOT NULL, a DATETIME2 NULL, b DATETIME2 NOT NULL); ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))
            13531 | CREATE TABLE dbo.h (id INT NULL, a DATETIME2 NOT NULL, b DATETIME2 NOT NULL); ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))
            13541 | CREATE TABLE dbo.h (id INT NOT NULL, a DATETIME2 NOT NULL, b DATETIME2 NOT NULL); INSERT INTO dbo.h VALUES (1, '2020-01-02', '2020-01-01'); ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))
            13543 | CREATE TABLE dbo.h (id INT NOT NULL, a DATETIME2 NOT NULL, b DATETIME2 NOT NULL); INSERT INTO dbo.h VALUES (1, '2020-01-02', '9000-01-01'); ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))
            13573 | CREATE TABLE dbo.h (id INT NOT NULL, a DATETIME2 NOT NULL, b DATETIME2 NOT NULL); INSERT INTO dbo.h VALUES (1, '2020-01-01', '2020-01-03'), (1, '2020-01-02', '2020-01-04'); ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))
            13765 | CREATE TABLE dbo.h (id INT NOT NULL, a DATETIME2 NOT NULL, b DATETIME2 NOT NULL); ALTER TABLE dbo.bounded SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h, HISTORY_RETENTION_PERIOD = 1 YEAR))
            13501 | CREATE TABLE dbo.x (id INT NOT NULL PRIMARY KEY, a DATETIME GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (a, b))
            13502 | CREATE TABLE dbo.x (id INT NOT NULL PRIMARY KEY, a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, PERIOD FOR SYSTEM_TIME (a, b))
            13504 | CREATE TABLE dbo.x (id INT NOT NULL PRIMARY KEY, a DATETIME2 NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (a, b))
            13505 | CREATE TABLE dbo.x (id INT NOT NULL PRIMARY KEY, a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 NOT NULL, PERIOD FOR SYSTEM_TIME (a, b))
            13506 | CREATE TABLE dbo.x (id INT NOT NULL PRIMARY KEY, a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (b, a))
            13508 | CREATE TABLE dbo.x (id INT NOT NULL PRIMARY KEY, a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (a, b), PERIOD FOR SYSTEM_TIME (a, b))
            13509 | CREATE TABLE dbo.x (id INT NOT NULL PRIMARY KEY, a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL)
            13510 | CREATE TABLE dbo.x (id INT NOT NULL PRIMARY KEY) WITH (SYSTEM_VERSIONING = ON)
            13513 | CREATE TABLE dbo.x (id INT NOT NULL PRIMARY KEY, a DATETIME2(3) GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (a, b))
            13553 | CREATE TABLE dbo.x (id INT NOT NULL, a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (a, b)) WITH (SYSTEM_VERSIONING = ON)
            13572 | CREATE TYPE dbo.x AS TABLE (id INT NOT NULL PRIMARY KEY, a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (a, b))
            13587 | CREATE TABLE dbo.x (id INT NOT NULL PRIMARY KEY, a DATETIME2 GENERATED ALWAYS AS ROW START NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (a, b))
            13501 | ALTER TABLE dbo.plain ADD PERIOD FOR SYSTEM_TIME (id, name)
            4924 | ALTER TABLE dbo.plain ADD PERIOD FOR SYSTEM_TIME (a, b)
            13575 | INSERT INTO dbo.plain (id) VALUES (1); ALTER TABLE dbo.plain ADD a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL DEFAULT SYSUTCDATETIME(), b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL DEFAULT '2020-01-01', PERIOD FOR SYSTEM_TIME (a, b)
            13542 | INSERT INTO dbo.plain (id) VALUES (1); ALTER TABLE dbo.plain ADD a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL DEFAULT '9000-01-01', b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL DEFAULT '9999-12-31 23:59:59.9999999', PERIOD FOR SYSTEM_TIME (a, b)
            """)
    void refusesWhatSqlServerRefuses(int number, String script) throws SQLException {
        database.run(PLAIN + USERS + "INSERT INTO dbo.users (name) VALUES (N'ann'); UPDATE dbo.users SET note = N'x';");
        assertThatThrownBy(() -> database.run(script))
                .hasMessageMatching(Pattern.compile("(?s).*\\b" + number + "\\b.*"));
    }
}
