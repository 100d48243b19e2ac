package dev.palindrome.seed.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.text.ObjectBuilder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityNumbersTest {

    private static final Table TABLE = new Table(new ObjectBuilder(ObjectKind.TABLE, List.of("dbo", "t")).build());

    @Test
    void thereIsAGapInTheMidstAndTheLastRowsHaveTheNumbersThatAreNamed() {
        assertThat(IdentityNumbers.of(TABLE, Set.of(3L, 41L, 40L), 10).steps())
                .containsExactly(new IdentityNumbers.Step(5, 1), new IdentityNumbers.Step(8, 30));
    }

    /** Behind five rows the sixth number is skipped. */
    @ParameterizedTest
    @CsvSource({"5, 5", "6, 6", "7, 5"})
    void theGapIsNoNumberThatIsNamed(long named, int behind) {
        assertThat(IdentityNumbers.of(TABLE, Set.of(named), 10).steps())
                .containsExactly(new IdentityNumbers.Step(behind, 1));
    }

    @Test
    void whatIsFarAwayIsNotReached() {
        assertThat(IdentityNumbers.of(TABLE, Set.of(4711L), 2).steps()).containsExactly(new IdentityNumbers.Step(1, 1));
    }
}
