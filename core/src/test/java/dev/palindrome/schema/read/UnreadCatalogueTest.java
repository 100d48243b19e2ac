package dev.palindrome.schema.read;

import static dev.palindrome.reset.sqlserver.ScriptedTables.columnOf;
import static dev.palindrome.reset.sqlserver.ScriptedTables.object;
import static dev.palindrome.schema.read.CatalogueAnswers.about;
import static dev.palindrome.schema.read.CatalogueAnswers.error;
import static dev.palindrome.schema.read.CatalogueAnswers.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that does not let everything be read. */
class UnreadCatalogueTest {

    private static final List<ScriptedRow> USERS = List.of(object(1, "users"));
    private static final List<ScriptedRow> NAME = List.of(about("columns", columnOf("users", "name", "INT")));

    private final ScriptedServer server = new ScriptedServer();

    private Connection connection() throws SQLException {
        return server.dataSource().getConnection();
    }

    private SchemaSnapshot read() throws SQLException {
        return SchemaReader.forSqlServer().read(connection());
    }

    @Test
    void aQuestionThatFailsCostsWhatItWouldHaveToldAndNothingElse() throws SQLException {
        server.answeringSchema(List.of(
                USERS,
                List.of(),
                NAME,
                error("masks of columns", 208, "Invalid object name 'sys.masked_columns'.", 1)));

        SchemaSnapshot snapshot = read();

        assertThat(snapshot).hasToString("""
                palindrome schema 1
                -- not compared: masks of columns (error 208: Invalid object name 'sys.masked_columns'.)
                table [dbo].[users]
                  column [name] INT NULL
                """);
        assertThat(SchemaSnapshot.parse(snapshot.toString())).isEqualTo(snapshot);
    }

    @Test
    void halfAnAnswerIsNone() throws SQLException {
        server.answeringSchema(List.of(USERS, List.of(), NAME, error("columns", 8115, "Arithmetic overflow", 1)));

        assertThat(read().table("dbo", "users").orElseThrow().columns()).isEmpty();
    }

    @Test
    void whatWasNotAnsweredIsNotAskedAgain() throws SQLException {
        List<ScriptedRow> refused = error("masks of columns", 229, "The SELECT permission was denied.", 1);
        server.answeringSchema(List.of(USERS, List.of(), NAME, refused))
                .answeringSchema(List.of(USERS, List.of(), NAME));
        SchemaWatch watch = SchemaReader.forSqlServer().watch();

        watch.prepare(connection());
        SchemaSnapshot again = watch.readAgain(connection(), Optional.empty());

        assertThat(server.schemaBatches()).hasSize(2);
        assertThat(server.schemaBatches().get(0)).contains("sys.masked_columns");
        assertThat(server.schemaBatches().get(1)).doesNotContain("sys.masked_columns");
        assertThat(again.notCompared()).extracting(NotCompared::what).containsExactly("masks of columns");
    }

    /** In an empty database there is nothing to answer, and yet the server has to say what it does not answer. */
    @Test
    void whatTheServerAnswersIsFoundOutWhereThereIsNothingYet() throws SQLException {
        server.answeringSchema(List.of(List.of(), List.of())).answeringSchema(List.of(List.of(), List.of()));
        SchemaWatch watch = SchemaReader.forSqlServer().watch();

        watch.prepare(connection());
        watch.read(connection());

        assertThat(server.schemaBatches().get(0)).doesNotContain("WHERE o.changed = 1) EXEC");
        assertThat(server.schemaBatches().get(1))
                .contains("    IF EXISTS (SELECT 1 FROM #objects o WHERE o.changed = 1) EXEC");
    }

    @ParameterizedTest
    @ValueSource(ints = {701, 802, 1204, 1205, 1222, 3960, 3961, 8645, 8651})
    void anErrorOfTheMomentSaysNothingAboutTheServer(int number) {
        server.answeringSchema(List.of(USERS, List.of(), NAME, error("columns", number, "Not now.", 1)));

        assertThatThrownBy(this::read)
                .isInstanceOf(SQLException.class)
                .hasMessage("Asking the catalogue for columns failed with error " + number + ": Not now.");
    }

    @Test
    void aTransactionThatIsDoomedByAQuestionIsAnError() {
        server.answeringSchema(List.of(USERS, List.of(), error("columns", 245, "Conversion failed.", -1)));

        assertThatThrownBy(this::read)
                .isInstanceOf(SQLException.class)
                .hasMessage("Asking the catalogue for columns failed with error 245: Conversion failed.");
    }

    @Test
    void aDatabaseOfAnOldLevelIsRefused() {
        server.answeringSchema(List.of(error("columns", 102, "Incorrect syntax near '('.", 1)))
                .answering(CatalogueBatch.LEVEL, ScriptedRow.of("compatibility_level", 100));

        assertThatThrownBy(this::read)
                .isInstanceOf(SchemaException.class)
                .hasMessage("The database null has compatibility level 100, and its schema cannot be read below 110."
                        + " Give it a higher one: ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = 140;");
    }

    @Test
    void whatIsThereAndNotReadIsNamed() throws SQLException {
        server.answeringSchema(List.of(
                USERS,
                List.of(),
                List.of(ScriptedRow.of(
                        "question",
                        number("certificates and keys"),
                        "not_compared",
                        "certificates and keys",
                        "why",
                        "2 in this database"))));

        assertThat(read().diff(read())).hasToString("""
                no differences
                not compared: certificates and keys (2 in this database)
                """);
        assertThat(read().diff(read()).isEmpty()).isTrue();
    }

    @Test
    void whatOnlyOneSideKnowsIsNoDifference() throws SQLException {
        List<ScriptedRow> mask = List.of(about(
                "masks of columns",
                ScriptedRow.of(
                        "object_kind",
                        "TABLE",
                        "object_schema",
                        "dbo",
                        "object_name",
                        "users",
                        "part_kind",
                        "COLUMN",
                        "part_name",
                        "name",
                        "masked",
                        "default()")));
        server.answeringSchema(List.of(USERS, List.of(), NAME, mask))
                .answeringSchema(List.of(
                        USERS,
                        List.of(),
                        NAME,
                        error("masks of columns", 229, "The SELECT permission was denied.", 1)));

        SchemaSnapshot whole = read();
        SchemaSnapshot lacking = read();

        assertThat(whole.diff(lacking)).hasToString("""
                no differences
                not compared: masks of columns (error 229: The SELECT permission was denied.)
                """);
    }

    @Test
    void whatIsNotComparedIsAnErrorWhereThatIsWanted(@TempDir Path directory) throws Exception {
        server.answeringSchema(List.of(USERS, List.of(), NAME, error("masks of columns", 208, "No such view.", 1)));
        SchemaSnapshot snapshot = read();
        Path file = Files.writeString(directory.resolve("schema.txt"), snapshot.toString());

        snapshot.matches(file, setting("report"));
        assertThatThrownBy(() -> snapshot.matches(file, setting("fail")))
                .isInstanceOf(SchemaException.class)
                .hasMessage("""
                        Not everything in the database can be compared:
                          masks of columns (error 208: No such view.)
                        That is an error because palindrome.not-compared is fail; report only names it.""");
    }

    private static Settings setting(String value) {
        return Settings.of(name -> name.equals("palindrome.not-compared") ? Optional.of(value) : Optional.empty());
    }

    /** The server's clock goes back once a year: a change is then older than the last one seen. */
    @Test
    void aChangeThatIsOlderThanTheLastOneIsSeen() throws SQLException {
        ScriptedRow before = dated(object(1, "users"), "2026-10-25T02:30:00", 1);
        ScriptedRow after = dated(object(1, "users"), "2026-10-25T02:10:00", 0);
        List<ScriptedRow> changed = List.of(about("columns", columnOf("users", "name", "BIGINT")));
        server.answeringSchema(List.of(List.of(before), List.of(), NAME))
                .answeringSchema(List.of(List.of(after), List.of()))
                .answeringSchema(List.of(List.of(dated(after, "2026-10-25T02:10:00", 1)), List.of(), changed));
        SchemaWatch watch = SchemaReader.forSqlServer().watch();

        SchemaSnapshot first = watch.read(connection());
        SchemaSnapshot second = watch.readAgain(connection(), Optional.empty());

        assertThat(first.diff(second)).hasToString("""
                table dbo.users:
                  column name: expected INT but was BIGINT
                """);
    }

    /** That nothing has changed cannot be seen then: all is read, and what fails is not asked again. */
    @Test
    void aServerThatDoesNotTellNamesOfPartsIsAskedForEverythingEachTime() throws SQLException {
        List<ScriptedRow> refused = List.of(ScriptedRow.of(
                "question", -1, "error_number", 195, "error_message", "no such function", "xact_state", 1));
        List<ScriptedRow> changed = List.of(about("columns", columnOf("users", "name", "BIGINT")));
        server.answeringSchema(List.of(USERS, refused, NAME)).answeringSchema(List.of(USERS, changed));
        SchemaWatch watch = SchemaReader.forSqlServer().watch();

        watch.read(connection());
        SchemaSnapshot again = watch.readAgain(connection(), Optional.empty());

        assertThat(again).hasToString("""
                palindrome schema 1
                table [dbo].[users]
                  column [name] BIGINT NULL
                """);
        assertThat(server.schemaBatches()).hasSize(2);
        assertThat(server.schemaBatches().get(0)).contains("COUNT(*) AS parts");
        assertThat(server.schemaBatches().get(1)).doesNotContain("COUNT(*) AS parts");
    }

    private static ScriptedRow dated(ScriptedRow object, String date, int changed) {
        Map<String, Object> values = new LinkedHashMap<>(object.values());
        values.put("modify_date", date);
        values.put("changed", changed);
        return new ScriptedRow(values);
    }

    @Test
    void aCollationIsToldWhereItIsNotTheDatabasesAndAnIdentityAsItCounts() throws SQLException {
        List<ScriptedRow> columns = List.of(
                collated("name", "Latin1_General_BIN2"),
                collated("mail", "SQL_Latin1_General_CP1_CI_AS"),
                counting("id"));
        server.answeringSchema(List.of(USERS, List.of(), columns));

        assertThat(read()).hasToString("""
                palindrome schema 1
                table [dbo].[users]
                  column [name] VARCHAR(9) NULL COLLATE Latin1_General_BIN2
                  column [mail] VARCHAR(9) NULL
                  column [id] INT NULL IDENTITY (5,2)
                """);
    }

    /** The driver's text of such a value is another one each time. */
    @Test
    void aBinaryValueOfAPropertyIsToldByItsBytes() throws SQLException {
        ScriptedRow property = ScriptedRow.of(
                "object_kind",
                "DATABASE",
                "part_kind",
                "EXTENDED_PROPERTY",
                "part_name",
                "mark",
                "value",
                new byte[] {1, (byte) 0xAB},
                "details",
                "varbinary");
        server.answeringSchema(List.of(
                List.of(), List.of(), List.of(about("extended properties of the database and its schemas", property))));

        assertThat(read().toString()).contains("[mark] 0x01AB DETAILS varbinary");
    }

    private static ScriptedRow collated(String name, String collation) {
        return with(
                columnOf("users", name, "VARCHAR(9)"),
                Map.of("collation", collation, "database_collation", "SQL_Latin1_General_CP1_CI_AS"));
    }

    private static ScriptedRow counting(String name) {
        return with(columnOf("users", name, "INT"), Map.of("identity_seed", 5, "identity_increment", 2));
    }

    /** All rows of one result have the same columns. */
    private static ScriptedRow with(ScriptedRow row, Map<String, Object> more) {
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        for (String column : List.of("collation", "database_collation", "identity_seed", "identity_increment")) {
            values.put(column, more.get(column));
        }
        return new ScriptedRow(values);
    }

    @Test
    void xactAbortIsOffMeanwhileAndSetBack() {
        String batch = CatalogueBatch.of(List.of());

        assertThat(batch.lines().limit(4))
                .containsExactly(
                        "DECLARE @options int = @@OPTIONS;",
                        "SET NOCOUNT ON;",
                        "SET XACT_ABORT OFF;",
                        "SET CONCAT_NULL_YIELDS_NULL ON;");
        assertThat(batch).endsWith("""
                IF @options & 4096 = 0 SET CONCAT_NULL_YIELDS_NULL OFF;
                IF @options & 16384 <> 0 SET XACT_ABORT ON;
                IF @options & 512 = 0 SET NOCOUNT OFF;
                """);
    }

    @Test
    void whatAScriptHasLeftCutsNoAnswerAndIsTheSessionsAgain() {
        String whole = "EXEC sp_executesql N'SET ROWCOUNT 0; SET TEXTSIZE 2147483647; ";
        String batch = CatalogueBatch.of(CatalogueQuestions.ALL);

        assertThat(batch.split("EXEC sp_executesql", -1)).hasSize(CatalogueQuestions.ALL.size() + 3);
        assertThat(batch.split(Pattern.quote(whole), -1)).hasSize(CatalogueQuestions.ALL.size() + 3);
        assertThat(batch.replace(whole, "")).doesNotContain("SET ROWCOUNT", "SET TEXTSIZE");
    }

    @Test
    void eachQuestionIsATextOfItsOwnWhoseErrorIsCaught() {
        CatalogueQuestion ledger = CatalogueQuestions.ALL.get(number("ledger tables"));

        assertThat(CatalogueBatch.of(List.of(ledger))).contains("""
                -- ledger tables
                BEGIN TRY
                    IF EXISTS (SELECT * FROM sys.all_columns c WHERE c.object_id = OBJECT_ID(N'sys.tables') AND c.name = N'ledger_type') EXEC sp_executesql N'SET ROWCOUNT 0; SET TEXTSIZE 2147483647; SELECT %d AS question, o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
                t.ledger_type_desc COLLATE DATABASE_DEFAULT
                + COALESCE('' LEDGER_VIEW '' + QUOTENAME(OBJECT_SCHEMA_NAME(t.ledger_view_id)) + ''.'' + QUOTENAME(OBJECT_NAME(t.ledger_view_id)), '''') AS [LEDGER]
                FROM #objects o
                JOIN sys.tables t ON t.object_id = o.object_id
                WHERE t.ledger_type IN (2, 3)';
                END TRY
                BEGIN CATCH
                    SELECT %d AS question, ERROR_NUMBER() AS error_number, ERROR_MESSAGE() AS error_message, XACT_STATE() AS xact_state;
                END CATCH;
                """.formatted(ledger.number(), ledger.number()));
    }
}
