package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Databases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Functions that tables and views call, up and down again. */
class EmbeddedFunctionTripsIT extends MigrationsInFolder {

    private static final String FUNCTIONS = """
            CREATE FUNCTION dbo.plus_one (@n INT) RETURNS INT AS BEGIN RETURN @n + 1 END
            GO
            CREATE FUNCTION dbo.is_even (@n INT) RETURNS BIT AS BEGIN RETURN CASE WHEN @n % 2 = 0 THEN 1 ELSE 0 END END
            GO
            CREATE FUNCTION dbo.up_to (@n INT) RETURNS @all TABLE (n INT NOT NULL PRIMARY KEY) AS
            BEGIN
                WHILE @n > 0 BEGIN INSERT INTO @all VALUES (@n) SET @n -= 1 END
                RETURN
            END
            GO
            """;

    private static final String USERS = """
            CREATE TABLE dbo.number (
                id INT NOT NULL CONSTRAINT pk_number PRIMARY KEY CONSTRAINT df_id DEFAULT (dbo.plus_one(1)),
                next AS dbo.plus_one(id),
                CONSTRAINT ck_even CHECK (dbo.is_even(id) = 1))
            GO
            CREATE VIEW dbo.counted AS SELECT t.id, u.n, dbo.plus_one(u.n) AS p FROM dbo.number t CROSS APPLY dbo.up_to(t.id) u
            GO
            """;

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    void requires(String sql) {
        // Nothing is skipped here.
    }

    @BeforeEach
    void table() {
        up(1, "CREATE TABLE dbo.p (id INT NOT NULL PRIMARY KEY)");
        down(1, "DROP TABLE dbo.p");
    }

    @Test
    void areUndoneInTurn() {
        up(2, FUNCTIONS + USERS);
        down(2, "DROP VIEW dbo.counted; DROP TABLE dbo.number; DROP FUNCTION dbo.plus_one, dbo.is_even, dbo.up_to");

        assertThat(explanation(trip(2))).isEqualTo("V2 test [V2__test.sql] is undone by U2__test.sql.");
    }

    @Test
    void aDraftDropsThemBehindWhatCallsThem() {
        up(2, FUNCTIONS + USERS);

        assertThat(trip(2).undoDraft())
                .hasValueSatisfying(draft ->
                        assertThat(draft.restoresSchema()).as(draft.sql()).isTrue());
    }

    @Test
    void aDraftMakesThemBeforeWhatCallsThem() {
        up(2, FUNCTIONS + USERS);
        down(2, "DROP VIEW dbo.counted; DROP TABLE dbo.number; DROP FUNCTION dbo.plus_one, dbo.is_even, dbo.up_to");
        up(3, "DROP VIEW dbo.counted; DROP TABLE dbo.number; DROP FUNCTION dbo.plus_one, dbo.is_even, dbo.up_to");

        assertThat(trip(3).undoDraft())
                .hasValueSatisfying(draft ->
                        assertThat(draft.restoresSchema()).as(draft.sql()).isTrue());
    }

    @Test
    void aDraftTakesTheChecksAndDefaultsThatCallOneOutOfItsWay() {
        String users = """
                CREATE TABLE dbo.number (
                    id INT NOT NULL CONSTRAINT df_id DEFAULT (dbo.plus_one(1)),
                    CONSTRAINT ck_even CHECK (dbo.is_even(id) = 1))
                """;
        up(2, FUNCTIONS + users);
        down(2, "DROP TABLE dbo.number; DROP FUNCTION dbo.plus_one, dbo.is_even, dbo.up_to");
        up(3, """
                ALTER TABLE dbo.number DROP CONSTRAINT ck_even, df_id
                GO
                ALTER FUNCTION dbo.is_even (@n INT) RETURNS BIT AS BEGIN RETURN 1 END
                GO
                ALTER FUNCTION dbo.plus_one (@n INT) RETURNS INT AS BEGIN RETURN @n + 3 END
                GO
                ALTER TABLE dbo.number ADD CONSTRAINT ck_even CHECK (dbo.is_even(id) = 1), CONSTRAINT df_id DEFAULT (dbo.plus_one(1)) FOR id
                """);

        assertThat(trip(3).undoDraft())
                .hasValueSatisfying(draft ->
                        assertThat(draft.restoresSchema()).as(draft.toString()).isTrue());
    }
}
