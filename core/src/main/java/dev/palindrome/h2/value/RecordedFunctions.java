package dev.palindrome.h2.value;

import dev.palindrome.h2.catalogue.KeptByVersion;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.tsql.FlowProgram.Function;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.UntranslatableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The functions of the user's own that the database keeps, read once. */
public final class RecordedFunctions {

    private static final KeptByVersion<Map<ObjectName, Optional<Function>>> KEPT =
            new KeptByVersion<>(ConcurrentHashMap::new);

    private RecordedFunctions() {}

    /**
     * Finds one; without a schema it is in dbo.
     *
     * @throws UntranslatableException if it cannot be run
     */
    public static Optional<Function> find(Connection connection, ObjectName name) throws SQLException {
        Map<ObjectName, Optional<Function>> kept = KEPT.of(connection);
        ObjectName key = name.folded();
        Optional<Function> known = kept.get(key);
        if (known == null) {
            known = read(connection, key);
            kept.put(key, known);
        }
        return known;
    }

    private static Optional<Function> read(Connection connection, ObjectName name) throws SQLException {
        Optional<RecordedObject> recorded =
                new ObjectRecording(connection).find(Kind.FUNCTION, String.valueOf(name.schema()), name.name());
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        ObjectName real = new ObjectName(recorded.get().schema(), recorded.get().name());
        try {
            return Optional.of(Function.of(
                    real, recorded.get().recorded().get(Fact.DEFINITION).orElse("")));
        } catch (UntranslatableException e) {
            throw new UntranslatableException(
                    "the function " + real.schema() + "." + real.name() + ", which has " + e.reason(1));
        }
    }
}
