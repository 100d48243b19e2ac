package dev.palindrome.schema.compare;

import dev.palindrome.schema.Table;
import dev.palindrome.schema.TableOrder;
import dev.palindrome.schema.text.NameOrder;
import dev.palindrome.sql.BracketedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders tables by their foreign keys, with Tarjan's algorithm for strongly connected components: it finds a component
 * only after those that it points to.
 */
public final class ForeignKeyOrder {

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final NameRule names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> isOpen = new HashSet<>();
    private final List<Table> ordered = new ArrayList<>();
    private final List<List<Table>> cycles = new ArrayList<>();

    private ForeignKeyOrder(NameRule names) {
        this.names = names;
    }

    public static TableOrder of(List<Table> tables, NameRule names) {
        ForeignKeyOrder order = new ForeignKeyOrder(names);
        tables.forEach(table -> order.tables.put(order.key(table.schema(), table.name()), table));
        order.tables.keySet().forEach(order::visit);
        return new TableOrder(order.ordered, order.cycles);
    }

    private String key(String schema, String name) {
        return names.key(BracketedName.of(List.of(schema, name)));
    }

    /** A chain of foreign keys is as deep as the recursion; databases have chains of dozens, not of thousands. */
    private void visit(String table) {
        if (numbers.containsKey(table)) {
            return;
        }
        int number = numbers.size();
        numbers.put(table, number);
        lowest.put(table, number);
        open.push(table);
        isOpen.add(table);
        for (String referenced : referenced(table)) {
            visit(referenced);
            if (isOpen.contains(referenced)) {
                lowest.merge(table, lowest(referenced), Math::min);
            }
        }
        if (lowest(table) == number) {
            close(table);
        }
    }

    private int lowest(String table) {
        return lowest.getOrDefault(table, Integer.MAX_VALUE);
    }

    private List<String> referenced(String table) {
        return required(table).foreignKeys().stream()
                .map(foreignKey -> key(foreignKey.referencedSchema(), foreignKey.referencedTable()))
                .filter(tables::containsKey)
                .toList();
    }

    private Table required(String table) {
        return java.util.Objects.requireNonNull(tables.get(table));
    }

    private void close(String root) {
        List<Table> component = new ArrayList<>();
        String table;
        do {
            table = open.pop();
            isOpen.remove(table);
            component.add(required(table));
        } while (!table.equals(root));
        component.sort(Comparator.comparing(member -> member.object().name(), NameOrder.INSTANCE));
        ordered.addAll(component);
        if (component.size() > 1 || referenced(root).contains(root)) {
            cycles.add(List.copyOf(component));
        }
    }
}
