package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a module names a type of the user's own: for parameters, for what it returns, for variables and the columns of
 * their tables, which all keep the type from being dropped (Microsoft: drop-type-transact-sql).
 */
public final class TypeUse {

    private static final String[] BODY = {"BEGIN", "RETURN"};

    /** What begins a statement behind DECLARE. */
    private static final String[] STATEMENTS = {
        "SELECT",
        "SET",
        "IF",
        "INSERT",
        "UPDATE",
        "DELETE",
        "EXEC",
        "EXECUTE",
        "BEGIN",
        "END",
        "WHILE",
        "RETURN",
        "DECLARE",
        "MERGE",
        "WITH",
        "PRINT",
        "OPEN",
        "CREATE",
        "TRUNCATE"
    };

    private final ObjectName type;
    private final String defaultSchema;
    private final List<Token> tokens;

    private TypeUse(ObjectName type, String defaultSchema, List<Token> tokens) {
        this.type = type;
        this.defaultSchema = defaultSchema;
        this.tokens = tokens;
    }

    /**
     * Whether a module names a type.
     *
     * @param definition of a procedure, function or trigger
     * @param type with its schema
     * @param defaultSchema where a type without a schema is looked for
     * @return false where only something else goes by that name
     */
    public static boolean of(String definition, ObjectName type, String defaultSchema) {
        return new TypeUse(type, defaultSchema, Lexer.tokens(definition, 1)).isFound();
    }

    private boolean isFound() {
        int body = 0;
        while (body < tokens.size() && !isEndOfHead(body)) {
            boolean variable = tokens.get(body).kind() == Token.Kind.VARIABLE;
            if (variable && isVariable(body) || tokens.get(body).is("RETURNS") && isType(body + 1)) {
                return true;
            }
            body++;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (i >= body && tokens.get(i).is("DECLARE") && isDeclared(i + 1)
                    || tokens.get(i).is("TABLE") && isColumn(i + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEndOfHead(int at) {
        return tokens.get(at).is(BODY)
                || tokens.get(at).is("AS") && tokens.get(at - 1).kind() != Token.Kind.VARIABLE;
    }

    /** {@code @id dbo.code}, {@code @id AS dbo.code}. */
    private boolean isVariable(int at) {
        return isType(at + 1 < tokens.size() && tokens.get(at + 1).is("AS") ? at + 2 : at + 1);
    }

    private boolean isType(int at) {
        List<String> parts = new ArrayList<>();
        for (int i = at; i < tokens.size() && tokens.get(i).isName(); i += 2) {
            parts.add(tokens.get(i).value());
            if (i + 1 == tokens.size() || !tokens.get(i + 1).isSymbol(".")) {
                break;
            }
        }
        if (parts.isEmpty()) {
            return false;
        }
        if (parts.size() == 1) {
            parts.add(0, defaultSchema);
        }
        int last = parts.size() - 1;
        return parts.get(last).equalsIgnoreCase(type.name())
                && parts.get(last - 1).equalsIgnoreCase(type.schema());
    }

    private boolean isDeclared(int start) {
        int depth = 0;
        for (int i = start; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && (token.is(STATEMENTS) || token.isSymbol(";"))) {
                return false;
            }
            boolean begins = i == start || tokens.get(i - 1).isSymbol(",");
            if (depth == 0 && begins && token.kind() == Token.Kind.VARIABLE && isVariable(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code TABLE (id dbo.code, …)}. */
    private boolean isColumn(int open) {
        if (open >= tokens.size() || !tokens.get(open).isSymbol("(")) {
            return false;
        }
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return false;
            }
            boolean begins = i > open + 1
                    && (tokens.get(i - 2).isSymbol("(") || tokens.get(i - 2).isSymbol(","));
            if (depth == 1 && begins && tokens.get(i - 1).isName() && isType(i)) {
                return true;
            }
        }
        return false;
    }
}
