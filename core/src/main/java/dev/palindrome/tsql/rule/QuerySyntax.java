package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.Set;

/**
 * Reads queries, and makes sure that SQL Server's grammar takes them, too. H2 takes a lot that it does not, and one that
 * is only kept is never shown to H2. What they mean is left to others.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/select-transact-sql">SELECT</a>
 */
final class QuerySyntax {

    private static final Set<String> ASSIGNING = Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "^=", "|=");

    private static final String[] DIRECTIVES = {
        "TYPE", "ROOT", "ELEMENTS", "BINARY", "XMLSCHEMA", "XMLDATA", "INCLUDE_NULL_VALUES", "WITHOUT_ARRAY_WRAPPER"
    };

    /** Words with which something else begins behind what is selected. */
    private static final String[] BEHIND_ITEMS = {
        "FROM",
        "INTO",
        "WHERE",
        "GROUP",
        "HAVING",
        "ORDER",
        "UNION",
        "EXCEPT",
        "INTERSECT",
        "FOR",
        "OPTION",
        "DEFAULT",
        "VALUES",
        "SELECT",
        "EXEC",
        "EXECUTE"
    };

    static final int UNKNOWN = -1;

    private final TokenReader reader;
    private boolean makesTable;
    private int columns;

    QuerySyntax(TokenReader reader) {
        this.reader = reader;
    }

    /** Whether a query in parentheses comes next. */
    static boolean isNext(TokenReader reader) {
        int ahead = 0;
        while (reader.peek(ahead).isSymbol("(")) {
            ahead++;
        }
        if (ahead == 0 || !reader.peek(ahead).is("SELECT", "WITH")) {
            return false;
        }
        return ahead == 1 || isWhole(reader, ahead);
    }

    /** Of {@code ((SELECT 1) + 2)} only the inner parentheses hold a query. */
    private static boolean isWhole(TokenReader reader, int opened) {
        int start = reader.position();
        reader.skip(opened - 1);
        reader.parenthesised();
        boolean query = reader.seesSymbol(")") || reader.peek().is("UNION", "EXCEPT", "INTERSECT", "ORDER");
        reader.back(start);
        return query;
    }

    static void inParentheses(TokenReader reader) {
        reader.requireSymbol("(");
        new QuerySyntax(reader).query();
        reader.requireSymbol(")");
    }

    /** A name of one or more parts, of which some may be left out. */
    static void name(TokenReader reader) {
        while (reader.acceptSymbol(".")) {
            // left out
        }
        part(reader);
        while (reader.acceptSymbol(".")) {
            while (reader.acceptSymbol(".")) {
                // left out
            }
            part(reader);
        }
    }

    private static void part(TokenReader reader) {
        if (!reader.peek().isName()) {
            throw reader.syntax();
        }
        reader.identifier();
    }

    static void orderItems(TokenReader reader) {
        do {
            ExpressionSyntax.value(reader);
            if (!reader.accept("ASC")) {
                reader.accept("DESC");
            }
        } while (reader.acceptSymbol(","));
    }

    /** A statement, which may put its rows into a table. */
    void statement() {
        makesTable = reader.sees("SELECT");
        query();
    }

    /** How many columns the last query gives; {@link #UNKNOWN} where it selects all of a table. */
    int columns() {
        return columns;
    }

    /** With all that may stand behind it. */
    void query() {
        boolean ties = term();
        int first = columns;
        while (reader.peek().is("UNION", "EXCEPT", "INTERSECT")) {
            requireNoTies(ties);
            boolean union = reader.next().is("UNION");
            if (union) {
                reader.accept("ALL");
            }
            ties = term();
            if (first != UNKNOWN && columns != UNKNOWN && first != columns) {
                throw UntranslatableException.refused(
                        205,
                        "All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number of"
                                + " expressions in their target lists");
            }
        }
        columns = first;
        if (reader.accept("ORDER")) {
            reader.require("BY");
            orderItems(reader);
            offset();
            ties = false;
        }
        requireNoTies(ties);
        while (reader.accept("FOR")) {
            format();
        }
        option();
    }

    void option() {
        if (reader.accept("OPTION") && reader.parenthesised().isEmpty()) {
            throw reader.syntax();
        }
    }

    private static void requireNoTies(boolean ties) {
        if (ties) {
            throw UntranslatableException.refused(1062, "TOP … WITH TIES needs an ORDER BY");
        }
    }

    private void offset() {
        if (!reader.accept("OFFSET")) {
            return;
        }
        ExpressionSyntax.value(reader);
        reader.require("ROW", "ROWS");
        if (reader.accept("FETCH")) {
            reader.require("NEXT", "FIRST");
            ExpressionSyntax.value(reader);
            reader.require("ROW", "ROWS");
            reader.require("ONLY");
        }
    }

    private void format() {
        if (reader.accept("BROWSE")) {
            return;
        }
        reader.require("XML", "JSON");
        reader.require("RAW", "AUTO", "PATH", "EXPLICIT");
        text();
        while (reader.acceptSymbol(",")) {
            boolean binary = reader.sees("BINARY");
            reader.require(DIRECTIVES);
            if (binary) {
                reader.require("BASE64");
            } else if (!reader.accept("XSINIL") && !reader.accept("ABSENT")) {
                text();
            }
        }
    }

    private void text() {
        if (reader.acceptSymbol("(")) {
            if (reader.peek().kind() != Token.Kind.STRING) {
                throw reader.syntax();
            }
            reader.next();
            reader.requireSymbol(")");
        }
    }

    private boolean term() {
        if (reader.acceptSymbol("(")) {
            query();
            reader.requireSymbol(")");
            return false;
        }
        return specification();
    }

    private boolean specification() {
        reader.require("SELECT");
        if (!reader.accept("ALL")) {
            reader.accept("DISTINCT");
        }
        boolean ties = top();
        int items = 0;
        boolean all = false;
        Token counted = reader.peek();
        do {
            counted = isCount() ? reader.peek() : counted;
            all |= item();
            items++;
        } while (reader.acceptSymbol(","));
        if (makesTable && reader.accept("INTO")) {
            name(reader);
            if (reader.accept("ON")) {
                name(reader);
            }
        } else if (counted.is("IDENTITY")) {
            throw UntranslatableException.refused(177, counted, "IDENTITY counts the rows of a SELECT … INTO alone");
        }
        makesTable = false;
        SourceSyntax sources = new SourceSyntax(reader);
        if (reader.accept("FROM")) {
            sources.all();
        }
        if (reader.accept("WHERE")) {
            ExpressionSyntax.condition(reader);
        }
        if (reader.accept("GROUP")) {
            reader.require("BY");
            groups();
        }
        if (reader.accept("HAVING")) {
            ExpressionSyntax.condition(reader);
        }
        if (reader.accept("WINDOW")) {
            do {
                name(reader);
                reader.require("AS");
                new WindowSyntax(reader).definition();
            } while (reader.acceptSymbol(","));
        }
        columns = all ? UNKNOWN : items;
        return ties;
    }

    /** @return whether it has WITH TIES */
    boolean top() {
        if (!reader.accept("TOP")) {
            return false;
        }
        if (reader.acceptSymbol("(")) {
            ExpressionSyntax.value(reader);
            reader.requireSymbol(")");
        } else if (reader.peek().kind() == Token.Kind.NUMBER || reader.peek().kind() == Token.Kind.VARIABLE) {
            reader.next();
        } else {
            throw reader.syntax();
        }
        reader.accept("PERCENT");
        if (reader.sees("WITH", "APPROXIMATE")) {
            reader.skip(2);
        }
        return reader.accept("WITH", "TIES");
    }

    private void groups() {
        reader.accept("ALL");
        do {
            group();
        } while (reader.acceptSymbol(","));
        if (reader.accept("WITH")) {
            reader.require("ROLLUP", "CUBE", "DISTRIBUTED_AGG");
        }
    }

    private void group() {
        boolean sets = reader.sees("GROUPING", "SETS");
        if (sets || reader.peek().is("ROLLUP", "CUBE") && reader.peek(1).isSymbol("(")) {
            reader.skip(sets ? 2 : 1);
            reader.requireSymbol("(");
            do {
                set();
            } while (reader.acceptSymbol(","));
            reader.requireSymbol(")");
        } else if (reader.seesSymbol("(") && reader.peek(1).isSymbol(")")) {
            reader.skip(2);
        } else {
            ExpressionSyntax.value(reader);
        }
    }

    private void set() {
        if (!reader.seesSymbol("(") || QuerySyntax.isNext(reader)) {
            group();
            return;
        }
        int start = reader.position();
        reader.parenthesised();
        boolean part = !reader.seesSymbol(",") && !reader.seesSymbol(")");
        reader.back(start);
        if (part) {
            ExpressionSyntax.value(reader);
            return;
        }
        reader.requireSymbol("(");
        if (!reader.seesSymbol(")")) {
            do {
                group();
            } while (reader.acceptSymbol(","));
        }
        reader.requireSymbol(")");
    }

    /**
     * What is selected or put out.
     *
     * @return whether it is all columns of a table
     */
    boolean item() {
        if (reader.acceptSymbol("*")) {
            return true;
        }
        Token first = reader.peek();
        boolean variable = first.kind() == Token.Kind.VARIABLE && isAssignment(reader.peek(1));
        boolean named = (first.isName() || first.kind() == Token.Kind.STRING)
                && reader.peek(1).isSymbol("=");
        if (variable || named) {
            reader.next();
            reader.next();
            ExpressionSyntax.value(reader);
            return false;
        }
        if (isStar()) {
            return true;
        }
        ExpressionSyntax.value(reader);
        alias();
        return false;
    }

    /** {@code IDENTITY(INT, 1, 1)}. */
    private boolean isCount() {
        return reader.sees("IDENTITY") && reader.peek(1).isSymbol("(");
    }

    /** {@code =}, {@code +=} and their like. */
    static boolean isAssignment(Token token) {
        return token.kind() == Token.Kind.SYMBOL && ASSIGNING.contains(token.text());
    }

    private boolean isStar() {
        int start = reader.position();
        while (reader.peek().isName() || reader.peek().kind() == Token.Kind.VARIABLE) {
            reader.next();
            if (!reader.acceptSymbol(".")) {
                break;
            }
            while (reader.acceptSymbol(".")) {
                // left out
            }
            if (reader.acceptSymbol("*")) {
                return true;
            }
        }
        reader.back(start);
        return false;
    }

    private void alias() {
        boolean as = reader.accept("AS");
        if (reader.peek().kind() == Token.Kind.STRING) {
            reader.next();
        } else if (as || reader.peek().isName() && !isClause()) {
            part(reader);
        }
    }

    /** WINDOW is a name, too. */
    private boolean isClause() {
        return reader.peek().is(BEHIND_ITEMS)
                || reader.sees("WINDOW")
                        && reader.peek(1).isName()
                        && reader.peek(2).is("AS");
    }
}
