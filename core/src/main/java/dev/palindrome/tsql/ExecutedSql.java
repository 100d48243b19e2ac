package dev.palindrome.tsql;

import dev.palindrome.tsql.call.ProcedureName;
import dev.palindrome.tsql.statement.StatementEnd;
import dev.palindrome.tsql.statement.UnnamedConstraintMatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * All the T-SQL that a script runs: its own, and what it executes out of literals, such as {@code EXEC ('DROP TABLE ' +
 * 't')} and {@code EXEC sp_executesql N'…'}, whatever stands in those in turn.
 *
 * @param texts the tokens of the script's batches and of the texts that it executes, each list without an END
 * @param isKnown whether that is all: not where a variable is executed, or a procedure whose doings are not known
 */
public record ExecutedSql(List<List<Token>> texts, boolean isKnown) {

    /** System procedures that change no rows and run no text. */
    private static final Set<String> HARMLESS = Set.of(
            "sp_rename",
            "sp_addextendedproperty",
            "sp_updateextendedproperty",
            "sp_dropextendedproperty",
            "sp_refreshview",
            "sp_refreshsqlmodule");

    /** What else than {@link StatementEnd#STARTS} begins a statement. */
    private static final String[] OTHER_STARTS = {
        "WITH",
        "ENABLE",
        "DISABLE",
        "OPEN",
        "CLOSE",
        "FETCH",
        "DEALLOCATE",
        "KILL",
        "CHECKPOINT",
        "RECONFIGURE",
        "REVERT",
        "MOVE",
        "SEND",
        "RECEIVE",
        "UPDATETEXT",
        "WRITETEXT",
        "READTEXT",
        "ADD",
        "LINENO",
        "SHUTDOWN",
        "GET"
    };

    /** Behind EXECUTE, where it is a right or the name of a user. */
    private static final String[] OF_RIGHTS = {"ON", "TO", "FROM", "AS"};

    /** Microsoft: sp-addextendedproperty-transact-sql. Behind the name of a property, its value and a schema. */
    private static final Set<String> NAMES_OF_PROPERTY = Set.of("5", "7", "@level1name", "@level2name");

    private static final Set<String> STATEMENT_PARAMETERS = Set.of("@stmt", "@statement");

    /**
     * Reads a script.
     *
     * @param script its text, placeholders filled in
     * @return what it runs
     */
    public static ExecutedSql of(String script) {
        Reading reading = new Reading();
        for (TsqlBatch batch : TsqlBatch.split(script, GoCount.REPEATS)) {
            reading.batch(batch.tokens());
        }
        return reading.result();
    }

    private static final class Reading {

        private final List<List<Token>> texts = new ArrayList<>();
        private final Deque<String> executed = new ArrayDeque<>();
        private boolean known = true;

        ExecutedSql result() {
            while (!executed.isEmpty()) {
                batch(Lexer.tokens(executed.pop(), 1));
            }
            return new ExecutedSql(List.copyOf(texts), known);
        }

        void batch(List<Token> tokens) {
            texts.add(List.copyOf(tokens.subList(0, tokens.size() - 1)));
            if (leavesOutExec(tokens)) {
                procedure(new TokenReader(tokens));
            }
            for (int i = 0; i < tokens.size(); i++) {
                int start = i;
                if (tokens.get(i).is("DECLARE")) {
                    i = UnnamedConstraintMatch.at(tokens, i)
                            .map(match -> match.end() - 1)
                            .orElse(start);
                } else if (tokens.get(i).is("EXEC", "EXECUTE")) {
                    execute(new TokenReader(tokens.subList(i + 1, tokens.size())));
                }
            }
        }

        /** The first statement of a batch may be the name of a procedure and no more. */
        private static boolean leavesOutExec(List<Token> tokens) {
            Token first = tokens.get(0);
            boolean label = tokens.size() > 1 && tokens.get(1).isSymbol(":");
            return first.isName() && !first.is(StatementEnd.STARTS) && !first.is(OTHER_STARTS) && !label;
        }

        private void execute(TokenReader reader) {
            if (reader.peek().is(OF_RIGHTS) || reader.seesSymbol(",")) {
                return;
            }
            if (reader.acceptSymbol("(")) {
                text(reader, ")");
            } else {
                if (reader.peek().kind() == Token.Kind.VARIABLE
                        && reader.peek(1).isSymbol("=")) {
                    reader.next();
                    reader.next();
                }
                procedure(reader);
            }
        }

        private void procedure(TokenReader reader) {
            String name = ProcedureName.read(reader);
            if (!name.equals("sp_executesql")) {
                known &= HARMLESS.contains(name)
                        && !(name.endsWith("extendedproperty")
                                ? isOfVariable(reader, NAMES_OF_PROPERTY)
                                : isOfVariable(reader, Set.of()));
                return;
            }
            if (STATEMENT_PARAMETERS.contains(reader.peek().text().toLowerCase(Locale.ROOT))
                    && reader.peek(1).isSymbol("=")) {
                reader.next();
                reader.next();
            }
            text(reader, ",");
        }

        /**
         * What a variable names is not known.
         *
         * @param names the arguments that name something, by place or by name; none where all do
         */
        private static boolean isOfVariable(TokenReader reader, Set<String> names) {
            int place = 0;
            do {
                String argument = String.valueOf(place++);
                if (reader.peek().kind() == Token.Kind.VARIABLE
                        && reader.peek(1).isSymbol("=")) {
                    argument = reader.next().text().toLowerCase(Locale.ROOT);
                    reader.next();
                }
                boolean naming = names.isEmpty() || names.contains(argument);
                if (naming && reader.peek().kind() == Token.Kind.VARIABLE) {
                    return true;
                }
                if (!reader.atEnd()) {
                    reader.next();
                }
            } while (reader.acceptSymbol(","));
            return false;
        }

        /** Literals with plus signs between, up to a symbol or the end of the statement. */
        private void text(TokenReader reader, String end) {
            StringBuilder text = new StringBuilder();
            do {
                if (reader.peek().kind() != Token.Kind.STRING) {
                    known = false;
                    return;
                }
                text.append(reader.next().value());
            } while (reader.acceptSymbol("+"));
            known &= end.equals(",") || reader.seesSymbol(end);
            executed.push(text.toString());
        }
    }
}
