package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Databases;
import org.junit.jupiter.api.Test;

/** Faults far apart and side by side, in the one table and in others. */
class ThreeHundredMigrationsIT extends MigrationsInFolder {

    private static final int ALL = 300;

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    void requires(String sql) {
        // What the embedded engine cannot take, it shall not pretend to be skipped for.
    }

    @Test
    void eachFaultIsNamedAndNothingElse() {
        for (int version = 1; version <= ALL; version += 2) {
            up(
                    version,
                    "CREATE TABLE dbo.t%1$d (id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_t%1$d PRIMARY KEY, n INT NOT NULL);"
                            .formatted(version));
            down(version, "DROP TABLE dbo.t%d;".formatted(version));
            up(version + 1, "ALTER TABLE dbo.t%d ADD more NVARCHAR(20) NULL;".formatted(version));
            down(version + 1, "ALTER TABLE dbo.t%d DROP COLUMN more;".formatted(version));
        }
        down(60, "PRINT 'forgotten';");
        down(150, "ALTER TABLE dbo.t149 DROP COLUMN more;\nDELETE FROM dbo.t149;");
        down(151, "DROP TABLE dbo.t151;\nUPDATE dbo.t149 SET n = 0;");
        down(222, "ALTER TABLE dbo.t221 DROP COLUMN less;");

        assertThat(verify().roundTrips())
                .filteredOn(trip -> trip.verdict() != Verdict.REVERSIBLE)
                .extracting(trip -> trip.migration().version() + "=" + trip.verdict())
                .containsExactly("60=NOT_RESTORED", "150=DATA_LOST", "151=DATA_LOST", "222=UNDO_FAILED");
    }
}
