package dev.palindrome.seed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.sql.DeclaredType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NarrowerTypeTest {

    @ParameterizedTest(name = "{0} that becomes {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "NVARCHAR(50); NVARCHAR(20); NVARCHAR(20)",
                "NVARCHAR(20); VARCHAR(MAX); VARCHAR(20)",
                "NVARCHAR(MAX); NVARCHAR(MAX); NVARCHAR(MAX)",
                "VARCHAR(10); INT; INT",
                "NVARCHAR(30); DATE; DATE",
                "INT; NVARCHAR(20); INT",
                "INT; NVARCHAR(4); DECIMAL(2,0)",
                "DECIMAL(9,2); NVARCHAR(20); DECIMAL(8,0)",
                "BIGINT; SMALLINT; SMALLINT",
                "SMALLINT; BIGINT; SMALLINT",
                "DECIMAL(18,4); DECIMAL(5,2); DECIMAL(5,2)",
                "DECIMAL(5,2); INT; DECIMAL(2,0)",
                "DATETIME2(7); DATE; DATE",
                "VARBINARY(10); VARBINARY(50); VARBINARY(10)",
                "VARBINARY(50); VARBINARY(10); VARBINARY(10)"
            })
    void bothHoldItsValues(String now, String later, String narrower) {
        assertThat(NarrowerType.of(DeclaredType.parse(now), DeclaredType.parse(later)))
                .isEqualTo(DeclaredType.parse(narrower));
    }
}
