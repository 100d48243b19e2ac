package dev.palindrome.h2.administration;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.h2.procedures.object.H2Comment;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TableTypeName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Everything that names a user or role: permissions, members, owners. When he goes, so do his permissions. */
final class Grantees {

    private static final String WITH_SOME = " WHERE REMARKS LIKE '%permissions=%' OR REMARKS LIKE '%owner=%'";

    /** Kind, name and comment of what has one. */
    private static final List<String> COMMENTED = List.of(
            "SELECT 'SCHEMA', SCHEMA_NAME, NULL, NULL, REMARKS FROM INFORMATION_SCHEMA.SCHEMATA" + WITH_SOME,
            "SELECT CASE TABLE_TYPE WHEN 'VIEW' THEN 'VIEW' ELSE 'TABLE' END, TABLE_SCHEMA, TABLE_NAME, NULL, REMARKS"
                    + " FROM INFORMATION_SCHEMA.TABLES" + WITH_SOME,
            "SELECT 'SEQUENCE', SEQUENCE_SCHEMA, SEQUENCE_NAME, NULL, REMARKS FROM INFORMATION_SCHEMA.SEQUENCES"
                    + WITH_SOME,
            "SELECT 'COLUMN', TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, REMARKS FROM INFORMATION_SCHEMA.COLUMNS"
                    + WITH_SOME);

    private static final List<Fact> FACTS = List.of(Fact.PERMISSIONS, Fact.MEMBERS);

    /** A reason not to drop somebody. */
    private record Reason(int number, String message) {}

    /** What he owns, where it is no object like a table. */
    private static final Map<String, String> OWNED =
            Map.of("SCHEMA", "SCHEMA", "ALIAS_TYPE", "TYPE", "TABLE_TYPE", "TYPE", "ROLE", "ROLE");

    private static final Map<String, Reason> STAYS = Map.of(
            "SCHEMA", new Reason(15138, "The database principal owns a schema in the database, and cannot be dropped."),
            "OBJECT", new Reason(15183, "The database principal owns objects in the database and cannot be dropped."),
            "TYPE", new Reason(15184, "The database principal owns data types in the database and cannot be dropped."),
            "ROLE", new Reason(15421, "The database principal owns a database role and cannot be dropped."),
            "CONTEXT",
                    new Reason(
                            15136,
                            "The database principal is set as the execution context of one or more procedures,"
                                    + " functions, or event notifications and cannot be dropped."));

    private final Connection connection;

    Grantees(Connection connection) {
        this.connection = connection;
    }

    /** What of somebody's keeps SQL Server from dropping him, if there is anything (Microsoft: drop-user-transact-sql). */
    Optional<SQLException> reasonToStay(String name) throws SQLException {
        Set<String> owned = new TreeSet<>();
        String bracketed = BracketedName.of(name);
        each((kind, recorded) -> {
            if (recorded.get(Fact.OWNER).filter(bracketed::equalsIgnoreCase).isPresent()) {
                owned.add(OWNED.getOrDefault(kind, "OBJECT"));
            }
            if (recorded.get(Fact.EXECUTE_AS)
                    .filter(bracketed::equalsIgnoreCase)
                    .isPresent()) {
                owned.add("CONTEXT");
            }
            return recorded;
        });
        return STAYS.entrySet().stream()
                .filter(reason -> owned.contains(reason.getKey()))
                .map(Map.Entry::getValue)
                .map(reason -> TsqlError.of(reason.number(), reason.message()))
                .findFirst();
    }

    void remove(String name) throws SQLException {
        each((kind, recorded) -> changed(recorded, name, value -> Optional.empty()));
    }

    void rename(String name, String newName) throws SQLException {
        each((kind, recorded) -> {
            Recorded other = changed(recorded, name, value -> Optional.of(renamed(value, newName)));
            for (Fact fact : List.of(Fact.OWNER, Fact.EXECUTE_AS)) {
                boolean his = other.get(fact)
                        .filter(BracketedName.of(name)::equalsIgnoreCase)
                        .isPresent();
                other = his ? other.with(fact, BracketedName.of(newName)) : other;
            }
            return other;
        });
    }

    /** @param change of a value that names him; nothing if it goes */
    private static Recorded changed(Recorded recorded, String name, Function<Named, Optional<NamedValue>> change) {
        Recorded other = recorded;
        for (Fact fact : FACTS) {
            List<NamedValue> values = new ArrayList<>();
            for (NamedValue value : NamedValues.parse(other.get(fact)).all()) {
                // a member of a fixed role stands behind that role, everybody else at the beginning
                int position = fact == Fact.MEMBERS ? value.name().size() - 1 : 0;
                boolean his = value.name().get(position).equalsIgnoreCase(name);
                (his ? change.apply(new Named(value, position)) : Optional.of(value)).ifPresent(values::add);
            }
            other = values.isEmpty() ? other.without(fact) : other.with(fact, new NamedValues(values).text());
        }
        return other;
    }

    /** A value, and where in its name he stands. */
    private record Named(NamedValue value, int position) {}

    private static NamedValue renamed(Named named, String newName) {
        List<String> parts = new ArrayList<>(named.value().name());
        parts.set(named.position(), newName);
        return new NamedValue(parts, named.value().value());
    }

    /** What becomes of a record. */
    @FunctionalInterface
    private interface Change {
        /** @param kind SCHEMA, TABLE … */
        Recorded of(String kind, Recorded recorded);
    }

    private void each(Change change) throws SQLException {
        for (String query : COMMENTED) {
            for (List<String> row : SqlRunner.on(connection).query(query).list(Grantees::texts)) {
                comment(row, change);
            }
        }
        ObjectRecording recording = new ObjectRecording(connection);
        for (RecordedObject object : H2RecordedObjects.of(connection, EnumSet.allOf(Kind.class))) {
            Recorded changed = change.of(object.kind().name(), object.recorded());
            if (!changed.equals(object.recorded())) {
                recording.replace(object, changed);
            }
        }
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            texts.add(Optional.ofNullable(row.getString(i)).orElse(""));
        }
        return texts;
    }

    private void comment(List<String> row, Change change) throws SQLException {
        boolean type = TableTypeName.isOne(row.get(1), row.get(2));
        if (H2Front.isHidden(row.get(1)) && !type) {
            return;
        }
        Recorded recorded = Recorded.parse(row.get(4));
        Recorded changed = change.of(type ? Kind.TABLE_TYPE.name() : row.get(0), recorded);
        if (!changed.equals(recorded)) {
            String object = row.subList(1, 4).stream()
                    .filter(part -> !part.isEmpty())
                    .map(QuotedName::of)
                    .reduce((one, next) -> one + "." + next)
                    .orElseThrow();
            H2Comment.write(connection, row.get(0) + " " + object, changed);
        }
    }
}
