package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.procedures.H2ColumnDependents.Dependent;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TsqlType;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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
    private static final Set<SqlTypeFamily> FRACTIONAL =
            EnumSet.of(SqlTypeFamily.DECIMAL, SqlTypeFamily.FLOATING_POINT, SqlTypeFamily.MONEY);

    private final H2Table table;
    private final String column;

    ColumnAltering(H2Table table, String column) {
        this.table = table;
        this.column = column;
    }

    void alter(TsqlType type, @Nullable String collation, boolean caseSensitive, boolean nullable) throws SQLException {
        Recorded before = table.requireColumn(column, "ALTER COLUMN");
        if (before.get(Fact.COMPUTED).isPresent()) {
            throw TsqlError.of(4928, "Cannot alter column '" + column + "' because it is 'COMPUTED'.");
        }
        refuseRowversion(before, type);
        H2Column known = table.h2Column(column).orElseThrow();
        boolean wasNullable = known.nullable();
        DependentViews views = DependentViews.of(table);
        refuseDependents(before, type, wasNullable, nullable, views);
        refuseOtherValues(before, type);
        views.aside(() -> {
            setType(type, caseSensitive, before, known.identity());
            if (nullable != wasNullable) {
                table.alterColumn(column, nullable ? "DROP NOT NULL" : "SET NOT NULL");
            }
        });
        Recorded after = before.without(Fact.COLLATION, Fact.USER_TYPE, Fact.SPARSE, Fact.XML_COLLECTION)
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
        if (caseSensitive) {
            new CaseSensitiveColumns(table).setType(column, type.h2());
            return;
        }
        boolean sameType = before.get(Fact.TYPE).equals(java.util.Optional.of(type.declared()));
        if (!sameType || type.isCharacter() || before.get(Fact.COLLATION).isPresent()) {
            table.alterColumn(column, "SET DATA TYPE " + type.h2());
        }
        if (!sameType && identity) {
            table.alterColumn(column, "SET NO MAXVALUE");
        }
    }

    /** Rows whose values SQL Server would convert in another way than H2. */
    private void refuseOtherValues(Recorded before, TsqlType type) throws SQLException {
        DeclaredType old = DeclaredType.parse(before.get(Fact.TYPE).orElse(type.declared()));
        SqlTypeFamily family = old.family().orElseThrow();
        String name = QuotedName.of(column);
        String where;
        if (type.h2().contains("CHAR(") && !SAME_TEXT.contains(family)) {
            where = name + " IS NOT NULL";
        } else if (type.isWhole() && FRACTIONAL.contains(family)) {
            where = name + " <> FLOOR(" + name + ")";
        } else if (type.h2().contains("BINARY") && family != SqlTypeFamily.BINARY) {
            where = name + " IS NOT NULL";
        } else {
            return;
        }
        boolean found = SqlRunner.on(table.connection())
                .query("SELECT TOP 1 1 FROM " + table.h2() + " WHERE " + where)
                .hasRows();
        if (found) {
            throw TsqlError.needsSqlServer("Column '" + column + "' holds values of type "
                    + old.name().toLowerCase(Locale.ROOT)
                    + " that become other values of type " + type.declared() + " there than here.");
        }
    }

    private void refuseDependents(
            Recorded before, TsqlType type, boolean wasNullable, boolean nullable, DependentViews views)
            throws SQLException {
        String old = before.get(Fact.TYPE).orElse("");
        if (old.equals(type.declared()) && wasNullable == nullable) {
            return;
        }
        List<Dependent> inTheWay = H2ColumnDependents.of(table, column, before, views).stream()
                .filter(dependent -> !allows(dependent.kind(), old, type.declared(), wasNullable && !nullable))
                .toList();
        if (!inTheWay.isEmpty()) {
            throw TsqlError.of(
                    5074,
                    inTheWay.stream().map(d -> d.sentence(column)).collect(Collectors.joining(" "))
                            + " Msg 4922: ALTER TABLE ALTER COLUMN " + column
                            + " failed because one or more objects access this column.");
        }
    }

    private static boolean allows(String kind, String old, String declared, boolean becomesNotNull) {
        DeclaredType before = DeclaredType.parse(old);
        DeclaredType after = DeclaredType.parse(declared);
        boolean sameKind = before.name().equals(after.name());
        boolean varying = sameKind && after.sqlType().filter(SqlType::isVarying).isPresent();
        return switch (kind) {
            case "DEFAULT" -> sameKind;
            case "CHECK" -> varying || old.equals(declared);
            case "UNIQUE", "INDEX" -> varying && length(after) >= length(before) && !becomesNotNull;
            case "FOREIGN KEY" -> old.equals(declared);
            default -> false;
        };
    }

    private static int length(DeclaredType type) {
        return type.length().orElse(Integer.MAX_VALUE);
    }
}
