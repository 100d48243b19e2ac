package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.FlowVariable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What T-SQL asks a session like variables. H2's runner keeps most of it in variables of H2's. */
final class SessionValues {

    private static final Map<String, String> KEPT = Map.ofEntries(
            Map.entry("@@rowcount", "int"),
            Map.entry("@@error", "int"),
            Map.entry("@@trancount", "int"),
            Map.entry("@@fetch_status", "int"),
            Map.entry("@@nestlevel", "int"),
            Map.entry("@@identity", "numeric(38,0)"),
            Map.entry("scope_identity()", "numeric(38,0)"),
            Map.entry("rowcount_big()", "bigint"),
            Map.entry("xact_state()", "smallint"),
            Map.entry("error_number()", "int"),
            Map.entry("error_severity()", "int"),
            Map.entry("error_state()", "int"),
            Map.entry("error_line()", "int"),
            Map.entry("error_message()", "nvarchar(4000)"),
            Map.entry("error_procedure()", "nvarchar(128)"));

    /** As {@code SERVERPROPERTY} answers (Microsoft: version-transact-sql-configuration-functions). */
    private static final String VERSION =
            "'Microsoft SQL Server 2022 (RTM) - 16.0.1000.6 (X64) ' || CHAR(10) || CHAR(9)"
                    + " || 'Oct  8 2022 05:58:25 ' || CHAR(10) || CHAR(9) || 'Copyright (C) 2022 Microsoft Corporation' || CHAR(10)"
                    + " || CHAR(9) || 'Developer Edition (64-bit) on Linux <X64>'";

    /** Microsoft: configuration-functions-transact-sql; what a new session of SQL Server 2022 answers. */
    private static final Map<String, FlowVariable> FIXED = Map.ofEntries(
            entry("@@spid", "smallint", "CAST(SESSION_ID() AS SMALLINT)"),
            entry("@@datefirst", "tinyint", "CAST(7 AS SMALLINT)"),
            entry("@@max_precision", "tinyint", "CAST(38 AS SMALLINT)"),
            entry("@@language", "nvarchar(128)", "CAST('us_english' AS VARCHAR(128))"),
            entry("@@servername", "nvarchar(128)", "CAST('palindrome' AS VARCHAR(128))"),
            entry("@@version", "nvarchar(300)", "CAST(" + VERSION + " AS VARCHAR(300))"),
            entry("@@servicename", "nvarchar(128)", "CAST('MSSQLSERVER' AS VARCHAR(128))"),
            entry("@@procid", "int", "CAST(NULL AS INTEGER)"));

    private SessionValues() {}

    private static Map.Entry<String, FlowVariable> entry(String name, String type, String h2) {
        return Map.entry(name, new FlowVariable(name, type, h2));
    }

    static Optional<FlowVariable> of(String name) {
        String known = name.replace(" ", "").toLowerCase(Locale.ROOT);
        if (KEPT.containsKey(known)) {
            String place = FlowVariable.place((known.startsWith("@") ? "" : "@@") + known.replace("()", ""));
            FlowVariable typed = FlowVariable.of("@x", KEPT.getOrDefault(known, "int"));
            return Optional.of(new FlowVariable(known, typed.type(), typed.h2().replace("@\"x\"", place)));
        }
        return Optional.ofNullable(FIXED.get(known));
    }

    /** Whether a word begins a call of one of them. */
    static boolean isCall(String word) {
        return of(word + "()").isPresent();
    }
}
