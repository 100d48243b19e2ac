package dev.palindrome.seed.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowOptions;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.filler.FillOrder;
import dev.palindrome.seed.filler.ParentKeys;
import dev.palindrome.seed.filler.ValueSource;
import dev.palindrome.seed.suggestion.SeededFaker;
import dev.palindrome.seed.suggestion.Suggestions;
import dev.palindrome.seed.values.RowPick;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.ValueChoice;
import dev.palindrome.seed.values.ValueDomains;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of a database, and which of them hold rows.
 *
 * @param connection on which the filling happens
 * @param schema as it is now
 */
public record TableState(Connection connection, SchemaSnapshot schema) {

    private static final List<RowPick> ORDINARY = List.of(new RowPick(0, 0, ValueChoice.ORDINARY));

    public static String key(Table table) {
        return FillOrder.key(table.schema(), table.name());
    }

    /** The table of a {@link #key}. */
    public Optional<Table> table(String key) {
        return schema.tables().stream().filter(table -> key(table).equals(key)).findFirst();
    }

    /** What columns of a table of this database hold. */
    public TableColumns columns(Table table) {
        return TableColumns.of(table, new ValueDomains(schema));
    }

    long count(Table table) throws SQLException {
        return SqlRunner.on(connection)
                .query("SELECT COUNT(*) FROM " + table.portableRows())
                .number();
    }

    public boolean isEmpty(Table table) throws SQLException {
        return !SqlRunner.on(connection)
                .query("SELECT TOP (1) 1 FROM " + table.portableRows())
                .hasRows();
    }

    /** Foreign keys that its rows are held to. */
    public static List<ForeignKey> foreignKeys(Table table) {
        return table.foreignKeys().stream().filter(ForeignKey::isEnabled).toList();
    }

    /** Whether a table cannot get rows before one of these has some, because of foreign keys that do not take NULL. */
    public boolean needs(Table table, Set<String> begun) throws SQLException {
        return needs(table, begun, new HashSet<>());
    }

    private boolean needs(Table table, Set<String> begun, Set<String> seen) throws SQLException {
        if (!seen.add(key(table))) {
            return false;
        }
        for (ForeignKey foreignKey : foreignKeys(table)) {
            Optional<Table> parent = table(FillOrder.key(foreignKey));
            boolean must = FillOrder.nullable(foreignKey, table).isEmpty() && !FillOrder.isSelf(foreignKey, table);
            if (must && parent.isPresent() && isEmpty(parent.get())) {
                if (begun.contains(key(parent.get())) || needs(parent.get(), begun, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Lets rows point to rows that came after them. */
    public void settle(StandIn standIn) throws SQLException {
        Table table = standIn.columns().table();
        List<List<Object>> parents = ParentKeys.many(connection).of(table, standIn.key(), standIn.domains());
        if (parents.isEmpty()) {
            throw new SeedException("%s cannot be filled: no row of %s.%s can be pointed to."
                    .formatted(
                            table,
                            standIn.key().referencedSchema(),
                            standIn.key().referencedTable()));
        }
        standIn.pointTo(parents, connection);
    }

    /** Gives values to columns that are still NULL, in the table's first rows. */
    public void fillColumns(Table table, List<Column> columns, RowOptions options, SeededFaker faker)
            throws SQLException {
        Transaction.run(connection, transaction -> {
            ValueSource source = new ValueSource(options, new Suggestions(faker), ParentKeys.many(connection));
            new NewColumnValues(transaction, columns(table), source, ORDINARY).fill(columns);
        });
    }
}
