package dev.palindrome.h2.temporal;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TranslatedScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table that is, or is to be, the history of another: made as SQL Server makes it, or held against what it demands. */
final class HistoryTable {

    private final TemporalTable current;
    private final TableName name;

    HistoryTable(TemporalTable current, TableName name) {
        this.current = current;
        this.name = name;
    }

    /** With the columns of the table, and a clustered index over its period (Microsoft: temporal-tables). */
    void create() throws SQLException {
        String columns = current.made().stream().map(HistoryTable::definition).collect(Collectors.joining(", "));
        run("CREATE TABLE " + bracketed() + " (" + columns + ")");
        run("CREATE CLUSTERED INDEX " + BracketedName.of("ix_" + name.name()) + " ON " + bracketed() + " ("
                + BracketedName.of(current.end().orElseThrow().name()) + ", "
                + BracketedName.of(current.start().orElseThrow().name()) + ") WITH (DATA_COMPRESSION = PAGE)");
    }

    private String bracketed() {
        return TemporalTriggers.bracketed(name);
    }

    private void run(String tsql) throws SQLException {
        SqlRunner.on(current.connection())
                .run(TranslatedScript.rewrite("the history of " + current.readable(), tsql)
                        .h2Statements());
    }

    /** A column of the table without what only the table itself has: default, identity, ROWGUIDCOL. */
    private static String definition(H2Column column) {
        Recorded recorded = TemporalTable.record(column);
        return BracketedName.of(column.name()) + " "
                + recorded.get(Fact.USER_TYPE)
                        .orElseGet(() -> recorded.get(Fact.TYPE).orElseThrow().toUpperCase(Locale.ROOT))
                + recorded.get(Fact.XML_COLLECTION)
                        .map(HistoryTable::collection)
                        .orElse("")
                + recorded.get(Fact.COLLATION).map(name -> " COLLATE " + name).orElse("")
                + (recorded.is(Fact.SPARSE) ? " SPARSE" : "")
                + recorded.get(Fact.MASKED)
                        .map(function -> " MASKED WITH (FUNCTION = " + SqlLiteral.of(function) + ")")
                        .orElse("")
                + (column.nullable() ? " NULL" : " NOT NULL");
    }

    private static String collection(String known) {
        String document = "(DOCUMENT)";
        return known.endsWith(document)
                ? "(DOCUMENT " + known.substring(0, known.length() - document.length()) + ")"
                : "(" + known + ")";
    }

    /** A column that the table has got: rows that are there get its default where they must have a value. */
    void add(H2Column column) throws SQLException {
        String defaultValue = column.nullable()
                ? ""
                : TemporalTable.record(column)
                        .get(Fact.DEFAULT)
                        .map(value -> " DEFAULT " + value)
                        .orElse("");
        HistoryTrigger.allow(() -> run("ALTER TABLE " + bracketed() + " ADD " + definition(column) + defaultValue));
    }

    /** Holds a table that is there to what SQL Server demands of a history. */
    void require(TemporalTable history) throws SQLException {
        if (history.isHistory() || history.isVersioned()) {
            throw TemporalError.IN_USE.on(history.readable());
        }
        if (history.hasPeriod()) {
            throw TemporalError.PERIOD_OF_HISTORY.on(history.readable());
        }
        requireNoConstraints(history);
        List<H2Column> columns = history.made();
        for (H2Column column : columns) {
            if (column.identity()) {
                throw TemporalError.IDENTITY.on(history.readable());
            }
            if (column.computed()) {
                throw TemporalError.COMPUTED.on(history.readable());
            }
            if (TemporalTable.record(column).is(Fact.ROWGUIDCOL)) {
                throw TemporalError.ROWGUIDCOL.on(history.readable());
            }
        }
        boolean triggers = H2RecordedObjects.of(current.connection(), List.of(Kind.TRIGGER)).stream()
                .anyMatch(trigger -> trigger.belongsTo(name.schema(), name.name()));
        if (triggers) {
            throw TemporalError.TRIGGERS.on(history.readable());
        }
        requireColumns(history, columns);
    }

    private void requireNoConstraints(TemporalTable history) throws SQLException {
        for (String statement : statements()) {
            Optional<H2TablePart> part = H2TablePart.of(statement);
            String kind = part.map(H2TablePart::kind).orElse("");
            if (kind.equals("PRIMARY KEY") || kind.equals("UNIQUE") || statement.startsWith("CREATE UNIQUE ")) {
                throw TemporalError.UNIQUE_KEYS.on(history.readable());
            }
            if (kind.equals("FOREIGN KEY")) {
                throw TemporalError.FOREIGN_KEYS.on(history.readable());
            }
            if (kind.equals("CHECK")) {
                throw TemporalError.CONSTRAINTS.on(history.readable());
            }
        }
    }

    private List<String> statements() throws SQLException {
        return SqlRunner.on(current.connection())
                .query("SCRIPT NODATA NOPASSWORDS NOSETTINGS TABLE " + QuotedName.of(name.schema(), name.name()))
                .texts();
    }

    private void requireColumns(TemporalTable history, List<H2Column> columns) throws SQLException {
        List<H2Column> wanted = current.made();
        if (wanted.size() != columns.size()) {
            throw TemporalError.COLUMN_COUNT.on(current.readable(), wanted.size(), history.readable(), columns.size());
        }
        for (int i = 0; i < wanted.size(); i++) {
            requireSame(wanted.get(i), columns.get(i), i + 1, history.readable());
        }
    }

    private void requireSame(H2Column wanted, H2Column column, int ordinal, String history) throws SQLException {
        String table = current.readable();
        if (!wanted.name().equalsIgnoreCase(column.name())) {
            throw TemporalError.COLUMN_NAME.on(column.name(), ordinal, history, wanted.name(), table);
        }
        Recorded one = TemporalTable.record(wanted);
        Recorded other = TemporalTable.record(column);
        if (!one.get(Fact.TYPE).equals(other.get(Fact.TYPE))) {
            throw TemporalError.COLUMN_TYPE.on(
                    column.name(),
                    other.get(Fact.TYPE).orElse(column.type()),
                    history,
                    one.get(Fact.TYPE).orElse(wanted.type()),
                    table);
        }
        if (!lower(one, Fact.COLLATION).equals(lower(other, Fact.COLLATION))) {
            throw TemporalError.COLLATION.on(column.name(), table, history);
        }
        if (!one.get(Fact.XML_COLLECTION).equals(other.get(Fact.XML_COLLECTION))) {
            throw TemporalError.XML_COLLECTION.on(column.name(), table, history);
        }
        if (wanted.nullable() != column.nullable()) {
            throw one.get(Fact.GENERATED).isPresent()
                    ? TemporalError.PERIOD_NULLABLE.on(column.name(), history, table)
                    : TemporalError.NULLABILITY.on(column.name(), table, history);
        }
        if (one.is(Fact.SPARSE) != other.is(Fact.SPARSE)) {
            throw TemporalError.SPARSE.on(column.name(), table, history);
        }
        if (!lower(one, Fact.MASKED).equals(lower(other, Fact.MASKED))) {
            throw TemporalError.MASK.on(column.name(), table, history);
        }
    }

    private static Optional<String> lower(Recorded recorded, Fact fact) {
        return recorded.get(fact).map(text -> text.toLowerCase(Locale.ROOT));
    }

    /** The rows that a table has when it becomes a history (Microsoft: creating-a-system-versioned-temporal-table). */
    void requireConsistent() throws SQLException {
        String history = QuotedName.of(name.schema(), name.name());
        String start = QuotedName.of(current.start().orElseThrow().name());
        String end = QuotedName.of(current.end().orElseThrow().name());
        if (hasRows("SELECT 1 FROM " + history + " WHERE " + end + " < " + start)) {
            throw TemporalError.END_BEFORE_START.on(name);
        }
        if (hasRows("SELECT 1 FROM " + history + " WHERE " + end + " > ?", TransactionTime.now())) {
            throw TemporalError.END_IN_FUTURE.on(name);
        }
        String sameKey = key().stream()
                .map(column -> "a." + QuotedName.of(column) + " = b." + QuotedName.of(column))
                .collect(Collectors.joining(" AND "));
        String overlapping = " ON " + sameKey + " AND a." + start + " < b." + end + " AND b." + start + " < a." + end;
        String lasting = " WHERE a." + start + " < a." + end;
        if (hasRows("SELECT 1 FROM " + history + " a JOIN " + history + " b" + overlapping
                        + " AND a._ROWID_ < b._ROWID_" + lasting + " AND b." + start + " < b." + end)
                || hasRows("SELECT 1 FROM " + history + " a JOIN " + current.h2() + " b" + overlapping + lasting)) {
            throw TemporalError.OVERLAP.on(name);
        }
    }

    private boolean hasRows(String query, Object... parameters) throws SQLException {
        return SqlRunner.on(current.connection())
                .query(query + " FETCH FIRST ROW ONLY", parameters)
                .hasRows();
    }

    /** Whether there is what a retention period takes. */
    void requireClusteredIndex() throws SQLException {
        String end = current.end().orElseThrow().name();
        for (String statement : statements()) {
            Optional<H2TablePart> part = H2TablePart.of(statement)
                    .filter(known -> known.recorded()
                            .get(Fact.CLUSTERING)
                            .filter("clustered"::equals)
                            .isPresent());
            if (part.isPresent() && part.get().columns().get(0).equalsIgnoreCase(end)) {
                return;
            }
        }
        throw TemporalError.NO_CLUSTERED_INDEX.on(current.readable(), name);
    }

    /** The columns of the table's primary key. */
    List<String> key() throws SQLException {
        List<String> key = new ArrayList<>();
        SqlRunner.on(current.connection())
                .query("SCRIPT NODATA NOPASSWORDS NOSETTINGS TABLE " + current.h2())
                .forEach(row -> H2TablePart.of(row.getString(1))
                        .filter(part -> part.kind().equals("PRIMARY KEY"))
                        .ifPresent(part -> key.addAll(part.columns())));
        return key;
    }
}
