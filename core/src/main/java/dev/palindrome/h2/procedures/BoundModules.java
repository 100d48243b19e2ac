package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.SQLException;
import java.util.List;

/** Functions and procedures that are bound to what they name, and are in the way of changes like a bound view. */
final class BoundModules {

    private BoundModules() {}

    /** Those bound to a table, a view or another function. */
    static List<H2View> to(H2Table named) throws SQLException {
        return H2RecordedObjects.holding(named.connection(), List.of(Kind.FUNCTION, Kind.PROCEDURE), H2View.BINDING)
                .stream()
                .map(module -> H2View.ofText(
                        module.schema(),
                        module.name(),
                        module.recorded().get(Fact.DEFINITION).orElse("")))
                .filter(module -> !module.is(named) && module.isBoundTo(named))
                .toList();
    }
}
