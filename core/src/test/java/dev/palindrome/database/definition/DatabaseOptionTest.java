package dev.palindrome.database.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseOptionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            READ_COMMITTED_SNAPSHOT ON; DROP DATABASE x | ON
            READ_COMMITTED_SNAPSHOT                     | ON; DROP DATABASE x
            READ_COMMITTED_SNAPSHOT                     | ON --
            QUERY_STORE                                 | ON (OPERATION_MODE = READ_ONLY)
            READ_COMMITTED_SNAPSHOT                     | "ON"
            ''                                          | ON
            READ_COMMITTED_SNAPSHOT                     | ''
            """)
    void isMadeOfWordsAndNothingElse(String name, String value) {
        assertThatThrownBy(() -> new DatabaseOption(name, value))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("The database option '" + name + "' with the value '" + value
                        + "' is not one that Palindrome can set. Write names and values as words, such as"
                        + " READ_COMMITTED_SNAPSHOT and ON. An option with options of its own, in brackets, is for a"
                        + " migration: ALTER DATABASE CURRENT SET ….");
    }

    @Test
    void isSetInTheOrderGiven() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("RECOVERY", "SIMPLE");
        options.put("ALLOW_SNAPSHOT_ISOLATION", "ON");
        options.put("AUTO_CLOSE", "OFF");
        assertThat(DatabaseOption.of(new DatabaseOptions(Optional.empty(), options)))
                .extracting(DatabaseOption::sql)
                .containsExactly("RECOVERY SIMPLE", "ALLOW_SNAPSHOT_ISOLATION ON", "AUTO_CLOSE OFF");
    }
}
