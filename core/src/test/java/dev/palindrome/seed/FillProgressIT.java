package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.seed.bulk.LoadProgress;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.TableName;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class FillProgressIT {

    @Test
    void endsOnceWhereRowsComeInTwoParts() throws Exception {
        try (SeededDatabase database = SeededDatabase.embedded();
                CapturedLog log = new CapturedLog(LoadProgress.class)) {
            database.run("CREATE TABLE staff (id INT NOT NULL PRIMARY KEY, name NVARCHAR(20) NOT NULL,"
                    + " boss INT NOT NULL REFERENCES staff (id))");

            Seeding.of(database.dataSource(), new TableName("dbo", "history"), Settings.of(name -> Optional.empty()))
                    .run(SeedPlan.empty()
                            .seeders(context -> context.fill("staff", 20)
                                    .with("name", (faker, row) -> row == 0 ? late() : "at once")));

            assertThat(log.lines())
                    .filteredOn(line -> line.contains(" rows in "))
                    .singleElement()
                    .asString()
                    .matches("INFO dbo\\.staff: 20 rows in \\d+ s, \\d+ rows/s");
        }
    }

    /** Later than a load stays silent. */
    private static String late() {
        long end = System.nanoTime() + 2_050_000_000L;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        return "late";
    }
}
