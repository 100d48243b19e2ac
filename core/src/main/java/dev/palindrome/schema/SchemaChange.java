package dev.palindrome.schema;

import dev.palindrome.schema.change.ChangeScript;
import dev.palindrome.schema.change.SchemaChangePlan;
import java.util.List;
import java.util.Optional;

/**
 * T-SQL that makes one schema of another, such as the draft of an undo script: it turns the schema after a migration into
 * that before it. For whoever reads, corrects and then runs it.
 *
 * <p>It brings structures back and never rows: comments that begin with {@code -- data:} say which rows or values are
 * gone, those that begin with {@code -- by hand:} which differences are left to a person, those that begin with
 * {@code -- renamed:} which table or column is taken for another that only had another name. A column that comes back
 * stands last. Constraints whose names SQL Server made up are found by what they do, so that the script works on every database.
 */
public final class SchemaChange {

    private final String sql;
    private final List<String> notes;
    private final boolean endsConnections;

    private SchemaChange(String sql, List<String> notes, boolean endsConnections) {
        this.sql = sql;
        this.notes = notes;
        this.endsConnections = endsConnections;
    }

    /**
     * Plans the change.
     *
     * @param actual the schema as it is
     * @param expected as it shall be
     * @return the change, which may be empty
     */
    public static SchemaChange from(SchemaSnapshot actual, SchemaSnapshot expected) {
        return of(SchemaChangePlan.of(actual, expected, true));
    }

    /**
     * The same where it is known that nothing was renamed: what looks like another name is dropped and made anew.
     *
     * @param actual the schema as it is
     * @param expected as it shall be
     * @return the change, which may be empty
     */
    public static SchemaChange withoutRenames(SchemaSnapshot actual, SchemaSnapshot expected) {
        return of(SchemaChangePlan.of(actual, expected, false));
    }

    /**
     * What makes a schema in a new, empty database. It does not touch the database's own options, and says nothing within
     * the script: what is left to a person is in {@link #notes()} alone.
     *
     * @param expected the schema as it shall be
     * @return the change, which may be empty
     */
    public static SchemaChange creating(SchemaSnapshot expected) {
        return of(SchemaChangePlan.creating(expected));
    }

    /**
     * Plans the change where it is known what was renamed.
     *
     * @param renames in the order in which they were made
     * @param actual the schema as it is, behind them
     * @param expected as it shall be, with the old names
     * @return the change; missing where there is nothing in the schema that has one of the new names
     */
    public static Optional<SchemaChange> undoing(
            List<NameChange> renames, SchemaSnapshot actual, SchemaSnapshot expected) {
        return renames.isEmpty()
                ? Optional.empty()
                : SchemaChangePlan.undoing(renames, actual, expected).map(SchemaChange::of);
    }

    private static SchemaChange of(ChangeScript script) {
        return new SchemaChange(script.sql(), script.notes(), script.endsConnections());
    }

    /**
     * The script.
     *
     * @return statements in an order in which they can run, in batches separated by {@code GO}; empty if nothing is to do
     */
    public String sql() {
        return sql;
    }

    /**
     * Whether there is nothing to do and nothing to say. The order of columns alone is nothing to do.
     *
     * @return true if the script is empty
     */
    public boolean isEmpty() {
        return sql.isEmpty();
    }

    /**
     * Whether a statement of it ends the connections of everybody else, as setting READ_COMMITTED_SNAPSHOT does.
     *
     * @return true if it does, on SQL Server
     */
    public boolean endsConnections() {
        return endsConnections;
    }

    /**
     * What the script says about data that cannot come back and about what is left to do by hand.
     *
     * @return its comments without the two hyphens
     */
    public List<String> notes() {
        return notes;
    }

    /** The script. */
    @Override
    public String toString() {
        return sql;
    }
}
