package dev.palindrome.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@link SqlServerQueryBatch} sends, taken apart and run as a server does. */
final class SentBatch {

    /** Answers one text. */
    interface Server {
        List<ScriptedRow> answer(String sql) throws SQLException;
    }

    private static final Pattern PART = Pattern.compile(
            "(?<caught>BEGIN TRY\n    )?EXEC sp_executesql N'(?<query>[^']*+(?:''[^']*+)*+)';\n(?<obstacle>    IF @@ROWCOUNT > 0\n    BEGIN\n    )?"
                    + "(?<stops>    IF @@ERROR <> 0 RETURN;\n)?    SELECT (?<number>\\d+) AS query_ended, 0"
                    + "|SET XACT_ABORT ON;\n(?<statements>.*?);\nSET XACT_ABORT OFF;\n",
            Pattern.DOTALL);

    private SentBatch() {}

    /** What the server runs by sp_executesql as a whole. */
    private static final Pattern WHOLE =
            Pattern.compile("EXEC sp_executesql N'(?<text>SET NOCOUNT ON;.*)'", Pattern.DOTALL);

    /** Whether a text holds any of it. */
    static boolean isIn(String sql) {
        return PART.matcher(opened(sql)).find();
    }

    private static String opened(String sql) {
        Matcher whole = WHOLE.matcher(sql);
        return whole.matches() ? whole.group("text").replace("''", "'") : sql;
    }

    /** Its results in order. What a statement throws ends it, unless it is a query of which nobody asks how it went. */
    static List<List<ScriptedRow>> run(String sql, Server server) throws SQLException {
        List<List<ScriptedRow>> results = new ArrayList<>();
        List<SQLException> errors = new ArrayList<>();
        Matcher part = PART.matcher(opened(sql));
        while (part.find()) {
            if (part.group("statements") != null) {
                for (String statement : part.group("statements").split(";\n")) {
                    server.answer(statement);
                }
            } else if (ask(part, server, results, errors) && part.group("obstacle") != null) {
                return results;
            }
        }
        if (!errors.isEmpty()) {
            throw errors.get(0);
        }
        return results;
    }

    /** Whether there were rows. */
    private static boolean ask(Matcher query, Server server, List<List<ScriptedRow>> results, List<SQLException> errors)
            throws SQLException {
        String number = query.group("number");
        try {
            List<ScriptedRow> rows = server.answer(query.group("query").replace("''", "'"));
            results.add(rows);
            results.add(List.of(ScriptedRow.of("query_ended", number, "error_number", 0, "error_message", null)));
            return !rows.isEmpty();
        } catch (SQLException e) {
            if (query.group("stops") != null) {
                throw e;
            }
            if (query.group("caught") == null) {
                errors.add(e);
                return false;
            }
            SQLException seen = last(e);
            results.add(List.of(ScriptedRow.of(
                    "query_ended", number, "error_number", seen.getErrorCode(), "error_message", seen.getMessage())));
            return false;
        }
    }

    /** The only one that a CATCH is told of. */
    private static SQLException last(SQLException error) {
        List<SQLException> all = SqlServerError.all(error);
        return all.get(all.size() - 1);
    }
}
