package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Databases;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.seed.RandomSeed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that a user puts in beside those that are generated. */
class EmbeddedOwnRowsIT extends MigrationsInFolder {

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    void requires(String sql) {
        // What the embedded engine cannot take, it shall not pretend to be skipped for.
    }

    @BeforeEach
    void orders() {
        up(
                1,
                "CREATE TABLE dbo.orders (id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_orders PRIMARY KEY,"
                        + " state NVARCHAR(20) NOT NULL);");
        down(1, "DROP TABLE dbo.orders;");
        up(2, "UPDATE dbo.orders SET state = N'closed' WHERE state = CONCAT(N'z', N'u');");
        down(2, "UPDATE dbo.orders SET state = N'closed' WHERE state = CONCAT(N'closed', N'');");
    }

    @Test
    void theyMustComeBack() {
        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE);

        RoundTripReport report = with((version, rows) -> {
            if (version.equals("1")) {
                rows.insert("orders", Map.of("state", "zu"));
            }
        });

        RoundTrip trip = report.roundTrips().get(1);
        assertThat(trip.verdict()).isEqualTo(Verdict.DATA_LOST);
        assertThat(trip.dataLosses())
                .containsExactly(new DataLoss("dbo.orders", "state", 1, false, 10, Optional.empty()));
        assertThat(trip.explanation()).doesNotContain("zu'", "closed");
    }

    @Test
    void theyAreAskedForBehindEachVersion() {
        List<String> versions = new ArrayList<>();

        with((version, rows) -> versions.add(version));

        assertThat(versions).containsExactly("1", "2");
    }

    @Test
    void theirConnectionIsTheMigrationsAndIsNeitherCommittedNorClosed() {
        List<Integer> found = new ArrayList<>();
        RoundTripReport report = with((version, rows) -> {
            try (Connection connection = rows.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO \"dbo\".\"orders\" (\"state\") VALUES ('gone')");
                connection.rollback();
                statement.execute("INSERT INTO \"dbo\".\"orders\" (\"state\") VALUES ('" + version + "')");
                connection.commit();
            }
            try (Connection connection = rows.dataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet own = statement.executeQuery(
                            "SELECT COUNT(*) FROM \"dbo\".\"orders\" WHERE \"state\" IN ('gone', '1', '2')")) {
                own.next();
                found.add(own.getInt(1));
            }
        });

        assertThat(found).containsExactly(1, 2);
        assertThat(report.roundTrips())
                .extracting(RoundTrip::verdict)
                .containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE);
    }

    @Test
    void theyAreThereWhenTheUndoRuns() {
        up(3, """
                CREATE TABLE dbo.states (id INT NOT NULL CONSTRAINT pk_states PRIMARY KEY, name NVARCHAR(20) NOT NULL);
                INSERT INTO dbo.states (id, name) SELECT id, state FROM dbo.orders;
                """);
        down(3, """
                UPDATE dbo.orders SET state = (SELECT name FROM dbo.states WHERE dbo.states.id = dbo.orders.id);
                UPDATE dbo.orders SET state = N'lost' WHERE NOT EXISTS (SELECT 1 FROM dbo.states WHERE id = -5);
                DROP TABLE dbo.states;
                """);

        RoundTripReport report = with((version, rows) -> {
            if (version.equals("3")) {
                rows.insert("states", Map.of("id", -5, "name", "own"));
            }
        });

        RoundTrip trip = report.roundTrips().get(2);
        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.REVERSIBLE);
    }

    @Test
    void aValueOfTheUsersInAGeneratedRowIsNotShown() {
        RoundTripReport report = with((version, rows) -> {
            if (version.equals("1")) {
                try (Connection connection = rows.dataSource().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("UPDATE \"dbo\".\"orders\" SET \"state\" = 'zu'");
                }
            }
        });

        RoundTrip trip = report.roundTrips().get(1);
        assertThat(trip.verdict()).isEqualTo(Verdict.DATA_LOST);
        assertThat(trip.explanation()).doesNotContain("zu'").doesNotContain("→");
    }

    @Test
    void whatGoesWrongNamesTheClassAndTheMigration() {
        assertThatThrownBy(() -> with(new MissingTable()))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("Rows of one's own cannot be put in behind V1 test [V1__test.sql]: The VersionRows "
                        + MissingTable.class.getName()
                        + " failed: There is no table dbo.bills. There are: dbo.orders.");
    }

    static final class MissingTable implements VersionRows {
        @Override
        public void putIn(String version, dev.palindrome.seed.SeedContext rows) {
            rows.fill("bills", 3);
        }
    }

    private RoundTripReport with(VersionRows rows) {
        return verify(new RoundTripSettings(
                Optional.empty(), Optional.empty(), Map.of(), false, RandomSeed.DEFAULT, List.of(rows)));
    }
}
