package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.StatementListener;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.roundtrip.script.PickingStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How many rows the statements of scripts have changed, in all databases of a verification. One that has changed none anywhere
 * has not been tried.
 */
public final class ChangedRowCounts implements StatementListener {

    private static final int MOST_NAMED = 4;

    private final Map<String, Map<Sent, Long>> byScript = new HashMap<>();

    /** What was sent at once: from one line to another. */
    private record Sent(int first, int last) {
        boolean has(int line) {
            return first <= line && line <= last;
        }
    }

    @Override
    public void ran(String script, int first, int last, long rows) {
        byScript.computeIfAbsent(script, name -> new HashMap<>()).merge(new Sent(first, last), rows, Math::max);
    }

    /** What is to be said of a migration and its undo; empty where each statement has found rows, or it is not known. */
    public Optional<String> note(VersionedMigration migration) {
        List<String> idle = new ArrayList<>(idle(migration.migration().script(), migration.text()));
        migration.undo().ifPresent(undo -> idle.addAll(idle(undo, migration.undoText())));
        if (idle.isEmpty()) {
            return Optional.empty();
        }
        String more = idle.size() > MOST_NAMED ? ", and " + (idle.size() - MOST_NAMED) + " more" : "";
        return Optional.of("No generated row met the condition of "
                + idle.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more
                + ". Whether what "
                + (idle.size() == 1 ? "it does" : "they do") + " to rows comes back was not tried. Rows of your own,"
                + " @RoundTripTest(rows = …), can meet "
                + (idle.size() == 1 ? "it." : "them."));
    }

    private List<String> idle(String script, Optional<String> text) {
        Map<Sent, Long> sent = byScript.getOrDefault(script, Map.of());
        boolean found = sent.values().stream().allMatch(rows -> rows > 0);
        return found
                ? List.of() // and the script need not be read
                : text.stream()
                        .flatMap(sql -> PickingStatement.in(sql).stream())
                        .filter(statement -> isIdle(statement, sent))
                        .map(statement -> script + ", line " + statement.line() + " (" + statement.words() + ")")
                        .distinct()
                        .toList();
    }

    private static boolean isIdle(PickingStatement statement, Map<Sent, Long> sent) {
        List<Long> rows = sent.entrySet().stream()
                .filter(entry -> entry.getKey().has(statement.line()))
                .map(Map.Entry::getValue)
                .toList();
        return !rows.isEmpty() && rows.stream().allMatch(count -> count == 0);
    }
}
