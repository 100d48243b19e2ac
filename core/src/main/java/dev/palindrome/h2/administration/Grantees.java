package dev.palindrome.h2.administration;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.procedures.H2Comment;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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

    private final Connection connection;

    Grantees(Connection connection) {
        this.connection = connection;
    }

    boolean ownsSchema(String name) throws SQLException {
        List<String> remarks = SqlRunner.on(connection)
                .query("SELECT COALESCE(REMARKS, '') FROM INFORMATION_SCHEMA.SCHEMATA")
                .texts();
        return remarks.stream()
                .anyMatch(text -> Recorded.parse(text)
                        .get(Fact.OWNER)
                        .filter(BracketedName.of(name)::equalsIgnoreCase)
                        .isPresent());
    }

    void remove(String name) throws SQLException {
        change(recorded -> {
            Recorded other = recorded;
            for (Fact fact : FACTS) {
                other = with(
                        other,
                        fact,
                        NamedValues.parse(other.get(fact)).all().stream()
                                .filter(value -> !isOf(value, fact, name))
                                .toList());
            }
            return other;
        });
    }

    void rename(String name, String newName) throws SQLException {
        change(recorded -> {
            Recorded other = recorded;
            for (Fact fact : FACTS) {
                other = with(
                        other,
                        fact,
                        NamedValues.parse(other.get(fact)).all().stream()
                                .map(value -> isOf(value, fact, name) ? renamed(value, fact, newName) : value)
                                .toList());
            }
            boolean owner = other.get(Fact.OWNER)
                    .filter(BracketedName.of(name)::equalsIgnoreCase)
                    .isPresent();
            return owner ? other.with(Fact.OWNER, BracketedName.of(newName)) : other;
        });
    }

    /** A member of a fixed role stands behind that role, everybody else at the beginning. */
    private static int position(NamedValue value, Fact fact) {
        return fact == Fact.MEMBERS ? value.name().size() - 1 : 0;
    }

    private static boolean isOf(NamedValue value, Fact fact, String name) {
        return value.name().get(position(value, fact)).equalsIgnoreCase(name);
    }

    private static NamedValue renamed(NamedValue value, Fact fact, String newName) {
        List<String> name = new ArrayList<>(value.name());
        name.set(position(value, fact), newName);
        return new NamedValue(name, value.value());
    }

    private static Recorded with(Recorded recorded, Fact fact, List<NamedValue> values) {
        return values.isEmpty() ? recorded.without(fact) : recorded.with(fact, new NamedValues(values).text());
    }

    private void change(Function<Recorded, Recorded> change) throws SQLException {
        for (String query : COMMENTED) {
            for (List<String> row : SqlRunner.on(connection).query(query).list(row -> {
                List<String> texts = new ArrayList<>();
                for (int i = 1; i <= 5; i++) {
                    texts.add(Optional.ofNullable(row.getString(i)).orElse(""));
                }
                return texts;
            })) {
                comment(row, change);
            }
        }
        ObjectRecording recording = new ObjectRecording(connection);
        for (RecordedObject object : H2RecordedObjects.of(connection, EnumSet.allOf(Kind.class))) {
            Recorded changed = change.apply(object.recorded());
            if (!changed.equals(object.recorded()) && object.kind() != Kind.DATABASE) {
                recording.replace(object, changed);
            }
        }
        DatabaseRecord database = new DatabaseRecord(connection);
        Recorded changed = change.apply(database.read());
        if (!changed.equals(database.read())) {
            database.write(changed);
        }
    }

    private void comment(List<String> row, Function<Recorded, Recorded> change) throws SQLException {
        Recorded recorded = Recorded.parse(row.get(4));
        Recorded changed = change.apply(recorded);
        if (!H2Front.isHidden(row.get(1)) && !changed.equals(recorded)) {
            String object = row.subList(1, 4).stream()
                    .filter(part -> !part.isEmpty())
                    .map(QuotedName::of)
                    .reduce((one, next) -> one + "." + next)
                    .orElseThrow();
            H2Comment.write(connection, row.get(0) + " " + object, changed);
        }
    }
}
