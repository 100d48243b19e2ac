package dev.palindrome.h2.administration;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.Token;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A collection of XML schemas, of which the text is kept. */
final class XmlCollections {

    private static final String USING =
            "SELECT TABLE_SCHEMA || '.' || TABLE_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE LOCATE(?, LOWER(REMARKS)) > 0";

    private final Connection connection;
    private final String schema;
    private final String name;

    private XmlCollections(Connection connection, String schema, String name) {
        this.connection = connection;
        this.schema = schema;
        this.name = name;
    }

    static XmlCollections of(Connection connection, @Nullable String schema, String name) throws SQLException {
        return new XmlCollections(connection, schema == null ? connection.getSchema() : schema, name);
    }

    private Optional<RecordedObject> find() throws SQLException {
        return new ObjectRecording(connection).find(Kind.XML_SCHEMA_COLLECTION, schema, name);
    }

    void require() throws SQLException {
        if (find().isEmpty()) {
            throw TsqlError.of(6314, "Collection specified does not exist in metadata : '" + name + "'");
        }
    }

    void create(String text) throws SQLException {
        if (find().isPresent()) {
            throw TsqlError.of(
                    219,
                    "The type '" + schema + "." + name
                            + "' already exists, or you do not have permission to create it.");
        }
        new ObjectRecording(connection)
                .put(new RecordedObject(
                        Kind.XML_SCHEMA_COLLECTION,
                        schema,
                        name,
                        Recorded.nothing().with(Fact.DEFINITION, text)));
    }

    private RecordedObject required(String verb) throws SQLException {
        return find().orElseThrow(() -> TsqlError.of(
                15151,
                "Cannot " + verb + " the xml schema collection '" + name
                        + "', because it does not exist or you do not have permission."));
    }

    /** What comes behind what is there already. */
    void add(String text) throws SQLException {
        RecordedObject known = required("alter");
        String before = known.recorded().get(Fact.DEFINITION).orElse("");
        new ObjectRecording(connection).replace(known, known.recorded().with(Fact.DEFINITION, before + "\n" + text));
    }

    void drop() throws SQLException {
        RecordedObject known = required("drop");
        String fact = Recorded.nothing()
                .with(Fact.XML_COLLECTION, BracketedName.of(List.of(known.schema(), known.name())))
                .text();
        String start = fact.substring(Recorded.nothing().text().length(), fact.length() - 1);
        Optional<String> user = SqlRunner.on(connection)
                .query(USING, start.toLowerCase(Locale.ROOT))
                .first(row -> row.getString(1));
        if (user.isPresent()) {
            throw used(user.get());
        }
        for (RecordedObject module : H2RecordedObjects.of(connection, List.of(Kind.PROCEDURE, Kind.FUNCTION))) {
            if (hasParameterOf(module)) {
                throw used(String.join(".", module.nameParts()));
            }
        }
        new ObjectRecording(connection).remove(known);
    }

    /** {@code XML(notes)}, {@code XML(DOCUMENT dbo.notes)}. */
    private boolean hasParameterOf(RecordedObject module) {
        List<Token> tokens = Lexer.tokens(module.recorded().get(Fact.DEFINITION).orElse(""), 1);
        boolean inside = false;
        for (int i = 1; i < tokens.size() && !tokens.get(i).is("BEGIN", "RETURN"); i++) {
            inside = tokens.get(i - 1).is("XML") && tokens.get(i).isSymbol("(") || inside;
            if (inside && tokens.get(i).isSymbol(")")) {
                if (tokens.get(i - 1).value().equalsIgnoreCase(name)) {
                    return true;
                }
                inside = false;
            }
        }
        return false;
    }

    private SQLException used(String user) {
        return TsqlError.of(
                6328,
                "Specified collection '" + name + "' cannot be dropped because it is used by object '" + user + "'.");
    }
}
