package dev.palindrome.schema.compare;

import dev.palindrome.schema.Difference;
import dev.palindrome.schema.Difference.Changed;
import dev.palindrome.schema.Difference.ColumnOrder;
import dev.palindrome.schema.Difference.Extra;
import dev.palindrome.schema.Difference.Missing;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.text.NameOrder;
import dev.palindrome.schema.text.ObjectLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What hurts more: a missing table more than one too many, that more than a missing column, options least. */
final class Severity {

    private static final int STEPS = 4;
    private static final int COLUMN_ORDER = ObjectKind.values().length * STEPS;
    private static final int OPTION = COLUMN_ORDER + 1;

    static final Comparator<Difference> WORST_FIRST = Comparator.comparingInt(Severity::of)
            .thenComparing(difference -> difference.object().name(), NameOrder.INSTANCE)
            .thenComparing(difference -> difference.subject().name(), NameOrder.INSTANCE)
            .thenComparing(difference -> ObjectLine.of(difference.subject()));

    private Severity() {}

    private static int of(Difference difference) {
        int kind = difference.subject().kind().ordinal() * STEPS;
        if (difference instanceof Missing) {
            return kind;
        }
        if (difference instanceof Extra) {
            return kind + 1;
        }
        if (difference instanceof ColumnOrder) {
            return COLUMN_ORDER;
        }
        boolean option = difference instanceof Changed changed
                && changed.part().isEmpty()
                && changed.property() != difference.subject().kind().main();
        return option ? OPTION : difference instanceof Changed ? kind + 2 : kind + 3;
    }

    /** Those about one object together, where the worst of them stands. */
    static List<Difference> grouped(List<Difference> sorted) {
        Map<List<Object>, List<Difference>> groups = new LinkedHashMap<>();
        for (Difference difference : sorted) {
            SchemaObject object = difference.object();
            groups.computeIfAbsent(List.of(object.kind(), object.name()), key -> new ArrayList<>())
                    .add(difference);
        }
        return groups.values().stream().flatMap(List::stream).toList();
    }
}
