package dev.palindrome.seed.filler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.seed.SeedPlan;
import dev.palindrome.seed.SeededDatabaseTestCase;
import dev.palindrome.seed.Seeding;
import dev.palindrome.seed.ServerAbility;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many rows a fill makes where, on every engine. */
abstract class FillOrderTestCase extends SeededDatabaseTestCase {

    @BeforeEach
    void prepare() throws SQLException {
        database.run("""
                CREATE TABLE users (id INT IDENTITY PRIMARY KEY, age INT NULL CONSTRAINT ck_age CHECK (age BETWEEN 18 AND 120));
                CREATE TABLE orders (id INT IDENTITY PRIMARY KEY, user_id INT NOT NULL REFERENCES users (id));
                CREATE TABLE profiles (id INT IDENTITY PRIMARY KEY, user_id INT NOT NULL UNIQUE REFERENCES users (id));
                CREATE TABLE log (id INT NOT NULL PRIMARY KEY, n TINYINT NULL)
                """);
    }

    @Test
    void makesNoRowsIfNoneAreWanted() throws SQLException {
        run(SeedPlan.empty().fill("orders:0"));

        assertThat(counts()).isEqualTo("0|0|0");
    }

    @Test
    void givesAParentAsManyRowsAsTheNeediestOfItsTablesNeeds() throws SQLException {
        run(SeedPlan.empty().fill("orders:10", "profiles:15"));

        assertThat(counts()).isEqualTo("15|10|15");
    }

    @Test
    void makesTheSameRowsInWhateverOrderASeederNamesTables() throws SQLException {
        run(SeedPlan.empty().seeders(context -> {
            context.fill("orders", 10);
            context.fill("log", 1);
            context.fill("users", 30);
        }));

        assertThat(counts()).isEqualTo("30|10|0");
    }

    @Test
    void findsTheFewParentsThatFitToAnotherReference() throws SQLException {
        database.run("""
                CREATE TABLE tenants (id INT IDENTITY PRIMARY KEY);
                CREATE TABLE places (tenant INT NOT NULL REFERENCES tenants (id), id INT NOT NULL, PRIMARY KEY (tenant, id));
                CREATE TABLE visits (id INT IDENTITY PRIMARY KEY, tenant INT NOT NULL REFERENCES tenants (id),
                    place INT NOT NULL, FOREIGN KEY (tenant, place) REFERENCES places (tenant, id))
                """);

        run(SeedPlan.empty().fill("tenants:500", "places:5", "visits:100"));

        assertThat(database.rows("SELECT COUNT(*) FROM visits")).containsExactly("100");
    }

    @Test
    void letsTheFirstOfThreeRowsBeTheLeast() throws SQLException {
        run(SeedPlan.empty()
                .seeders(context ->
                        context.fill("log", 3).with("id", (faker, row) -> row).withEdges()));

        assertThat(database.rows("SELECT n FROM log ORDER BY id")).isEqualTo(List.of("0", "255", "null"));
    }

    @Test
    void namesTheColumnWhoseGivenValueBreaksACheck() throws SQLException {
        database.requires(ServerAbility.CHECKS_AS_TSQL);

        assertThatThrownBy(() -> run(SeedPlan.empty()
                        .seeders(context -> context.fill("users", 3).with("age", faker -> 7))))
                .hasRootCauseMessage("the value given for age breaks the check ck_age");
    }

    @Test
    void saysWhatToDoIfNoValueSatisfiesACheck() throws SQLException {
        database.requires(ServerAbility.CHECKS_AS_TSQL);
        database.run("CREATE TABLE never (n INT NOT NULL, CONSTRAINT ck_never CHECK (n < 0 AND n > 0))");

        assertThatThrownBy(() -> run(SeedPlan.empty().fill("never:3")))
                .hasMessage(
                        "dbo.never, row 0: no values were found that satisfy the check ck_never. Nothing was put in."
                                + " Give its columns values of your own with .with(…).");
    }

    @Test
    void leavesItToTheDatabaseWhetherAGivenTextHasTheRightCase() throws SQLException {
        database.requires(ServerAbility.CHECKS_AS_TSQL);
        database.run("CREATE TABLE t (sex VARCHAR(1) NOT NULL CHECK (sex IN ('M', 'F')))");

        run(SeedPlan.empty().seeders(context -> context.fill("t", 2).with("sex", faker -> "f")));

        assertThat(database.rows("SELECT sex FROM t")).containsExactly("f", "f");
    }

    private String counts() throws SQLException {
        return database.rows("""
                        SELECT (SELECT COUNT(*) FROM users), (SELECT COUNT(*) FROM orders), (SELECT COUNT(*) FROM profiles)
                        FROM (VALUES (1)) AS one (n)
                        """).get(0);
    }

    private void run(SeedPlan plan) {
        Seeding.of(database.dataSource(), new TableName("dbo", "history"), Settings.of(name -> Optional.empty()))
                .run(plan);
    }
}
