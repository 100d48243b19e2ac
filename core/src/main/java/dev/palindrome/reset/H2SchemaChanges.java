package dev.palindrome.reset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was added, changed and dropped in H2's catalogue. */
final class H2SchemaChanges {

    /**
     * One object.
     *
     * @param what was done
     * @param name kind and name
     * @param table the table that it is a part of
     * @param generated whether H2 made it by itself
     */
    private record Change(String what, String name, Optional<String> table, boolean generated) {

        @Override
        public String toString() {
            return what + " " + name;
        }
    }

    private final List<Change> changes = new ArrayList<>();

    void add(String what, String sql) {
        changes.add(
                new Change(what, H2ObjectName.of(sql), H2ObjectName.tableOf(sql), sql.contains(" BELONGS_TO_TABLE")));
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Parts of a table that went or came are left out, and so are the sequences that H2 makes for identities. */
    List<String> inWords() {
        List<String> all = changes.stream().map(Change::toString).toList();
        Set<String> whole = Set.copyOf(all);
        List<String> words = changes.stream()
                .filter(change -> !change.generated())
                .filter(change -> change.table()
                        .filter(table -> whole.contains(change.what() + " table " + table))
                        .isEmpty())
                .map(Change::toString)
                .toList();
        return words.isEmpty() ? all : words;
    }
}
