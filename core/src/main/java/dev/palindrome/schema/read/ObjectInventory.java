package dev.palindrome.schema.read;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which objects there are on SQL Server, which of them were read, and what their parts are called. */
final class ObjectInventory {

    private final Map<SqlServerResults.Key, String> ids = new HashMap<>();
    private final Set<SqlServerResults.Key> read = new HashSet<>();
    private final Map<String, String> dates = new HashMap<>();
    private final Map<String, String> fingerprints = new HashMap<>();
    private Optional<String> latest = Optional.empty();
    private boolean namesParts = true;

    void object(SqlServerResults.Key key, SqlServerRow row) throws SQLException {
        ids.put(key, row.text("object_id").orElse(""));
        if (row.is("changed")) {
            read.add(key);
        }
        String modified = row.text("modify_date").orElse("");
        dates.put(row.text("object_id").orElse(""), modified);
        if (modified.compareTo(latest.orElse("")) > 0) {
            latest = Optional.of(modified);
        }
    }

    void fingerprint(SqlServerRow row) throws SQLException {
        String names = row.text("parts").orElse("") + " " + row.text("names").orElse("");
        fingerprints.put(row.text("object_id").orElse(""), names);
    }

    void doesNotNameParts() {
        namesParts = false;
    }

    /** Whether the server has told what parts are called, so that it can be seen that nothing has changed. */
    boolean namesParts() {
        return namesParts;
    }

    /** When the last change was made that this reading saw. */
    Optional<String> latest() {
        return latest;
    }

    boolean wasRead(SqlServerResults.Key key) {
        return read.contains(key);
    }

    /**
     * Whether everything that was not read again is what it was before. Dates are the server's local time, which goes back
     * once a year, so that a change may be older than the last one seen.
     */
    boolean continues(ObjectInventory before) {
        return ids.entrySet().stream()
                .filter(entry -> !read.contains(entry.getKey()))
                .allMatch(entry -> entry.getValue().equals(before.ids.get(entry.getKey()))
                        && state(entry.getValue()).equals(before.state(entry.getValue())));
    }

    private String state(String id) {
        return dates.getOrDefault(id, "") + " " + fingerprints.getOrDefault(id, "");
    }
}
