package dev.palindrome.roundtrip.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnCapacityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NVARCHAR(50)  | NVARCHAR(MAX)
            VARBINARY(4)  | VARBINARY(MAX)
            BINARY(4)     | VARBINARY(5)
            INT           | BIGINT
            DECIMAL(5,2)  | DECIMAL(9,2)
            DATE          | SMALLDATETIME
            DATE          | DATETIME2(0)
            SMALLDATETIME | DATETIME
            DATETIME      | DATETIME2(7)
            DATETIME      | DATETIME2(3)
            DATETIME2(3)  | DATETIME2
            TIME(0)       | TIME(1)
            NVARCHAR(50)  | SYSNAME
            SYSNAME       | NVARCHAR(129)
            VARCHAR(50)   | TEXT
            BIT           | TINYINT
            SMALLMONEY    | MONEY
            SMALLMONEY    | DECIMAL(10,4)
            MONEY         | DECIMAL
            DATETIME2(3)  | DATETIMEOFFSET
            DATE          | DATETIMEOFFSET(0)
            """)
    void isMoreAfterWidening(String narrow, String wide) {
        assertThat(capacity(wide).isMoreThan(capacity(narrow))).isTrue();
        assertThat(capacity(narrow).isMoreThan(capacity(wide))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            NVARCHAR(2)   | 'xxx'                     | LEN([c]) > 2
            VARBINARY(2)  | 0x010101                  | LEN([c]) > 2
            TINYINT       | 256                       | [c] > 255
            BIT           | 2                         | CAST([c] AS INT) > 1
            SMALLMONEY    | 214749                    | [c] > 214748
            DATE          | '2001-02-03T04:05:00'     | CAST([c] AS DATETIME2(7)) = '2001-02-03T04:05:00'
            SMALLDATETIME | '2001-02-03T04:05:06'     | CAST([c] AS DATETIME2(7)) = '2001-02-03T04:05:06'
            DATETIME2(0)  | '2001-02-03T04:05:06.1'   | CAST([c] AS DATETIME2(7)) = '2001-02-03T04:05:06.1'
            DATETIME      | '2001-02-03T04:05:06.111' | CAST([c] AS DATETIME2(7)) = '2001-02-03T04:05:06.111'
            TIME(1)       | '04:05:06.11'             | CAST([c] AS TIME(7)) = '04:05:06.11'
            """)
    void isExceededByAValueThatIsLookedFor(String type, String value, String condition) {
        ColumnCapacity capacity = capacity(type);
        BigInteger most = capacity.most().orElseThrow();

        assertThat(capacity.kind().literal(most.add(BigInteger.ONE))).isEqualTo(value);
        assertThat(capacity.kind().isBeyond("[c]", most)).isEqualTo(condition);
    }

    private static ColumnCapacity capacity(String type) {
        Column column = SchemaSnapshot.parse("palindrome schema 1\ntable [dbo].[t]\n  column [c] " + type + " NULL\n")
                .tables()
                .get(0)
                .columns()
                .get(0);
        return column.type().flatMap(ColumnCapacity::of).orElseThrow();
    }
}
