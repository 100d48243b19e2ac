package dev.palindrome.seed.engine;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.PortableName;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The INSERT of one row, with a parameter for each column. */
public final class RowInsertSql {

    private RowInsertSql() {}

    /** Identities need SET IDENTITY_INSERT besides. */
    public static String sqlServer(Table table, List<Column> columns) {
        return of(table, columns, "", BracketedName::of);
    }

    /** The front makes identities GENERATED ALWAYS. */
    public static String h2(Table table, List<Column> columns) {
        return of(table, columns, givesIdentity(columns) ? "OVERRIDING SYSTEM VALUE " : "", PortableName::of);
    }

    private static String of(Table table, List<Column> columns, String overriding, UnaryOperator<String> quote) {
        String insert = "INSERT INTO " + quote.apply(table.schema()) + "." + quote.apply(table.name());
        if (columns.isEmpty()) {
            return insert + " DEFAULT VALUES";
        }
        String names = columns.stream().map(Column::name).map(quote).collect(Collectors.joining(", "));
        String parameters = String.join(", ", Collections.nCopies(columns.size(), "?"));
        return "%s (%s) %sVALUES (%s)".formatted(insert, names, overriding, parameters);
    }

    public static boolean givesIdentity(List<Column> columns) {
        return columns.stream().anyMatch(column -> column.identity().isPresent());
    }
}
