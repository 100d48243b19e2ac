package dev.palindrome.h2.flow;

import dev.palindrome.tsql.FlowStep;
import dev.palindrome.tsql.FlowVariable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives variables the values of a query. H2 keeps them itself, so that none loses its type on the way. */
final class Assigning {

    private final FlowSession session;
    private final FlowQueries queries;

    Assigning(FlowSession session, FlowQueries queries) {
        this.session = session;
        this.queries = queries;
    }

    void run(FlowStep step) throws SQLException {
        String[] head = step.texts().get(0).split(" ");
        String query = queries.h2(step, 1);
        switch (head[0]) {
            case "ONE" -> {
                session.sql().run("SET " + FlowVariable.place(head[1]) + " = (" + query + ")");
                session.rows(1);
            }
            case "LAST" -> session.rows(session.sql().affected(last(head, query)));
            case "EACH" -> session.rows(session.sql().affected(query));
            default -> fold(step, head, query);
        }
    }

    /** Row after row: what H2 has evaluated last stays. */
    private static String last(String[] head, String query) {
        List<String> values = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i < head.length; i++) {
            values.add("SET(" + FlowVariable.place(head[i]) + ", Q.C" + i + ")");
            columns.add("C" + i);
        }
        return "SELECT " + String.join(", ", values) + " FROM (" + query + ") Q(" + String.join(", ", columns) + ")";
    }

    private void fold(FlowStep step, String[] head, String query) throws SQLException {
        List<@Nullable Object> rows = new ArrayList<>();
        session.sql().query(query).forEach(row -> rows.add(row.getObject(1)));
        String next = "SET " + FlowVariable.place(head[1]) + " = (" + queries.h2(step, 3) + ")";
        for (Object row : rows) {
            session.set(head[2], row);
            session.sql().run(next);
        }
        session.rows(rows.size());
    }
}
