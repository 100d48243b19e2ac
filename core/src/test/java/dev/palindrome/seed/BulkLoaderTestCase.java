package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What bulk loading must do on every engine. */
abstract class BulkLoaderTestCase {

    private SeededDatabase database;

    abstract SeededDatabase open() throws SQLException;

    @BeforeEach
    void connect() throws SQLException {
        database = open();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void loadsRows() throws SQLException {
        database.run("CREATE TABLE t (id INT NOT NULL PRIMARY KEY, name NVARCHAR(20) NULL, n INT NOT NULL DEFAULT 7)");

        assertThat(load("t", List.of("id", "name"), new Object[] {1, "one"}, new Object[] {2, null}))
                .isEqualTo(2);

        assertThat(database.rows("SELECT id, name, n FROM t ORDER BY id")).containsExactly("1|one|7", "2|null|7");
    }

    @Test
    void keepsIdentitiesAndCountsOnFromBehindThem() throws SQLException {
        database.run("CREATE TABLE t (id INT IDENTITY(1,1) NOT NULL PRIMARY KEY, name NVARCHAR(20) NULL)");

        load("t", List.of("id", "name"), new Object[] {7, "seven"}, new Object[] {3, "three"});
        database.run("INSERT INTO t (name) VALUES ('next')");

        assertThat(database.rows("SELECT id, name FROM t ORDER BY id")).containsExactly("3|three", "7|seven", "8|next");
    }

    @Test
    void namesTheRowThatIsRefusedAndKeepsNone() throws SQLException {
        database.run(
                "CREATE TABLE t (id INT NOT NULL CONSTRAINT pk_t PRIMARY KEY, n INT NULL CONSTRAINT ck_n CHECK (n > 0))");
        Iterator<Object[]> rows = IntStream.rangeClosed(1, 2500)
                .mapToObj(i -> new Object[] {i, i == 2001 ? -5 : i})
                .iterator();

        assertThatThrownBy(() -> load("t", List.of("id", "n"), rows))
                .isInstanceOf(RowRefusedException.class)
                .hasMessageMatching(
                        "Row 2001 for dbo\\.t was refused: the database refused \\(error \\d+\\) because of ck_n\\."
                                + " No row of this load was kept\\.");
        assertThat(database.rows("SELECT COUNT(*) FROM t")).containsExactly("0");
    }

    private long load(String table, List<String> columns, Object[]... rows) throws SQLException {
        return load(table, columns, Stream.of(rows).iterator());
    }

    private long load(String name, List<String> names, Iterator<Object[]> rows) throws SQLException {
        Table table = database.table(name);
        List<Column> columns = names.stream()
                .map(wanted -> table.columns().stream()
                        .filter(column -> column.name().equals(wanted))
                        .findFirst()
                        .orElseThrow())
                .toList();
        return BulkLoader.of(database.connection())
                .load(database.connection(), table, columns, rows, LoadProgress.of(table));
    }
}
