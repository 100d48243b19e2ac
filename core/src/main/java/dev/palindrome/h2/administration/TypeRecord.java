package dev.palindrome.h2.administration;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.FailedLine;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.TypeSuggestion;
import dev.palindrome.text.NearestName;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TableTypeName;
import dev.palindrome.tsql.TranslatedScript;
import dev.palindrome.tsql.TypeUse;
import dev.palindrome.tsql.UserTypeMark;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A type of the user's own: an alias is a record, a table type a hidden table. */
final class TypeRecord {

    private static final String TABLE = "SELECT DB_OBJECT_ID('TABLE', ?, ?)";

    private static final List<Kind> MODULES =
            List.of(Kind.PROCEDURE, Kind.FUNCTION, Kind.TRIGGER, Kind.DATABASE_TRIGGER);

    private static final String USING =
            "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE LOCATE(?, LOWER(REMARKS)) > 0";

    private final Connection connection;
    private final String schema;
    private final String name;
    private final boolean isQualified;

    private TypeRecord(Connection connection, String schema, String name, boolean isQualified) {
        this.connection = connection;
        this.schema = schema;
        this.name = name;
        this.isQualified = isQualified;
    }

    static TypeRecord of(Connection connection, @Nullable String schema, String name) throws SQLException {
        return schema == null || schema.isEmpty()
                ? new TypeRecord(connection, connection.getSchema(), name, false)
                : new TypeRecord(connection, schema, name, true);
    }

    private Optional<RecordedObject> alias() throws SQLException {
        return new ObjectRecording(connection).find(Kind.ALIAS_TYPE, schema, name);
    }

    private ObjectName table() {
        return TableTypeName.of(new ObjectName(schema, name));
    }

    private boolean isTable() throws SQLException {
        ObjectName table = table();
        return SqlRunner.on(connection)
                .query(TABLE, TableTypeName.SCHEMA, table.name())
                .first(row -> row.getInt(1) > 0)
                .orElse(false);
    }

    void requireFree() throws SQLException {
        if (alias().isPresent() || isTable()) {
            throw TsqlError.of(
                    219, "The type '" + this + "' already exists, or you do not have permission to create it.");
        }
    }

    /** @throws SQLException 2715 if it is missing; nothing of the script has run then */
    void require(String line, int ofStatement) throws SQLException {
        if (alias().isEmpty()) {
            throw FailedLine.beforehand(ofStatement, missing(" on line " + line));
        }
    }

    private SQLException missing(String place) throws SQLException {
        String written = isQualified ? toString() : name;
        return TsqlError.of(2715, "Cannot find data type " + written + question() + place + ".");
    }

    /** A type of the system, or one of the schema's own. */
    private String question() throws SQLException {
        List<String> own = H2RecordedObjects.of(connection, List.of(Kind.ALIAS_TYPE)).stream()
                .filter(type -> type.schema().equalsIgnoreCase(schema))
                .map(RecordedObject::name)
                .toList();
        String near = NearestName.question(name, own);
        return near.isEmpty() ? TypeSuggestion.question(name) : near;
    }

    void create(Recorded recorded) throws SQLException {
        requireFree();
        new ObjectRecording(connection).put(new RecordedObject(Kind.ALIAS_TYPE, schema, name, recorded));
    }

    void drop(boolean ifExists) throws SQLException {
        Optional<RecordedObject> alias = alias();
        if (alias.isPresent()) {
            refuseUsed();
            refuseUsedByModules();
            new ObjectRecording(connection).remove(alias.get());
        } else if (isTable()) {
            refuseUsedByModules();
            SqlRunner.on(connection).run("DROP TABLE " + QuotedName.of(TableTypeName.SCHEMA, table().name()));
        } else if (!ifExists) {
            throw TsqlError.of(
                    218,
                    "Could not find the type '" + this
                            + "'. Either it does not exist or you do not have the necessary permission.");
        }
    }

    private void refuseUsed() throws SQLException {
        String fact = Recorded.nothing()
                .with(Fact.USER_TYPE, BracketedName.of(List.of(schema, name)))
                .text()
                .substring(Recorded.nothing().text().length());
        Optional<String> user = SqlRunner.on(connection)
                .query(USING, fact.toLowerCase(Locale.ROOT))
                .first(row -> row.getString(1));
        if (user.isPresent()) {
            String table = user.get().startsWith(TableTypeName.PREFIX)
                    ? String.join(".", TableTypeName.parts(user.get()))
                    : user.get();
            throw used(table);
        }
    }

    private void refuseUsedByModules() throws SQLException {
        ObjectName type = new ObjectName(schema, name);
        for (RecordedObject module : H2RecordedObjects.of(connection, MODULES)) {
            String definition = module.recorded().get(Fact.DEFINITION).orElse("");
            if (TypeUse.of(definition, type, connection.getSchema())) {
                throw used(String.join(".", module.nameParts()));
            }
        }
    }

    private SQLException used(String user) {
        return TsqlError.of(
                3732,
                "Cannot drop type '" + this + "' because it is being referenced by object '" + user
                        + "'. There may be other objects that reference this type.");
    }

    /** What stands for it in a statement that is rewritten afterwards. */
    String standIn() throws SQLException {
        Optional<RecordedObject> alias = alias();
        if (alias.isEmpty()) {
            throw missing("");
        }
        Recorded recorded = alias.get().recorded();
        String known =
                BracketedName.of(List.of(alias.get().schema(), alias.get().name()));
        return recorded.get(Fact.TYPE).orElseThrow() + new UserTypeMark(known, recorded.is(Fact.NOT_NULL)).text();
    }

    /** Runs a statement, once the types in it are known. */
    static void run(Connection connection, String script, String... pieces) throws SQLException {
        StringBuilder statement = new StringBuilder(pieces[0]);
        for (int i = 1; i < pieces.length; i += 3) {
            statement.append(of(connection, pieces[i], pieces[i + 1]).standIn()).append(pieces[i + 2]);
        }
        SqlRunner.on(connection)
                .run(TranslatedScript.rewrite(script, statement.toString()).h2Statements());
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
