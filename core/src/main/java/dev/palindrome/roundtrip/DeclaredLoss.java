package dev.palindrome.roundtrip;

import dev.palindrome.migration.UndoDeclarations;
import java.util.List;

/**
 * A loss that an undo script declares.
 *
 * @param declared as written
 */
record DeclaredLoss(UndoDeclarations.Loss declared) {

    private static final String DEFAULT_SCHEMA = "dbo";

    static List<DeclaredLoss> of(UndoDeclarations declarations) {
        return declarations.losses().stream().map(DeclaredLoss::new).toList();
    }

    /** Two parts may be a schema with its table, or a table with its column. */
    boolean covers(DataLoss loss) {
        List<String> parts = declared.parts();
        return switch (parts.size()) {
            case 1 -> isTable(DEFAULT_SCHEMA, parts.get(0), loss);
            case 2 ->
                isTable(parts.get(0), parts.get(1), loss)
                        || isTable(DEFAULT_SCHEMA, parts.get(0), loss)
                                && parts.get(1).equalsIgnoreCase(loss.column());
            default -> isTable(parts.get(0), parts.get(1), loss) && parts.get(2).equalsIgnoreCase(loss.column());
        };
    }

    private static boolean isTable(String schema, String table, DataLoss loss) {
        return loss.table().equalsIgnoreCase(schema + "." + table);
    }

    @Override
    public String toString() {
        return String.join(".", declared.parts()) + " (" + declared.reason() + ")";
    }
}
