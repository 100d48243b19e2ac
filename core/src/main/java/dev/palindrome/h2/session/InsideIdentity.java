package dev.palindrome.h2.session;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcResultSet;
import org.h2.schema.Schema;
import org.h2.table.Column;
import org.h2.table.Table;
import org.h2.value.Value;
import org.h2.value.ValueNull;
import org.jspecify.annotations.Nullable;

/** The identity that a session of H2's knows as the last one. H2 takes any number of a sequence for one. */
final class InsideIdentity {

    private final SessionLocal session;

    /** Of the table that rows are put into; null where it has none. */
    private final @Nullable Column column;

    private InsideIdentity(SessionLocal session, @Nullable Column column) {
        this.session = session;
        this.column = column;
    }

    /** @param schema null for the session's own */
    static Optional<InsideIdentity> of(Connection connection, @Nullable String schema, String name)
            throws SQLException {
        Optional<H2Session> found = H2Session.find(connection);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SessionLocal session = found.get().session();
        @Nullable Schema in = session.getDatabase().findSchema(schema == null ? session.getCurrentSchemaName() : schema);
        @Nullable Table table = in == null ? null : in.findTableOrView(session, name);
        if (table == null) {
            return Optional.empty();
        }
        Optional<Column> column =
                Arrays.stream(table.getColumns()).filter(Column::isIdentity).findFirst();
        return Optional.of(new InsideIdentity(session, column.orElse(null)));
    }

    /** The name of the column if a statement may name values for it, as under IDENTITY_INSERT. */
    Optional<String> named() {
        return Optional.ofNullable(column)
                .filter(identity -> !identity.isGeneratedAlways())
                .map(Column::getName);
    }

    void forget() {
        session.setLastIdentity(ValueNull.INSTANCE);
    }

    /** What H2 takes for it may be of another sequence. */
    void generated() {
        if (column == null) {
            forget();
        } else if (session.getLastIdentity() != ValueNull.INSTANCE) {
            session.setLastIdentity(session.getCurrentValueFor(column.getSequence()));
        }
    }

    /** @param keys of rows, at one of them */
    void given(ResultSet keys) throws SQLException {
        session.setLastIdentity(keys.unwrap(JdbcResultSet.class).getInternal(1));
    }

    static void forget(Connection connection) throws SQLException {
        H2Session.of(connection).session().setLastIdentity(ValueNull.INSTANCE);
    }

    static @Nullable BigDecimal last(Connection connection) throws SQLException {
        Value last = H2Session.of(connection).session().getLastIdentity();
        return last == ValueNull.INSTANCE ? null : last.getBigDecimal();
    }
}
