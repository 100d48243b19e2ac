package dev.palindrome.seed.bulk;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Keeps a table's triggers from firing, as they do not fire for bulk copy. Those that are off stay off. */
public final class SqlServerTriggers {

    private final Table table;
    private final List<String> enabled;

    public SqlServerTriggers(Table table) {
        this.table = table;
        this.enabled = table.object().parts(ObjectKind.TRIGGER).stream()
                .filter(trigger -> !trigger.is(Property.DISABLED))
                .map(trigger -> BracketedName.of(trigger.simpleName()))
                .toList();
    }

    /** (docs: disable-trigger-transact-sql). */
    void disable(Connection connection) throws SQLException {
        state("DISABLE", connection);
    }

    /** (docs: enable-trigger-transact-sql). */
    void enable(Connection connection) throws SQLException {
        state("ENABLE", connection);
    }

    private void state(String verb, Connection connection) throws SQLException {
        if (!enabled.isEmpty()) {
            SqlRunner.on(connection).run(sql(verb));
        }
    }

    public String sql(String verb) {
        return "ALTER TABLE %s %s TRIGGER %s".formatted(table.sqlName(), verb, String.join(", ", enabled));
    }
}
