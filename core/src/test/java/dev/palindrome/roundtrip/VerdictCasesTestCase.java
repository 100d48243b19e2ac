package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many small sets of migrations, each with what a production database would say of it. */
abstract class VerdictCasesTestCase extends MigrationsInFolder {

    private static final List<String> FILES =
            List.of("changed-values", "new-columns", "positions", "refused-rows", "touched-tables");

    static Stream<VerdictCase> cases() {
        return FILES.stream().flatMap(file -> VerdictCase.in(file).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void eachMigrationGetsTheVerdictThatProductionWouldGive(VerdictCase given) {
        given.scripts().forEach((name, text) -> script(name + "__test.sql", text));

        RoundTripReport report = verify();

        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        report.roundTrips().forEach(trip -> verdicts.put(trip.migration().version(), trip.verdict()));
        assertThat(verdicts).as(() -> explained(report)).isEqualTo(given.expected());
    }

    private static String explained(RoundTripReport report) {
        StringBuilder text = new StringBuilder(report.toString());
        report.roundTrips().forEach(trip -> text.append("\n\n").append(trip.explanation()));
        return text.toString();
    }
}
