package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many small sets of migrations, each with what a production database would say of it. */
abstract class VerdictCasesTestCase extends MigrationsInFolder {

    private static final List<String> FILES = List.of(
            "baselines",
            "callbacks",
            "changed-values",
            "named-values",
            "names",
            "new-columns",
            "positions",
            "refused-rows",
            "repeatables",
            "stored-alike",
            "touched-tables");

    static Stream<VerdictCase> cases() {
        return FILES.stream().flatMap(file -> VerdictCase.in(file).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void eachMigrationGetsTheVerdictThatProductionWouldGive(VerdictCase given) {
        given.requires().forEach(this::requires);
        given.scripts().forEach(this::script);

        RoundTripReport report = verify();

        assertThat(report.roundTrips().stream()
                        .map(trip -> trip.migration().version() + "=" + trip.verdict())
                        .toList())
                .as(() -> explained(report))
                .isEqualTo(given.expected().stream()
                        .map(VerdictCase.Expected::verdict)
                        .toList());
        for (int i = 0; i < given.expected().size(); i++) {
            assertThat(report.roundTrips().get(i).explanation())
                    .contains(given.expected().get(i).explanation());
        }
    }

    private static String explained(RoundTripReport report) {
        StringBuilder text = new StringBuilder(report.toString());
        report.roundTrips().forEach(trip -> text.append("\n\n").append(trip.explanation()));
        return text.toString();
    }
}
