package dev.palindrome.check.form;

import dev.palindrome.check.rule.FindingCode;
import dev.palindrome.check.rule.Problem;
import dev.palindrome.migration.LocatedScript;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TsqlBatch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Flyway runs a script in a transaction, unless one of its batches has a statement that it knows to refuse that; beside other
 * batches it refuses the script (org.flywaydb.database.sqlserver.SQLServerParser, ParserSqlScript). What else refuses a
 * transaction, it does not know.
 */
final class TransactionRule {

    /** Of procedures, those that Flyway knows. */
    private static final Set<String> PROCEDURES = Set.of(
            "sp_addsubscription",
            "sp_dropsubscription",
            "sp_adddistributor",
            "sp_dropdistributor",
            "sp_adddistpublisher",
            "sp_dropdistpublisher",
            "sp_addlinkedserver",
            "sp_droplinkedserver",
            "sp_addlinkedsrvlogin",
            "sp_droplinkedsrvlogin",
            "sp_serveroption",
            "sp_replicationdboption",
            "sp_fulltext_database");

    private TransactionRule() {}

    static Optional<Problem> look(LocatedScript script, String text, List<TsqlBatch> batches) {
        if (!script.inTransaction() || !mayRefuse(text)) {
            return Optional.empty();
        }
        List<List<Token>> outside =
                batches.stream().flatMap(batch -> known(batch).stream()).toList();
        if (outside.isEmpty()) {
            return batches.stream()
                    .flatMap(batch -> batch.plainStatements().stream())
                    .flatMap(statement -> unknown(statement).stream()
                            .map(words -> notKnown(words, statement.get(0).line(), script)))
                    .findFirst();
        }
        return outside.size() == batches.size() || script.maySplit()
                ? Optional.empty()
                : Optional.of(mixed(outside.get(0), script));
    }

    /** Spares most scripts a second look. */
    private static boolean mayRefuse(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return List.of(
                        "DATABASE",
                        "FULLTEXT",
                        "BACKUP",
                        "RESTORE",
                        "RECONFIGURE",
                        "MEMORY_OPTIMIZED",
                        "NATIVE_COMPILATION",
                        "RESUMABLE",
                        "SP_")
                .stream()
                .anyMatch(upper::contains);
    }

    /** The first statement of a batch because of which Flyway opens no transaction. */
    private static Optional<List<Token>> known(TsqlBatch batch) {
        return batch.plainStatements().stream().filter(TransactionRule::isKnown).findFirst();
    }

    private static boolean isKnown(List<Token> statement) {
        Token first = statement.get(0);
        boolean byHead = first.is("BACKUP", "RESTORE")
                || first.is("CREATE", "ALTER", "DROP")
                        && statement.size() > 1
                        && statement.get(1).is("DATABASE", "FULLTEXT");
        boolean module = first.is("CREATE", "ALTER");
        return byHead
                || !module && statement.stream().anyMatch(token -> token.is("RECONFIGURE"))
                || first.is("EXEC")
                        && statement.size() > 1
                        && PROCEDURES.contains(statement.get(1).value().toLowerCase(Locale.ROOT));
    }

    /** What refuses a transaction and Flyway would open one for, in words. */
    private static Optional<String> unknown(List<Token> statement) {
        Token first = statement.get(0);
        Token second = statement.get(Math.min(1, statement.size() - 1));
        if (first.is("CREATE", "ALTER")
                && second.is("INDEX", "UNIQUE", "CLUSTERED", "NONCLUSTERED", "TABLE")
                && isOn(statement, "RESUMABLE")) {
            return Optional.of("an index with RESUMABLE = ON");
        }
        if (first.is("CREATE") && second.is("TABLE", "TYPE") && isOn(statement, "MEMORY_OPTIMIZED")) {
            return Optional.of("a memory-optimized " + second.text().toLowerCase(Locale.ROOT));
        }
        if (first.is("CREATE")
                && second.is("PROCEDURE", "PROC", "FUNCTION", "TRIGGER")
                && statement.stream().anyMatch(token -> token.is("NATIVE_COMPILATION"))) {
            return Optional.of("a natively compiled module");
        }
        boolean fullText = first.is("EXEC", "EXECUTE")
                && second.value().toLowerCase(Locale.ROOT).startsWith("sp_fulltext_");
        return fullText ? Optional.of(second.value()) : Optional.empty();
    }

    private static boolean isOn(List<Token> statement, String option) {
        for (int i = 0; i < statement.size() - 2; i++) {
            if (statement.get(i).is(option) && statement.get(i + 2).is("ON")) {
                return true;
            }
        }
        return false;
    }

    private static Problem mixed(List<Token> statement, LocatedScript script) {
        Token second = statement.get(Math.min(1, statement.size() - 1));
        String words = statement.get(0).upper()
                + (statement.get(0).is("CREATE", "ALTER", "DROP", "EXEC") ? " " + second.text() : "");
        return new Problem(
                FindingCode.PAL010,
                statement.get(0).line(),
                "no transaction takes " + words + ", and Flyway runs the other batches of the script in one, so that it"
                        + " refuses the script. Give it a script of its own, or say executeInTransaction=false in "
                        + script.filename() + ".conf.");
    }

    private static Problem notKnown(String what, int line, LocatedScript script) {
        return new Problem(
                FindingCode.PAL010,
                line,
                "SQL Server takes " + what + " in no transaction, and Flyway opens one around the script. Say"
                        + " executeInTransaction=false in " + script.filename() + ".conf, and let nothing else stand in"
                        + " the script, since nothing takes it back where it fails.");
    }
}
