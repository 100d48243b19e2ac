package dev.palindrome.h2;

import dev.palindrome.h2.catalogue.ObjectDefinitions;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.RecordedObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statements that would make H2's objects again, comments and all. Where they are the same as before, so is everything
 * that can be read of the object. Asking H2 itself for them takes microseconds, where a question to its information schema
 * is a query that goes through all constraints.
 */
public interface H2Definitions {

    /** A view of the information schema, in which H2 goes through the constraints of all tables for those of one. */
    enum ConstraintView {
        /** Keys, foreign keys and checks. */
        TABLE_CONSTRAINTS,
        /** The columns of keys and foreign keys. */
        KEY_COLUMN_USAGE,
        /** What foreign keys reference, and what they do to rows. */
        REFERENTIAL_CONSTRAINTS
    }

    /**
     * Asks H2.
     *
     * @param connection to any database
     * @return empty for a connection that is not H2's own, or not to a database in this JVM, and for a version of H2 that is
     *     not known from inside
     * @throws SQLException if the connection is broken
     */
    static Optional<H2Definitions> of(Connection connection) throws SQLException {
        return H2Inside.isKnown() ? ObjectDefinitions.of(connection) : Optional.empty();
    }

    /**
     * The tables of one name, in whatever schema, and what else has rows but views.
     *
     * @param name without schema; case does not matter
     * @return what makes each of them, with its indexes and constraints
     */
    Map<TableName, String> tables(String name);

    /**
     * The indexes and constraints of one table.
     *
     * @param table schema and name; case does not matter
     * @return what makes each of them, as H2's SCRIPT says it; empty if there is no such table
     */
    Optional<List<String>> parts(TableName table);

    /**
     * The rows that such a view has of the constraints of some tables.
     *
     * @param view which one
     * @param tables their names without schema; case does not matter
     * @return the columns that are read of it, under their names
     */
    ResultSet constraints(ConstraintView view, Collection<String> tables);

    /**
     * Schemas, views, sequences and what H2 does not have, all in one.
     *
     * @return equal to what it was before if nothing of it has changed
     */
    Object others();

    /**
     * The objects that H2 does not have.
     *
     * @return in no order that matters, the same objects as long as nothing of them has changed
     */
    List<RecordedObject> recorded();

    /**
     * The views.
     *
     * @return those of H2's and the front's as well
     */
    List<View> views();

    /**
     * A view.
     *
     * @param schema its schema
     * @param name its name
     * @param comment null if it has none
     * @param query as H2 has it
     */
    record View(String schema, String name, @Nullable String comment, String query) {}

    /**
     * The foreign keys that change rows where they are referenced.
     *
     * @return in no order that matters
     */
    List<Cascade> cascades();

    /**
     * A foreign key that changes rows.
     *
     * @param referenced schema and name of the table that it points to
     * @param table schema and name of the one that it belongs to
     * @param onDelete such as {@code CASCADE} and {@code RESTRICT}
     * @param onUpdate the same
     */
    record Cascade(TableName referenced, TableName table, String onDelete, String onUpdate) {}

    /**
     * The database itself.
     *
     * @return the same object for all connections to it
     */
    Object database();

    /**
     * Stands for everything that H2 knows about the database apart from rows.
     *
     * @return another object when any of it has changed
     */
    Object version();

    /**
     * Columns whose comments hold something.
     *
     * @param part of a record, from the blank before a fact on; the case of what the fact says does not matter
     * @return their tables, without those of H2's own
     */
    List<TableName> tablesWithComment(String part);
}
