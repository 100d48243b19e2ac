package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
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
}
