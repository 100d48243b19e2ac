package dev.palindrome.production.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import dev.palindrome.sql.SqlRunner;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What SQL Server is told when rows are exported. */
class SqlServerExportTest {

    private static final SchemaSnapshot SCHEMA = SchemaSnapshot.parse("""
            palindrome schema 1
            table [dbo].[lines]
              column [order] INT NOT NULL
              column [no ]]1] INT NOT NULL
              column [text] NTEXT NULL
              primary key [pk_lines] ([order], [no ]]1])
              foreign key [fk_lines] ([order]) REFERENCES [dbo].[order]([id])
            table [dbo].[log]
              column [at] DATETIME2(7) NOT NULL
              column [order] INT NULL
              column [place] GEOGRAPHY NULL
              column [card] VARCHAR(20) COLLATE Latin1_General_BIN2 NULL ENCRYPTED WITH "(COLUMN_ENCRYPTION_KEY = [k], ENCRYPTION_TYPE = DETERMINISTIC)"
              foreign key [fk_log] ([order]) REFERENCES [dbo].[order]([id])
            table [dbo].[order] MEMORY_OPTIMIZED SCHEMA_AND_DATA
              column [id] INT NOT NULL IDENTITY (1, 1)
              primary key [pk_order] ([id])
            table [dbo].[people]
              column [card] VARCHAR(20) COLLATE Latin1_General_BIN2 NOT NULL ENCRYPTED WITH "(COLUMN_ENCRYPTION_KEY = [k], ENCRYPTION_TYPE = DETERMINISTIC)"
              column [no] INT NOT NULL
              column [version] ROWVERSION NOT NULL
              primary key [pk_people] ([card])
              unique key [uq_version] ([version])
              unique key [uq_no] ([no])
            """);

    private final ScriptedServer server = new ScriptedServer();

    private static ChosenTable chosen(String name, int limit, String condition) {
        return new ChosenTable(
                name, limit == 0 ? OptionalInt.empty() : OptionalInt.of(limit), Optional.ofNullable(condition));
    }

    private List<String> told(ChosenTable... tables) throws SQLException {
        Subset subset = Subset.of(SCHEMA, Arrays.asList(tables));
        SqlServerExport engine = new SqlServerExport();
        ExportSql sql = new ExportSql(engine);
        SubsetKeys keys =
                new SubsetKeys(subset, sql, SqlRunner.on(server.dataSource().getConnection()));
        keys.make();
        keys.fill();
        List<String> told = new ArrayList<>(server.orders());
        for (SubsetTable table : subset.tables()) {
            told.add(sql.rows(
                    table,
                    table.table().columns().stream()
                            .map(column -> engine.reading(column.type(), "t." + engine.quoted(column.name()))
                                    .expression())
                            .toList()));
        }
        return told;
    }

    @Test
    void keysOfChosenRowsLeadToTheirParents() throws SQLException {
        server.answering("SELECT COUNT(*)", ScriptedRow.of("n", 0));

        assertThat(told(chosen("lines", 5, "1 = 1 -- all")))
                .containsExactly(
                        "SELECT [order] AS k1, [no ]]1] AS k2, 0 AS n INTO #palindrome_keys_1 FROM [dbo].[lines] WHERE 1 = 0"
                                + " UNION ALL SELECT [order] AS k1, [no ]]1] AS k2, 0 FROM [dbo].[lines] WHERE 1 = 0",
                        "SELECT [id] AS k1, 0 AS n INTO #palindrome_keys_2 FROM [dbo].[order] WHERE 1 = 0"
                                + " UNION ALL SELECT [id] AS k1, 0 FROM [dbo].[order] WHERE 1 = 0",
                        "INSERT INTO #palindrome_keys_1 (k1, k2, n) SELECT c.*, 1 FROM (SELECT [order], [no ]]1] FROM [dbo].[lines]"
                                + " WHERE (1 = 1 -- all\n) ORDER BY [order], [no ]]1] OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY) c",
                        "INSERT INTO #palindrome_keys_2 (k1, n) SELECT DISTINCT p.[id], 2 FROM #palindrome_keys_1 k INNER JOIN"
                                + " [dbo].[lines] c ON c.[order] = k.k1 AND c.[no ]]1] = k.k2 INNER JOIN [dbo].[order] p"
                                + " WITH (SNAPSHOT) ON p.[id] = c.[order] LEFT JOIN #palindrome_keys_2 x ON x.k1 = p.[id]"
                                + " WHERE x.n IS NULL AND k.n > 0",
                        "SELECT COUNT(*) FROM #palindrome_keys_2 WHERE n = 2",
                        "SELECT t.[order], t.[no ]]1], t.[text] FROM #palindrome_keys_1 k INNER JOIN [dbo].[lines] t"
                                + " ON t.[order] = k.k1 AND t.[no ]]1] = k.k2 ORDER BY t.[order], t.[no ]]1]",
                        "SELECT t.[id] FROM #palindrome_keys_2 k INNER JOIN [dbo].[order] t WITH (SNAPSHOT) ON t.[id] = k.k1"
                                + " ORDER BY t.[id]");
    }

    @Test
    void rowsWithoutAKeyAreOrderedByWhatCanBeOrdered() throws SQLException {
        server.answering("SELECT COUNT(*)", ScriptedRow.of("n", 0));

        assertThat(told(chosen("log", 3, null)))
                .endsWith(
                        "SELECT CONVERT(varchar(40), t.[at], 121), t.[order], CAST(t.[place] AS varbinary(max)), t.[card]"
                                + " FROM [dbo].[log] t ORDER BY [at], [order] OFFSET 0 ROWS FETCH NEXT 3 ROWS ONLY",
                        "SELECT t.[id] FROM #palindrome_keys_2 k INNER JOIN [dbo].[order] t WITH (SNAPSHOT) ON t.[id] = k.k1"
                                + " ORDER BY t.[id]");
    }

    @Test
    void encryptedColumnsAndRowversionsAreNoKeys() throws SQLException {
        assertThat(told(chosen("people", 3, null)).get(0))
                .startsWith("SELECT [no] AS k1, 0 AS n INTO #palindrome_keys_1");
    }
}
