package dev.palindrome.h2.flow;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.FlowStep;
import dev.palindrome.tsql.ObjectName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs an {@code INSERT … EXEC}: the rows wait in a table of the session until the last one has been asked, because what runs
 * may read and change the table that they are for.
 */
final class Collecting {

    /** Behind schema, name and the number of columns. */
    private static final int COLUMNS = 3;

    private final FlowSession session;
    private final FlowQueries queries;
    private final FlowStep step;
    private final List<String> columns;
    private final List<String> inserting;
    private final FlowStep giving;

    Collecting(FlowSession session, FlowQueries queries, FlowStep step) {
        this.session = session;
        this.queries = queries;
        this.step = step;
        List<String> texts = step.texts();
        int behind = COLUMNS + Integer.parseInt(texts.get(COLUMNS - 1));
        this.columns = texts.subList(COLUMNS, behind);
        int kind = behind + 1 + Integer.parseInt(texts.get(behind));
        this.inserting = texts.subList(behind + 1, kind);
        this.giving = new FlowStep(
                FlowStep.Kind.valueOf(texts.get(kind)),
                step.line(),
                step.target(),
                step.handler(),
                step.caught(),
                texts.subList(kind + 1, texts.size()));
    }

    /** What gives the rows, and what puts them in. */
    interface Work<T> {
        void run(T what) throws SQLException;
    }

    void run(Work<FlowStep> give, Work<List<String>> insert) throws SQLException {
        if (session.isCollecting()) {
            throw TsqlError.of(8164, "An INSERT EXEC statement cannot be nested.");
        }
        TemporaryScope table = new TemporaryScope(session, List.of(FlowStep.COLLECTED));
        try {
            create();
            session.collecting(true);
            try {
                give.run(giving);
            } finally {
                session.collecting(false);
            }
            insert.run(inserting);
        } finally {
            table.end();
        }
    }

    /** Of the types that the rows get; what they may be is asked where they are put in. */
    private void create() throws SQLException {
        String schema = step.texts().get(0);
        String name = queries.named(step.texts().get(1));
        List<ColumnTypes.Column> all = queries.columns().of(new ObjectName(schema.isEmpty() ? null : schema, name));
        if (all.isEmpty()) {
            throw TsqlError.of(208, "Invalid object name '" + (schema.isEmpty() ? "" : schema + ".") + name + "'.");
        }
        List<ColumnTypes.Column> wanted = new ArrayList<>();
        for (String column : columns) {
            wanted.add(all.stream()
                    .filter(one -> one.name().equalsIgnoreCase(column))
                    .findFirst()
                    .orElseThrow(() -> TsqlError.of(207, "Invalid column name '" + column + "'.")));
        }
        if (columns.isEmpty()) {
            all.stream().filter(ColumnTypes.Column::written).forEach(wanted::add);
        }
        if (wanted.stream().anyMatch(column -> column.type().isEmpty())) {
            throw TsqlError.needsSqlServer(
                    "INSERT … EXEC into " + name + ", whose columns have types that nobody knows.");
        }
        String declared = wanted.stream()
                .map(column -> BracketedName.of(column.name()) + " " + column.declaration() + " NULL")
                .collect(Collectors.joining(", "));
        String create = "CREATE TABLE " + BracketedName.of(FlowStep.COLLECTED) + " (" + declared + ")";
        new FlowRunner(session, queries.program(create, step.line(), List.of())).run(Map.of(), done -> done);
    }
}
