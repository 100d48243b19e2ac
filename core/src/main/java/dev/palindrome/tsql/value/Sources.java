package dev.palindrome.tsql.value;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.SelectedColumn;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the columns in a query can be those of: its FROM, and that of the queries around it. */
final class Sources {

    /**
     * @param columns by their names in lower case; null where they are not known
     * @param hidden those that a star leaves out
     * @param untyped whether H2 does not know their types while it reads the query
     */
    private record Source(
            List<String> names,
            @Nullable Map<String, Optional<ValueType>> columns,
            Set<String> hidden,
            boolean untyped) {

        List<SelectedColumn> shown() {
            List<SelectedColumn> shown = new ArrayList<>();
            if (columns != null) {
                columns.forEach((name, type) -> shown.add(new SelectedColumn(name, type)));
            }
            shown.removeIf(column -> hidden.contains(column.name()));
            return shown;
        }
    }

    private final @Nullable Sources outer;
    private final List<Source> sources = new ArrayList<>();

    Sources(@Nullable Sources outer) {
        this.outer = outer;
    }

    /**
     * Adds a table.
     *
     * @param names what it may be called here: its alias, or its own name
     * @param columns empty where they are not known
     */
    void add(List<String> names, List<SelectedColumn> columns) {
        add(names, columns, false);
    }

    /** Adds the common table expression that a query is part of: H2 takes its columns for texts. */
    void addItself(String name, List<SelectedColumn> columns) {
        add(List.of(name), columns, true);
    }

    private void add(List<String> names, List<SelectedColumn> columns, boolean untyped) {
        Map<String, Optional<ValueType>> types = new LinkedHashMap<>();
        Set<String> hidden = new HashSet<>();
        for (SelectedColumn column : columns) {
            String folded = column.name().toLowerCase(Locale.ROOT);
            types.put(folded, column.type());
            if (column.hidden()) {
                hidden.add(folded);
            }
        }
        sources.add(new Source(
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList(),
                columns.isEmpty() ? null : types,
                hidden,
                untyped));
    }

    /** The type of a column. */
    Optional<ValueType> type(List<String> name) {
        String column = name.get(name.size() - 1).toLowerCase(Locale.ROOT);
        String table = name.size() < 2 ? "" : name.get(name.size() - 2).toLowerCase(Locale.ROOT);
        boolean unknown = false;
        for (Source source : sources) {
            if (!table.isEmpty() && !source.names.contains(table)) {
                continue;
            }
            if (source.columns == null) {
                unknown = true;
            } else if (source.columns.containsKey(column)) {
                return source.columns.get(column);
            }
        }
        return unknown || outer == null ? Optional.empty() : outer.type(name);
    }

    /** Whether a column may be one whose type H2 does not know. */
    boolean isUntyped(List<String> name) {
        String column = name.get(name.size() - 1).toLowerCase(Locale.ROOT);
        String table = name.size() < 2 ? "" : name.get(name.size() - 2).toLowerCase(Locale.ROOT);
        boolean here = sources.stream()
                .anyMatch(source -> source.untyped
                        && (table.isEmpty() || source.names.contains(table))
                        && (source.columns == null || source.columns.containsKey(column)));
        return here || outer != null && outer.isUntyped(name);
    }

    /** All of their columns, each with its table's name, in the place of a star; none where one is not known. */
    List<Expression> spread(Token star, String table) {
        List<Expression> all = new ArrayList<>();
        Set<String> tables = new HashSet<>();
        for (Source source : sources) {
            String name = source.names.get(source.names.size() - 1);
            if (source.columns == null || name.isEmpty() || !tables.add(name)) {
                return List.of();
            }
            if (table.isEmpty() || name.equalsIgnoreCase(table)) {
                source.shown()
                        .forEach(column -> all.add(Expression.of(
                                column.type(),
                                Tokens.inThePlaceOf(
                                        star, BracketedName.of(name) + "." + BracketedName.of(column.name())))));
            }
        }
        return all;
    }

    /** All of their columns, as {@code *} has them; empty where one is not known. */
    List<SelectedColumn> all(String table) {
        List<SelectedColumn> all = new ArrayList<>();
        for (Source source : sources) {
            if (!table.isEmpty() && !source.names.contains(table.toLowerCase(Locale.ROOT))) {
                continue;
            }
            if (source.columns == null) {
                return List.of();
            }
            all.addAll(source.shown());
        }
        return all;
    }
}
