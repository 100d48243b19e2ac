package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.procedures.H2ColumnDependents.Dependent;
import dev.palindrome.h2.procedures.object.DependentViews;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.temporal.TemporalTable;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.DatabaseCollation;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TsqlType;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * ALTER COLUMN as SQL Server does it: the default and the identity stay, and what depends on the column allows little
 * (Microsoft: alter-table-transact-sql, ALTER COLUMN).
 */
final class ColumnAltering {

    /** Types whose values become the same text on both. */
    private static final Set<SqlTypeFamily> SAME_TEXT = EnumSet.of(
            SqlTypeFamily.TEXT,
            SqlTypeFamily.NATIONAL_TEXT,
            SqlTypeFamily.WHOLE_NUMBER,
            SqlTypeFamily.DECIMAL,
            SqlTypeFamily.DATE);

    /** Types whose values may have a fraction, which SQL Server cuts off and H2 rounds. */
    private static final Set<SqlTypeFamily> CUT_OFF = EnumSet.of(SqlTypeFamily.DECIMAL, SqlTypeFamily.FLOATING_POINT);

    private final H2Table table;
    private final String column;

    ColumnAltering(H2Table table, String column) {
        this.table = table;
        this.column = column;
    }

    void alter(TsqlType type, @Nullable String collation, boolean caseSensitive, boolean nullable) throws SQLException {
        Optional<TemporalTable> temporal = TemporalTable.find(table.connection(), table.schema(), table.name());
        Optional<TableName> history = Optional.empty();
        if (temporal.isPresent()) {
            table.requireColumn(column, "ALTER COLUMN");
            temporal.get().requireColumnAlterable(column);
            history = temporal.get().history();
            if (!nullable) {
                temporal.get().requireNoNullInHistory(column);
            }
        }
        if (history.isPresent()) {
            alterWithHistory(history.get(), type, collation, caseSensitive, nullable);
        } else {
            alterAlone(type, collation, caseSensitive, nullable);
        }
        if (temporal.isPresent()) {
            temporal.get().changed();
        }
    }

    /** Both or none. */
    private void alterWithHistory(
            TableName history, TsqlType type, @Nullable String collation, boolean caseSensitive, boolean nullable)
            throws SQLException {
        H2Table kept = new H2Table(table.connection(), history.schema(), history.name());
        H2Column was = kept.h2Column(column).orElseThrow();
        new ColumnAltering(kept, column).alterAlone(type, collation, caseSensitive, nullable);
        try {
            alterAlone(type, collation, caseSensitive, nullable);
        } catch (SQLException e) {
            kept.alterColumn(column, "SET DATA TYPE " + was.type());
            kept.alterColumn(column, was.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
            kept.record(column, Recorded.parse(was.comment()));
            throw e;
        }
    }

    private void alterAlone(TsqlType type, @Nullable String collation, boolean caseSensitive, boolean nullable)
            throws SQLException {
        Recorded before = table.requireColumn(column, "ALTER COLUMN");
        if (before.get(Fact.COMPUTED).isPresent()) {
            throw TsqlError.of(4928, "Cannot alter column '" + column + "' because it is 'COMPUTED'.");
        }
        refuseRowversion(before, type);
        H2Column known = table.h2Column(column).orElseThrow();
        boolean wasNullable = known.nullable();
        DependentViews views = DependentViews.of(table);
        Change change = new Change(before, type, wasNullable, nullable, recollates(before, type, collation));
        refuseDependents(change, views);
        refuseOtherValues(before, type, caseSensitive);
        views.aside(() -> {
            if (wasNullable && !nullable) {
                table.alterColumn(column, "SET NOT NULL");
            }
            try {
                setType(type, caseSensitive, before, known.identity());
            } catch (SQLException e) {
                if (wasNullable && !nullable) {
                    table.alterColumn(column, "DROP NOT NULL");
                }
                throw e;
            }
            if (nullable && !wasNullable) {
                table.alterColumn(column, "DROP NOT NULL");
            }
        });
        Recorded after = before.without(
                        Fact.COLLATION, Fact.USER_TYPE, Fact.SPARSE, Fact.ANSI_PADDING_OFF, Fact.XML_COLLECTION)
                .with(Fact.TYPE, type.declared());
        table.record(column, collation == null ? after : after.with(Fact.COLLATION, collation));
    }

    private void refuseRowversion(Recorded before, TsqlType type) throws SQLException {
        if (isRowversion(before.get(Fact.TYPE).orElse(""))) {
            throw TsqlError.of(4928, "Cannot alter column '" + column + "' because it is 'timestamp'.");
        }
        if (isRowversion(type.declared())) {
            throw TsqlError.of(4927, "Cannot alter column '" + column + "' to be data type timestamp.");
        }
    }

    private static boolean isRowversion(String type) {
        return DeclaredType.parse(type).isRowversion();
    }

    private void setType(TsqlType type, boolean caseSensitive, Recorded before, boolean identity) throws SQLException {
        if (caseSensitive && TemporaryColumns.is(table)) {
            throw TsqlError.needsSqlServer("Column '" + column + "' of the temporary table " + table.name()
                    + " is to tell upper from lower case.");
        }
        if (caseSensitive) {
            new CaseSensitiveColumns(table).setType(column, type.h2());
            return;
        }
        boolean sameType = before.get(Fact.TYPE).equals(Optional.of(type.declared()));
        if (TemporaryColumns.is(table) && !sameType) {
            String value = conversion(before, type).orElseGet(() -> QuotedName.of(column));
            new TemporaryColumns(table).retype(column, type.h2(), value);
        } else if (!sameType || type.isCharacter() || before.get(Fact.COLLATION).isPresent()) {
            String using =
                    conversion(before, type).map(value -> " USING " + value).orElse("");
            table.alterColumn(column, "SET DATA TYPE " + type.h2() + using);
        }
        if (!sameType && identity && !TemporaryColumns.is(table)) {
            table.alterColumn(column, "SET NO MAXVALUE");
        }
    }

    /** How values become what SQL Server makes of them, where H2 would make something else. */
    private Optional<String> conversion(Recorded before, TsqlType type) {
        String old = before.get(Fact.TYPE).orElse(type.declared());
        SqlTypeFamily family = DeclaredType.parse(old).family().orElseThrow();
        String name = QuotedName.of(column);
        if (type.h2().contains("CHAR(") && !SAME_TEXT.contains(family)) {
            boolean national = type.declared().startsWith("n");
            return Optional.of("\"palindrome\".\"text_of\"(" + name + ", " + SqlLiteral.h2(old) + ", -1, -1, "
                    + SqlLiteral.h2(national ? "nvarchar" : "varchar") + ")");
        }
        return type.isWhole() && CUT_OFF.contains(family)
                ? Optional.of("CAST(\"palindrome\".\"whole\"(" + name + ") AS " + type.h2() + ")")
                : Optional.empty();
    }

    /** Rows whose values SQL Server would convert in another way. */
    private void refuseOtherValues(Recorded before, TsqlType type, boolean caseSensitive) throws SQLException {
        DeclaredType old = DeclaredType.parse(before.get(Fact.TYPE).orElse(type.declared()));
        SqlTypeFamily family = old.family().orElseThrow();
        boolean written = caseSensitive && conversion(before, type).isPresent();
        boolean bytes = type.h2().contains("BINARY") && family != SqlTypeFamily.BINARY;
        if (!written && !bytes) {
            return;
        }
        boolean found = SqlRunner.on(table.connection())
                .query("SELECT TOP 1 1 FROM " + table.h2() + " WHERE " + QuotedName.of(column) + " IS NOT NULL")
                .hasRows();
        if (found) {
            throw TsqlError.needsSqlServer("Column '" + column + "' holds values of type "
                    + old.name().toLowerCase(Locale.ROOT)
                    + " that become other values of type " + type.declared() + " there than here.");
        }
    }

    private static boolean recollates(Recorded before, TsqlType type, @Nullable String collation) {
        String old = before.get(Fact.COLLATION).orElse(DatabaseCollation.NAME);
        return isText(before.get(Fact.TYPE).orElse(""))
                && isText(type.declared())
                && !old.equalsIgnoreCase(collation == null ? DatabaseCollation.NAME : collation);
    }

    private static boolean isText(String type) {
        DeclaredType declared = DeclaredType.parse(type);
        return declared.is(SqlTypeFamily.TEXT) || declared.is(SqlTypeFamily.NATIONAL_TEXT);
    }

    private void refuseDependents(Change change, DependentViews views) throws SQLException {
        if (change.isNone()) {
            return;
        }
        List<Dependent> inTheWay = H2ColumnDependents.of(table, column, change.before(), views).stream()
                .filter(dependent -> !change.isAllowedBy(dependent.kind()))
                .toList();
        if (!inTheWay.isEmpty()) {
            throw TsqlError.of(
                    5074,
                    inTheWay.stream().map(d -> d.sentence(column)).collect(Collectors.joining(" "))
                            + " Msg 4922: ALTER TABLE ALTER COLUMN " + column
                            + " failed because one or more objects access this column.");
        }
    }

    /**
     * What becomes of a column.
     *
     * @param recollates whether its texts compare in another way afterwards: a default alone allows that (Microsoft:
     *     alter-table-transact-sql, COLLATE)
     */
    private record Change(Recorded before, TsqlType type, boolean wasNullable, boolean nullable, boolean recollates) {

        private String old() {
            return before.get(Fact.TYPE).orElse("");
        }

        boolean isNone() {
            return old().equals(type.declared()) && wasNullable == nullable && !recollates;
        }

        boolean isAllowedBy(String kind) {
            DeclaredType was = DeclaredType.parse(old());
            DeclaredType becomes = DeclaredType.parse(type.declared());
            boolean same = old().equals(type.declared());
            boolean sameKind = was.name().equals(becomes.name());
            boolean varying =
                    sameKind && becomes.sqlType().filter(SqlType::isVarying).isPresent();
            boolean becomesNotNull = wasNullable && !nullable;
            return switch (kind) {
                case "DEFAULT" -> sameKind;
                case "CHECK" -> !recollates && (varying || same);
                case "UNIQUE", "INDEX" -> !recollates && varying && length(becomes) >= length(was) && !becomesNotNull;
                case "FOREIGN KEY" -> !recollates && same;
                default -> false;
            };
        }

        private static int length(DeclaredType type) {
            return type.length().orElse(Integer.MAX_VALUE);
        }
    }
}
