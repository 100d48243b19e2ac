package dev.palindrome.h2.administration;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Full-text catalogues, of which one may be the default, and stoplists, of which only the names are kept. */
final class FullTextCatalogs {

    private static final String SCHEMA = RecordedObject.OF_DATABASE;

    private static final String DEFAULT = "DEFAULT";

    private static final String INSENSITIVE = "_ACCENT_INSENSITIVE";

    private final Connection connection;
    private final ObjectRecording recording;

    FullTextCatalogs(Connection connection) {
        this.connection = connection;
        this.recording = new ObjectRecording(connection);
    }

    private static String value(Recorded catalog) {
        return catalog.get(Fact.VALUE).orElse("");
    }

    private static boolean isDefault(RecordedObject catalog) {
        return value(catalog.recorded()).startsWith(DEFAULT);
    }

    void create(String name, Recorded recorded) throws SQLException {
        if (recording.find(Kind.FULL_TEXT_CATALOG, SCHEMA, name).isPresent()) {
            throw TsqlError.of(
                    7642,
                    "A full-text catalog named '" + name + "' already exists in this database. Use a different name.");
        }
        if (value(recorded).startsWith(DEFAULT)) {
            noDefault();
        }
        recording.put(new RecordedObject(Kind.FULL_TEXT_CATALOG, SCHEMA, name, recorded));
    }

    private void noDefault() throws SQLException {
        for (RecordedObject catalog : all()) {
            if (isDefault(catalog)) {
                with(catalog, false, value(catalog.recorded()).endsWith(INSENSITIVE));
            }
        }
    }

    private List<RecordedObject> all() throws SQLException {
        return H2RecordedObjects.of(connection, List.of(Kind.FULL_TEXT_CATALOG));
    }

    private void with(RecordedObject catalog, boolean isDefault, boolean insensitive) throws SQLException {
        recording.replace(
                catalog,
                catalog.recorded()
                        .without(Fact.VALUE)
                        .withSome(Fact.VALUE, (isDefault ? DEFAULT : "") + (insensitive ? INSENSITIVE : "")));
    }

    private RecordedObject require(String name) throws SQLException {
        return recording
                .find(Kind.FULL_TEXT_CATALOG, SCHEMA, name)
                .orElseThrow(() -> TsqlError.of(
                        7641,
                        "Full-Text catalog '" + name + "' does not exist in database '" + database()
                                + "' or user does not have permission to perform this action."));
    }

    private String database() {
        try {
            return connection.getCatalog();
        } catch (SQLException e) {
            return "";
        }
    }

    /** @param name empty for the default one */
    RecordedObject catalogOf(String name) throws SQLException {
        if (!name.isEmpty()) {
            return require(name);
        }
        Optional<RecordedObject> known =
                all().stream().filter(FullTextCatalogs::isDefault).findFirst();
        return known.orElseThrow(() -> TsqlError.of(
                9967,
                "A default full-text catalog does not exist in database '" + database()
                        + "' or user does not have permission to perform this action."));
    }

    /** @param change sensitive, insensitive, default or nothing */
    void alter(String name, String change) throws SQLException {
        RecordedObject catalog = require(name);
        boolean insensitive = value(catalog.recorded()).endsWith(INSENSITIVE);
        switch (change) {
            case "sensitive" -> with(catalog, isDefault(catalog), false);
            case "insensitive" -> with(catalog, isDefault(catalog), true);
            case "default" -> {
                noDefault();
                with(require(name), true, insensitive);
            }
            default -> {}
        }
    }

    void drop(String name) throws SQLException {
        RecordedObject catalog = require(name);
        boolean used = H2RecordedObjects.of(connection, List.of(Kind.FULL_TEXT_INDEX)).stream()
                .anyMatch(index -> index.name().equalsIgnoreCase(catalog.name()));
        if (used) {
            throw TsqlError.of(
                    7668, "Cannot drop full-text catalog '" + name + "' because it contains a full-text index.");
        }
        recording.remove(catalog);
    }

    /** @param source another one whose words it has, or empty */
    void createStoplist(String name, String source) throws SQLException {
        if (!source.isEmpty()) {
            requireStoplist(source);
        }
        DatabaseRecord database = new DatabaseRecord(connection);
        Recorded recorded = database.read();
        NamedValues lists = NamedValues.parse(recorded.get(Fact.STOPLISTS));
        if (lists.find(List.of(name)).isPresent()) {
            throw TsqlError.of(2714, "There is already an object named '" + name + "' in the database.");
        }
        database.write(recorded.with(
                Fact.STOPLISTS,
                lists.with(new NamedValue(List.of(name), Optional.empty())).text()));
    }

    void requireStoplist(String name) throws SQLException {
        Recorded recorded = new DatabaseRecord(connection).read();
        if (NamedValues.parse(recorded.get(Fact.STOPLISTS)).find(List.of(name)).isEmpty()) {
            throw TsqlError.of(
                    15151,
                    "Cannot find the fulltext stoplist '" + name
                            + "', because it does not exist or you do not have permission.");
        }
    }

    void dropStoplist(String name) throws SQLException {
        requireStoplist(name);
        String fact = ("STOPLIST = [" + name + "]").toLowerCase(Locale.ROOT);
        boolean used = H2RecordedObjects.of(connection, List.of(Kind.FULL_TEXT_INDEX)).stream()
                .anyMatch(index -> index.recorded()
                        .get(Fact.DETAILS)
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains(fact));
        if (used) {
            throw TsqlError.of(
                    7687,
                    "Cannot drop the fulltext stoplist '" + name
                            + "' because it is associated with at least one full text index.");
        }
        DatabaseRecord database = new DatabaseRecord(connection);
        Recorded recorded = database.read();
        NamedValues left = NamedValues.parse(recorded.get(Fact.STOPLISTS)).without(List.of(name));
        database.write(recorded.without(Fact.STOPLISTS).withSome(Fact.STOPLISTS, left.text()));
    }
}
