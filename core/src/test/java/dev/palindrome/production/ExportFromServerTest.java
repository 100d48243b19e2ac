package dev.palindrome.production;

import static dev.palindrome.reset.sqlserver.ScriptedTables.columnOf;
import static dev.palindrome.reset.sqlserver.ScriptedTables.object;
import static dev.palindrome.schema.read.CatalogueAnswers.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole conversations with SQL Server about an export: teams whose heads are people, and people who belong to teams. */
class ExportFromServerTest {

    private static final String MEMBERS = "INSERT INTO #palindrome_keys_1 (k1, n) SELECT c.*, 1 FROM (SELECT [id] FROM"
            + " [dbo].[people] ORDER BY [id] OFFSET 0 ROWS FETCH NEXT 2 ROWS ONLY) c";

    private static final String READ_PEOPLE = "SELECT t.[id], t.[email], t.[team_id] FROM #palindrome_keys_1 k"
            + " INNER JOIN [dbo].[people] t ON t.[id] = k.k1 ORDER BY t.[id]";

    private static final String READ_TEAMS = "SELECT t.[id], t.[head_id], CONVERT(varchar(40), t.[founded], 121)"
            + " FROM #palindrome_keys_2 k INNER JOIN [dbo].[teams] t ON t.[id] = k.k1 ORDER BY t.[id]";

    private final ScriptedServer server = new ScriptedServer();

    @TempDir
    private Path folder;

    @BeforeEach
    void aRing() {
        server.answeringSchema(List.of(
                        List.of(object(1, "people"), object(2, "teams")),
                        List.of(),
                        List.of(
                                about("columns", column("people", "id", "INT", "yes")),
                                about("columns", column("people", "email", "NVARCHAR(100)", "yes")),
                                about("columns", column("people", "team_id", "INT", null)),
                                about("columns", column("teams", "id", "INT", "yes")),
                                about("columns", column("teams", "head_id", "INT", null)),
                                about("columns", column("teams", "founded", "DATETIME2(3)", null))),
                        List.of(
                                about("keys and indexes", part("people", "PRIMARY_KEY", "pk_people", "([id])")),
                                about("keys and indexes", part("teams", "PRIMARY_KEY", "pk_teams", "([id])"))),
                        List.of(
                                about(
                                        "foreign keys",
                                        reference("people", "fk_team", "([team_id])", "[dbo].[teams]([id])")),
                                about(
                                        "foreign keys",
                                        reference("teams", "fk_head", "([head_id])", "[dbo].[people]([id])")))))
                .answering("SELECT name FROM sys.databases", ScriptedRow.of("name", "sales"))
                .answering("SELECT COUNT(*) FROM #palindrome_keys_2 WHERE n = 2", ScriptedRow.of("n", 1))
                .answering("SELECT COUNT(*) FROM #palindrome_keys_1 WHERE n = 3", ScriptedRow.of("n", 1))
                .answering("SELECT COUNT(*) FROM #palindrome_keys_2 WHERE n = 4", ScriptedRow.of("n", 0))
                .answering("SELECT COUNT(*)", ScriptedRow.of("n", 0))
                .answering(
                        READ_PEOPLE,
                        ScriptedRow.of("id", 1, "email", "ada@real.example", "team_id", 7),
                        ScriptedRow.of("id", 2, "email", "bob@real.example", "team_id", null),
                        ScriptedRow.of("id", 9, "email", "eve@real.example", "team_id", 7))
                .answering(
                        "SELECT t.[id], t.[head_id]",
                        ScriptedRow.of("id", 7, "head_id", 9, "founded", "2026-01-31 12:30:00.125"));
    }

    private static ScriptedRow column(String table, String name, String type, @Nullable String notNull) {
        Map<String, Object> values =
                new LinkedHashMap<>(columnOf(table, name, type).values());
        values.put("NOT_NULL", notNull);
        return new ScriptedRow(values);
    }

    private static ScriptedRow part(String table, String kind, String name, String columns) {
        Map<String, Object> values =
                new LinkedHashMap<>(columnOf(table, name, "").values());
        values.remove("type");
        values.put("part_kind", kind);
        values.put("COLUMNS", columns);
        return new ScriptedRow(values);
    }

    private static ScriptedRow reference(String table, String name, String columns, String references) {
        Map<String, Object> values =
                new LinkedHashMap<>(part(table, "FOREIGN_KEY", name, columns).values());
        values.put("REFERENCES", references);
        return new ScriptedRow(values);
    }

    private TableExport twoPeople() {
        return TableExport.of(server.dataSource()).table("people", 2);
    }

    private List<String> said() {
        return server.orders().stream().filter(sql -> !sql.contains("#objects")).toList();
    }

    @Test
    void keysAreFoundReadAndForgotten() throws Exception {
        ExportReport report = twoPeople().unmasked("made up by a test").to(folder);

        assertThat(said())
                .containsExactly(
                        "SELECT [id] AS k1, 0 AS n INTO #palindrome_keys_1 FROM [dbo].[people] WHERE 1 = 0 UNION ALL"
                                + " SELECT [id] AS k1, 0 FROM [dbo].[people] WHERE 1 = 0",
                        "SELECT [id] AS k1, 0 AS n INTO #palindrome_keys_2 FROM [dbo].[teams] WHERE 1 = 0 UNION ALL"
                                + " SELECT [id] AS k1, 0 FROM [dbo].[teams] WHERE 1 = 0",
                        "SELECT name FROM sys.databases WHERE database_id = DB_ID() AND snapshot_isolation_state = 1",
                        MEMBERS,
                        parents(2, "teams", 1, "people", "team_id", 2, 0),
                        "SELECT COUNT(*) FROM #palindrome_keys_2 WHERE n = 2",
                        parents(1, "people", 2, "teams", "head_id", 3, 0),
                        "SELECT COUNT(*) FROM #palindrome_keys_1 WHERE n = 3",
                        parents(2, "teams", 1, "people", "team_id", 4, 1),
                        "SELECT COUNT(*) FROM #palindrome_keys_2 WHERE n = 4",
                        READ_PEOPLE,
                        READ_TEAMS,
                        "rollback",
                        "DROP TABLE #palindrome_keys_1",
                        "DROP TABLE #palindrome_keys_2");
        assertThat(Files.readAllLines(folder.resolve("people.csv")))
                .containsExactly(
                        "id,email,team_id", "1,ada@real.example,7", "2,bob@real.example,", "9,eve@real.example,7");
        assertThat(Files.readAllLines(folder.resolve("teams.csv")))
                .containsExactly("id,head_id,founded", "7,9,2026-01-31T12:30:00.125");
        assertThat(report.notes()).isEmpty();
        assertThat(report.tables())
                .extracting(ExportReport.ExportedTable::reasons)
                .containsExactly(
                        List.of("dbo.teams.head_id references 1 rows"),
                        List.of("dbo.people.team_id references 1 rows"));
    }

    private static String parents(
            int parents, String parent, int children, String child, String column, int number, int after) {
        return ("INSERT INTO #palindrome_keys_%1$d (k1, n) SELECT DISTINCT p.[id], %6$d FROM #palindrome_keys_%3$d k"
                        + " INNER JOIN [dbo].[%4$s] c ON c.[id] = k.k1 INNER JOIN [dbo].[%2$s] p ON p.[id] = c.[%5$s]"
                        + " LEFT JOIN #palindrome_keys_%1$d x ON x.k1 = p.[id] WHERE x.n IS NULL AND k.n > %7$d")
                .formatted(parents, parent, children, child, column, number, after);
    }

    @Test
    void maskedColumnsAreReadBehindTheOthers() throws Exception {
        String people = " FROM #palindrome_keys_1 k INNER JOIN [dbo].[people] t ON t.[id] = k.k1 ORDER BY t.[id]";
        server.answering(
                        "SELECT t.[email]" + people,
                        ScriptedRow.of("email", "ada@real.example"),
                        ScriptedRow.of("email", "bob@real.example"))
                .answering(
                        "SELECT t.[id], t.[team_id], t.[email]" + people,
                        ScriptedRow.of("id", 1, "team_id", 7, "email", "ada@real.example"),
                        ScriptedRow.of("id", 2, "team_id", null, "email", "bob@real.example"));

        twoPeople().masked(MaskRules.parse("people.email = email"), "a key").to(folder);

        assertThat(Files.readAllLines(folder.resolve("people.csv")))
                .hasSize(3)
                .contains("id,email,team_id")
                .noneMatch(line -> line.contains("real.example"))
                .filteredOn(line -> line.contains("@"))
                .hasSize(2);
        assertThat(said())
                .contains(
                        "SELECT t.[email]" + people,
                        "SELECT TOP (1000) CAST([id] AS nvarchar(50)), SUBSTRING([email], 1, 4000),"
                                + " CAST([team_id] AS nvarchar(50)) FROM [dbo].[people]");
    }

    @Test
    void aNoteSaysWhereRowsMayNotFitToEachOther() {
        ScriptedServer other = new ScriptedServer()
                .answeringSchema(List.of(
                        List.of(object(1, "people")),
                        List.of(),
                        List.of(about("columns", column("people", "id", "INT", "yes")))));

        ExportReport report = TableExport.of(other.dataSource())
                .table("people")
                .unmasked("made up by a test")
                .to(folder);

        assertThat(report.notes()).singleElement().asString().contains("ALLOW_SNAPSHOT_ISOLATION");
    }

    /** Key tables go, and no file stays. */
    @Test
    void aRefusalIsNotQuoted() throws Exception {
        server.refusing(
                READ_TEAMS,
                new SQLException(
                        "Conversion failed when converting the varchar value 'eve' to data type int.", "S0001", 245));

        assertThatThrownBy(() -> twoPeople().unmasked("made up by a test").to(folder))
                .isInstanceOf(ExportException.class)
                .hasMessage("The rows of dbo.teams for the export cannot be read (error 245; what the database says may"
                        + " hold values). Look at the rights of the login.");
        assertThat(said()).endsWith("rollback", "DROP TABLE #palindrome_keys_1", "DROP TABLE #palindrome_keys_2");
        assertThat(folder).isEmptyDirectory();
    }
}
