package dev.palindrome.production.mask.run;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.SqlDialect;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Where the engines differ in masking. Used within one transaction, but for what begins and ends it. */
interface MaskEngine extends AutoCloseable {

    /** The engine at the other end of a connection, which has no transaction open. */
    static MaskEngine of(Connection connection, SchemaSnapshot schema) throws SQLException {
        return SqlDialect.of(connection) == SqlDialect.H2
                ? new H2MaskEngine(connection, schema)
                : new SqlServerMaskEngine(connection, schema);
    }

    /** Takes originals in. */
    @FunctionalInterface
    interface OriginalReader {
        void read(TargetColumn column, Object original) throws SQLException;
    }

    /** The histories of temporal tables, by table. */
    Map<TableName, TableName> histories() throws SQLException;

    /** Why a table cannot be masked; empty where all can. */
    List<String> obstacles(List<Target> targets) throws SQLException;

    /** Before the transaction. */
    void open(List<Target> targets) throws SQLException;

    /** From now on no trigger, history or foreign key has a say. */
    void silence(List<Target> targets) throws SQLException;

    /** They have again, and are trusted as far as they were. */
    void wake(List<Target> targets) throws SQLException;

    /** When the transaction is about to be taken back. */
    void giveUp(List<Target> targets) throws SQLException;

    /** Hands over every original of the columns that must be learnt, some more than once. */
    void originals(Target target, OriginalReader reader) throws SQLException;

    /** Sets all columns of all rows, in one statement. */
    long update(Target target) throws SQLException;

    /** How a column is read as a text. */
    String text(Column column);

    /** Leaves nothing behind. */
    @Override
    void close() throws SQLException;
}
