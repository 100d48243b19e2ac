package dev.palindrome.schema.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnDefinitionTest {

    /** The catalogue's word beside T-SQL's. */
    @ParameterizedTest
    @CsvSource({
        "AS_ROW_START, AS ROW START",
        "AS_ROW_END, AS ROW END",
        "AS_TRANSACTION_ID_START, AS TRANSACTION_ID START",
        "AS_SEQUENCE_NUMBER_END, AS SEQUENCE_NUMBER END"
    })
    void saysWhatGeneratesAColumn(String described, String written) {
        SchemaObject column = new SchemaObject(
                ObjectKind.COLUMN,
                List.of("c"),
                Map.of(Property.TYPE, "BIGINT", Property.GENERATED, "(" + described + ")"),
                List.of(),
                Map.of());

        assertThat(ColumnDefinition.of(column)).isEqualTo("[c] BIGINT GENERATED ALWAYS " + written + " NULL");
    }
}
