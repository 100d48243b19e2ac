package dev.palindrome.roundtrip.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.schema.EmbeddedSchema;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowHashReaderTest {

    private final RowHashReader reader = new RowHashReader();
    private EmbeddedSchema schema;

    @BeforeEach
    void users() throws SQLException {
        schema = new EmbeddedSchema()
                .run("CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, name NVARCHAR(30) NULL);\n"
                        + "CREATE TABLE dbo.lines (n INT NULL, w NVARCHAR(30) NULL);\n"
                        + "INSERT INTO dbo.users (id, name) VALUES (1, N'ours'), (2, N'theirs');\n"
                        + "INSERT INTO dbo.lines (n, w) VALUES (1, N'ours'), (1, N'ours'), (2, N'theirs');");
    }

    @AfterEach
    void close() throws SQLException {
        schema.close();
    }

    @Test
    void textsAreKeptOfNoRowUnlessTheyAreAskedFor() throws SQLException {
        assertThat(read("users").texts()).isEmpty();
        assertThat(read("users").rows()).hasSize(2);
    }

    @Test
    void textsAreKeptOfThoseThatMayBeShown() throws SQLException {
        RowHashes before = ours("users");
        assertThat(before.shown()).hasSize(1);

        schema.run("UPDATE dbo.users SET name = N'other';");

        RowHashes now = again("users", before);
        assertThat(now.shown()).isEqualTo(before.shown());
        assertThat(before.compare(table("users"), now).losses())
                .containsExactly(new DataLoss(
                        "dbo.users", "name", 2, false, 2, Optional.of(new DataLoss.Example("'ours'", "'other'"))));
    }

    @Test
    void whereThereIsNoKeyTextsAreKeptOfWhatHasChanged() throws SQLException {
        RowHashes before = ours("lines");

        schema.run("UPDATE dbo.lines SET w = N'other' WHERE n = 1;");

        RowHashes now = again("lines", before);
        assertThat(now.texts()).hasSize(1);
        assertThat(before.compare(table("lines"), now).losses())
                .containsExactly(new DataLoss(
                        "dbo.lines", "w", 2, false, 3, Optional.of(new DataLoss.Example("'ours'", "'other'"))));
    }

    @Test
    void onlyWhatOthersGaveIsNobodysFault() throws SQLException {
        RowHashes before = read("users");
        ForeignRows foreign = new ForeignRows();
        schema.run("UPDATE dbo.users SET name = N'seen' WHERE id = 1;\nINSERT INTO dbo.users (id) VALUES (3);");
        foreign.add(before, read("users"));

        assertThat(before.compare(table("users"), read("users"), foreign).isSame())
                .isTrue();

        schema.run("UPDATE dbo.users SET name = N'seen' WHERE id = 2;");
        assertThat(before.compare(table("users"), read("users"), foreign).losses())
                .containsExactly(new DataLoss("dbo.users", "name", 1, false, 2, Optional.empty()));

        schema.run(
                "UPDATE dbo.users SET name = N'theirs' WHERE id = 2;\nUPDATE dbo.users SET name = NULL WHERE id = 1;");
        assertThat(before.compare(table("users"), read("users"), foreign).losses())
                .containsExactly(new DataLoss("dbo.users", "name", 1, false, 2, Optional.empty()));
        assertThat(foreign.numberOfOthers(read("users"))).isEqualTo(2);
    }

    @Test
    void ofEqualRowsOnlyAsManyAsOthersTookAreNobodysFault() throws SQLException {
        schema.run("INSERT INTO dbo.lines (n, w) VALUES (1, N'ours');");
        RowHashes before = read("lines");
        ForeignRows foreign = new ForeignRows();
        schema.run("DELETE FROM dbo.lines WHERE n = 1;\n"
                + "INSERT INTO dbo.lines (n, w) VALUES (1, N'ours'), (1, N'ours'), (3, NULL);");
        foreign.add(before, read("lines"));

        assertThat(before.compare(table("lines"), read("lines"), foreign).isSame())
                .isTrue();

        schema.run("DELETE FROM dbo.lines WHERE n = 1;\nINSERT INTO dbo.lines (n) VALUES (3), (3);");
        assertThat(before.compare(table("lines"), read("lines"), foreign))
                .isEqualTo(new RowHashes.Comparison(
                        List.of(
                                new DataLoss("dbo.lines", "n", 2, false, 4, Optional.empty()),
                                new DataLoss("dbo.lines", "w", 2, false, 4, Optional.empty())),
                        0));
    }

    @Test
    void whatOthersGaveToAColumnThatIsGoneIsNobodysFaultOnlyWhereItComesFromThere() throws SQLException {
        RowHashes before = read("users");
        ForeignRows foreign = new ForeignRows();
        schema.run("ALTER TABLE dbo.users ADD title NVARCHAR(30) NULL;");
        RowHashes wider = read("users");
        schema.run("UPDATE dbo.users SET title = N'seen' WHERE id = 1;");
        foreign.add(wider, read("users"));
        schema.run("ALTER TABLE dbo.users DROP COLUMN title;\nUPDATE dbo.users SET name = N'seen' WHERE id = 1;");

        assertThat(before.compare(table("users"), read("users"), foreign).losses())
                .containsExactly(new DataLoss("dbo.users", "name", 1, false, 2, Optional.empty()));
        assertThat(before.compare(
                                table("users"),
                                read("users"),
                                foreign.seenBy(Set.of(), Map.of("name", foreign.columnsGiven())))
                        .isSame())
                .isTrue();
    }

    private RowHashes read(String name) throws SQLException {
        return reader.byTable(connection(), List.of(table(name))).get(table(name));
    }

    /** With the texts of the row that is generated, as it were. */
    private RowHashes ours(String name) throws SQLException {
        Table table = table(name);
        RowHashes all =
                reader.byTable(connection(), List.of(table), any -> key -> true).get(table);
        return all.showingOnly(Set.of(all.texts().entrySet().stream()
                .filter(row -> row.getValue().shown(1).orElseThrow().equals("'ours'"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow()));
    }

    private RowHashes again(String name, RowHashes before) throws SQLException {
        return reader.again(connection(), Map.of(table(name), before)).get(table(name));
    }

    private Table table(String name) throws SQLException {
        return SchemaReader.of(connection())
                .read(connection())
                .table("dbo", name)
                .orElseThrow();
    }

    private Connection connection() {
        return schema.connection();
    }
}
