package dev.palindrome.tsql;

import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What depends on a column: defaults, constraints, indexes. */
final class ColumnDependents {

    /**
     * Something that depends on a column.
     *
     * @param kind DEFAULT, PRIMARY KEY, UNIQUE, FOREIGN KEY, CHECK or INDEX
     * @param name its name
     */
    record Dependent(String kind, String name) {

        String sentence(String column) {
            return "The " + (kind.equals("INDEX") ? "index" : "object") + " '" + name + "' is dependent on column '"
                    + column + "'.";
        }
    }

    private static final String CONSTRAINTS = """
            SELECT C.CONSTRAINT_TYPE || '|' || C.CONSTRAINT_NAME
            FROM (SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE
                  WHERE TABLE_SCHEMA = ?1 AND TABLE_NAME = ?2 AND COLUMN_NAME = ?3
                  UNION
                  SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE
                  WHERE TABLE_SCHEMA = ?1 AND TABLE_NAME = ?2 AND COLUMN_NAME = ?3) U
            JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS C
              ON C.CONSTRAINT_SCHEMA = U.CONSTRAINT_SCHEMA AND C.CONSTRAINT_NAME = U.CONSTRAINT_NAME
            """;

    private static final String INDEX_KEYS = """
            SELECT I.REMARKS FROM INFORMATION_SCHEMA.INDEX_COLUMNS K
            JOIN INFORMATION_SCHEMA.INDEXES I ON I.INDEX_SCHEMA = K.INDEX_SCHEMA AND I.INDEX_NAME = K.INDEX_NAME
             AND I.TABLE_SCHEMA = K.TABLE_SCHEMA AND I.TABLE_NAME = K.TABLE_NAME
            WHERE K.TABLE_SCHEMA = ? AND K.TABLE_NAME = ? AND K.COLUMN_NAME = ? AND NOT I.IS_GENERATED
            """;

    private static final String INDEXES = """
            SELECT REMARKS FROM INFORMATION_SCHEMA.INDEXES
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND REMARKS IS NOT NULL
            """;

    private static final String FOREIGN_KEYS_TO = """
            SELECT DISTINCT R.CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS U
            JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R
              ON R.UNIQUE_CONSTRAINT_SCHEMA = U.CONSTRAINT_SCHEMA AND R.UNIQUE_CONSTRAINT_NAME = U.CONSTRAINT_NAME
            WHERE U.TABLE_SCHEMA = ? AND U.TABLE_NAME = ?
            """;

    private ColumnDependents() {}

    static List<Dependent> of(H2Table table, String column, Recorded recorded) throws SQLException {
        List<Dependent> dependents = new ArrayList<>();
        recorded.get(Fact.DEFAULT_NAME).ifPresent(name -> dependents.add(new Dependent("DEFAULT", name)));
        for (String constraint : table.texts(CONSTRAINTS, column)) {
            int bar = constraint.indexOf('|');
            dependents.add(new Dependent(constraint.substring(0, bar), constraint.substring(bar + 1)));
        }
        for (String remarks : table.texts(INDEX_KEYS, column)) {
            dependents.add(index(Recorded.parse(remarks)));
        }
        for (String remarks : table.texts(INDEXES)) {
            Recorded index = Recorded.parse(remarks);
            if (mentions(index, column)) {
                dependents.add(index(index));
            }
        }
        return dependents;
    }

    static List<String> foreignKeysTo(H2Table table) throws SQLException {
        return table.texts(FOREIGN_KEYS_TO);
    }

    private static Dependent index(Recorded recorded) {
        return new Dependent("INDEX", recorded.get(Fact.NAME).orElse("?"));
    }

    private static boolean mentions(Recorded index, String column) {
        String lower = column.toLowerCase(Locale.ROOT);
        boolean included = index.get(Fact.INCLUDED)
                .map(columns -> columns.toLowerCase(Locale.ROOT).contains("[" + lower.replace("]", "]]") + "]"))
                .orElse(false);
        return included
                || Lexer.tokens(index.get(Fact.FILTER).orElse(""), 1).stream()
                        .anyMatch(token -> token.isName() && token.value().equalsIgnoreCase(column));
    }
}
