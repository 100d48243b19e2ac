package dev.palindrome.check.rule;

import dev.palindrome.migration.UndoDeclarations;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is known of a migration's way back.
 *
 * @param declarations what it says of itself
 * @param moved names in lower case that its statements use which write rows; read where somebody asks
 */
public record Undoing(UndoDeclarations declarations, Supplier<Set<String>> moved) {

    public static final Undoing NONE = new Undoing(UndoDeclarations.NONE, Set::of);

    boolean isIrreversible() {
        return declarations.irreversible().isPresent();
    }

    /** Whether it says that rows of a table, or of one column, are gone; a schema may be left out on both sides. */
    boolean declaresLossOf(String table, String column) {
        return isIrreversible()
                || declarations.losses().stream()
                        .map(UndoDeclarations.Loss::parts)
                        .anyMatch(parts -> names(parts, table) || !column.isEmpty() && names(parts, table, column));
    }

    /** Whether it puts rows back into what has this name. */
    boolean fills(String name) {
        return moved.get().contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean names(List<String> parts, String... last) {
        int from = parts.size() - last.length;
        boolean schema = from == 0 || from == 1;
        for (int i = 0; schema && i < last.length; i++) {
            if (!parts.get(from + i).equalsIgnoreCase(last[i])) {
                return false;
            }
        }
        return schema;
    }
}
