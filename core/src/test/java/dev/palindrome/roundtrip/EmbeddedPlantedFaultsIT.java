package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Databases;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults are planted at random, and each must be found where it is, and nowhere else. */
class EmbeddedPlantedFaultsIT extends MigrationsInFolder {

    private static final int CHANGES = 8;

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    void requires(String sql) {
        // What the embedded engine cannot take, it shall not pretend to be skipped for.
    }

    /** More of them with {@code -Dplanted.seeds=1000}. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("planted.seeds", 20));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachFaultIsFoundWhereItIsAndNowhereElse(long seed) {
        PlantedMigrations planted = new PlantedMigrations(seed, CHANGES);
        for (int i = 0; i < planted.count(); i++) {
            up(i + 1, planted.up(i));
            down(i + 1, planted.down(i));
        }

        RoundTripReport report = verify();

        for (int i = 0; i < planted.count(); i++) {
            RoundTrip trip = report.roundTrips().get(i);
            assertThat(trip.verdict())
                    .as(
                            "seed %d, V%d:\n%s\n--- undo:\n%s\n--- said:\n%s",
                            seed, i + 1, planted.up(i), planted.down(i), trip.explanation())
                    .isIn(planted.expected(i));
        }
    }
}
