package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.Approximation;
import org.junit.jupiter.api.Test;

class EmbeddedApproximationsIT extends MigrationsInFolder {

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    void requires(String sql) {
        // Nothing is skipped here.
    }

    @Test
    void aVerdictSaysWhatItDoesNotProve() {
        up(1, "CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY WITH (FILLFACTOR = 80))");
        down(1, "DROP TABLE dbo.t");
        up(2, "-- why\nGO\nCREATE TRIGGER dbo.trg ON dbo.t AFTER INSERT AS SELECT 1");
        down(2, "DROP TRIGGER dbo.trg\nGRANT SELECT ON dbo.t TO public\nREVOKE SELECT ON dbo.t FROM public");

        assertThat(trip(1).approximations()).isEmpty();
        assertThat(trip(2).verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(trip(2).approximations())
                .extracting(Approximation::script, Approximation::toString)
                .containsExactly(
                        tuple("V2__test.sql", "trigger dbo.trg is kept and does not fire (line 3)"),
                        tuple("U2__test.sql", "permissions are recorded and hold against nobody (lines 2, 3)"));
    }
}
