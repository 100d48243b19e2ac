package dev.palindrome.roundtrip.pass;

import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowKind;
import dev.palindrome.seed.RowRefusal;
import java.util.List;
import java.util.stream.Collectors;

/** Says which rows were left out. */
final class LeftOutRows {

    private LeftOutRows() {}

    /**
     * @param all how many there were
     * @param goes what these rows stood in the way of
     * @param condition what the others satisfy; may be empty
     */
    static String note(Table table, int all, List<RowKind> kinds, RowRefusal refusal, String goes, String condition) {
        return "Of " + all + " generated rows in " + table + ", " + kinds.size()
                + (kinds.size() == 1 ? " was" : " were") + " left out, because " + refusal.reason() + ": "
                + kinds.stream().map(RowKind::toString).collect(Collectors.joining(", ")) + "."
                + (condition.isEmpty() || refusal.saysAll() ? "" : " It " + goes + " only where " + condition + ".");
    }

    /**
     * Of rows that were not tried each by itself.
     *
     * @param all how many there were
     * @param others how many were left out
     * @param condition what those satisfy that have come instead; may be empty
     */
    static String notTried(Table table, int all, int others, RowRefusal refusal, String goes, String condition) {
        return "Of " + all + " generated rows in " + table + ", " + others
                + " made way for others, because some in this table or in others were refused, too many to try each: "
                + refusal.reason() + "."
                + (condition.isEmpty() ? "" : " It " + goes + " only where " + condition + ".");
    }
}
