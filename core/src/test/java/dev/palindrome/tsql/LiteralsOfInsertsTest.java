package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An INSERT is rewritten once more where it runs only if one of its literals means something else to its column. */
class LiteralsOfInsertsTest {

    @Test
    void sayWhatTheyMayMeanToWhichColumn() {
        assertThat(rewritten("INSERT INTO dbo.t (a, b, c) VALUES (0, '2024-01-02', 'x'), (1, '', 'z')"))
                .isEqualTo("CALL \"palindrome\".\"with_literals\"('V1.sql', 1, 'MDY',"
                        + " 'INSERT INTO \"dbo\".\"t\" (\"a\", \"b\", \"c\") VALUES (0, ''2024-01-02'', ''x''), (1, '''', ''z'')',"
                        + " 'INSERT INTO dbo.t (a, b, c) VALUES (0, ''2024-01-02'', ''x''), (1, '''', ''z'')',"
                        + " 'dbo', 't', 'a', 'ZERO WHOLE', 'b', 'DAY BLANK', 'c', 'TEXT')");
        assertThat(rewritten("INSERT INTO t VALUES (N'a', 1.5)"))
                .endsWith(", 'INSERT INTO t VALUES (N''a'', 1.5)', NULL, 't', '#0', 'TEXT', '#1', 'FRACTION')");
    }

    @Test
    void sayNothingWhereTheyMeanOneThingOnly() {
        assertThat(rewritten("INSERT INTO t (a, b) VALUES (1.25, 0x01), (2.00, NULL)"))
                .doesNotContain("with_literals");
    }

    private static String rewritten(String tsql) {
        return TranslatedScript.rewrite("V1.sql", tsql).h2Statements().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            TEXT | varchar(10), int, datetime | varbinary(8), binary(4)
            ZERO | int, bigint, bit, decimal(9,2), money, float, varchar(10) | date, datetime, datetime2(7), binary(8)
            WHOLE | int, bigint, decimal(9,2), varchar(10) | binary(8), varbinary(10), datetime, smalldatetime
            DAY | date, datetime, datetime2(3), varchar(10), nvarchar(max) | datetimeoffset(7), smalldatetime, time(0), int
            MOMENT | varchar(30) | datetime, datetime2(7), smalldatetime, datetimeoffset(7)
            BLANK | varchar(10), nchar(5) | int, datetime, float, money, decimal(9,2), uniqueidentifier
            FRACTION | decimal(9,2), money, float, varchar(10) | int, tinyint, datetime
            FLOATING | float, real | int, varchar(10), decimal(9,2)
            GREAT | decimal(19,2), float | smallmoney, money, int, bigint
            TAKEN_BY_ONE | varchar(10), char(1) | bit, decimal(9,2), uniqueidentifier, int
            OTHER_TEXT | varchar(10) | datetime, money, uniqueidentifier
            TRUTH | varchar(10), bit | int
            LETTERS | nvarchar(10), nchar(5), ntext | varchar(10), char(5), text
            """)
    void matterToTheseTypes(String doubt, String none, String some) {
        for (String type : none.split(", ")) {
            assertThat(matters(doubt, type)).as(doubt + " in " + type).isFalse();
        }
        for (String type : some.split(", ")) {
            assertThat(matters(doubt, type)).as(doubt + " in " + type).isTrue();
        }
    }

    private static boolean matters(String doubt, String type) {
        return TranslatedScript.dependsOnTypes(
                List.of("a", doubt), List.of(new ColumnTypes.Column("A", type, true)), DateOrder.MDY);
    }

    @Test
    void matterToWhatHasNoKnownType() {
        assertThat(matters("DAY", "")).isTrue();
        assertThat(matters("DAY", "xml")).isTrue();
    }

    @Test
    void matterToColumnsByTheirPlace() {
        List<ColumnTypes.Column> columns = List.of(
                new ColumnTypes.Column("id", "int", false),
                new ColumnTypes.Column("a", "int", true),
                new ColumnTypes.Column("d", "datetime", true));

        assertThat(TranslatedScript.dependsOnTypes(List.of("#0", "ZERO"), columns, DateOrder.MDY))
                .isFalse();
        assertThat(TranslatedScript.dependsOnTypes(List.of("#1", "ZERO"), columns, DateOrder.MDY))
                .isTrue();
        assertThat(TranslatedScript.dependsOnTypes(List.of("#2", "ZERO"), columns, DateOrder.MDY))
                .isFalse();
    }

    @Test
    void matterAsDaysWhereTheirNumbersStandInAnotherOrder() {
        List<ColumnTypes.Column> columns = List.of(new ColumnTypes.Column("d", "datetime", true));

        assertThat(TranslatedScript.dependsOnTypes(List.of("d", "DAY"), columns, DateOrder.DMY))
                .isTrue();
    }
}
