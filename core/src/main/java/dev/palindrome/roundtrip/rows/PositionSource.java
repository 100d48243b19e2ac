package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlDialect;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlServerError;
import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Where an engine's catalogue says how far sequences and identities have counted. */
enum PositionSource {
    /** Microsoft: sys-identity-columns-transact-sql, sys-sequences-transact-sql. */
    SQL_SERVER(
            """
            SELECT COALESCE(CAST(last_value AS decimal(38, 0)) + CAST(increment_value AS decimal(38, 0)),
                            CAST(seed_value AS decimal(38, 0))),
                   CAST(increment_value AS decimal(38, 0))
            FROM sys.identity_columns WHERE object_id = OBJECT_ID(?)
            """,
            // Of a sequence that was made or restarted, current_value is what comes next; else it is what came last.
            """
            SELECT CAST(current_value AS decimal(38, 0))
                       + CASE WHEN CAST(last_used_value AS decimal(38, 0)) = CAST(current_value AS decimal(38, 0))
                              THEN CAST(increment AS decimal(38, 0)) ELSE 0 END,
                   CAST(increment AS decimal(38, 0))
            FROM sys.sequences WHERE object_id = OBJECT_ID(?)
            """) {
        @Override
        Object[] parameters(String schema, String name) {
            return new Object[] {PortableName.of(schema, name)};
        }
    },

    /** H2: information_schema. */
    H2("""
            SELECT IDENTITY_BASE, IDENTITY_INCREMENT FROM INFORMATION_SCHEMA.COLUMNS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND IS_IDENTITY = 'YES'
            """, """
            SELECT BASE_VALUE, INCREMENT FROM INFORMATION_SCHEMA.SEQUENCES
            WHERE SEQUENCE_SCHEMA = ? AND SEQUENCE_NAME = ?
            """) {
        @Override
        Object[] parameters(String schema, String name) {
            return new Object[] {schema, name};
        }
    };

    private static final VisibleLog LOG = VisibleLog.of(PositionSource.class);

    private final String ofIdentity;
    private final String ofSequence;

    PositionSource(String ofIdentity, String ofSequence) {
        this.ofIdentity = ofIdentity;
        this.ofSequence = ofSequence;
    }

    static PositionSource of(Connection connection) throws SQLException {
        return SqlDialect.of(connection) == SqlDialect.H2 ? H2 : SQL_SERVER;
    }

    abstract Object[] parameters(String schema, String name);

    /** @param untold is given what the server does not tell */
    Optional<Position> identity(Connection connection, Table table, Consumer<NotCompared> untold) throws SQLException {
        return position(connection, ofIdentity, table.schema(), table.name(), untold);
    }

    /** @param untold is given what the server does not tell */
    Optional<Position> sequence(Connection connection, SchemaObject sequence, Consumer<NotCompared> untold)
            throws SQLException {
        return position(connection, ofSequence, sequence.name().get(0), sequence.simpleName(), untold);
    }

    private Optional<Position> position(
            Connection connection, String sql, String schema, String name, Consumer<NotCompared> untold)
            throws SQLException {
        String place = BracketedName.readable(List.of(schema, name));
        try {
            return SqlRunner.on(connection)
                    .query(sql, parameters(schema, name))
                    .first(row -> position(row, place, untold))
                    .flatMap(position -> position);
        } catch (SQLException e) {
            // There is nothing that H2 may not tell.
            if (this == H2
                    || ErrorText.isConnectionLost(e)
                    || SqlServerError.first(SqlServerError::isPassing, e).isPresent()) {
                throw e;
            }
            note(place, ErrorText.of(e), untold);
            return Optional.empty();
        }
    }

    private static Optional<Position> position(ResultSet row, String place, Consumer<NotCompared> untold)
            throws SQLException {
        BigDecimal next = row.getBigDecimal(1);
        BigDecimal increment = row.getBigDecimal(2);
        if (next == null || increment == null) {
            note(place, "the catalogue has no number", untold);
            return Optional.empty();
        }
        return Optional.of(new Position(next, increment));
    }

    private static void note(String place, String why, Consumer<NotCompared> untold) {
        NotCompared gap = new NotCompared("where " + place + " stands", why, Set.of(), Set.of(), Set.of());
        untold.accept(gap);
        if (SaidOnce.isNew(gap.toString())) {
            LOG.warn("Not compared: {}", gap);
        }
    }
}
