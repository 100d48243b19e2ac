package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.DependentViews;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.HiddenName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What depends on a column: defaults, constraints, indexes, views that are bound to it. */
final class H2ColumnDependents {

    /**
     * Something that depends on a column.
     *
     * @param kind COLUMN, DEFAULT, PRIMARY KEY, UNIQUE, FOREIGN KEY, CHECK, INDEX or VIEW
     * @param name its name
     */
    record Dependent(String kind, String name) {

        String sentence(String column) {
            String what = kind.equals("INDEX") || kind.equals("STATISTICS") || kind.equals("COLUMN")
                    ? kind.toLowerCase(Locale.ROOT)
                    : "object";
            return "The " + what + " '" + name + "' is dependent on column '" + column + "'.";
        }
    }

    private static final String CONSTRAINTS = """
            SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
            """;

    private static final String REFERENCING = """
            SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS
            WHERE UNIQUE_CONSTRAINT_SCHEMA = ?1 AND UNIQUE_CONSTRAINT_NAME = ?3 AND ?2 IS NOT NULL
            """;

    private H2ColumnDependents() {}

    /** Foreign keys of other tables are left out: they depend on a key that is in the list. */
    static List<Dependent> of(H2Table table, String column, Recorded recorded, DependentViews views)
            throws SQLException {
        List<Dependent> dependents = new ArrayList<>();
        recorded.get(Fact.DEFAULT_NAME).ifPresent(name -> dependents.add(new Dependent("DEFAULT", name)));
        for (H2TablePart part : table.parts()) {
            if (HiddenName.is(part.name())) {
                continue;
            }
            if (part.has(column) || part.kind().equals("INDEX") && mentions(part.recorded(), column)) {
                dependents.add(new Dependent(
                        part.kind(), part.recorded().get(Fact.NAME).orElse(part.name())));
            }
        }
        if (TableFacts.partitionColumn(table).filter(column::equalsIgnoreCase).isPresent()) {
            dependents.add(new Dependent("TABLE", table.name()));
        }
        computedWith(table, column).forEach(name -> dependents.add(new Dependent("COLUMN", name)));
        for (RecordedObject part : RecordedParts.of(table).all(Kind.INDEX, Kind.STATISTICS, Kind.FULL_TEXT_INDEX)) {
            if (RecordedParts.mentions(part, column)) {
                requireNoFullText(part, column);
                dependents.add(new Dependent(part.kind().label().toUpperCase(Locale.ROOT), part.name()));
            }
        }
        views.boundTo(column).forEach(view -> dependents.add(new Dependent("VIEW", view.name())));
        return dependents;
    }

    private static void requireNoFullText(RecordedObject part, String column) throws SQLException {
        if (part.kind() == Kind.FULL_TEXT_INDEX) {
            throw TsqlError.of(
                    7614, "Cannot alter or drop column '" + column + "' because it is enabled for Full-Text Search.");
        }
    }

    /** The foreign keys of other tables that reference this one. Slow: only for the wording of an error. */
    static Set<String> foreignKeysTo(H2Table table) throws SQLException {
        Set<String> keys = new TreeSet<>();
        List<String> own = table.texts(CONSTRAINTS);
        for (String constraint : own) {
            keys.addAll(table.texts(REFERENCING, constraint));
        }
        own.forEach(keys::remove);
        return keys;
    }

    /** The computed columns that name another. */
    static List<String> computedWith(H2Table table, String column) throws SQLException {
        return table.columns().stream()
                .filter(known -> Recorded.parse(known.comment())
                        .get(Fact.COMPUTED)
                        .filter(expression -> names(expression, column))
                        .isPresent())
                .map(H2Column::name)
                .toList();
    }

    private static boolean names(String expression, String column) {
        return Lexer.tokens(expression, 1).stream()
                .anyMatch(token -> token.isName() && token.value().equalsIgnoreCase(column));
    }

    private static boolean mentions(Recorded index, String column) {
        String lower = column.toLowerCase(Locale.ROOT);
        boolean included = index.get(Fact.INCLUDED)
                .map(columns -> columns.toLowerCase(Locale.ROOT).contains(BracketedName.of(lower)))
                .orElse(false);
        boolean parted = index.get(Fact.DATA_SPACE)
                .flatMap(TableFacts::partitionColumn)
                .filter(column::equalsIgnoreCase)
                .isPresent();
        return included
                || parted
                || Lexer.tokens(index.get(Fact.FILTER).orElse(""), 1).stream()
                        .anyMatch(token -> token.isName() && token.value().equalsIgnoreCase(column));
    }
}
