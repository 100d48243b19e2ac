package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ALTER SEQUENCE on the embedded engine: what it says shows as if the sequence had been made so. */
class EmbeddedSequencesTest {

    private static final String MADE = "CREATE SEQUENCE dbo.numbers AS INT START WITH 10 MINVALUE 1 MAXVALUE 1000";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CACHE 50 | INCREMENT BY 1 CACHE 50
            CACHE | INCREMENT BY 1 CACHE
            NO CACHE | INCREMENT BY 1 NO CACHE
            INCREMENT BY 5 CYCLE | INCREMENT BY 5 CYCLE
            INCREMENT BY 2 CACHE 7 NO CYCLE | INCREMENT BY 2 CACHE 7
            """)
    void showsWhatWasAltered(String altered, String made) throws SQLException {
        SchemaSnapshot expected = EmbeddedSchema.of(MADE + " " + made);

        assertThat(EmbeddedSchema.of(MADE + "\nGO\nALTER SEQUENCE dbo.numbers " + altered))
                .isEqualTo(expected);
        assertThat(EmbeddedSchema.of(MADE + " CACHE 3\nGO\nALTER SEQUENCE numbers " + altered + " RESTART WITH 20")
                        .objects(ObjectKind.SEQUENCE))
                .hasSize(1)
                .allMatch(sequence -> sequence.get(Property.INCREMENT)
                        .equals(expected.objects(ObjectKind.SEQUENCE).get(0).get(Property.INCREMENT)));
    }

    @ParameterizedTest
    @CsvSource({
        "INT, NO MAXVALUE, MINVALUE 1 MAXVALUE 2147483647",
        "INT, NO MINVALUE, MINVALUE -2147483648 MAXVALUE 1000",
        "TINYINT, NO MINVALUE, MINVALUE 0 MAXVALUE 200",
        "SMALLINT, NO MAXVALUE, MINVALUE 1 MAXVALUE 32767",
        "BIGINT, NO MAXVALUE, MINVALUE 1 MAXVALUE 9223372036854775807"
    })
    void hasTheLimitsOfItsTypeWhereItHasNone(String type, String altered, String limits) throws SQLException {
        String begun = "CREATE SEQUENCE dbo.numbers AS " + type + " START WITH 10 ";
        String old = "MINVALUE 1 MAXVALUE " + (type.equals("TINYINT") ? 200 : 1000);

        assertThat(EmbeddedSchema.of(begun + old + "\nGO\nALTER SEQUENCE dbo.numbers " + altered))
                .isEqualTo(EmbeddedSchema.of(begun + limits));
    }

    @Test
    void mayKeepMoreAtHandThanThereAre() throws SQLException {
        assertThat(EmbeddedSchema.of(MADE + " CYCLE CACHE 1000000").toString()).contains("CACHE 1000000");
        assertThat(EmbeddedSchema.of(MADE + "\nGO\nALTER SEQUENCE dbo.numbers CACHE 5000")
                        .toString())
                .contains("CACHE 5000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER SEQUENCE dbo.numbers | is refused by SQL Server (error 102
            ALTER SEQUENCE dbo.numbers CACHE 5 CACHE 6 | is refused by SQL Server (error 102
            ALTER SEQUENCE dbo.numbers CASH 5 | is refused by SQL Server (error 102
            """)
    void refusesWhatItCannotDo(String statement, String expected) {
        assertThatThrownBy(() -> EmbeddedSchema.of(MADE + "\nGO\n" + statement)).hasMessageContaining(expected);
    }
}
