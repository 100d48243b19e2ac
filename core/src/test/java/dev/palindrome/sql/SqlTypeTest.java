package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.JDBCType;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTypeTest {

    /** As Microsoft's pages have it. */
    @Test
    void isOneTable() {
        assertThat(Stream.of(SqlType.values()).map(SqlTypeTest::row).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo("""
                        BIT BIT BIT NONE 1 0 [0, 1]
                        TINYINT WHOLE_NUMBER TINYINT NONE 3 0 [0, 255]
                        SMALLINT WHOLE_NUMBER SMALLINT NONE 5 0 [-32768, 32767]
                        INT WHOLE_NUMBER INTEGER NONE 10 0 [-2147483648, 2147483647]
                        BIGINT WHOLE_NUMBER BIGINT NONE 19 0 [-9223372036854775808, 9223372036854775807]
                        DECIMAL DECIMAL DECIMAL PRECISION_AND_SCALE 38 0
                        NUMERIC DECIMAL NUMERIC PRECISION_AND_SCALE 38 0
                        MONEY MONEY DECIMAL NONE 19 4 [-922337203685477.5808, 922337203685477.5807]
                        SMALLMONEY MONEY DECIMAL NONE 10 4 [-214748.3648, 214748.3647]
                        FLOAT FLOATING_POINT DOUBLE MANTISSA 53 0
                        REAL FLOATING_POINT REAL NONE 24 0
                        DATE DATE DATE NONE 0 0 [0001-01-01T00:00, 9999-12-31T00:00]
                        TIME TIME TIME FRACTION 7 7
                        SMALLDATETIME DATE_TIME TIMESTAMP NONE 0 0 [1900-01-01T00:00, 2079-06-06T23:59]
                        DATETIME DATE_TIME TIMESTAMP NONE 3 3 [1753-01-01T00:00, 9999-12-31T23:59:59.997]
                        DATETIME2 DATE_TIME TIMESTAMP FRACTION 7 7 [0001-01-01T00:00, 9999-12-31T23:59:59.999999900]
                        DATETIMEOFFSET DATE_TIME_WITH_OFFSET OTHER FRACTION 7 7 [0001-01-01T00:00, 9999-12-31T23:59:59.999999900]
                        CHAR TEXT CHAR LENGTH 8000 0
                        VARCHAR TEXT VARCHAR LENGTH_OR_MAX 8000 0
                        TEXT TEXT LONGVARCHAR NONE 0 0
                        NCHAR NATIONAL_TEXT NCHAR LENGTH 4000 0
                        NVARCHAR NATIONAL_TEXT NVARCHAR LENGTH_OR_MAX 4000 0
                        NTEXT NATIONAL_TEXT LONGNVARCHAR NONE 0 0
                        SYSNAME NATIONAL_TEXT NVARCHAR NONE 128 0
                        BINARY BINARY BINARY LENGTH 8000 0
                        VARBINARY BINARY VARBINARY LENGTH_OR_MAX 8000 0
                        IMAGE BINARY LONGVARBINARY NONE 0 0
                        UNIQUEIDENTIFIER GUID CHAR NONE 0 0
                        XML XML LONGNVARCHAR XML_SCHEMA 0 0
                        JSON JSON OTHER NONE 0 0
                        VECTOR VECTOR OTHER DIMENSIONS 3996 0
                        HIERARCHYID HIERARCHY VARBINARY NONE 0 0
                        GEOGRAPHY SPATIAL VARBINARY NONE 0 0
                        GEOMETRY SPATIAL VARBINARY NONE 0 0
                        SQL_VARIANT VARIANT OTHER NONE 0 0
                        ROWVERSION ROWVERSION BINARY NONE 0 0
                        """);
    }

    private static String row(SqlType type) {
        String numbers = type.numbers()
                .map(range -> " [" + range.least() + ", " + range.greatest() + "]")
                .orElse("");
        String dateTimes = type.dateTimes()
                .map(range -> " [" + range.first() + ", " + range.last() + "]")
                .orElse("");
        return String.join(
                        " ",
                        type.name(),
                        type.family().name(),
                        JDBCType.valueOf(type.jdbcType()).name(),
                        type.arguments().name(),
                        String.valueOf(type.size()),
                        String.valueOf(type.scale()))
                + numbers
                + dateTimes;
    }

    @ParameterizedTest
    @CsvSource({
        "integer, INT",
        "Dec, DECIMAL",
        "double precision, FLOAT",
        "character, CHAR",
        "char varying, VARCHAR",
        "character varying, VARCHAR",
        "national char, NCHAR",
        "national character, NCHAR",
        "national char varying, NVARCHAR",
        "national character varying, NVARCHAR",
        "national text, NTEXT",
        "binary varying, VARBINARY",
        "timestamp, ROWVERSION",
        "nvarchar, NVARCHAR"
    })
    void isFoundByEachOfItsNames(String name, SqlType type) {
        assertThat(SqlType.find(name)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[INT]", "[dbo].[INT]", "STRING", "NVARCHAR(50)"})
    void isNotFoundByOthers(String name) {
        assertThat(SqlType.find(name)).isEmpty();
    }

    @Test
    void variesInLength() {
        assertThat(Stream.of(SqlType.values()).filter(SqlType::isVarying))
                .containsExactly(SqlType.VARCHAR, SqlType.NVARCHAR, SqlType.SYSNAME, SqlType.VARBINARY);
    }

    @Test
    void belongsToAFamilyThatSaysWhatItsValuesAre() {
        assertThat(Stream.of(SqlTypeFamily.values()).filter(SqlTypeFamily::isNumber))
                .containsExactly(
                        SqlTypeFamily.BIT,
                        SqlTypeFamily.WHOLE_NUMBER,
                        SqlTypeFamily.DECIMAL,
                        SqlTypeFamily.MONEY,
                        SqlTypeFamily.FLOATING_POINT);
        assertThat(Stream.of(SqlTypeFamily.values()).filter(SqlTypeFamily::isTime))
                .containsExactly(
                        SqlTypeFamily.DATE,
                        SqlTypeFamily.TIME,
                        SqlTypeFamily.DATE_TIME,
                        SqlTypeFamily.DATE_TIME_WITH_OFFSET);
        assertThat(Stream.of(SqlTypeFamily.values()).filter(SqlTypeFamily::isText))
                .containsExactly(SqlTypeFamily.TEXT, SqlTypeFamily.NATIONAL_TEXT);
    }
}
