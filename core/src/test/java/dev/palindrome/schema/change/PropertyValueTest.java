package dev.palindrome.schema.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertyValueTest {

    @Test
    void aTextIsALiteral() {
        assertThat(statement("0xAB or it's", "")).isEqualTo("EXEC add @value = N'0xAB or it''s'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0x01AB | varbinary | N'@value varbinary(8000)', @value = 0x01AB",
                "0x01AB | binary | N'@value binary(2)', @value = 0x01AB",
                "5 | int | N'@value int', @value = 5",
                "-1.50 | decimal | N'@value decimal(38, 2)', @value = -1.50",
                "true | bit | N'@value bit', @value = 1",
                "1.0E10 | float | N'@value float', @value = 1.0E10",
                "12 | nchar | N'@value nchar(2)', @value = N'12'",
                "2026-11-28 09:00:00.0 | datetime | N'@value datetime', @value = N'2026-11-28 09:00:00.0'",
                "0E984725-C51C-4BF4-9960-E1C80E27ABA0 | uniqueidentifier | N'@value uniqueidentifier', @value = N'0E984725-C51C-4BF4-9960-E1C80E27ABA0'"
            })
    void whatIsNoTextKeepsItsType(String value, String type, String parameter) {
        assertThat(statement(value, type)).isEqualTo("EXEC sp_executesql N'EXEC add @value = @value', " + parameter);
    }

    private static String statement(String value, String type) {
        Map<Property, String> properties = new LinkedHashMap<>(Map.of(Property.VALUE, value));
        if (!type.isEmpty()) {
            properties.put(Property.DETAILS, type);
        }
        PropertyValue given = PropertyValue.of(
                new SchemaObject(ObjectKind.EXTENDED_PROPERTY, List.of("mark"), properties, List.of(), Map.of()));
        return given.givenTo("EXEC add" + given.argument().substring(1));
    }
}
