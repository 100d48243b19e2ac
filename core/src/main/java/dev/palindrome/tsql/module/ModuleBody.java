package dev.palindrome.tsql.module;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.rule.DataSyntax;
import dev.palindrome.tsql.rule.ExpressionSyntax;
import dev.palindrome.tsql.statement.FlowTokens;
import dev.palindrome.tsql.statement.StatementParser;
import dev.palindrome.tsql.statement.StatementTokens;
import dev.palindrome.tsql.statement.TooDeepException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds slips of the pen in what a module does, of which nothing runs: what is opened and not closed, what begins no
 * statement where one must begin, and words behind which something else has to stand. It is no grammar, and lets through what
 * it does not know.
 */
final class ModuleBody {

    /** Words that begin a statement. */
    private static final Set<String> STATEMENTS = words("""
            ADD ALTER BACKUP BEGIN BREAK BULK CHECKPOINT CLOSE COMMIT CONTINUE CREATE DBCC DEALLOCATE DECLARE DELETE DENY
            DISABLE DROP ENABLE EXEC EXECUTE FETCH GET GOTO GRANT IF INSERT KILL LINENO MERGE MOVE OPEN PRINT RAISERROR READTEXT
            RECEIVE RECONFIGURE RESTORE RETURN REVERT REVOKE ROLLBACK SAVE SELECT SEND SET SETUSER SHUTDOWN THROW TRUNCATE
            UPDATE UPDATETEXT USE WAITFOR WHILE WITH WRITETEXT COPY RENAME""");

    /** What may stand behind a whole statement besides another one. */
    private static final Set<String> BEHIND_STATEMENTS = words("END ELSE");

    private static final Set<String> NO_OPERANDS =
            words(") , ; = AND OR WHERE FROM GROUP ORDER HAVING THEN WHEN ELSE END UNION");

    private static final Set<String> NO_LIST = words(") , ; WHERE GROUP HAVING AND OR THEN ELSE END UNION");

    /** What cannot stand behind a word or symbol. */
    private static final Map<String, Set<String>> NEVER_BEHIND = neverBehind();

    /** What alone can stand behind a word. */
    private static final Map<String, Set<String>> ONLY_BEHIND =
            Map.of("IS", words("NULL NOT DISTINCT"), "GROUP", words("BY ("), "ORDER", words("BY ("));

    /** Words before which GROUP, ORDER and UNION mean something else. */
    private static final String[] NAMED = {"AVAILABILITY", "WORKLOAD", "FORCE", "HASH", "CONCAT", "MERGE"};

    /** What SET gives another value than ON or OFF. */
    private static final String[] VALUED_OPTIONS = {
        "TRANSACTION",
        "ROWCOUNT",
        "TEXTSIZE",
        "DATEFORMAT",
        "DATEFIRST",
        "LANGUAGE",
        "LOCK_TIMEOUT",
        "DEADLOCK_PRIORITY",
        "CONTEXT_INFO",
        "QUERY_GOVERNOR_COST_LIMIT",
        "FIPS_FLAGGER",
        "ERRLVL"
    };

    private final List<Token> tokens;
    private final Deque<Token> open = new ArrayDeque<>();

    private ModuleBody(List<Token> tokens) {
        this.tokens = tokens;
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
    }

    private static Map<String, Set<String>> neverBehind() {
        Map<String, Set<String>> never = new HashMap<>();
        for (String operator : List.of("=", "+", "/", "AND", "OR", "LIKE", "BETWEEN", "WHERE", "HAVING")) {
            never.put(operator, NO_OPERANDS);
        }
        never.put("(", words(", ; = WHERE GROUP HAVING AND OR THEN WHEN ELSE END UNION"));
        never.put("NOT", words(") , ; = AND OR WHERE THEN ELSE END"));
        never.put(",", words(", ; FROM WHERE GROUP HAVING AND OR THEN WHEN ELSE END UNION AS INTO ="));
        never.put("IN", words(") , ; = AND OR SELECT"));
        never.put("FROM", words(") , ; WHERE FROM GROUP ORDER HAVING SELECT SET AND OR ON JOIN INNER AS END BEGIN"));
        never.put("SELECT", words(") ; FROM WHERE AND OR GROUP ORDER HAVING INTO SELECT END AS = THEN"));
        never.put("INTO", words(") , ; VALUES SELECT WHERE FROM ( SET"));
        never.put("JOIN", words("; ON WHERE JOIN AND OR INNER"));
        never.put("ON", words("WHERE AND OR JOIN HAVING"));
        never.put("BY", words(") , ; FROM WHERE AND OR ASC DESC ORDER GROUP HAVING BY"));
        never.put("SET", words(") , ; WHERE FROM = AND OR SET"));
        never.put("THEN", words(") , ; THEN ELSE WHEN END"));
        never.put("WHEN", words(") , ; THEN ELSE WHEN END AND OR"));
        never.put("CASE", words(") , ; THEN ELSE END FROM WHERE"));
        never.put("ELSE", words(") , ; THEN ELSE WHEN END"));
        never.put("IF", words(") , ; THEN BEGIN END ELSE SELECT AND OR ="));
        never.put("WHILE", words(") , ; BEGIN END AND OR ="));
        never.put("AS", NO_LIST);
        never.put("UNION", words(") , ; FROM WHERE ORDER GROUP UNION END"));
        never.put("BEGIN", words(") , END ELSE FROM WHERE AND OR"));
        never.put("COLLATE", words("( ) , ; ="));
        never.put("EXEC", words(") , ; END ELSE ="));
        return Map.copyOf(never);
    }

    /** @throws UntranslatableException where SQL Server would stop reading */
    static void require(List<Token> body) {
        new ModuleBody(body).require();
        try {
            StatementParser.statements(new FlowTokens(withoutLabels(body)).plain())
                    .forEach(ModuleBody::requireSyntax);
        } catch (TooDeepException unread) {
            // nothing more is said of it
        }
    }

    /** For what is no statement. */
    static void requireNeighbours(List<Token> tokens) {
        ModuleBody body = new ModuleBody(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            body.requireNeighbour(i, tokens.size());
        }
    }

    /** With semicolons in the place of labels, and an END. */
    private static List<Token> withoutLabels(List<Token> body) {
        List<Token> plain = new ArrayList<>(body.size() + 1);
        int depth = 0;
        for (int i = 0; i < body.size(); i++) {
            Token token = body.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            boolean label = depth == 0
                    && token.isName()
                    && i + 1 < body.size()
                    && body.get(i + 1).isSymbol(":");
            if (label) {
                plain.add(new Token(Token.Kind.SYMBOL, ";", ";", token.start(), token.line(), token.newlines(), true));
                i++;
            } else {
                plain.add(token);
            }
        }
        Token last = body.get(body.size() - 1);
        if (last.kind() != Token.Kind.END) {
            plain.add(new Token(Token.Kind.END, "", "", last.end(), last.line(), 0, false));
        }
        return plain;
    }

    private static void requireSyntax(StatementTokens statement) {
        if (statement instanceof StatementTokens.Block block) {
            block.body().forEach(ModuleBody::requireSyntax);
        } else if (statement instanceof StatementTokens.If conditional) {
            if (!conditional.condition().isEmpty()) {
                ExpressionSyntax.condition(new TokenReader(conditional.condition()));
            }
            requireSyntax(conditional.then());
            conditional.otherwise().ifPresent(ModuleBody::requireSyntax);
        } else if (DataSyntax.isNext(statement.tokens().get(0))) {
            DataSyntax.require(statement.tokens());
        } else {
            requireValue(new TokenReader(statement.tokens()));
        }
    }

    private static void requireDeclaration(TokenReader reader) {
        do {
            if (reader.peek().kind() != Token.Kind.VARIABLE) {
                return; // a cursor
            }
            reader.next();
            reader.accept("AS");
            if (reader.peek().is("TABLE", "CURSOR")) {
                reader.until(",", "DECLARE");
                continue;
            }
            ModuleParameters.type(reader);
            if (reader.acceptSymbol("=")) {
                ExpressionSyntax.value(reader);
            }
        } while (reader.acceptSymbol(",") || reader.accept("DECLARE"));
        reader.expectEndOfSyntax();
    }

    private static void requireOption(TokenReader reader) {
        boolean valued = reader.peek().is(VALUED_OPTIONS);
        reader.next();
        List<Token> value = reader.until(";");
        Token last = value.isEmpty() ? reader.peek() : value.get(value.size() - 1);
        if (valued ? value.isEmpty() : !last.is("ON", "OFF")) {
            throw UntranslatableException.syntax(last);
        }
    }

    private static void requireValue(TokenReader reader) {
        if (reader.accept("DECLARE")) {
            requireDeclaration(reader);
            return;
        }
        if (reader.accept("RETURN")) {
            if (reader.atEnd()) {
                return;
            }
        } else if (reader.sees("SET") && reader.peek(1).kind() == Token.Kind.VARIABLE) {
            reader.skip(2);
            if (reader.peek().kind() != Token.Kind.SYMBOL) {
                throw reader.syntax();
            }
            boolean assigned = reader.next().text().endsWith("=");
            if (!assigned) {
                return;
            }
            if (reader.sees("CURSOR")) {
                return;
            }
        } else if (reader.accept("SET")) {
            requireOption(reader);
            return;
        } else if (!reader.accept("PRINT")) {
            return;
        }
        ExpressionSyntax.value(reader);
        reader.expectEndOfSyntax();
    }

    private void require() {
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).kind() == Token.Kind.END) {
            end--;
        }
        requireStatement(0, end);
        for (int i = 0; i < end; i++) {
            requireNeighbour(i, end);
            nest(i, end);
        }
        boolean more =
                NEVER_BEHIND.getOrDefault(key(tokens.get(end - 1)), Set.of()).contains(";");
        if (!open.isEmpty() || more && isWordOrSymbol(tokens.get(end - 1))) {
            throw new TokenReader(List.of()).syntax();
        }
    }

    private void requireNeighbour(int at, int end) {
        Token token = tokens.get(at);
        if (at + 1 == end) {
            return;
        }
        Token next = tokens.get(at + 1);
        if (areValues(at, token, next) || token.isSymbol(".") && !isPart(next)) {
            throw UntranslatableException.syntax(next);
        }
        if (!isWordOrSymbol(token)) {
            return;
        }
        String key = key(token);
        boolean named = at > 0 && tokens.get(at - 1).is(NAMED);
        boolean never =
                isWordOrSymbol(next) && NEVER_BEHIND.getOrDefault(key, Set.of()).contains(key(next));
        Set<String> only = ONLY_BEHIND.get(key);
        boolean other = only != null && !(isWordOrSymbol(next) && only.contains(key(next)));
        if (!named && (never || other)) {
            throw UntranslatableException.syntax(next);
        }
    }

    /** Two with nothing between them; a variable may hold the name of a procedure. */
    private boolean areValues(int at, Token token, Token next) {
        boolean value = token.kind() == Token.Kind.NUMBER
                || token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.VARIABLE;
        boolean another = next.kind() == Token.Kind.NUMBER || next.kind() == Token.Kind.VARIABLE;
        boolean called =
                at > 0 && (tokens.get(at - 1).is("EXEC", "EXECUTE", "TOP") || isSymbol(tokens.get(at - 1), ";", "="));
        return value && another && !called;
    }

    private static boolean isPart(Token token) {
        return token.isName() && !token.isReserved() || isSymbol(token, ".", "*");
    }

    private static boolean isSymbol(Token token, String... symbols) {
        return token.kind() == Token.Kind.SYMBOL && List.of(symbols).contains(token.text());
    }

    private static boolean isWordOrSymbol(Token token) {
        return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.SYMBOL;
    }

    private static String key(Token token) {
        return token.kind() == Token.Kind.SYMBOL ? token.text() : token.upper();
    }

    private void nest(int at, int end) {
        Token token = tokens.get(at);
        Token next = at + 1 < end ? tokens.get(at + 1) : token;
        if (token.isSymbol("(") || token.is("CASE")) {
            open.push(token);
        } else if (token.isSymbol(")")) {
            close(token, "(");
        } else if (token.is("BEGIN") && !next.is("TRAN", "TRANSACTION", "DISTRIBUTED", "DIALOG", "CONVERSATION")) {
            requireOutside(token);
            open.push(token);
            if (!next.is("TRY", "CATCH", "ATOMIC")) {
                requireStatement(at + 1, end);
            }
        } else if (token.is("END") && !next.is("CONVERSATION") && !isOfPeriod(at)) {
            end(at, end);
        } else if (token.isSymbol(";")) {
            requireOutside(token);
            if (next.kind() != Token.Kind.NUMBER) { // EXEC p;2
                requireStatement(at + 1, end);
            }
        } else if (token.is("ELSE") && (open.isEmpty() || open.peek().is("BEGIN"))) {
            requireStatement(at + 1, end);
        }
    }

    /** {@code GENERATED ALWAYS AS ROW END}. */
    private boolean isOfPeriod(int at) {
        return at > 1
                && tokens.get(at - 1).is("ROW", "TRANSACTION_ID", "SEQUENCE_NUMBER")
                && tokens.get(at - 2).is("AS");
    }

    private void requireOutside(Token token) {
        if (!open.isEmpty() && !open.peek().is("BEGIN")) {
            throw UntranslatableException.syntax(token);
        }
    }

    private void end(int at, int end) {
        boolean block = !open.isEmpty() && open.peek().is("BEGIN");
        close(tokens.get(at), "BEGIN", "CASE");
        boolean named = at + 1 < end && tokens.get(at + 1).is("TRY", "CATCH");
        if (block) {
            requireStatement(named ? at + 2 : at + 1, end);
        }
    }

    private void close(Token token, String... opened) {
        boolean fits = !open.isEmpty() && List.of(opened).contains(key(open.peek()));
        if (!fits) {
            throw UntranslatableException.syntax(token);
        }
        open.pop();
    }

    /** A statement, the end of what it stands in, or a label. */
    private void requireStatement(int at, int end) {
        if (at >= end) {
            return;
        }
        Token token = tokens.get(at);
        boolean label = token.isName() && at + 1 < end && tokens.get(at + 1).isSymbol(":");
        boolean symbol = token.isSymbol(";") || token.isSymbol("(");
        boolean statement = token.kind() == Token.Kind.WORD
                && (STATEMENTS.contains(token.upper()) || BEHIND_STATEMENTS.contains(token.upper()));
        if (!label && !symbol && !statement) {
            throw UntranslatableException.syntax(token);
        }
    }
}
