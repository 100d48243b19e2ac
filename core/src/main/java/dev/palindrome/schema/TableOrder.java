package dev.palindrome.schema;

import java.util.List;

/**
 * Tables in an order in which rows can be put in; backwards, rows can be removed.
 *
 * @param tables all tables: a referenced one before those that reference it, except within a cycle
 * @param cycles tables that reference each other in a ring, or themselves; each ring once
 */
public record TableOrder(List<Table> tables, List<List<Table>> cycles) {

    /**
     * Makes an order.
     *
     * @param tables see above
     * @param cycles see above
     */
    public TableOrder {
        tables = List.copyOf(tables);
        cycles = List.copyOf(cycles);
    }
}
