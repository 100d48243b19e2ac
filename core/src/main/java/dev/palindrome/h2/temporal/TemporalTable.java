package dev.palindrome.h2.temporal;

import dev.palindrome.h2.definition.DefinitionComment;
import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.definition.H2Identifiers;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table as far as it has a period, a history, or is one: what SQL Server allows to be done to it then, and what is done to
 * its history as well (Microsoft: temporal-tables, change-schema).
 *
 * @param connection H2's
 * @param name as the table is really called
 * @param recorded the table's record
 * @param columns in H2's order, with those that only the front knows
 */
public record TemporalTable(Connection connection, TableName name, Recorded recorded, List<H2Column> columns) {

    private static final String START = "(AS_ROW_START)";
    private static final String END = "(AS_ROW_END)";

    /** What the definition of none but such a table has in it. */
    private static final List<String> TRACES = List.of("(AS_ROW_", Fact.HISTORY_OF.key() + "=");

    /** Reads a table that has a period or is a history; nothing for any other. */
    public static Optional<TemporalTable> find(Connection connection, String schema, String table) throws SQLException {
        return definition(connection, schema, table)
                .filter(text -> TRACES.stream().anyMatch(text::contains))
                .map(text -> read(connection, text));
    }

    /** The same for the names of a statement, whose schema may be the connection's own. */
    static Optional<TemporalTable> named(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        return find(connection, schema == null ? connection.getSchema() : schema, table);
    }

    /** Reads any table; nothing if there is none. */
    static Optional<TemporalTable> any(Connection connection, String schema, String table) throws SQLException {
        return definition(connection, schema, table)
                .filter(text -> text.contains(" TABLE "))
                .map(text -> read(connection, text));
    }

    private static Optional<String> definition(Connection connection, String schema, String table) throws SQLException {
        return SqlRunner.on(connection)
                .query("SELECT DB_OBJECT_SQL('TABLE', ?, ?)", schema, table)
                .first(row -> row.getString(1));
    }

    private static TemporalTable read(Connection connection, String definition) {
        TokenReader reader = new TokenReader(Lexer.tokens(H2Identifiers.plain(definition), 1));
        while (!reader.accept("TABLE")) {
            reader.next();
        }
        List<String> parts = reader.nameParts();
        return new TemporalTable(
                connection,
                new TableName(parts.get(0), parts.get(1)),
                DefinitionComment.of(definition),
                H2Column.of(definition));
    }

    String readable() {
        return name.schema() + "." + name.name();
    }

    String h2() {
        return QuotedName.of(name.schema(), name.name());
    }

    Optional<H2Column> column(String column) {
        return columns.stream()
                .filter(known -> known.name().equalsIgnoreCase(column))
                .findFirst();
    }

    /** Those that a script has made. */
    List<H2Column> made() {
        return columns.stream().filter(column -> !column.hidden()).toList();
    }

    Optional<H2Column> start() {
        return bound(START);
    }

    Optional<H2Column> end() {
        return bound(END);
    }

    private Optional<H2Column> bound(String bound) {
        return columns.stream()
                .filter(column ->
                        record(column).get(Fact.GENERATED).filter(bound::equals).isPresent())
                .findFirst();
    }

    static Recorded record(H2Column column) {
        return Recorded.parse(column.comment());
    }

    boolean hasPeriod() {
        return start().isPresent();
    }

    private boolean isInPeriod(String column) {
        return column(column)
                .filter(known -> record(known).get(Fact.GENERATED).isPresent())
                .isPresent();
    }

    public boolean isVersioned() {
        return recorded.get(Fact.HISTORY).isPresent();
    }

    public boolean isHistory() {
        return recorded.get(Fact.HISTORY_OF).isPresent();
    }

    /** Its history, or the table that it is the history of. */
    public Optional<TableName> other() {
        return recorded.get(Fact.HISTORY)
                .or(() -> recorded.get(Fact.HISTORY_OF))
                .map(TableName::parse);
    }

    /** The history of a table that has one. */
    public Optional<TableName> history() {
        return recorded.get(Fact.HISTORY).map(TableName::parse);
    }

    private boolean isEither() {
        return isVersioned() || isHistory();
    }

    public void requireDroppable() throws SQLException {
        if (isEither()) {
            throw TemporalError.DROP_TABLE.on(readable());
        }
    }

    public void requireTruncatable() throws SQLException {
        if (isEither()) {
            throw TemporalError.TRUNCATE.on(readable());
        }
    }

    public void requireColumnDroppable(String column) throws SQLException {
        if (isHistory()) {
            throw TemporalError.DROP_COLUMN.on(readable());
        }
        if (isInPeriod(column)) {
            throw TemporalError.PART_OF_PERIOD.on(column, readable());
        }
    }

    public void requireColumnAlterable(String column) throws SQLException {
        if (isHistory()) {
            throw TemporalError.ALTER_COLUMN.on(column, readable());
        }
        if (isInPeriod(column)) {
            throw TemporalError.ALTER_PERIOD.on(column);
        }
    }

    public void requireColumnRenamable() throws SQLException {
        if (isHistory()) {
            throw TemporalError.needsSqlServer("Renaming a column of the history");
        }
    }

    /** A fact of a column that its history would have to share. */
    public void requireFactFree(String column, Fact fact) throws SQLException {
        if (isEither() && fact != Fact.IDENTITY_NOT_FOR_REPLICATION) {
            throw TemporalError.needsSqlServer(
                    "ALTER COLUMN " + column + " with " + fact.key().toUpperCase(java.util.Locale.ROOT));
        }
    }

    public void requireKeyDroppable() throws SQLException {
        if (isVersioned()) {
            throw TemporalError.DROP_PRIMARY_KEY.on(readable());
        }
    }

    public void requireTrigger(boolean instead) throws SQLException {
        if (isHistory() || isVersioned() && instead) {
            throw TemporalError.TRIGGER.on(readable());
        }
    }

    /** Before a column takes no NULL any more, which rows of the history may hold. */
    public void requireNoNullInHistory(String column) throws SQLException {
        Optional<TableName> history = history();
        if (history.isPresent()) {
            String table = QuotedName.of(history.get().schema(), history.get().name());
            boolean found = SqlRunner.on(connection)
                    .query("SELECT TOP 1 1 FROM " + table + " WHERE " + QuotedName.of(column) + " IS NULL")
                    .hasRows();
            if (found) {
                throw TemporalError.NULL_IN_HISTORY.on(column, history.get().toString());
            }
        }
    }

    /** The table has got this name. */
    public void renamed(TableName newName) throws SQLException {
        TemporalTriggers.drop(this);
        Optional<TableName> other = other();
        if (other.isPresent()) {
            Optional<TemporalTable> counterpart =
                    find(connection, other.get().schema(), other.get().name());
            if (counterpart.isPresent()) {
                Fact fact = isHistory() ? Fact.HISTORY : Fact.HISTORY_OF;
                counterpart
                        .get()
                        .remember(counterpart.get().recorded().with(fact, TemporalTriggers.bracketed(newName)));
                TemporalTriggers.renew(connection, other.get());
            }
        }
        TemporalTriggers.renew(connection, newName);
    }

    /** Its columns have changed. */
    public void changed() throws SQLException {
        TemporalTriggers.renew(connection, name);
    }

    void remember(Recorded record) throws SQLException {
        String comment = record.facts().isEmpty() ? "NULL" : SqlLiteral.h2(record.text());
        SqlRunner.on(connection).run("COMMENT ON TABLE " + h2() + " IS " + comment);
    }

    void remember(H2Column column, Recorded record) throws SQLException {
        SqlRunner.on(connection)
                .run("COMMENT ON COLUMN " + h2() + "." + QuotedName.of(column.name()) + " IS "
                        + SqlLiteral.h2(record.text()));
    }

    void alterColumn(H2Column column, String change) throws SQLException {
        SqlRunner.on(connection)
                .run("ALTER TABLE " + h2() + " ALTER COLUMN " + QuotedName.of(column.name()) + " " + change);
    }
}
