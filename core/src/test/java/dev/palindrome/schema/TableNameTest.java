package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.sql.TableName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableNameTest {

    @ParameterizedTest
    @CsvSource({
        "users, dbo, users",
        "sales.users, sales, users",
        "sales.order lines, sales, order lines",
        "[users], dbo, users",
        "[sales].[order lines], sales, order lines",
        "sales.[order lines], sales, order lines",
        "[my sales].orders, my sales, orders",
        "[my.sales].[order.lines], my.sales, order.lines",
        "[order.lines], dbo, order.lines",
        "sales.[order.lines], sales, order.lines",
        "[a]]b], dbo, a]b",
        "[a]]].[]]b], a], ]b",
        "a[b], dbo, a[b]",
        "[ab, dbo, [ab",
    })
    void readsEachPartWithBracketsOrWithout(String text, String schema, String name) {
        assertThat(TableName.parse(text)).isEqualTo(new TableName(schema, name));
    }
}
