package dev.palindrome.check.step;

import dev.palindrome.tsql.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a statement does to a table; names are as written, {@link ObjectName#folded} makes them the same. */
public sealed interface Step {

    ObjectName table();

    record CreateTable(ObjectName table, List<ColumnDefinition> columns, List<UniqueKey> uniqueKeys) implements Step {}

    /**
     * A unique index, a unique constraint or a primary key.
     *
     * @param name empty where the server names it
     * @param columns in their order
     */
    record UniqueKey(String name, List<String> columns) {}

    /** With the columns that its rows come from, as far as they are known. */
    record SelectInto(ObjectName table) implements Step {}

    record DropTable(ObjectName table) implements Step {}

    record AddColumn(ObjectName table, ColumnDefinition column) implements Step {}

    record AlterColumn(ObjectName table, ColumnDefinition column) implements Step {}

    record DropColumn(ObjectName table, String column) implements Step {}

    /** An index, too, and any other constraint. */
    record DropKey(ObjectName table, String name) implements Step {}

    /**
     * @param isPrimary whether it is the table's primary key
     * @param isFiltered whether some rows may be left out of it
     */
    record AddUniqueKey(ObjectName table, UniqueKey key, boolean isPrimary, boolean isFiltered) implements Step {

        public List<String> columns() {
            return key.columns();
        }
    }

    /** @param column empty where it is the table that is renamed */
    record Rename(ObjectName table, Optional<String> column, String newName) implements Step {}

    record MoveToSchema(ObjectName table, String schema) implements Step {}

    /** A view or a synonym, which may stand in for a table that was called so. */
    record CreateStandIn(ObjectName table) implements Step {}

    /**
     * @param everyRow whether nothing restricts it
     * @param columns those that an UPDATE sets
     */
    record ChangeRows(Change change, ObjectName table, boolean everyRow, List<String> columns) implements Step {}

    /** A condition of the script asks for its rows. */
    record LookAtRows(ObjectName table) implements Step {}

    /** Which statement changes rows. */
    enum Change {
        INSERT,
        UPDATE,
        DELETE,
        TRUNCATE
    }

    /**
     * A step with its place.
     *
     * @param step what is done
     * @param line of the script
     */
    record Placed(Step step, int line) {}

    /**
     * All that a script does, in its order.
     *
     * @param steps one or more for each statement that concerns a table
     * @param moved names in lower case, of tables and columns, that statements use which write rows, dynamic ones included
     */
    record OfScript(List<Placed> steps, Set<String> moved) {}
}
