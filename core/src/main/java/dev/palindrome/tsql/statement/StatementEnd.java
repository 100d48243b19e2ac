package dev.palindrome.tsql.statement;

import dev.palindrome.tsql.Token;
import java.util.List;

/** Where a statement without flow control ends: at a semicolon, or before a word that can only start the next one. */
public final class StatementEnd {

    public static final String[] STARTS = {
        "SELECT",
        "INSERT",
        "UPDATE",
        "DELETE",
        "MERGE",
        "CREATE",
        "ALTER",
        "DROP",
        "TRUNCATE",
        "EXEC",
        "EXECUTE",
        "SET",
        "PRINT",
        "IF",
        "ELSE",
        "BEGIN",
        "END",
        "DECLARE",
        "WHILE",
        "RETURN",
        "GRANT",
        "RECONFIGURE",
        "REVOKE",
        "DENY",
        "USE",
        "COMMIT",
        "ROLLBACK",
        "SAVE",
        "RAISERROR",
        "THROW",
        "WAITFOR",
        "DBCC",
        "BACKUP",
        "RESTORE",
        "BULK",
        "GOTO",
        "BREAK",
        "CONTINUE",
        "OPEN",
        "FETCH",
        "CLOSE",
        "DEALLOCATE"
    };

    /** What there is to create and to drop. */
    public static final String[] KINDS = {
        "TABLE",
        "VIEW",
        "INDEX",
        "SEQUENCE",
        "SCHEMA",
        "PROCEDURE",
        "PROC",
        "FUNCTION",
        "TRIGGER",
        "TYPE",
        "SYNONYM",
        "USER",
        "ROLE",
        "LOGIN",
        "DATABASE",
        "STATISTICS",
        "DEFAULT",
        "RULE",
        "ASSEMBLY",
        "CERTIFICATE",
        "FULLTEXT"
    };

    private final List<Token> tokens;
    private final int start;
    private Token head;
    private boolean bodySeen;
    private boolean setSeen;
    private int cases;

    private StatementEnd(List<Token> tokens, int start) {
        this.tokens = tokens;
        this.start = start;
        this.head = tokens.get(start);
    }

    /** The index of the first token that is no longer part of the statement. */
    static int of(List<Token> tokens, int start) {
        return new StatementEnd(tokens, start).find();
    }

    private int find() {
        boolean module = isModule();
        int depth = 0;
        for (int i = start; i < tokens.size() - 1; i++) {
            Token token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth > 0 || module) {
                continue;
            }
            if (token.isSymbol(";") || i > start && !untilSemicolon() && startsNext(i)) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    /** What its head is turns out behind common table expressions. */
    private boolean untilSemicolon() {
        return head.is("MERGE", "DECLARE", "WHILE", "BACKUP", "RESTORE");
    }

    /** Views, procedures, functions and triggers take the rest of the batch; so does everything from BEGIN TRY on. */
    private boolean isModule() {
        if (head.is("BEGIN")) {
            return at(1).is("TRY", "CATCH");
        }
        Token kind = at(1).is("OR") ? at(3) : at(1);
        return head.is("CREATE", "ALTER") && kind.is("VIEW", "PROCEDURE", "PROC", "FUNCTION", "TRIGGER");
    }

    private boolean startsNext(int i) {
        Token token = tokens.get(i);
        if (head.is("GRANT", "REVOKE", "DENY") && !bodySeen) {
            bodySeen = token.is("TO", "FROM"); // what stands before it is called as statements are
            return false;
        }
        if (token.is("CASE")) {
            cases++;
        } else if (token.is("END") && cases > 0) {
            cases--;
        } else if (token.is("VALUES") && head.is("INSERT")) {
            bodySeen = true;
        } else if (cases == 0 && token.is(STARTS)) {
            return !belongsHere(token, tokens.get(i - 1), tokens.get(i + 1));
        }
        return false;
    }

    private boolean belongsHere(Token token, Token before, Token after) {
        if (before.isSymbol(".") || after.isSymbol(".")) {
            return true;
        }
        return switch (token.upper()) {
            case "SELECT" -> before.is("UNION", "ALL", "EXCEPT", "INTERSECT", "AS", "FOR") || isBody(token);
            case "EXEC", "EXECUTE" -> head.is("INSERT") && isBody(token) || before.is("WITH");
            case "UPDATE", "DELETE" ->
                before.is("ON") && head.is("CREATE", "ALTER") || head.is("WITH") && isBody(token);
            case "INSERT", "MERGE" ->
                before.is("BULK")
                        || head.is("WITH") && isBody(token)
                        || head.is("ALTER") && at(1).is("PARTITION") && after.is("RANGE");
            case "GRANT", "ROLLBACK" -> before.is("WITH");
            case "SET" ->
                isSetOfDatabase()
                        || head.is("ALTER") && at(1).is("FULLTEXT") && after.is("CHANGE_TRACKING", "STOPLIST", "SEARCH")
                        || before.is("DELETE", "UPDATE")
                        || after.isSymbol("(")
                        || isSetOfUpdate();
            case "END" -> before.is("ROW", "TRANSACTION_ID", "SEQUENCE_NUMBER") && head.is("ALTER");
            case "IF" ->
                head.is("DROP", "ALTER")
                        && after.is("EXISTS")
                        && (before.is(KINDS) || before.is("COLUMN", "CONSTRAINT", "DROP"));
            case "ALTER" -> before.is("OR") || head.is("ALTER") && after.is("COLUMN");
            case "DROP" -> head.is("ALTER") && !after.is(KINDS);
            case "FETCH" -> before.is("ROWS", "ROW");
            case "OPEN", "CLOSE" -> head.is("CREATE", "ALTER", "GRANT", "DENY", "REVOKE");
            case "THROW" -> !startsLine(token);
            default -> false;
        };
    }

    /** This word is also a name, which T-SQL does not reserve; as a statement it stands at a line's start. */
    private static boolean startsLine(Token token) {
        return token.newlines() > 0;
    }

    private boolean isBody(Token token) {
        if (bodySeen || !head.is("WITH", "INSERT")) {
            return false;
        }
        if (head.is("WITH")) {
            head = token;
            bodySeen = !token.is("INSERT");
        } else {
            bodySeen = true;
        }
        return true;
    }

    private boolean isSetOfDatabase() {
        boolean first = head.is("ALTER") && at(1).is("DATABASE") && !setSeen;
        setSeen |= first;
        return first;
    }

    private boolean isSetOfUpdate() {
        boolean first = head.is("UPDATE") && !setSeen;
        setSeen = true;
        return first;
    }

    private Token at(int offset) {
        return tokens.get(Math.min(start + offset, tokens.size() - 1));
    }
}
