package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.FlowProgram.Function;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.TypePlace;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.declaration.TypeReader;
import dev.palindrome.tsql.rewrite.expression.ExpressionRewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The type of a computed column, which H2 wants to be told: that of the CAST or CONVERT that the column is, and otherwise
 * what H2 itself says of the expression before it makes the column.
 */
final class ComputedType {

    /** H2 stores what it computes, where SQL Server computes anew whenever it reads. */
    private static final String[] CHANGING = {
        "GETDATE",
        "GETUTCDATE",
        "SYSDATETIME",
        "SYSUTCDATETIME",
        "SYSDATETIMEOFFSET",
        "CURRENT_TIMESTAMP",
        "NEWID",
        "NEWSEQUENTIALID",
        "SUSER_NAME",
        "SUSER_SNAME",
        "ORIGINAL_LOGIN",
        "USER_NAME",
        "HOST_NAME",
        "APP_NAME",
        "SYSTEM_USER",
        "USER",
        "CURRENT_USER",
        "SESSION_USER"
    };

    private ComputedType() {}

    /** What stands behind the column's name. */
    static String of(TableElement.Column column) {
        for (Token token : column.computed()) {
            if (token.is(CHANGING)) {
                throw new UntranslatableException("a computed column with " + token.upper());
            }
        }
        return declared(column.computed()).map(TsqlType::h2).orElseGet(() -> TypePlace.of(column.name()));
    }

    /** What the functions that it calls compute must follow from their arguments: H2 stores it. */
    static void requireStored(List<Function> functions) {
        for (Function function : functions) {
            List<Token> body = Lexer.tokens(function.body(), 1);
            boolean selects = body.stream().anyMatch(token -> token.is("SELECT")); // or FROM is that of TRIM
            for (Token token : body) {
                if (token.is(CHANGING) || token.is("RAND") || selects && token.is("FROM")) {
                    throw new UntranslatableException("a computed column with the function " + function.label()
                            + ", which " + (token.is("FROM") ? "reads tables" : "asks " + token.upper()));
                }
            }
        }
    }

    private static Optional<TsqlType> declared(List<Token> expression) {
        TokenReader reader = new TokenReader(expression);
        if (reader.seesSymbol("(")) {
            List<Token> inside = reader.parenthesised();
            if (reader.atEnd()) {
                return declared(inside);
            }
            return Optional.empty();
        }
        boolean cast = reader.accept("CAST");
        if (!cast && !reader.accept("CONVERT")) {
            return Optional.empty();
        }
        TokenReader arguments = new TokenReader(reader.parenthesised());
        if (!reader.atEnd()) {
            return Optional.empty();
        }
        if (cast) {
            arguments.until("AS");
            arguments.expect("AS");
        }
        return Optional.of(TypeReader.ofCast(arguments));
    }

    /** The statement that makes columns of a table that is there. */
    static String resolved(ObjectName table, TableElement.Column column, String statement) {
        return resolved(List.of(column), table.h2(), statement);
    }

    /** The statement that makes a table. */
    static String resolved(List<TableElement> elements, String statement) {
        List<TableElement.Column> columns = elements.stream()
                .filter(TableElement.Column.class::isInstance)
                .map(TableElement.Column.class::cast)
                .toList();
        refuseComputedOfComputed(columns);
        String source = columns.stream()
                .flatMap(column -> column.type().stream()
                        .map(type -> "CAST(NULL AS " + type.h2().replaceFirst(" GENERATED ALWAYS AS .*", "") + ") AS "
                                + QuotedName.of(column.name())))
                .collect(Collectors.joining(", ", "(SELECT ", ")"));
        return resolved(columns, source, statement);
    }

    private static void refuseComputedOfComputed(List<TableElement.Column> columns) {
        List<TableElement.Column> computed =
                columns.stream().filter(column -> !column.computed().isEmpty()).toList();
        for (TableElement.Column column : computed) {
            List<Token> tokens = column.computed();
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                boolean called = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
                boolean another = !called
                        && computed.stream()
                                .anyMatch(
                                        other -> token.isName() && other.name().equalsIgnoreCase(token.value()));
                if (another) {
                    throw UntranslatableException.refused(
                            1759, token, token.text() + " is computed, and a computed column names no other");
                }
            }
        }
    }

    private static String resolved(List<TableElement.Column> columns, String source, String statement) {
        List<String> arguments = new ArrayList<>(List.of(SqlLiteral.h2(statement), SqlLiteral.h2(source)));
        for (TableElement.Column column : columns) {
            if (!column.computed().isEmpty() && declared(column.computed()).isEmpty()) {
                arguments.add(SqlLiteral.h2(column.name()));
                arguments.add(SqlLiteral.h2(ExpressionRewriter.onOneLine(column.computedHere())));
            }
        }
        return arguments.size() == 2
                ? statement
                : ProcedureCall.of("with_computed_types", arguments.toArray(String[]::new));
    }
}
