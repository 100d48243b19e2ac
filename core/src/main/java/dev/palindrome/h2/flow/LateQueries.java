package dev.palindrome.h2.flow;

import dev.palindrome.h2.catalogue.KeptByVersion;
import dev.palindrome.h2.value.RecordedColumnTypes;
import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.TranslatedScript;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Queries that are rewritten where they run, because they depend on the types of columns. A loop asks one of them often. */
final class LateQueries {

    private record Asked(String tsql, DateOrder order, String variables) {}

    private static final KeptByVersion<Map<Asked, String>> KEPT = new KeptByVersion<>(ConcurrentHashMap::new);

    private final FlowSession session;

    LateQueries(FlowSession session) {
        this.session = session;
    }

    String h2(String tsql, int line, DateOrder order, List<FlowVariable> variables) throws SQLException {
        String declared = FlowVariable.text(variables);
        if (tsql.indexOf('#') >= 0 || declared.indexOf('"') >= 0) {
            return translated(tsql, line, order, variables); // the tables of a session are known to nobody else
        }
        Map<Asked, String> kept = KEPT.of(session.connection());
        Asked asked = new Asked(tsql, order, declared);
        String h2 = kept.get(asked);
        if (h2 == null) {
            h2 = translated(tsql, line, order, variables);
            kept.put(asked, h2);
        }
        return h2;
    }

    private String translated(String tsql, int line, DateOrder order, List<FlowVariable> variables)
            throws SQLException {
        ColumnTypes columns = new RecordedColumnTypes(session.connection()).with(variables);
        List<String> h2 =
                FlowQueries.refused(() -> TranslatedScript.rewriteLate(session.script(), tsql, line, order, columns));
        return h2.get(h2.size() - 1);
    }
}
