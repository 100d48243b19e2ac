package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlDialect;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

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

    Optional<Position> identity(Connection connection, Table table) throws SQLException {
        return position(connection, ofIdentity, table.schema(), table.name());
    }

    Optional<Position> sequence(Connection connection, SchemaObject sequence) throws SQLException {
        return position(connection, ofSequence, sequence.name().get(0), sequence.simpleName());
    }

    private Optional<Position> position(Connection connection, String sql, String schema, String name)
            throws SQLException {
        return SqlRunner.on(connection).query(sql, parameters(schema, name)).first(PositionSource::position);
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(row.getBigDecimal(1), row.getBigDecimal(2));
    }
}
