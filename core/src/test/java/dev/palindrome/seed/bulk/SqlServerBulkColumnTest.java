package dev.palindrome.seed.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.engine.RowInsertSql;
import dev.palindrome.sql.DeclaredType;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent to SQL Server, which none of this needs. */
class SqlServerBulkColumnTest {

    private static final Table TABLE = SchemaSnapshot.parse("""
                    palindrome schema 1
                    table [dbo].[odd ]] "t"]
                      column [id] INT NOT NULL IDENTITY (1,1)
                      column [a ]] b] NVARCHAR(50) NULL
                      column [at] DATETIME NULL DEFAULT (getdate())
                      column [n] INT NULL DEFAULT ((1))
                      column [v] SQL_VARIANT NULL
                      column [big] VARBINARY(MAX) NULL
                    """).tables().get(0);

    @Test
    void describesColumnsToTheDriver() {
        assertThat(TABLE.columns())
                .extracting(SqlServerBulkColumn::of)
                .containsExactly(
                        Optional.of(new SqlServerBulkColumn("id", Types.INTEGER, 10, 0)),
                        Optional.of(new SqlServerBulkColumn("a ] b", Types.NVARCHAR, 50, 0)),
                        Optional.of(new SqlServerBulkColumn("at", Types.VARCHAR, 40, 0)),
                        Optional.of(new SqlServerBulkColumn("n", Types.INTEGER, 10, 0)),
                        Optional.empty(),
                        Optional.of(new SqlServerBulkColumn("big", Types.VARBINARY, Integer.MAX_VALUE, 0)));
    }

    /** The driver pairs what SELECT * gives with the catalogue's columns by position. */
    @Test
    void areNotPairedRightWhereAHiddenColumnStandsBeforeAnother() {
        assertThat(SqlServerBulkColumn.arePairedRight(TABLE)).isTrue();
        assertThat(SqlServerBulkColumn.arePairedRight(versioned("", " HIDDEN"))).isTrue();
        assertThat(SqlServerBulkColumn.arePairedRight(versioned(" HIDDEN", ""))).isFalse();
    }

    /** A node begins with graph_id, an edge has from_obj_id and others, too: the server's, and not read. */
    @ParameterizedTest
    @CsvSource({"NODE, false", "EDGE, false", "FILETABLE, true"})
    void areNotPairedRightInAGraph(String kind, boolean right) {
        Table table = SchemaSnapshot.parse("""
                        palindrome schema 1
                        table [dbo].[t] TABLE KIND %s
                          column [name] NVARCHAR(50) NULL
                        """.formatted(kind)).tables().get(0);

        assertThat(SqlServerBulkColumn.arePairedRight(table)).isEqualTo(right);
    }

    private static Table versioned(String first, String last) {
        return SchemaSnapshot.parse("""
                        palindrome schema 1
                        table [dbo].[t]
                          column [id] INT NOT NULL
                          column [since] DATETIME2(7) NOT NULL GENERATED ALWAYS (AS_ROW_START)%s
                          column [until] DATETIME2(7) NOT NULL GENERATED ALWAYS (AS_ROW_END)%s
                        """.formatted(first, last)).tables().get(0);
    }

    @Test
    void writesTimesInTheFormThatNoSettingChanges() {
        LocalDateTime dateTime = LocalDateTime.parse("2026-01-31T23:59:59.1239876");

        assertThat(List.of(
                        sent(dateTime, "DATETIME2"),
                        sent(dateTime, "DATETIME"),
                        sent(LocalDate.of(1, 2, 3), "DATE"),
                        sent(LocalTime.parse("01:02:03.0000001"), "TIME"),
                        sent(OffsetDateTime.parse("2026-01-31T23:59:59Z"), "DATETIMEOFFSET"),
                        sent(OffsetDateTime.parse("2026-01-31T23:59:59.5-11:30"), "DATETIMEOFFSET"),
                        sent(UUID.fromString("6f9619ff-8b86-d011-b42d-00c04fc964ff"), "UNIQUEIDENTIFIER")))
                .containsExactly(
                        "2026-01-31T23:59:59.1239876",
                        "2026-01-31T23:59:59.124",
                        "0001-02-03",
                        "01:02:03.0000001",
                        "2026-01-31T23:59:59.0000000+00:00",
                        "2026-01-31T23:59:59.5000000-11:30",
                        "6f9619ff-8b86-d011-b42d-00c04fc964ff");
    }

    @Test
    void writesInsertStatementsForBothEngines() {
        List<Column> columns = TABLE.columns().subList(0, 2);

        assertThat(RowInsertSql.sqlServer(TABLE, columns))
                .isEqualTo("INSERT INTO [dbo].[odd ]] \"t\"] ([id], [a ]] b]) VALUES (?, ?)");
        assertThat(RowInsertSql.h2(TABLE, columns))
                .isEqualTo(
                        "INSERT INTO [dbo].\"odd ] \"\"t\"\"\" ([id], \"a ] b\") OVERRIDING SYSTEM VALUE VALUES (?, ?)");
        assertThat(RowInsertSql.sqlServer(TABLE, List.of()))
                .isEqualTo("INSERT INTO [dbo].[odd ]] \"t\"] DEFAULT VALUES");
    }

    @Test
    void keepsANullThatIsGivenAndADefaultThatIsNot() {
        List<Column> columns = TABLE.columns();
        List<Object[]> withNull = List.<Object[]>of(new Object[] {1, null}, new Object[] {2, 3});
        SqlServerDefaults one = SqlServerDefaults.of(TABLE, List.of(columns.get(0), columns.get(3)));
        SqlServerDefaults both = SqlServerDefaults.of(TABLE, List.of(columns.get(2), columns.get(3)));
        SqlServerDefaults none = SqlServerDefaults.of(TABLE, List.of(columns.get(0), columns.get(1)));

        assertThat(List.of(
                        one.bulkCopyMixesUp(withNull), both.bulkCopyMixesUp(withNull), none.bulkCopyMixesUp(withNull)))
                .containsExactly(true, false, false);
        assertThat(List.of(both.hasNull(withNull), none.hasNull(withNull))).containsExactly(true, false);
        assertThat(one.hasNull(withNull.subList(1, 2))).isFalse();
    }

    private static Object sent(Object value, String type) {
        return java.util.Objects.requireNonNull(SqlServerBulkColumn.sent(value, new DeclaredType(type, List.of())));
    }
}
