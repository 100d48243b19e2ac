package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeSuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "nvarcar, (is NVARCHAR meant?)",
        "dateitme2, (is DATETIME2 meant?)",
        "SERIAL, (is INT IDENTITY meant?)",
        "timestamptz, (is DATETIMEOFFSET meant?)",
        "jsonb, (is NVARCHAR(MAX) meant?)",
        "Customer, ''"
    })
    void saysWhichTypeOfSqlServersIsMeant(String name, String question) {
        assertThat(TypeSuggestion.question(name).strip()).isEqualTo(question);
    }
}
