package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TokenReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SET IDENTITY_INSERT: H2's GENERATED ALWAYS refuses explicit values as SQL Server does, BY DEFAULT takes them. */
final class IdentityInsert {

    private static final String FRESH = " fresh";

    private static final String USED = " used";

    private final H2Table table;

    IdentityInsert(H2Table table) {
        this.table = table;
    }

    void set(boolean on) throws SQLException {
        String column = column();
        table.alterColumn(column, "SET GENERATED " + (on ? "BY DEFAULT" : "ALWAYS"));
    }

    /** Only one table of a session may have it on (Microsoft: set-identity-insert-transact-sql). */
    void requireAlone() throws SQLException {
        List<String> others = table.texts("""
                SELECT TABLE_SCHEMA || '.' || TABLE_NAME FROM INFORMATION_SCHEMA.COLUMNS
                WHERE NOT (TABLE_SCHEMA = ? AND TABLE_NAME = ?) AND IDENTITY_GENERATION = 'BY DEFAULT'""");
        if (!others.isEmpty()) {
            throw TsqlError.of(
                    8107,
                    "IDENTITY_INSERT is already ON for table '%s'. Cannot perform SET operation for table '%s'."
                            .formatted(others.get(0), table.name()));
        }
    }

    /** @param columns that an INSERT names */
    void requireGiven(List<String> columns) throws SQLException {
        List<String> identities = table.texts("""
                SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS
                WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND IDENTITY_GENERATION = 'BY DEFAULT'""");
        if (identities.stream().allMatch(identity -> columns.stream().anyMatch(identity::equalsIgnoreCase))) {
            return; // also where SET IDENTITY_INSERT stood behind an IF that did not hold
        }
        throw columns.isEmpty()
                ? TsqlError.of(
                        8101,
                        "An explicit value for the identity column in table '%s' can only be specified when a column list is used and IDENTITY_INSERT is ON."
                                .formatted(table.name()))
                : TsqlError.of(
                        545,
                        "Explicit value must be specified for identity column in table '%s' either when IDENTITY_INSERT is set to ON or when a replication user is inserting into a NOT FOR REPLICATION identity column."
                                .formatted(table.name()));
    }

    /** On SQL Server the next value follows the highest that was ever given (the lowest, if it counts down). */
    void moveOn() throws SQLException {
        if (table.columns().stream().noneMatch(H2Column::identity)) {
            return; // SET IDENTITY_INSERT stood behind an IF that did not hold
        }
        String column = column();
        BigInteger increment = number("SELECT IDENTITY_INCREMENT FROM INFORMATION_SCHEMA.COLUMNS", column);
        BigInteger next = number("SELECT IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS", column);
        boolean up = increment.signum() > 0;
        BigInteger furthest = furthest(column, up);
        if (furthest != null && (up ? furthest.compareTo(next) >= 0 : furthest.compareTo(next) <= 0)) {
            table.alterColumn(column, "RESTART WITH " + furthest.add(increment));
        }
    }

    /**
     * A value that no row has been given before comes next, else the one behind it (Microsoft:
     * dbcc-checkident-transact-sql).
     */
    void reseed(@Nullable Long value) throws SQLException {
        requireIdentity();
        if (value == null) {
            moveOn();
            return;
        }
        String column = column();
        BigInteger next = number("SELECT IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS", column);
        boolean fresh = isFresh(column, next);
        BigInteger increment = number("SELECT IDENTITY_INCREMENT FROM INFORMATION_SCHEMA.COLUMNS", column);
        BigInteger last = BigInteger.valueOf(value);
        BigInteger goesOn = fresh ? last : last.add(increment);
        table.alterColumn(column, bounds(column, goesOn) + "RESTART WITH " + goesOn);
        Recorded recorded = table.requireColumn(column, "ALTER COLUMN");
        table.record(column, recorded.with(Fact.RESEEDED, goesOn + (fresh ? FRESH : USED)));
    }

    /** Whether no value has been given since the table was made or emptied by TRUNCATE. */
    private boolean isFresh(String column, BigInteger next) throws SQLException {
        String reseeded =
                table.requireColumn(column, "ALTER COLUMN").get(Fact.RESEEDED).orElse("");
        return reseeded.isEmpty()
                ? next.equals(number("SELECT IDENTITY_START FROM INFORMATION_SCHEMA.COLUMNS", column))
                : reseeded.equals(next + FRESH);
    }

    static @Nullable BigDecimal of(Connection connection, String what, String name) throws SQLException {
        List<String> parts = TokenReader.ofName(name).nameParts();
        if (parts.size() > 2 || parts.get(parts.size() - 1).startsWith("#")) {
            throw TsqlError.needsSqlServer(
                    "IDENT_" + what + " of " + name + " is asked for, which is in another database.");
        }
        String schema = parts.size() > 1 ? parts.get(0) : null;
        IdentityInsert identity = new IdentityInsert(H2Table.of(connection, schema, parts.get(parts.size() - 1)));
        if (identity.table.columns().stream().noneMatch(H2Column::identity)) {
            return null;
        }
        return new BigDecimal(identity.asked(what));
    }

    private BigInteger asked(String what) throws SQLException {
        String column = column();
        BigInteger increment = number("SELECT IDENTITY_INCREMENT FROM INFORMATION_SCHEMA.COLUMNS", column);
        if (what.equals("INCR")) {
            return increment;
        }
        if (what.equals("SEED")) {
            return number("SELECT IDENTITY_START FROM INFORMATION_SCHEMA.COLUMNS", column);
        }
        BigInteger next = number("SELECT IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS", column);
        return isFresh(column, next) ? next : next.subtract(increment);
    }

    /** H2 counts from where it began, SQL Server takes any value of the type. */
    private String bounds(String column, BigInteger next) throws SQLException {
        BigInteger least = number("SELECT IDENTITY_MINIMUM FROM INFORMATION_SCHEMA.COLUMNS", column);
        BigInteger most = number("SELECT IDENTITY_MAXIMUM FROM INFORMATION_SCHEMA.COLUMNS", column);
        return next.compareTo(least) < 0
                ? "SET MINVALUE " + next + " "
                : next.compareTo(most) > 0 ? "SET MAXVALUE " + next + " " : "";
    }

    /** After TRUNCATE an identity is as it was made. */
    void forgetReseeding() throws SQLException {
        for (H2Column column : table.columns()) {
            Recorded recorded = Recorded.parse(column.comment());
            if (recorded.get(Fact.RESEEDED).isPresent()) {
                table.record(column.name(), recorded.without(Fact.RESEEDED));
            }
        }
    }

    void requireIdentity() throws SQLException {
        if (table.columns().stream().noneMatch(H2Column::identity)) {
            throw TsqlError.of(7997, "'" + table.name() + "' does not contain an identity column.");
        }
    }

    private String column() throws SQLException {
        for (H2Column column : table.columns()) {
            if (column.identity()) {
                return column.name();
            }
        }
        throw TsqlError.of(
                8106,
                "Table '" + table.name() + "' does not have the identity property. Cannot perform SET operation.");
    }

    private BigInteger number(String select, String column) throws SQLException {
        return new BigInteger(
                table.texts(select + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COLUMN_NAME = ?", column)
                        .get(0));
    }

    private @Nullable BigInteger furthest(String column, boolean up) throws SQLException {
        String sql = "SELECT CAST(" + (up ? "MAX" : "MIN") + "(" + QuotedName.of(column) + ") AS NUMERIC(38, 0)) FROM "
                + table.h2();
        return SqlRunner.on(table.connection())
                .query(sql)
                .first(row -> row.getString(1))
                .map(BigInteger::new)
                .orElse(null);
    }
}
