package dev.palindrome.schema.read;

import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.text.ObjectBuilder;
import dev.palindrome.sql.SqlServerError;
import dev.palindrome.text.VisibleLog;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the batch's results into objects. A row says in its first columns which object, or which part of one, it is about;
 * every column named after a {@link Property} is that property, unless it is NULL. A later answer about the same property
 * is the more exact one.
 */
final class SqlServerResults {

    /** Names an object that stands on its own. */
    record Key(ObjectKind kind, List<String> name) {}

    /** Names a part of it. */
    private record PartKey(Key owner, ObjectKind kind, List<String> name) {}

    private static final VisibleLog LOG = VisibleLog.of(SqlServerResults.class);

    private static final String DOOMED = "-1";

    private final Map<Key, ObjectBuilder> objects = new LinkedHashMap<>();
    private final Map<PartKey, ObjectBuilder> parts = new LinkedHashMap<>();
    private final ObjectInventory inventory = new ObjectInventory();
    private final List<NotCompared> unread = new ArrayList<>();
    private final Map<CatalogueQuestion, NotCompared> unanswered = new LinkedHashMap<>();

    /** The last result, until it is known to be whole. */
    private List<CatalogueFact> pending = List.of();

    Map<Key, ObjectBuilder> objects() {
        return objects;
    }

    ObjectInventory inventory() {
        return inventory;
    }

    /** What is in the database and not in these objects. */
    List<NotCompared> unread() {
        return unread;
    }

    /** What the server did not let be read. */
    Map<CatalogueQuestion, NotCompared> unanswered() {
        return unanswered;
    }

    /** @param stands whether the batch stands on a result */
    void readAll(PreparedStatement batch, boolean stands) throws SQLException {
        boolean isResult = stands;
        while (isResult || batch.getUpdateCount() != -1) {
            if (isResult) {
                try (ResultSet rows = batch.getResultSet()) {
                    read(new SqlServerRow(rows));
                }
            }
            isResult = batch.getMoreResults();
        }
        add(List.of());
    }

    private void read(SqlServerRow row) throws SQLException {
        if (row.has("error_number")) {
            while (row.next()) {
                unanswered(row);
            }
            return;
        }
        List<Property> properties = row.properties();
        List<CatalogueFact> facts = new ArrayList<>();
        while (row.next()) {
            if (row.has("modify_date")) {
                Key key = row.key();
                inventory.object(key, row);
                object(key);
            } else if (row.has("parts")) {
                inventory.fingerprint(row);
            } else if (row.has("not_compared")) {
                unread.add(question(row).notCompared(row.require("not_compared"), row.require("why")));
            } else {
                facts.add(CatalogueFact.of(row, properties));
            }
        }
        add(facts);
    }

    private void unanswered(SqlServerRow row) throws SQLException {
        boolean ofParts = number(row) == CatalogueBatch.NAMES_OF_PARTS;
        String asked = ofParts ? "names of parts" : question(row).name();
        int number = Integer.parseInt(row.require("error_number"));
        String message = row.text("error_message").orElse("").strip();
        if (SqlServerError.isPassing(number)
                || row.text("xact_state").filter(DOOMED::equals).isPresent()) {
            throw new SQLException(
                    "Asking the catalogue for " + asked + " failed with error " + number + ": " + message,
                    "S0001",
                    number);
        }
        if (ofParts) {
            inventory.doesNotNameParts();
            LOG.debug("All is read each time, because the server does not tell names of parts: {}", message);
            return;
        }
        CatalogueQuestion question = question(row);
        unanswered.put(question, question.notCompared(question.name(), "error " + number + ": " + message));
        pending = pending.stream()
                .filter(fact -> fact.question() != question.number())
                .toList();
    }

    private static CatalogueQuestion question(SqlServerRow row) throws SQLException {
        return CatalogueQuestions.ALL.get(number(row));
    }

    private static int number(SqlServerRow row) throws SQLException {
        return Integer.parseInt(row.require("question"));
    }

    private void add(List<CatalogueFact> next) {
        for (CatalogueFact fact : pending) {
            fact.addTo(fact.partKind().isPresent() ? part(fact) : object(fact.owner()));
        }
        pending = next;
    }

    private ObjectBuilder object(Key key) {
        return objects.computeIfAbsent(key, missing -> new ObjectBuilder(missing.kind(), missing.name()));
    }

    private ObjectBuilder part(CatalogueFact fact) {
        ObjectKind kind = fact.partKind().orElseThrow();
        return parts.computeIfAbsent(new PartKey(fact.owner(), kind, fact.partName()), missing -> {
            ObjectBuilder part = fact.systemNamed()
                    ? ObjectBuilder.constraint(kind, fact.partName().get(0), true)
                    : new ObjectBuilder(kind, fact.partName());
            object(fact.owner()).add(part);
            return part;
        });
    }
}
