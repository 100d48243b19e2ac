package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Functions and procedures that are bound to what they name, and are in the way of changes like a bound view. */
final class BoundModules {

    private BoundModules() {}

    /** Those bound to a table, a view or another function. */
    static List<H2View> to(H2Table named) throws SQLException {
        return H2RecordedObjects.of(named.connection(), List.of(Kind.FUNCTION, Kind.PROCEDURE)).stream()
                .map(module -> H2View.ofText(
                        module.schema(),
                        module.name(),
                        module.recorded().get(Fact.DEFINITION).orElse("")))
                .filter(module -> module.isBound() && !module.is(named) && module.mentionsAny(Set.of(named.name())))
                .toList();
    }
}
