package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlServerErrorTextTest {

    private static final String TABLES = """
            CREATE SCHEMA "dbo"; SET SCHEMA "dbo";
            CREATE TABLE "dbo"."p" ("id" INT GENERATED ALWAYS AS IDENTITY, "name" VARCHAR(5) NOT NULL, CONSTRAINT "PK_p" PRIMARY KEY ("id"));
            CREATE TABLE "dbo"."c" ("id" INT, "pid" INT, "up" INT, CONSTRAINT "FK_c" FOREIGN KEY ("pid") REFERENCES "dbo"."p" ("id"), CONSTRAINT "UQ_c" UNIQUE ("id"), CONSTRAINT "FK_up" FOREIGN KEY ("up") REFERENCES "dbo"."c" ("id"), CONSTRAINT "CK_c" CHECK ("id" > 0));
            CREATE TABLE "dbo"."u" ("a" INT, "b" NUMERIC(5, 2), "g" UUID, "d" DATE);
            CREATE UNIQUE INDEX "dbo"."u.IX_u" ON "dbo"."u" ("a");
            CREATE VIEW "dbo"."v" AS SELECT "name" FROM "dbo"."p";
            INSERT INTO "dbo"."p" ("name") VALUES ('a'), ('b');
            INSERT INTO "dbo"."c" VALUES (1, 1, NULL), (2, 1, 1);
            INSERT INTO "dbo"."u" ("a") VALUES (1)""";

    private static Connection connection;

    @BeforeAll
    static void open() throws SQLException {
        connection = DriverManager.getConnection(
                "jdbc:h2:mem:;MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        for (String statement : TABLES.split(";\\s")) {
            try (Statement run = connection.createStatement()) {
                run.execute(statement);
            }
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            SELECT "id" FROM "dbo"."c" WHERE SUM("id") > 1 ~ 147 An aggregate may not appear in the WHERE clause unless it is in a subquery contained in a HAVING clause or a select list, and the column being aggregated is an outer reference.
            SELECT * FROM "dbo"."c" UNION SELECT * FROM "dbo"."p" ~ 205 All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number of expressions in their target lists.
            SELECT "x"."none" FROM "dbo"."c" "x" ~ 207 Invalid column name 'none'.
            SELECT "c"."none" FROM "dbo"."c" ~ 207 Invalid column name 'none'.
            SELECT "z"."id" FROM "dbo"."c" "x" ~ 4104 The multi-part identifier "z.id" could not be bound.
            SELECT "id" FROM "dbo"."none" ~ 208 Invalid object name 'dbo.none'.
            SELECT "id" FROM "none" ~ 208 Invalid object name 'none'.
            SELECT "id" FROM "dbo"."c", "dbo"."p" ~ 209 Ambiguous column name 'id'.
            UPDATE "dbo"."c" SET "id" = 5, "id" = 6 ~ 264 The column name 'id' is specified more than once in the SET clause or column list of an INSERT. A column cannot be assigned more than one value in the same clause. Modify the clause to make sure that a column is updated only once. If this statement updates or inserts columns into a view, column aliasing can conceal the duplication in your code.
            UPDATE "dbo"."c" SET "pid" = (SELECT "id" FROM "dbo"."p") ~ 512 Subquery returned more than 1 value. This is not permitted when the subquery follows =, !=, <, <= , >, >= or when the subquery is used as an expression.
            INSERT INTO "dbo"."p" ("name") VALUES (NULL) ~ 515 Cannot insert the value NULL into column 'name', table 'dbo.p'; column does not allow nulls. INSERT fails.
            UPDATE "dbo"."p" SET "name" = NULL ~ 515 Cannot insert the value NULL into column 'name', table 'dbo.p'; column does not allow nulls. UPDATE fails.
            INSERT INTO "dbo"."p" ("id", "name") VALUES (9, 'x') ~ 544 Cannot insert explicit value for identity column in table 'p' when IDENTITY_INSERT is set to OFF.
            INSERT INTO "dbo"."c" VALUES (9, 77, NULL) ~ 547 The INSERT statement conflicted with the FOREIGN KEY constraint "FK_c". The conflict occurred in table "dbo.p", column 'id'.
            DELETE FROM "dbo"."p" WHERE "id" = 1 ~ 547 The DELETE statement conflicted with the REFERENCE constraint "FK_c". The conflict occurred in table "dbo.c", column 'pid'.
            INSERT INTO "dbo"."c" VALUES (9, 1, 77) ~ 547 The INSERT statement conflicted with the FOREIGN KEY SAME TABLE constraint "FK_up". The conflict occurred in table "dbo.c", column 'id'.
            DELETE FROM "dbo"."c" WHERE "id" = 1 ~ 547 The DELETE statement conflicted with the SAME TABLE REFERENCE constraint "FK_up". The conflict occurred in table "dbo.c", column 'up'.
            INSERT INTO "dbo"."c" VALUES (-1, 1, NULL) ~ 547 The INSERT statement conflicted with the CHECK constraint "CK_c". The conflict occurred in table "dbo.c".
            ALTER TABLE "dbo"."none" ADD COLUMN "x" INT ~ 4902 Cannot find the object "dbo.none" because it does not exist or you do not have permissions.
            CREATE UNIQUE INDEX "dbo"."c.IX" ON "dbo"."c" ("pid") ~ 1505 The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.c' and the index name 'IX'.
            CREATE INDEX "dbo"."c.IX" ON "dbo"."c" ("none") ~ 1911 Column name 'none' does not exist in the target table or view.
            INSERT INTO "dbo"."p" ("name") VALUES ('abcdefgh') ~ 2628 String or binary data would be truncated in table 'dbo.p', column 'name'. Truncated value: 'abcde'.
            ALTER TABLE "dbo"."c" ADD COLUMN "pid" INT ~ 2705 Column names in each table must be unique. Column name 'pid' in table 'dbo.c' is specified more than once.
            CREATE TABLE "none"."t" ("a" INT) ~ 2760 The specified schema name "none" either does not exist or you do not have permission to use it.
            SELECT "id" FROM "dbo"."c" WHERE ROW_NUMBER() OVER (ORDER BY "id") = 1 ~ 4108 Windowed functions can only appear in the SELECT or ORDER BY clauses.
            CREATE VIEW "dbo"."w" AS SELECT "id", "id" FROM "dbo"."c" ~ 4506 Column names in each view or function must be unique. Column name 'id' in view or function 'w' is specified more than once.
            INSERT INTO "dbo"."u" ("b") VALUES (12345) ~ 8115 Arithmetic overflow error converting expression to data type numeric.
            SELECT 2147483647 + 1 ~ 8115 Arithmetic overflow error converting expression to data type int.
            SELECT "pid", "id" FROM "dbo"."c" GROUP BY "pid" ~ 8120 Column 'id' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.
            SELECT 1 / 0 ~ 8134 Divide by zero error encountered.
            INSERT INTO "dbo"."u" ("b") VALUES ('abc') ~ 8114 Error converting data type varchar to numeric.
            INSERT INTO "dbo"."u" ("a") VALUES ('abc') ~ 245 Conversion failed when converting the varchar value 'abc' to data type int.
            INSERT INTO "dbo"."u" ("g") VALUES ('abc') ~ 8169 Conversion failed when converting from a character string to uniqueidentifier.
            INSERT INTO "dbo"."u" ("d") VALUES ('abc') ~ 241 Conversion failed when converting date and/or time from character string.
            INSERT INTO "dbo"."v" VALUES ('x') ~ 0 Rows cannot be changed through a view here. Change those of its table, or run with palindrome.engine=sqlserver.
            """)
    void isThatOfTheSameMistakeThere(String statement, String expected) {
        SQLException error = refused(statement);

        int number = SqlServerErrorNumber.of(error);
        assertThat(number + " " + SqlServerErrorText.of(error, number).orElse(error.getMessage()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            INSERT INTO "dbo"."c" VALUES (1, NULL, NULL) ~ 2627 ~ Violation of UNIQUE KEY constraint 'UQ_c'. Cannot insert duplicate key in object 'dbo.c'.
            INSERT INTO "dbo"."u" ("a") VALUES (1) ~ 2601 ~ Cannot insert duplicate key row in object 'dbo.u' with unique index 'IX_u'.
            """)
    void namesWhatHasTheValueAlready(String statement, int number, String expected) {
        assertThat(SqlServerErrorText.of(refused(statement), number)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            245 ~ 'a': a text cannot be read as int ~ Conversion failed when converting the varchar value 'a' to data type int.
            8114 ~ 'a': a text cannot be read as decimal ~ Error converting data type varchar to numeric.
            241 ~ a text cannot be read as date ~ Conversion failed when converting date and/or time from character string.
            """)
    void saysWhatCannotBeRead(int number, String reason, String expected) {
        assertThat(SqlServerErrorText.ofReading(number, reason)).contains(expected);
    }

    private static SQLException refused(String sql) {
        return catchThrowableOfType(SQLException.class, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }
}
