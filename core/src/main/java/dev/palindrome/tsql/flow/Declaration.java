package dev.palindrome.tsql.flow;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.declaration.TypeReader;
import dev.palindrome.tsql.declaration.UserTypeException;
import dev.palindrome.tsql.rule.ExpressionSyntax;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One variable of a DECLARE.
 *
 * @param name with its at sign
 * @param variable of its type
 * @param value that it begins with; empty where there is none
 * @param table what stands behind TABLE, parentheses included; empty for other types
 * @param type the user's own, of a variable that holds rows
 */
record Declaration(Token name, FlowVariable variable, List<Token> value, List<Token> table, Optional<ObjectName> type) {

    /** Of these H2 keeps the texts, or CAST knows too little. */
    private static final Set<SqlType> UNCONVERTED = EnumSet.of(
            SqlType.JSON,
            SqlType.VECTOR,
            SqlType.SQL_VARIANT,
            SqlType.HIERARCHYID,
            SqlType.GEOGRAPHY,
            SqlType.GEOMETRY,
            SqlType.ROWVERSION);

    private static final Set<SqlType> NOT_FOR_VARIABLES = EnumSet.of(SqlType.TEXT, SqlType.NTEXT, SqlType.IMAGE);

    /** @throws UntranslatableException if it is no declaration of variables */
    static List<Declaration> all(List<Token> statement, FlowScope scope) {
        TokenReader reader = new TokenReader(statement);
        List<Declaration> all = new ArrayList<>();
        reader.require("DECLARE");
        do {
            all.add(one(reader, scope));
        } while (reader.acceptSymbol(","));
        reader.expectEndOfSyntax();
        return all;
    }

    private static Declaration one(TokenReader reader, FlowScope scope) {
        Token name = reader.next();
        if (name.kind() != Token.Kind.VARIABLE) {
            throw UntranslatableException.syntax(name);
        }
        reader.accept("AS");
        if (reader.accept("CURSOR")) {
            return new Declaration(
                    name,
                    new FlowVariable(name.text().toLowerCase(java.util.Locale.ROOT), FlowVariable.CURSOR, ""),
                    List.of(),
                    List.of(),
                    Optional.empty());
        }
        if (reader.accept("TABLE")) {
            int start = reader.position();
            reader.parenthesised();
            return new Declaration(
                    name, FlowVariable.table(name.text()), List.of(), reader.since(start), Optional.empty());
        }
        if (scope.standsAsTable(name) && isUserType(reader)) {
            ObjectName type = reader.objectName();
            return new Declaration(name, FlowVariable.table(name.text()), List.of(), List.of(), Optional.of(type));
        }
        FlowVariable variable = FlowVariable.of(name.text(), type(reader));
        List<Token> value = reader.acceptSymbol("=") ? ExpressionSyntax.value(reader) : List.of();
        return new Declaration(name, variable, value, List.of(), Optional.empty());
    }

    private static boolean isUserType(TokenReader reader) {
        int start = reader.position();
        try {
            TypeReader.ofColumn(reader);
            return false;
        } catch (UserTypeException use) {
            return true;
        } finally {
            reader.back(start);
        }
    }

    /** The type of a variable or parameter. */
    static String type(TokenReader reader) {
        Token first = reader.peek();
        try {
            String type = TypeReader.ofColumn(reader).declared();
            boolean refused = DeclaredType.parse(type)
                    .sqlType()
                    .filter(NOT_FOR_VARIABLES::contains)
                    .isPresent();
            if (refused) {
                throw UntranslatableException.refused(
                        2739, first, "a variable is of no type " + type + ": take one with max");
            }
            return type;
        } catch (UserTypeException use) {
            throw use.untranslatable(" of a variable");
        }
    }

    static boolean isConverted(String type) {
        return DeclaredType.parse(type)
                .sqlType()
                .filter(known -> !UNCONVERTED.contains(known))
                .isPresent();
    }

    static boolean isText(String type) {
        return DeclaredType.parse(type)
                .sqlType()
                .filter(known -> known.family().isText())
                .isPresent();
    }
}
