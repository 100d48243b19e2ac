package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.TemplateKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Migrations that refuse rows of many tables at once. */
class EmbeddedManyRowsIT extends MigrationsInFolder {

    private static final int TABLES = 12;

    private final AtomicInteger made = new AtomicInteger();

    @Override
    Databases databases() {
        Databases embedded = EngineDatabases.embedded();
        return new Databases() {
            @Override
            public Database create(String purpose, DatabaseOptions options) {
                made.incrementAndGet();
                return embedded.create(purpose, options);
            }

            @Override
            public Database create(
                    String purpose, DatabaseOptions options, Optional<TemplateKey> key, Consumer<Database> fill) {
                made.incrementAndGet();
                return embedded.create(purpose, options, key, fill);
            }
        };
    }

    @Override
    void requires(String sql) {
        // Nothing is skipped here.
    }

    private static String each(String sql) {
        return IntStream.range(0, TABLES).mapToObj(sql::formatted).collect(Collectors.joining("\n"));
    }

    private void tables() {
        up(
                1,
                "CREATE TABLE dbo.parent (id INT NOT NULL, name NVARCHAR(20) NULL);\n"
                        + each("CREATE TABLE dbo.t%d (id INT NOT NULL, parent INT NOT NULL, name NVARCHAR(20) NULL);"));
        down(1, each("DROP TABLE dbo.t%d;") + "DROP TABLE dbo.parent;");
    }

    /** @param references the foreign keys that are added; the undo loses values of one table */
    private RoundTrip tripOfKeys(String references) {
        tables();
        up(
                2,
                "ALTER TABLE dbo.parent ADD CONSTRAINT pk_parent PRIMARY KEY (id);\n"
                        + each("ALTER TABLE dbo.t%1$d ADD CONSTRAINT pk_t%1$d PRIMARY KEY (id);")
                        + references);
        down(
                2,
                each("ALTER TABLE dbo.t%1$d DROP CONSTRAINT fk_t%1$d;")
                        + each("ALTER TABLE dbo.t%1$d DROP CONSTRAINT pk_t%1$d;")
                        + "ALTER TABLE dbo.parent DROP CONSTRAINT pk_parent;\nUPDATE dbo.t7 SET name = NULL;");
        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).isEqualTo(Verdict.DATA_LOST);
        assertThat(trip.dataLosses()).extracting(DataLoss::table).containsOnly("dbo.t7");
        return trip;
    }

    @Test
    void keysOfManyTablesAreFittedWithFewDatabases() {
        RoundTrip trip = tripOfKeys(
                each("ALTER TABLE dbo.t%1$d ADD CONSTRAINT fk_t%1$d FOREIGN KEY (parent) REFERENCES dbo.parent (id);"));

        assertThat(trip.notes())
                .hasSize(TABLES + 1)
                .contains(
                        "Of 9 generated rows in dbo.t7, 9 made way for others, because some in this table or in others were"
                                + " refused, too many to try each: two rows have the same key (error 23505). It goes up only where"
                                + " dbo.t7.parent is in dbo.parent and dbo.t7.id is different in each row.");
        assertThat(made).hasValueLessThan(20);
    }

    @Test
    void tablesThatReferenceOneAnotherInACircleAreFitted() {
        tripOfKeys(IntStream.range(0, TABLES)
                .mapToObj(i ->
                        "ALTER TABLE dbo.t%1$d ADD CONSTRAINT fk_t%1$d FOREIGN KEY (parent) REFERENCES dbo.t%2$d (id);"
                                .formatted(i, (i + 1) % TABLES))
                .collect(Collectors.joining("\n")));

        assertThat(made).hasValueLessThan(30);
    }

    @Test
    void rowsThatAreFittedToAKeyDifferFromThoseThatStay() {
        up(1, "CREATE TABLE dbo.k (id INT NOT NULL, name NVARCHAR(20) NULL);");
        down(1, "DROP TABLE dbo.k;");
        up(2, "ALTER TABLE dbo.k ADD CONSTRAINT pk_k PRIMARY KEY (id);");
        down(2, "ALTER TABLE dbo.k DROP CONSTRAINT pk_k;\nDELETE FROM dbo.k;");

        assertThat(trip(2).dataLosses()).extracting(DataLoss::rows).containsExactly(9L);
        assertThat(made).hasValueLessThan(14);
    }

    @Test
    void aFewRowsThatAreRefusedAmongManyAreFoundOneByOne() {
        tables();
        up(2, each("UPDATE dbo.t%1$d SET id = id;") + "\nALTER TABLE dbo.t5 ALTER COLUMN name NVARCHAR(19) NULL;");
        down(2, "ALTER TABLE dbo.t5 ALTER COLUMN name NVARCHAR(20) NULL;");

        assertThat(trip(2).notes())
                .containsExactly(
                        "Of 9 generated rows in dbo.t5, 2 were left out, because a value is too long for its column (error 22001):"
                                + " a row of mixed case, blanks and negative numbers, a row of the longest texts and greatest"
                                + " values.");
        assertThat(made).hasValueLessThan(20);
    }
}
