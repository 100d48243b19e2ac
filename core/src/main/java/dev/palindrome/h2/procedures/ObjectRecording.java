package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.definition.H2Identifiers;
import dev.palindrome.h2.definition.H2Literal;
import dev.palindrome.h2.procedures.object.BoundModules;
import dev.palindrome.h2.procedures.object.FunctionUsers;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.Token;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes, changes and drops objects that H2 does not have, with the errors that SQL Server has for them. */
public final class ObjectRecording {

    private static final String DEFINITION = "SELECT DB_OBJECT_SQL('CONSTANT', ?, ?)";

    private final Connection connection;

    public ObjectRecording(Connection connection) {
        this.connection = connection;
    }

    /** An object that need not be there; a schema of {@code null} is the connection's own. */
    RecordedObject object(@Nullable String schema, Kind kind, String key, Recorded recorded) throws SQLException {
        return new RecordedObject(kind, schema == null ? connection.getSchema() : schema, key, recorded);
    }

    public Optional<RecordedObject> find(Kind kind, String schema, String key) throws SQLException {
        return SqlRunner.on(connection)
                .query(DEFINITION, schema, kind.constant(key))
                .first(row -> row.getString(1))
                .flatMap(ObjectRecording::read);
    }

    /** Finds it again as it is called: from H2's own {@code CREATE CONSTANT "dbo"."procedure:p" VALUE '…'}. */
    private static Optional<RecordedObject> read(String statement) {
        List<Token> tokens = Lexer.tokens(H2Identifiers.plain(statement), 1);
        return RecordedObject.of(tokens.get(2).value(), tokens.get(4).value(), H2Literal.at(tokens, 6));
    }

    /** All that belong to a table or view. */
    List<RecordedObject> belongingTo(H2Table table) throws SQLException {
        return H2RecordedObjects.of(connection, EnumSet.allOf(Kind.class)).stream()
                .filter(object -> object.belongsTo(table.schema(), table.name()))
                .toList();
    }

    /** Makes one that must not be there. */
    void create(RecordedObject object) throws SQLException {
        requireFree(object);
        put(object);
    }

    private void requireFree(RecordedObject object) throws SQLException {
        boolean taken = find(object.kind(), object.schema(), object.key()).isPresent();
        if (taken) {
            throw SchemaRules.taken(object.name());
        }
        if (object.kind().sharesNames()) {
            new SchemaRules(new H2Table(connection, object.schema(), object.name()))
                    .requireFree(List.of(object.name()), false);
        }
    }

    /** Gives one that must be there another record; its name stays as it is. */
    void alter(RecordedObject object) throws SQLException {
        Optional<RecordedObject> known = find(object.kind(), object.schema(), object.key());
        if (known.isPresent()) {
            requireSameType(known.get(), object);
            requireUnbound("ALTER", known.get());
            replace(known.get(), object.recorded().keeping(known.get().recorded()));
            return;
        }
        throw isAnotherKind(object)
                ? incompatible(object)
                : TsqlError.of(208, "Invalid object name '" + readable(object) + "'.");
    }

    /** A function stays scalar, or a table. */
    private static void requireSameType(RecordedObject known, RecordedObject object) throws SQLException {
        if (!known.recorded().get(Fact.OBJECT_TYPE).equals(object.recorded().get(Fact.OBJECT_TYPE))) {
            throw incompatible(object);
        }
    }

    private static SQLException incompatible(RecordedObject object) {
        return incompatible(readable(object));
    }

    static SQLException incompatible(String name) {
        return TsqlError.of(2010, "Cannot perform alter on '" + name + "' because it is an incompatible object type.");
    }

    void createOrAlter(RecordedObject object) throws SQLException {
        boolean known = find(object.kind(), object.schema(), object.key()).isPresent() || isAnotherKind(object);
        if (known) {
            alter(object);
        } else {
            create(object);
        }
    }

    private boolean isAnotherKind(RecordedObject object) throws SQLException {
        return object.kind().sharesNames()
                && new SchemaRules(new H2Table(connection, object.schema(), object.name())).isTaken(object.name());
    }

    void drop(RecordedObject object, boolean ifExists) throws SQLException {
        Optional<RecordedObject> known = find(object.kind(), object.schema(), object.key());
        if (known.isPresent()) {
            requireUnbound("DROP FUNCTION", known.get());
            remove(known.get());
        } else if (isAnotherKind(object)) {
            throw TsqlError.of(
                    3705,
                    "Cannot use DROP " + object.kind().name() + " with '" + readable(object) + "' because '"
                            + readable(object) + "' is not a " + object.kind().label() + ".");
        } else if (!ifExists) {
            throw TsqlError.of(
                    3701,
                    "Cannot drop the " + object.kind().label() + " '" + readable(object)
                            + "', because it does not exist or you do not have permission.");
        }
    }

    private void requireUnbound(String what, RecordedObject known) throws SQLException {
        H2Table asTable = new H2Table(connection, known.schema(), known.name());
        if (known.kind() == Kind.FUNCTION) {
            TableDropping.refuse(what, asTable, BoundModules.to(asTable));
            Optional<String> user = FunctionUsers.of(asTable);
            if (user.isPresent()) {
                throw TableDropping.referenced(what, asTable, user.get());
            }
            Optional<String> stored = FunctionUsers.storedThroughOthers(asTable);
            if (stored.isPresent()) {
                throw TsqlError.needsSqlServer("A change of the function " + known.schema() + "." + known.name()
                        + ", which a computed column of " + stored.get() + " calls through another function.");
            }
        }
    }

    /** What belongs to a renamed object says so afterwards. */
    void rename(RecordedObject known, String newName) throws SQLException {
        RecordedObject renamed = new RecordedObject(known.kind(), known.schema(), newName, known.recorded());
        if (!known.name().equalsIgnoreCase(newName) && isAnotherKind(renamed)) {
            throw TsqlError.of(
                    15335,
                    "The new name '" + newName
                            + "' is already in use as a OBJECT name and would cause a duplicate that is not permitted.");
        }
        remove(known);
        put(renamed);
        moveTo(
                new H2Table(connection, known.schema(), newName),
                belongingTo(new H2Table(connection, known.schema(), known.name())));
    }

    public void replace(RecordedObject known, Recorded recorded) throws SQLException {
        remove(known);
        put(known.with(recorded));
    }

    public void remove(RecordedObject known) throws SQLException {
        SqlRunner.on(connection).run("DROP CONSTANT " + QuotedName.of(known.schema(), known.constant()));
    }

    public void put(RecordedObject object) throws SQLException {
        SqlRunner.on(connection)
                .run("CREATE CONSTANT " + QuotedName.of(object.schema(), object.constant()) + " VALUE "
                        + SqlLiteral.h2(object.recorded().text()));
    }

    /** What belongs to a table goes with it. */
    static void removeWith(H2Table table) throws SQLException {
        ObjectRecording recording = new ObjectRecording(table.connection());
        for (RecordedObject object : recording.belongingTo(table)) {
            recording.remove(object);
        }
    }

    /** What belongs to a table goes on belonging to it. */
    static void moveTo(H2Table table, List<RecordedObject> belonging) throws SQLException {
        ObjectRecording recording = new ObjectRecording(table.connection());
        String parent = BracketedName.of(List.of(table.schema(), table.name()));
        for (RecordedObject object : belonging) {
            recording.remove(object);
            recording.put(new RecordedObject(
                    object.kind(),
                    object.schema(),
                    RecordedParts.isPart(object.kind()) ? RecordedParts.key(table.name(), object.name()) : object.key(),
                    object.recorded().with(Fact.PARENT, parent)));
        }
    }

    private static String readable(RecordedObject object) {
        return String.join(".", object.nameParts());
    }
}
