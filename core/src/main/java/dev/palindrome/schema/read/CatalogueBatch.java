package dev.palindrome.schema.read;

import dev.palindrome.sql.SqlLiteral;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Questions as one batch, for one round trip. Its parameter is the moment since which changes are wanted. Each question is
 * run by sp_executesql, so that one that does not compile is an error of its own, and where it is caught
 * (Microsoft: try-catch-transact-sql, sp-executesql-transact-sql).
 *
 * <p>The connection may be a migration's, in the middle of its transaction: with XACT_ABORT ON any error would doom it. It
 * is set back, as is what a script may have left and texts depend on (Microsoft: options-transact-sql).
 */
final class CatalogueBatch {

    /** STRING_AGG … WITHIN GROUP (Microsoft: string-agg-transact-sql). */
    static final int LEAST_LEVEL = 110;

    private static final String HEAD = """
            DECLARE @options int = @@OPTIONS;
            SET NOCOUNT ON;
            SET XACT_ABORT OFF;
            SET CONCAT_NULL_YIELDS_NULL ON;
            DECLARE @since datetime = CAST(? AS datetime);
            """;

    /**
     * What a script has left would cut answers short, and nobody would say so (Microsoft: set-rowcount-transact-sql,
     * set-textsize-transact-sql). It stands in each text of sp_executesql, at whose end the server sets it back: what ROWCOUNT
     * was cannot be asked for, and the session may still be its user's (Microsoft: set-statements-transact-sql).
     */
    private static final String WHOLE = "SET ROWCOUNT 0; SET TEXTSIZE 2147483647; ";

    private static final String FOOT = """
            IF XACT_STATE() <> -1 DROP TABLE #objects;
            IF @options & 4096 = 0 SET CONCAT_NULL_YIELDS_NULL OFF;
            IF @options & 16384 <> 0 SET XACT_ABORT ON;
            IF @options & 512 = 0 SET NOCOUNT OFF;
            """;

    /** What older levels would refuse one by one is refused once. */
    static final String LEVEL = "SELECT d.compatibility_level FROM sys.databases d WHERE d.name = DB_NAME()";

    /** Among the questions' numbers: what parts of objects are called, which is no question about the schema. */
    static final int NAMES_OF_PARTS = -1;

    private static final String OBJECTS_THEMSELVES =
            CatalogueQuestions.OBJECTS.replace(CatalogueQuestions.NAMES_OF_PARTS, "");

    /** The end of the statement that makes #objects, which has to be the batch's own; what fills it is a text like others. */
    private static final String CREATED = ");\n";

    /** In questions about what has changed. */
    private static final String OF_CHANGED = "o.changed = 1";

    /** What cannot answer is not compiled: mostly, nothing has changed. */
    private static final String IF_ANY_HAS_CHANGED = "IF EXISTS (SELECT 1 FROM #objects o WHERE o.changed = 1) ";

    private CatalogueBatch() {}

    static String of(Collection<CatalogueQuestion> questions) {
        return of("", questions);
    }

    /** @param first what comes before these questions */
    static String of(String first, Collection<CatalogueQuestion> questions) {
        return of(first, true, questions);
    }

    /** @param namesParts whether the server tells what parts of objects are called */
    static String of(String first, boolean namesParts, Collection<CatalogueQuestion> questions) {
        return of(first, namesParts, questions, IF_ANY_HAS_CHANGED);
    }

    /** For finding out what the server answers: all are compiled, also where there is nothing to answer. */
    static String compilingAll(Collection<CatalogueQuestion> questions) {
        return of("", true, questions, "");
    }

    /** @param condition on which questions about what has changed are asked */
    private static String of(
            String first, boolean namesParts, Collection<CatalogueQuestion> questions, String condition) {
        int created = CatalogueQuestions.OBJECTS.indexOf(CREATED) + CREATED.length();
        return HEAD
                + CatalogueQuestions.OBJECTS.substring(0, created)
                + first
                + "EXEC sp_executesql %s, N'@since datetime', @since;\n"
                        .formatted(SqlLiteral.of(
                                WHOLE + OBJECTS_THEMSELVES.substring(created).strip()))
                + (namesParts ? caught("names of parts", "", CatalogueQuestions.NAMES_OF_PARTS, NAMES_OF_PARTS) : "")
                + questions.stream()
                        .map(question -> caught(question, condition))
                        .collect(Collectors.joining())
                + FOOT;
    }

    private static String caught(CatalogueQuestion question, String ifAnyHasChanged) {
        return caught(
                question.name(),
                question.guard().map(column -> "IF " + column.exists() + " ").orElse("")
                        + (question.sql().contains(OF_CHANGED) ? ifAnyHasChanged : ""),
                text(question),
                question.number());
    }

    private static String caught(String name, String condition, String text, int number) {
        return """
                -- %s
                BEGIN TRY
                    %sEXEC sp_executesql %s;
                END TRY
                BEGIN CATCH
                    SELECT %d AS question, ERROR_NUMBER() AS error_number, ERROR_MESSAGE() AS error_message, XACT_STATE() AS xact_state;
                END CATCH;
                """.formatted(name, condition, SqlLiteral.of(WHOLE + text), number);
    }

    /** As it is sent: each row says which question it answers, so that half an answer can be told from a whole one. */
    static String text(CatalogueQuestion question) {
        return "SELECT " + question.number() + " AS question," + question.sql().substring("SELECT".length());
    }
}
