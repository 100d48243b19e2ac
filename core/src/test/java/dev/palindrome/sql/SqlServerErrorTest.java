package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlServerErrorTest {

    @ParameterizedTest
    @CsvSource({
        "1222, Délai d'attente dépassé, true",
        "547, the text says lock timeout of all things, false",
        "0, canceled because of lock timeout, true",
        "70001, canceled because of lock timeout, true",
        "70001, no such table, false"
    })
    void theTextCountsOnlyWhereTheNumberIsNoneOfSqlServers(int number, String message, boolean expected) {
        SQLException error = new SQLException(message, "S0001", number);

        assertThat(SqlServerError.isOneOf(Set.of(1222), "lock timeout", error)).isEqualTo(expected);
    }

    /** Microsoft's driver chains what a statement failed with, in the server's order. */
    @Test
    void ofSeveralErrorsAnyMayBeTheOneThatIsLookedFor() {
        SQLException error = chain(5061, 5069);

        assertThat(SqlServerError.isOneOf(Set.of(5061), "in use", error)).isTrue();
        assertThat(SqlServerError.isOneOf(Set.of(5069), "in use", error)).isTrue();
        assertThat(SqlServerError.has(5069, error)).isTrue();
        assertThat(SqlServerError.has(1205, error)).isFalse();
        assertThat(SqlServerError.first(number -> number > 5061, error)).hasValue(5069);
    }

    @ParameterizedTest
    @CsvSource({"3201, 3013", "3013, 3201", "5123, 1802", "5061, 5069", "1505, 1750", "5074, 4922"})
    void whatSaysThatTheStatementHasFailedTellsNothing(int first, int second) {
        SQLException error = chain(first, second);

        int expected = first == 3013 ? second : first;
        assertThat(SqlServerError.telling(error).getErrorCode()).isEqualTo(expected);
        assertThat(ErrorText.of(error)).isEqualTo("error " + expected);
    }

    @Test
    void whereThereIsNothingElseThatIsWhatIsSaid() {
        assertThat(ErrorText.of(chain(3621, 3013))).isEqualTo("error 3621");
    }

    private static SQLException chain(int first, int second) {
        SQLException error = new SQLException("error " + first + ".", "S0001", first);
        error.setNextException(new SQLException("error " + second + ".", "S0001", second));
        return error;
    }
}
