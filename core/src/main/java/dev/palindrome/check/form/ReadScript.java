package dev.palindrome.check.form;

import dev.palindrome.check.rule.FindingCode;
import dev.palindrome.check.rule.Problem;
import dev.palindrome.migration.LocatedScript;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.UndoDeclarations;
import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.ScriptHead;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TsqlBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A script with its text, and what is wrong with that.
 *
 * @param script where it lies
 * @param text empty where it cannot be read
 * @param batches what stands between two GO
 * @param declarations of an undo script
 * @param problems what is wrong
 */
public record ReadScript(
        LocatedScript script,
        String text,
        List<TsqlBatch> batches,
        UndoDeclarations declarations,
        List<Problem> problems) {

    private static final String MARK = "palindrome:";

    public static ReadScript of(LocatedScript script) {
        List<Problem> problems = new ArrayList<>();
        String text = text(script, problems);
        boolean undo = script.kind() == LocatedScript.Kind.UNDO;
        UndoDeclarations declarations = undo
                ? UndoDeclarations.of(script.path(), text, problem -> problems.add(malformed(script, problem)))
                : UndoDeclarations.NONE;
        List<TsqlBatch> batches = TsqlBatch.split(text, GoCount.UNKNOWN);
        unclosed(text, batches, problems);
        if (text.contains(MARK)) {
            misplaced(text, undo, problems);
        }
        return new ReadScript(script, text, batches, declarations, problems);
    }

    private static String text(LocatedScript script, List<Problem> problems) {
        try {
            return isText(script) ? script.text().get() : "";
        } catch (MigrationException unreadable) {
            problems.add(
                    new Problem(FindingCode.PAL006, unreadable.line().orElse(1), withoutPlace(script, unreadable)));
            return "";
        }
    }

    private static boolean isText(LocatedScript script) {
        return switch (script.kind()) {
            case VERSIONED, REPEATABLE, BASELINE, UNDO -> true;
            case JAVA, MISNAMED, MISNAMED_UNDO -> false;
        };
    }

    private static Problem malformed(LocatedScript script, MigrationException problem) {
        return new Problem(FindingCode.PAL005, problem.line().orElse(1), withoutPlace(script, problem));
    }

    /** Script and line stand before each finding anyhow. */
    private static String withoutPlace(LocatedScript script, MigrationException problem) {
        String message = String.valueOf(problem.getMessage());
        String place = script.path() + ", line " + problem.line().orElse(0) + ": ";
        return message.startsWith(place) ? message.substring(place.length()) : message;
    }

    /** What opens and never closes is the last token, and may stand in no batch where it is a comment. */
    private static void unclosed(String text, List<TsqlBatch> batches, List<Problem> problems) {
        Stream<Token> tokens =
                batches.isEmpty() ? Lexer.tokens(text, 1).stream() : batches.get(batches.size() - 1).tokens().stream();
        tokens.filter(token -> token.kind() == Token.Kind.UNCLOSED)
                .findFirst()
                .ifPresent(token -> problems.add(new Problem(
                        FindingCode.PAL007,
                        token.line(),
                        "what opens here with " + opening(token.text()) + " is never closed, so that the rest of the"
                                + " script belongs to it.")));
    }

    private static String opening(String text) {
        return text.startsWith("/*")
                ? "/*"
                : text.replaceFirst("^[Nn](?=')", "").substring(0, 1);
    }

    private static void misplaced(String text, boolean undo, List<Problem> problems) {
        int inHead = undo ? ScriptHead.of(text).comments().size() : 0;
        Lexer lexer = Lexer.withComments(text, 1);
        for (Token token = lexer.next(); token.kind() != Token.Kind.END; token = lexer.next()) {
            if (token.kind() != Token.Kind.COMMENT || !token.text().startsWith("--")) {
                continue;
            }
            inHead--;
            if (inHead < 0 && UndoDeclarations.isDeclaration(token.text())) {
                problems.add(new Problem(
                        FindingCode.PAL005,
                        token.line(),
                        undo
                                ? "nobody reads a declaration behind the first statement: put it before that."
                                : "nobody reads a declaration in a migration, whose checksum it would change: put it in"
                                        + " the head of the undo script."));
            }
        }
    }
}
