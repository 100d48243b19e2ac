package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlServerErrorNumberTest {

    private static final String TABLES = """
            CREATE TABLE parent (id INT GENERATED ALWAYS AS IDENTITY, name VARCHAR(5) NOT NULL, CONSTRAINT pk PRIMARY KEY (id));
            CREATE TABLE child (id INT, parent_id INT, CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parent (id));
            CREATE INDEX ix ON child (id);
            CREATE VIEW v AS SELECT id FROM parent;
            INSERT INTO parent (name) VALUES ('a');
            INSERT INTO child VALUES (1, NULL), (1, NULL);
            CREATE TABLE keyed (id INT PRIMARY KEY, CONSTRAINT positive CHECK (id > 0));
            INSERT INTO keyed VALUES (1);
            CREATE TABLE dated (moment DATETIME, on_day DATE, price DECIMAL(19, 4), id UUID);
            CREATE TABLE small (n SMALLINT);
            CREATE TABLE coded (code INT);
            CREATE UNIQUE INDEX codes ON coded (code);
            INSERT INTO coded VALUES (1)""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CREATE TABLE parent (id INT)                                            | 2714
            CREATE VIEW v AS SELECT 1 AS a                                          | 2714
            CREATE TABLE x (id INT, CONSTRAINT pk UNIQUE (id))                      | 2714
            CREATE INDEX ix ON child (parent_id)                                    | 1913
            CREATE TABLE x (a INT, A INT)                                           | 2705
            INSERT INTO child (id, id) VALUES (1, 2)                                | 264
            SELECT * FROM nowhere                                                   | 208
            CREATE VIEW w AS SELECT * FROM nowhere                                  | 208
            CREATE INDEX i ON nowhere (a)                                           | 1088
            ALTER TABLE nowhere ADD COLUMN a INT                                    | 4902
            ALTER TABLE child ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES nowhere  | 1767
            SELECT nothing FROM child                                               | 207
            CREATE INDEX i ON child (nothing)                                       | 1911
            ALTER TABLE parent ADD CONSTRAINT two PRIMARY KEY (name)                | 1779
            ALTER TABLE child ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES child (parent_id) | 1776
            SELECT id FROM parent, child                                            | 209
            INSERT INTO parent (id, name) VALUES (5, 'b')                           | 544
            DROP VIEW nowhere                                                       | 3701
            DROP INDEX nowhere                                                      | 3701
            INSERT INTO parent (name) VALUES (NULL)                                 | 515
            INSERT INTO child VALUES (1, 99)                                        | 547
            INSERT INTO keyed VALUES (-1)                                           | 547
            INSERT INTO keyed VALUES (1)                                            | 2627
            CREATE UNIQUE INDEX u ON child (id)                                     | 1505
            INSERT INTO parent (name) VALUES ('abcdef')                             | 2628
            UPDATE child SET id = 1 / (id - 1)                                      | 8134
            SELECT 2147483647 + 1                                                   | 8115
            INSERT INTO small VALUES (40000)                                        | 220
            INSERT INTO small VALUES (40000000000)                                  | 8115
            INSERT INTO child VALUES ((SELECT id FROM child), NULL)                 | 512
            ALTER TABLE child ALTER COLUMN parent_id SET NOT NULL                   | 515
            DROP SCHEMA nowhere                                                     | 15151
            CREATE TABLE nowhere.here (id INT)                                      | 2760
            SELECT 1 FROM nowhere.here                                              | 208
            INSERT INTO child VALUES (7, NULL); ALTER TABLE child ADD more INT NOT NULL | 4901
            SELECT NEXT VALUE FOR nowhere                                           | 208
            DROP SEQUENCE nowhere                                                   | 3701
            INSERT INTO dated (price) VALUES ('x')                                  | 8114
            INSERT INTO dated (id) VALUES ('x')                                     | 8169
            SELECT CAST(12345.6 AS NUMERIC(5, 2))                                   | 8115
            INSERT INTO child VALUES ('x', NULL)                                    | 245
            INSERT INTO dated (moment) VALUES ('soon')                                  | 241
            """)
    void isThatOfTheSameMistakeThere(String statement, int number) throws SQLException {
        assertThat(SqlServerErrorNumber.behind(refused(statement))).isEqualTo(" (SQL Server's error " + number + ")");
    }

    /** H2 converts fewer texts, so that its refusal says nothing about SQL Server. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO dated (moment) VALUES ('1962/2/18')",
                "INSERT INTO dated (moment) VALUES ('7/4/1996')",
                "INSERT INTO dated (moment) VALUES ('Jan  2 2024  3:04PM')",
                "INSERT INTO dated (moment) VALUES ('')",
                "INSERT INTO dated (on_day) VALUES ('7/4/1996')",
                "INSERT INTO child VALUES ('', NULL)",
                "INSERT INTO dated (price) VALUES ('1,234.50')",
                "INSERT INTO dated (id) VALUES ('{0E984725-C51C-4BF4-9960-E1C80E27ABA0}')"
            })
    void saysOfValuesThatSqlServerMayReadWhereToRunThem(String statement) throws SQLException {
        assertThat(SqlServerErrorNumber.behind(refused(statement)))
                .isEqualTo(" (SQL Server may read this value: run with palindrome.engine=sqlserver)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            INSERT INTO child VALUES (1, 2, 3)
            INSERT INTO coded VALUES (1)
            """)
    void isNotGuessed(String statement) throws SQLException {
        assertThat(SqlServerErrorNumber.behind(refused(statement))).isEmpty();
    }

    /** A script of the user's may throw one that is called like H2's. */
    @Test
    void isNotSaidOfAServersOwn() {
        SQLException thrown = new SQLException("No view of that kind is wanted.", "S0001", 90037);

        assertThat(SqlServerErrorNumber.behind(thrown)).isEmpty();
    }

    @Test
    void ofOurOwnErrorsTheLastNumberCounts() {
        SQLException two = new SQLException(
                "Msg 5074: The object 'df' is dependent on column 'c'. Msg 4922: ALTER TABLE DROP COLUMN c failed.; SQL"
                        + " statement: CALL … [5074-252]",
                "S0001",
                5074);

        assertThat(SqlServerErrorNumber.of(two)).isEqualTo(4922);
        assertThat(SqlServerErrorNumber.behind(two)).isEmpty();
    }

    private static SQLException refused(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:mem:;MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            return catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
        }
    }
}
