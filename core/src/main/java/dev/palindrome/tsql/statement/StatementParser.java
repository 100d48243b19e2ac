package dev.palindrome.tsql.statement;

import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a batch apart into statements. T-SQL needs no semicolons, so most ends are found by what starts next. */
public final class StatementParser {

    /** Of IF, ELSE and BEGIN: more than people write, and less than the smallest stack of a JVM's takes. */
    private static final int DEEPEST = 500;

    private final List<Token> tokens;
    private int at;
    private int depth;

    private StatementParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws TooDeepException if too many hang on each other */
    public static List<StatementTokens> statements(List<Token> batch) {
        StatementParser parser = new StatementParser(batch);
        List<StatementTokens> statements = new ArrayList<>();
        parser.skipSemicolons();
        while (!parser.atEnd()) {
            StatementTokens statement = parser.statement();
            statements.add(statement);
            statements.addAll(parser.elements(statement.tokens()));
            parser.skipSemicolons();
        }
        return statements;
    }

    /** Those of CREATE SCHEMA: tables, views and permissions (Microsoft: create-schema-transact-sql). */
    private List<StatementTokens> elements(List<Token> statement) {
        boolean schema = statement.size() > 2
                && statement.get(0).is("CREATE")
                && statement.get(1).is("SCHEMA")
                && !statement.get(2).is("AUTHORIZATION");
        List<StatementTokens> elements = new ArrayList<>();
        while (schema && !atEnd() && seesElement()) {
            int start = at;
            at = StatementEnd.of(tokens, start);
            elements.add(new StatementTokens.SchemaElement(inSchema(statement.get(2), tokens.subList(start, at))));
        }
        return elements;
    }

    private boolean seesElement() {
        return peek(0).is("CREATE") && peek(1).is("TABLE", "VIEW") || peek(0).is("GRANT", "DENY", "REVOKE");
    }

    /** A table or view that names no schema is in that one. */
    private static List<Token> inSchema(Token schema, List<Token> element) {
        if (!element.get(0).is("CREATE") || element.size() < 4 || element.get(3).isSymbol(".")) {
            return element;
        }
        Token name = element.get(2);
        List<Token> qualified = new ArrayList<>(element);
        qualified.set(2, new Token(name.kind(), name.text(), name.value(), name.start(), name.line(), 0, false));
        qualified.add(2, new Token(Token.Kind.SYMBOL, ".", ".", name.start(), name.line(), 0, false));
        qualified.add(
                2,
                new Token(
                        schema.kind(),
                        schema.text(),
                        schema.value(),
                        name.start(),
                        name.line(),
                        name.newlines(),
                        name.spaced()));
        return qualified;
    }

    private StatementTokens statement() {
        if (depth == DEEPEST) {
            throw new TooDeepException(peek(0).line());
        }
        depth++;
        try {
            return statementHere();
        } finally {
            depth--;
        }
    }

    private StatementTokens statementHere() {
        Token first = peek(0);
        if (first.is("IF")) {
            return conditional();
        }
        if (first.is("BEGIN") && !peek(1).is("TRAN", "TRANSACTION", "TRY", "CATCH", "DISTRIBUTED", "ATOMIC")) {
            return block();
        }
        int start = at;
        at = first.is("DECLARE") ? endOfDeclaration() : StatementEnd.of(tokens, start);
        return new StatementTokens.Simple(tokens.subList(start, at));
    }

    /** What drops a constraint without a name is three statements, of which only the whole means something. */
    private int endOfDeclaration() {
        return UnnamedConstraintMatch.at(tokens, at)
                .map(UnnamedConstraintMatch::end)
                .orElseGet(() -> StatementEnd.of(tokens, at));
    }

    private StatementTokens conditional() {
        int start = at++;
        int cases = 0;
        while (!atEnd() && (cases > 0 || !startsStatement())) {
            cases += peek(0).is("CASE") ? 1 : peek(0).is("END") ? -1 : 0;
            at = skipParentheses();
        }
        List<Token> condition = tokens.subList(start + 1, at);
        if (atEnd()) {
            return new StatementTokens.Simple(tokens.subList(start, at));
        }
        StatementTokens then = statement();
        Optional<StatementTokens> otherwise = Optional.empty();
        int beforeElse = at;
        skipSemicolons();
        if (peek(0).is("ELSE")) {
            at++;
            otherwise = Optional.of(statement());
        } else {
            at = beforeElse;
        }
        return new StatementTokens.If(tokens.subList(start, at), condition, then, otherwise);
    }

    private boolean startsStatement() {
        boolean commonTable = peek(0).is("WITH") && peek(1).isName() && (peek(2).is("AS") || peek(2).isSymbol("("));
        return commonTable || peek(0).is(StatementEnd.STARTS) && !(peek(0).is("UPDATE") && peek(1).isSymbol("("));
    }

    private StatementTokens block() {
        int start = at++;
        List<StatementTokens> body = new ArrayList<>();
        skipSemicolons();
        while (!atEnd() && !peek(0).is("END")) {
            body.add(statement());
            skipSemicolons();
        }
        if (atEnd()) {
            return new StatementTokens.Simple(tokens.subList(start, at));
        }
        at++;
        return new StatementTokens.Block(tokens.subList(start, at), body);
    }

    private int skipParentheses() {
        int depth = 0;
        int end = at;
        do {
            Token token = tokens.get(end++);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        } while (depth > 0 && end < tokens.size() - 1);
        return end;
    }

    private void skipSemicolons() {
        while (peek(0).isSymbol(";")) {
            at++;
        }
    }

    private Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    private boolean atEnd() {
        return at >= tokens.size() - 1;
    }
}
