package dev.palindrome.h2;

import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.constraint.Constraint;
import org.h2.engine.DbObject;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.schema.Schema;
import org.h2.table.Table;
import org.h2.table.TableType;
import org.jspecify.annotations.Nullable;

/**
 * The statements that would make H2's objects again, comments and all. Where they are the same as before, so is everything
 * that can be read of the object. Asking H2 itself for them takes microseconds, where a question to its information schema
 * is a query that goes through all constraints.
 */
public final class H2CreateStatements {

    private final SessionLocal session;

    private H2CreateStatements(SessionLocal session) {
        this.session = session;
    }

    /** Empty for a connection that is not H2's own, or not to a database in this JVM. */
    public static Optional<H2CreateStatements> of(Connection connection) throws SQLException {
        return connection.isWrapperFor(JdbcConnection.class)
                        && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal local
                ? Optional.of(new H2CreateStatements(local))
                : Optional.empty();
    }

    /** The tables of one name, in whatever schema, and what else has rows but views. */
    public Map<TableName, String> tables(String name) {
        Map<TableName, String> definitions = new LinkedHashMap<>();
        for (Schema schema : schemas()) {
            @Nullable Table table = schema.findTableOrView(session, name);
            if (table != null && table.getTableType() != TableType.VIEW) {
                definitions.put(new TableName(schema.getName(), table.getName()), ofTable(table));
            }
        }
        return definitions;
    }

    /** In an order of their own: H2 turns its children about where it copies a table. */
    private static String ofTable(Table table) {
        StringBuilder text = new StringBuilder();
        append(text, table);
        table.getChildren().stream()
                .flatMap(child -> ofChild(table, child).stream())
                .sorted()
                .forEach(text::append);
        return text.toString();
    }

    /** Not the indexes of constraints, whose names H2 makes up, nor what only depends on the table. */
    private static Optional<String> ofChild(Table table, DbObject child) {
        if (child instanceof Constraint constraint && constraint.getTable() == table) {
            return Optional.of(withComment(constraint.getCreateSQLWithoutIndexes(), child));
        }
        return child instanceof Index index && !index.getIndexType().getBelongsToConstraint()
                ? Optional.of(withComment(index.getCreateSQL(), child))
                : Optional.empty();
    }

    /** Everything that {@code H2OtherObjects} reads. */
    public String others() {
        StringBuilder text = new StringBuilder();
        for (Schema schema : schemas()) {
            text.append(schema.getName()).append('\n');
            for (Table table : schema.getAllTablesAndViews(session)) {
                if (table.getTableType() != TableType.TABLE) {
                    append(text, table);
                }
            }
            schema.getAllSequences().stream()
                    .filter(sequence -> !sequence.getBelongsToTable())
                    .forEach(sequence -> append(text, sequence));
        }
        return text.toString();
    }

    private List<Schema> schemas() {
        List<Schema> schemas = new ArrayList<>();
        for (Schema schema : session.getDatabase().getAllSchemas()) {
            if (!H2Front.isHidden(schema.getName())) {
                schemas.add(schema);
            }
        }
        return schemas;
    }

    private static void append(StringBuilder text, DbObject object) {
        text.append(withComment(object.getCreateSQL(), object));
    }

    private static String withComment(@Nullable String definition, DbObject object) {
        return definition + "\n" + object.getComment() + "\n";
    }
}
