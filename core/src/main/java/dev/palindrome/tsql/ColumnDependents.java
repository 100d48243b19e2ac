package dev.palindrome.tsql;

import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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

    // Joins of views in INFORMATION_SCHEMA are nested loops over all objects: each of these reads one view once.

    private static final String CONSTRAINTS = """
            SELECT CONSTRAINT_TYPE || '|' || CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
            """;

    private static final String USING = """
            SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COLUMN_NAME = ?
            """;

    private static final String KEYED = """
            SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COLUMN_NAME = ?
            """;

    private static final String INDEX_KEYS = """
            SELECT INDEX_NAME FROM INFORMATION_SCHEMA.INDEX_COLUMNS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COLUMN_NAME = ?
            """;

    private static final String INDEXES = """
            SELECT INDEX_NAME FROM INFORMATION_SCHEMA.INDEXES
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND NOT IS_GENERATED
            """;

    private static final String INDEX_REMARKS = """
            SELECT COALESCE(REMARKS, '') FROM INFORMATION_SCHEMA.INDEXES
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND INDEX_NAME = ?
            """;

    private static final String REFERENCING = """
            SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS
            WHERE UNIQUE_CONSTRAINT_SCHEMA = ?1 AND UNIQUE_CONSTRAINT_NAME = ?3 AND ?2 IS NOT NULL
            """;

    private ColumnDependents() {}

    static List<Dependent> of(H2Table table, String column, Recorded recorded) throws SQLException {
        List<Dependent> dependents = new ArrayList<>();
        recorded.get(Fact.DEFAULT_NAME).ifPresent(name -> dependents.add(new Dependent("DEFAULT", name)));
        constraints(table, column, dependents);
        List<String> keyed = table.texts(INDEX_KEYS, column);
        for (String index : table.texts(INDEXES)) {
            Recorded known = Recorded.parse(table.texts(INDEX_REMARKS, index).get(0));
            if (keyed.contains(index) || mentions(known, column)) {
                dependents.add(index(known));
            }
        }
        return dependents;
    }

    /** Those that use the column but belong to another table are foreign keys. */
    private static void constraints(H2Table table, String column, List<Dependent> dependents) throws SQLException {
        Set<String> names = new TreeSet<>(table.texts(USING, column));
        names.addAll(table.texts(KEYED, column));
        if (names.isEmpty()) {
            return;
        }
        Map<String, String> kinds = kinds(table);
        names.forEach(name -> dependents.add(new Dependent(kinds.getOrDefault(name, "FOREIGN KEY"), name)));
    }

    /** The kinds of a table's constraints by their names. */
    private static Map<String, String> kinds(H2Table table) throws SQLException {
        Map<String, String> kinds = new HashMap<>();
        for (String constraint : table.texts(CONSTRAINTS)) {
            int bar = constraint.indexOf('|');
            kinds.put(constraint.substring(bar + 1), constraint.substring(0, bar));
        }
        return kinds;
    }

    /** The foreign keys of other tables that reference this one. */
    static Set<String> foreignKeysTo(H2Table table) throws SQLException {
        Set<String> keys = new TreeSet<>();
        Map<String, String> own = kinds(table);
        for (String constraint : own.keySet()) {
            keys.addAll(table.texts(REFERENCING, constraint));
        }
        keys.removeAll(own.keySet());
        return keys;
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
