package dev.palindrome.h2.procedures.object;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Functions and procedures that are bound to what they name, and are in the way of changes like a bound view. */
public final class BoundModules {

    /** What each names, which takes long to read out of its text. */
    private static final Map<RecordedObject, H2View> READ = Collections.synchronizedMap(new WeakHashMap<>());

    private BoundModules() {}

    /** Those bound to a table, a view or another function. */
    public static List<H2View> to(H2Table named) throws SQLException {
        return H2RecordedObjects.of(named.connection(), List.of(Kind.FUNCTION, Kind.PROCEDURE)).stream()
                .map(BoundModules::read)
                .filter(module -> !module.is(named) && module.isBoundTo(named))
                .toList();
    }

    private static H2View read(RecordedObject module) {
        return READ.computeIfAbsent(
                module,
                unread -> H2View.ofText(
                        module.schema(),
                        module.name(),
                        module.recorded().get(Fact.DEFINITION).orElse("")));
    }
}
