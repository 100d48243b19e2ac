package dev.palindrome.h2;

import dev.palindrome.h2.definition.H2Literal;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The objects that H2 does not have and the front keeps in it as constants. */
public final class H2RecordedObjects {

    private static final String CONSTANTS =
            "SELECT CONSTANT_SCHEMA, CONSTANT_NAME, VALUE_DEFINITION FROM INFORMATION_SCHEMA.CONSTANTS WHERE ";

    private static final String NAMED = "CONSTANT_NAME LIKE ?";

    private H2RecordedObjects() {}

    /**
     * The objects of some kinds.
     *
     * @param connection to a database of H2's
     * @param kinds at least one
     * @return in no order that matters
     * @throws SQLException if the connection is broken
     */
    public static List<RecordedObject> of(Connection connection, Collection<Kind> kinds) throws SQLException {
        Optional<H2Definitions> definitions = H2Definitions.of(connection);
        if (definitions.isPresent()) {
            return definitions.get().recorded().stream()
                    .filter(object -> kinds.contains(object.kind()))
                    .toList();
        }
        List<Object> parameters = new ArrayList<>();
        kinds.forEach(kind -> parameters.add(kind.constant("%")));
        return SqlRunner.on(connection)
                .query(CONSTANTS + String.join(" OR ", Collections.nCopies(kinds.size(), NAMED)), parameters.toArray())
                .list(row -> object(row.getString(1), row.getString(2), row.getString(3)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Whether scripts have made a function or a procedure of a name, in any schema.
     *
     * @param connection to a database of H2's
     * @param name in any capitals
     * @return whether there is one
     * @throws SQLException if the connection is broken
     */
    public static boolean haveModule(Connection connection, String name) throws SQLException {
        return of(connection, List.of(Kind.FUNCTION, Kind.PROCEDURE)).stream()
                .anyMatch(module -> module.name().equalsIgnoreCase(name));
    }

    private static Optional<RecordedObject> object(String schema, String constant, String literal) {
        return literal.endsWith("'") ? RecordedObject.of(schema, constant, H2Literal.text(literal)) : Optional.empty();
    }
}
