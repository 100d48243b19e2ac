package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlLiteralTest {

    @Test
    void marksTextsForSqlServerAsUnicode() {
        assertThat(SqlLiteral.of("it's")).isEqualTo("N'it''s'");
    }

    @Test
    void leavesTheMarkOutWhereItIsNotNeededAndNotTaken() {
        assertThat(SqlLiteral.unmarkedIfAscii("it's")).isEqualTo("'it''s'");
        assertThat(SqlLiteral.unmarkedIfAscii("größe")).isEqualTo("N'größe'");
    }

    @Test
    void writesTextsForH2OnOneLine() {
        assertThat(SqlLiteral.h2("it's \\ one")).isEqualTo("'it''s \\ one'");
        assertThat(SqlLiteral.h2("it's\n\\ two")).isEqualTo("U&'it''s\\000a\\\\ two'");
    }

    @Test
    void writesNothingAsNull() {
        assertThat(SqlLiteral.h2OrNull(null)).isEqualTo("NULL");
        assertThat(SqlLiteral.h2OrNull("")).isEqualTo("''");
    }
}
