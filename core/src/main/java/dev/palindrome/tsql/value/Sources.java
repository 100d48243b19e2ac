package dev.palindrome.tsql.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the columns in a query can be those of: its FROM, and that of the queries around it. */
final class Sources {

    /**
     * @param columns by their names in lower case; null where they are not known
     * @param untyped whether H2 does not know their types while it reads the query
     */
    private record Source(List<String> names, @Nullable Map<String, Optional<ValueType>> columns, boolean untyped) {}

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
        columns.forEach(column -> types.put(column.name().toLowerCase(Locale.ROOT), column.type()));
        sources.add(new Source(
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList(),
                columns.isEmpty() ? null : types,
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
            source.columns.forEach((name, type) -> all.add(new SelectedColumn(name, type)));
        }
        return all;
    }
}
