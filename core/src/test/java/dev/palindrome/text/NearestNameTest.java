package dev.palindrome.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("users", "orders", "order_lines", "x");

    @ParameterizedTest
    @CsvSource({
        "user, users",
        "USRES, users",
        "orderlines, order_lines",
        "oder_line, order_lines",
        "oredrs, orders",
        "suers, users",
        "todos,",
        "us,",
        "'',x",
        "y, x",
        "customers,"
    })
    void isTheOneThatIsProbablyMeant(String name, String meant) {
        assertThat(NearestName.of(name, KNOWN).orElse(null)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"user, ' (is users meant?)'", "todos, ''"})
    void isAskedAbout(String name, String question) {
        assertThat(NearestName.question(name, KNOWN)).isEqualTo(question);
    }

    @Test
    void ofASetTheFirstByItsLettersWhateverItsOrder() {
        assertThat(NearestName.of("DATETIM2", new LinkedHashSet<>(List.of("DATETIME2", "DATETIME"))))
                .contains("DATETIME");
        assertThat(NearestName.of("DATETIM2", List.of("DATETIME2", "DATETIME"))).contains("DATETIME2");
    }
}
