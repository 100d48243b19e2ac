package dev.palindrome.tsql.module;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.RecordedCall;
import java.util.List;

/**
 * CREATE, ALTER and CREATE OR ALTER of a module, which takes all of its batch. Its head is read, and what follows is kept as
 * it is (Microsoft: create-procedure-transact-sql).
 */
public final class ModuleDefinition {

    /** What a module is, behind its verb. */
    public static final String[] KINDS = {"PROCEDURE", "PROC"};

    private final TokenReader reader;
    private Recorded recorded;

    private ModuleDefinition(TokenReader reader, BatchText batch) {
        this.reader = reader;
        this.recorded = Recorded.nothing().with(Fact.DEFINITION, batch.whole());
    }

    /** From behind {@code CREATE}. */
    public static List<String> create(TokenReader reader, BatchText batch) {
        boolean orAlter = reader.accept("OR", "ALTER");
        return new ModuleDefinition(reader, batch).rewrite(orAlter ? "create_or_alter_object" : "create_object");
    }

    /** From behind {@code ALTER}. */
    public static List<String> alter(TokenReader reader, BatchText batch) {
        return new ModuleDefinition(reader, batch).rewrite("alter_object");
    }

    private List<String> rewrite(String call) {
        reader.require(KINDS);
        ObjectName name = reader.objectName();
        number();
        parameters();
        options();
        if (reader.accept("FOR")) {
            reader.require("REPLICATION");
        }
        reader.require("AS");
        body();
        return List.of(RecordedCall.of(call, Kind.PROCEDURE, name, recorded));
    }

    /** Procedures of one name can be told by numbers; the first is the procedure itself. */
    private void number() {
        if (reader.acceptSymbol(";") && !reader.number().equals("1")) {
            throw new UntranslatableException("a procedure with a number");
        }
    }

    private void parameters() {
        boolean inParentheses = reader.acceptSymbol("(");
        if (inParentheses || reader.peek().kind() == Token.Kind.VARIABLE) {
            do {
                parameter();
            } while (reader.acceptSymbol(","));
        }
        if (inParentheses) {
            reader.expectSymbol(")");
        }
    }

    private void parameter() {
        if (reader.peek().kind() != Token.Kind.VARIABLE) {
            throw reader.unexpected();
        }
        reader.next();
        reader.accept("AS");
        type();
        reader.accept("VARYING");
        if (!reader.accept("NULL")) {
            reader.accept("NOT", "NULL");
        }
        if (reader.acceptSymbol("=")) {
            defaultValue();
        }
        if (!reader.accept("OUT") && !reader.accept("OUTPUT")) {
            reader.accept("READONLY");
        }
    }

    /** Any, be it of a user. */
    private void type() {
        if (!reader.accept("CURSOR")) {
            reader.nameParts();
        }
        if (reader.seesSymbol("(")) {
            reader.parenthesised();
        }
    }

    /** A constant, or a word that stands for itself. */
    private void defaultValue() {
        if (reader.acceptSymbol("-") || reader.acceptSymbol("+")) {
            requireLiteral(Token.Kind.NUMBER, Token.Kind.MONEY);
        } else {
            requireLiteral(
                    Token.Kind.STRING,
                    Token.Kind.NUMBER,
                    Token.Kind.MONEY,
                    Token.Kind.BINARY,
                    Token.Kind.VARIABLE,
                    Token.Kind.NAME,
                    Token.Kind.WORD);
        }
    }

    private void requireLiteral(Token.Kind... kinds) {
        if (!List.of(kinds).contains(reader.peek().kind())) {
            throw reader.syntax();
        }
        reader.next();
    }

    private void options() {
        if (!reader.accept("WITH")) {
            return;
        }
        do {
            option();
        } while (reader.acceptSymbol(","));
    }

    private void option() {
        if (reader.accept("EXECUTE", "AS") || reader.accept("EXEC", "AS")) {
            executeAs();
        } else {
            reader.require("RECOMPILE", "ENCRYPTION", "SCHEMABINDING", "NATIVE_COMPILATION");
        }
    }

    private void executeAs() {
        if (reader.accept("CALLER")) {
            return;
        }
        Token user = reader.next();
        String as =
                user.is("OWNER") ? "OWNER" : user.is("SELF") ? BracketedName.of("dbo") : BracketedName.of(user.value());
        recorded = recorded.with(Fact.EXECUTE_AS, as);
    }

    private void body() {
        if (reader.sees("EXTERNAL", "NAME")) {
            throw new UntranslatableException("a module in an assembly");
        }
        if (reader.atEnd()) {
            throw reader.syntax();
        }
    }
}
