package dev.palindrome.schema;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.PortableName;
import java.util.List;
import java.util.Optional;

/**
 * A table of a snapshot, for whoever makes, moves or removes rows.
 *
 * @param object the table with everything that is known about it
 */
public record Table(SchemaObject object) {

    /**
     * The schema that it is in.
     *
     * @return such as {@code dbo}
     */
    public String schema() {
        return object.name().get(0);
    }

    /**
     * Its name without schema.
     *
     * @return such as {@code users}
     */
    public String name() {
        return object.simpleName();
    }

    /**
     * Whether it is the history of a temporal table, to whose rows nobody but the server adds any.
     *
     * @return false also for a history that is kept no longer
     */
    public boolean isHistory() {
        return object.get(Property.HISTORY_TABLE).filter("(HISTORY)"::equals).isPresent();
    }

    /**
     * Its columns.
     *
     * @return in the table's order
     */
    public List<Column> columns() {
        return object.parts(ObjectKind.COLUMN).stream().map(Column::new).toList();
    }

    /**
     * Its primary key.
     *
     * @return missing if it has none
     */
    public Optional<UniqueKey> primaryKey() {
        return object.parts(ObjectKind.PRIMARY_KEY).stream().map(UniqueKey::new).findFirst();
    }

    /**
     * Whatever makes rows unique: the primary key, UNIQUE constraints, unique indexes.
     *
     * @return in that order
     */
    public List<UniqueKey> uniqueKeys() {
        return object.parts().stream()
                .filter(UniqueKey::isUnique)
                .map(UniqueKey::new)
                .toList();
    }

    /**
     * Its foreign keys to other tables, or to itself.
     *
     * @return by name
     */
    public List<ForeignKey> foreignKeys() {
        return object.parts(ObjectKind.FOREIGN_KEY).stream()
                .map(ForeignKey::new)
                .toList();
    }

    /**
     * Its CHECK constraints.
     *
     * @return by name
     */
    public List<Check> checks() {
        return object.parts(ObjectKind.CHECK).stream().map(Check::new).toList();
    }

    /**
     * Schema and name as T-SQL takes them.
     *
     * @return such as {@code [dbo].[users]}
     */
    public String sqlName() {
        return BracketedName.of(object.name());
    }

    /**
     * Schema and name as both engines take them without the T-SQL front.
     *
     * @return such as {@code [dbo].[users]}
     */
    public String portableName() {
        return PortableName.of(schema(), name());
    }

    /**
     * The same where its rows are read, changed or deleted.
     *
     * @return with {@link #rowHint}
     */
    public String portableRows() {
        return portableName() + rowHint();
    }

    /**
     * What stands behind the name, or the alias, where rows are read, changed or deleted. In a transaction a memory-optimised
     * table is not to be had under READ COMMITTED (error 41368); an INSERT needs nothing (docs:
     * transactions-with-memory-optimized-tables).
     *
     * @return empty for any other table
     */
    public String rowHint() {
        return isMemoryOptimized() ? " WITH (SNAPSHOT)" : "";
    }

    /**
     * Whether its rows are kept in memory, with transactions of another kind (docs: transactions-with-memory-optimized-tables).
     *
     * @return true if they are
     */
    public boolean isMemoryOptimized() {
        return object.get(Property.MEMORY_OPTIMIZED).isPresent();
    }

    /** Schema and name. */
    @Override
    public String toString() {
        return BracketedName.readable(object.name());
    }
}
