package dev.palindrome.seed.rows;

import dev.palindrome.schema.Check;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.condition.Certainty;
import dev.palindrome.seed.condition.ConditionMentions;
import dev.palindrome.seed.condition.ConditionParser;
import dev.palindrome.seed.engine.FillEngine;
import dev.palindrome.seed.refusal.RefusalText;
import dev.palindrome.seed.rule.TableRules;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.PreparedSql;
import dev.palindrome.sql.Transaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks that only the database can judge, because they are not understood, or ask for what only it knows. It is asked
 * about many rows at once, before they are put in.
 */
public final class ServerChecks {

    /** SQL Server takes 2,100 parameters for each statement (docs: maximum-capacity-specifications-for-sql-server). */
    private static final int PARAMETERS = 2000;

    private static final String BROKEN = "CASE WHEN NOT (%s) THEN 1 ELSE 0 END";

    private static final String SQL = "SELECT v.[%s], %s FROM (VALUES %s) AS v ([%1$s], %s)";

    private static final String NUMBER = "palindrome row";

    private final TableColumns table;
    private final List<Column> columns;
    private final List<Check> checks;

    /**
     * Looks for such checks.
     *
     * @param columns which rows have values for
     */
    public ServerChecks(TableColumns table, List<Column> columns) {
        this.table = table;
        List<Column> known =
                columns.stream().filter(column -> table.has(column.name())).toList();
        this.checks = table.table().checks().stream()
                .filter(Check::isEnabled)
                .filter(check -> needsServer(check, known) && knowsAll(check, known))
                .toList();
        this.columns = known.stream()
                .filter(column -> checks.stream().anyMatch(check -> mentions(check, column)))
                .toList();
    }

    private static boolean needsServer(Check check, List<Column> known) {
        List<String> names =
                known.stream().map(column -> GeneratedRow.key(column.name())).toList();
        return ConditionParser.parse(check.condition())
                .map(condition -> !Certainty.of(condition, names))
                .orElse(true);
    }

    /** The values of other columns are only there when the row is. */
    private boolean knowsAll(Check check, List<Column> known) {
        return table.table().columns().stream()
                .filter(column -> !known.contains(column))
                .noneMatch(column -> mentions(check, column));
    }

    private static boolean mentions(Check check, Column column) {
        return ConditionMentions.name(column.name(), check.condition());
    }

    boolean isEmpty() {
        return checks.isEmpty();
    }

    /** Rows that break one of the checks, each with that check's label. Empty if the database does not understand. */
    Map<GeneratedRow, String> broken(Connection connection, List<GeneratedRow> rows) throws SQLException {
        FillEngine engine = FillEngine.of(connection);
        int most = Math.max(1, PARAMETERS / (columns.size() + 1));
        Map<GeneratedRow, String> broken = new LinkedHashMap<>();
        try {
            for (int from = 0; from < rows.size(); from += most) {
                ask(connection, engine, rows.subList(from, Math.min(rows.size(), from + most)), broken);
            }
        } catch (SQLException e) {
            if (!Transaction.goesOn(connection)) {
                throw new SeedException(
                        "%s: the server ended the transaction when it was asked about %s. Nothing was put in."
                                .formatted(
                                        table.table(),
                                        checks.stream()
                                                .map(check -> TableRules.label(check, table.table()))
                                                .collect(Collectors.joining(", "))),
                        RefusalText.withoutValues(e));
            }
        }
        return broken;
    }

    private void ask(
            Connection connection, FillEngine engine, List<GeneratedRow> rows, Map<GeneratedRow, String> broken)
            throws SQLException {
        try (PreparedStatement statement = PreparedSql.on(connection, engine.query(sql(engine, rows.size())))) {
            int at = 1;
            for (int i = 0; i < rows.size(); i++) {
                statement.setInt(at++, i);
                for (Column column : columns) {
                    RowInsert.set(
                            statement,
                            at++,
                            table.domain(column.name()),
                            rows.get(i).of(column.name()));
                }
            }
            try (ResultSet answers = statement.executeQuery()) {
                read(answers, rows, broken);
            }
        }
    }

    private void read(ResultSet answers, List<GeneratedRow> rows, Map<GeneratedRow, String> broken)
            throws SQLException {
        while (answers.next()) {
            for (int i = 0; i < checks.size(); i++) {
                if (answers.getInt(i + 2) == 1) {
                    broken.put(rows.get(answers.getInt(1)), TableRules.label(checks.get(i), table.table()));
                }
            }
        }
    }

    public String sql(FillEngine engine, int rows) {
        String answers = checks.stream()
                .map(check -> BROKEN.formatted(check.condition()))
                .collect(Collectors.joining(", "));
        String names = PortableName.list(columns.stream().map(Column::name).toList());
        return SQL.formatted(NUMBER, answers, String.join(", ", Collections.nCopies(rows, row(engine))), names);
    }

    /**
     * Each value as its column has it, because what a check comes to depends on the type and the collation.
     */
    private String row(FillEngine engine) {
        return columns.stream()
                .map(column -> table.type(column)
                        .map(type -> engine.cast(type, column.object().get(Property.COLLATION)))
                        .orElse("?"))
                .collect(Collectors.joining(", ", "(CAST(? AS INT), ", ")"));
    }
}
