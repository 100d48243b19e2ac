package dev.palindrome.database.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseNameTest {

    @ParameterizedTest
    @CsvSource({
        "TodoRepositoryTest, palindrome_todo_repository_test_abc",
        "Outer$Inner[1]; DROP, palindrome_outer_inner_1_drop_abc",
        "'', palindrome_abc",
        "Überprüfung, palindrome_berpr_fung_abc"
    })
    void saysWhatItIsFor(String purpose, String name) {
        assertThat(DatabaseName.named(purpose, "abc")).isEqualTo(name);
    }

    @Test
    void isNoLongerThanSqlServerAllowsWithoutANameForTheLogFile() {
        assertThat(DatabaseName.forPurpose("x".repeat(300))).hasSize(123);
    }

    @Test
    void isNewEachTime() {
        assertThat(DatabaseName.forPurpose("x"))
                .matches("palindrome_x_[a-z0-9]{16}")
                .isNotEqualTo(DatabaseName.forPurpose("x"));
    }

    @Test
    void canEndAsAnotherDoes() {
        String other = DatabaseName.forPurpose("clone");
        assertThat(DatabaseName.forPurpose("TodoTest", other))
                .isEqualTo(other.replace("palindrome_clone_", "palindrome_todo_test_"));
    }
}
