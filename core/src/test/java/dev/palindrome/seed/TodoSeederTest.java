package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.settings.Settings;
import dev.palindrome.sql.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A seeder as users write it. */
class TodoSeederTest {

    private SeededDatabase database;

    @BeforeEach
    void migrate() throws SQLException {
        database = SeededDatabase.embedded();
        database.run("""
                CREATE TABLE users (id INT IDENTITY PRIMARY KEY, email NVARCHAR(255) NOT NULL UNIQUE,
                    full_name NVARCHAR(100) NOT NULL, is_admin BIT NOT NULL DEFAULT 0);
                CREATE TABLE todos (id INT IDENTITY PRIMARY KEY, title NVARCHAR(100) NOT NULL,
                    priority INT NOT NULL CHECK (priority BETWEEN 1 AND 5), is_complete BIT NOT NULL,
                    owner_id INT NOT NULL REFERENCES users (id))
                """);
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    public static class TodoSeeder implements Seeder {
        @Override
        public void seed(SeedContext context) {
            context.fill("users", 10).with("is_admin", (faker, row) -> row == 0);
            context.fill("todos", 50)
                    .with("priority", (faker, row) -> row % 5 + 1)
                    .with("is_complete", (faker, row) -> row % 3 == 0)
                    .with("owner_id", (faker, row) -> row % 10 + 1);
        }
    }

    @Test
    void seeds() throws SQLException {
        run(SeedPlan.empty().seeders(new TodoSeeder()));

        assertThat(database.rows("SELECT COUNT(*), COUNT(DISTINCT email), MIN(id) FROM users WHERE is_admin = 0"))
                .containsExactly("9|9|2");
        assertThat(database.rows("SELECT COUNT(*), COUNT(DISTINCT priority), COUNT(DISTINCT owner_id) FROM todos"))
                .containsExactly("50|5|10");
        assertThat(database.rows("SELECT COUNT(*) FROM todos WHERE is_complete = 1"))
                .containsExactly("17");
    }

    @Test
    void namesTheSeederThatFails() {
        Seeder failing = new FailingSeeder();

        assertThatThrownBy(() -> run(SeedPlan.empty().seeders(failing)))
                .isInstanceOf(SeedException.class)
                .hasMessage(
                        "The seeder dev.palindrome.seed.TodoSeederTest$FailingSeeder failed: java.io.IOException: no file")
                .hasRootCauseMessage("no file");
    }

    @Test
    void saysWhatPalindromeSaidToALambda() {
        assertThatThrownBy(() -> run(SeedPlan.empty().seeders(context -> context.fill("nobody", 1))))
                .hasMessage(
                        "The seeder (a lambda in dev.palindrome.seed.TodoSeederTest) failed: There is no table dbo.nobody."
                                + " There are: dbo.todos, dbo.users.");
    }

    @Test
    void leavesOutWhatTheDatabaseSaidToASeeder() {
        SQLException refusal = new SQLException("'secret' is there already", "23000", 2627);
        IllegalStateException wrapped = new IllegalStateException("'secret' cannot be saved", refusal);

        for (Exception thrown : List.of(refusal, wrapped)) {
            assertThatThrownBy(() -> run(SeedPlan.empty().seeders(context -> {
                        throw thrown;
                    })))
                    .hasMessage(
                            "The seeder (a lambda in dev.palindrome.seed.TodoSeederTest) failed: %s (error 2627, SQL"
                                    + " state 23000).",
                            thrown.getClass().getName())
                    .satisfies(failure -> assertThat(failure.getCause())
                            .hasToString("java.sql.SQLException")
                            .hasNoCause()
                            .hasNoSuppressedExceptions()
                            .extracting(Throwable::getStackTrace)
                            .isEqualTo(refusal.getStackTrace()));
        }
    }

    static class FailingSeeder implements Seeder {
        @Override
        public void seed(SeedContext context) throws Exception {
            throw new java.io.IOException("no file");
        }
    }

    @Test
    void keepsNothingOfAStepThatFails() throws SQLException {
        assertThatThrownBy(() -> run(SeedPlan.empty().fill("users:10").fill("todos:10", "nobody:1")))
                .hasMessage("There is no table dbo.nobody. There are: dbo.todos, dbo.users.");

        assertThat(database.rows("SELECT COUNT(*), (SELECT COUNT(*) FROM users) FROM todos"))
                .containsExactly("0|10");
    }

    @Test
    void runsStepsInTheirOrder() throws SQLException {
        Seeder counting = context -> {
            assertThat(database.rows("SELECT COUNT(*) FROM users")).containsExactly("3");
            context.insert("users", java.util.Map.of("email", "a@example.com", "full_name", "A"));
        };

        run(SeedPlan.empty().fill("users:3").seeders(counting).fill("users:2"));

        assertThat(database.rows("SELECT COUNT(*) FROM users")).containsExactly("6");
    }

    private void run(SeedPlan plan) {
        Seeding.of(database.dataSource(), new TableName("dbo", "history"), Settings.of(name -> Optional.empty()))
                .run(plan);
    }
}
