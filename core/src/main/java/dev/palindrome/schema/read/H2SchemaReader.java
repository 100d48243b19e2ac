package dev.palindrome.schema.read;

import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads H2's information schema, and what the T-SQL front recorded there. */
public final class H2SchemaReader implements SchemaReader {

    private final ExcludedTables leftOut;

    public H2SchemaReader(ExcludedTables leftOut) {
        this.leftOut = leftOut;
    }

    @Override
    public SchemaReader leavingOut(Collection<TableName> tables) {
        return new H2SchemaReader(leftOut.and(tables));
    }

    @Override
    public SchemaSnapshot read(Connection connection) throws SQLException {
        return read(connection, new H2KnownKeys());
    }

    SchemaSnapshot read(Connection connection, H2KnownKeys known) throws SQLException {
        H2InformationSchema rows = new H2InformationSchema(connection);
        List<SchemaObject> objects = new ArrayList<>(tables(rows, known));
        objects.addAll(others(rows));
        return SchemaSnapshot.of(objects);
    }

    @Override
    public SchemaWatch watch() {
        return new H2SchemaWatch(this);
    }

    /** The tables that the rows are about. */
    List<SchemaObject> tables(H2InformationSchema rows, H2KnownKeys known) throws SQLException {
        return new H2Tables(rows, known)
                .read().stream().filter(table -> !leftOut.has(table)).toList();
    }

    /** All that are no tables: there are few of them, or they cost little. */
    List<SchemaObject> others(H2InformationSchema rows) throws SQLException {
        return new H2OtherObjects(rows).read();
    }
}
