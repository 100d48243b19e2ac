package dev.palindrome.tsql.partition;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.PartitionBoundaries;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.List;

/**
 * CREATE, ALTER and DROP of partition functions and schemes (Microsoft: create-partition-function-transact-sql,
 * create-partition-scheme-transact-sql, alter-partition-function-transact-sql, alter-partition-scheme-transact-sql).
 */
public final class PartitionStatement {

    private static final String FUNCTION = "partition_function";

    private static final String SCHEME = "partition_scheme";

    private PartitionStatement() {}

    /** From behind {@code CREATE PARTITION}. */
    public static List<String> create(TokenReader reader) {
        return isFunction(reader) ? List.of(PartitionFunctionText.create(reader)) : List.of(createScheme(reader));
    }

    private static boolean isFunction(TokenReader reader) {
        boolean function = reader.sees("FUNCTION");
        reader.require("FUNCTION", "SCHEME");
        return function;
    }

    static String call(String action, String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of(SqlLiteral.h2(action), SqlLiteral.h2(name)));
        for (String argument : more) {
            arguments.add(SqlLiteral.h2(argument));
        }
        return ProcedureCall.of(FUNCTION, arguments.toArray(String[]::new));
    }

    private static String createScheme(TokenReader reader) {
        List<String> arguments = new ArrayList<>();
        String name = reader.identifier();
        reader.require("AS");
        reader.require("PARTITION");
        String function = reader.identifier();
        boolean all = reader.accept("ALL");
        reader.require("TO");
        reader.requireSymbol("(");
        do {
            arguments.add(fileGroup(reader));
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
        reader.expectEndOfSyntax();
        return scheme(all ? "create all" : "create", name, function, arguments);
    }

    private static String scheme(String action, String name, String function, List<String> groups) {
        List<String> arguments =
                new ArrayList<>(List.of(SqlLiteral.h2(action), SqlLiteral.h2(name), SqlLiteral.h2(function)));
        groups.forEach(group -> arguments.add(SqlLiteral.h2(group)));
        return ProcedureCall.of(SCHEME, arguments.toArray(String[]::new));
    }

    private static String fileGroup(TokenReader reader) {
        return switch (reader.peek().kind()) {
            case STRING -> reader.next().value();
            default -> reader.identifier();
        };
    }

    /** From behind {@code ALTER PARTITION}. */
    public static List<String> alter(TokenReader reader) {
        return List.of(isFunction(reader) ? alterFunction(reader) : nextUsed(reader));
    }

    private static String alterFunction(TokenReader reader) {
        String name = reader.identifier();
        reader.requireSymbol("(");
        reader.requireSymbol(")");
        String action = reader.sees("SPLIT") ? "split" : "merge";
        reader.require("SPLIT", "MERGE");
        reader.require("RANGE");
        reader.requireSymbol("(");
        String boundary = boundary(reader);
        reader.requireSymbol(")");
        reader.expectEndOfSyntax();
        return ProcedureCall.of(FUNCTION, SqlLiteral.h2(action), SqlLiteral.h2(name), boundary);
    }

    /** As a literal that is to be read; what a variable holds is made one where the statement runs. */
    private static String boundary(TokenReader reader) {
        Token first = reader.peek();
        boolean variable = first.kind() == Token.Kind.VARIABLE && !first.value().equals(first.text());
        if (!variable) {
            return SqlLiteral.h2(PartitionBoundaries.literal(reader));
        }
        reader.next();
        return "COALESCE('''' || REPLACE(CAST(" + first.value() + " AS VARCHAR), '''', '''''') || '''', 'NULL')";
    }

    private static String nextUsed(TokenReader reader) {
        String name = reader.identifier();
        reader.require("NEXT");
        reader.require("USED");
        List<String> group = reader.atEnd() ? List.of() : List.of(fileGroup(reader));
        reader.expectEndOfSyntax();
        return scheme("next used", name, "", group);
    }

    /** From behind {@code DROP PARTITION}. */
    public static List<String> drop(TokenReader reader) {
        boolean function = isFunction(reader);
        String name = reader.identifier();
        reader.expectEndOfSyntax();
        return List.of(function ? call("drop", name) : scheme("drop", name, "", List.of()));
    }
}
