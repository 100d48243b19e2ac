package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads what stands behind FROM.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/from-transact-sql">FROM</a>
 */
final class SourceSyntax {

    /** Functions of which rows come, with a grammar of their own. */
    private static final String[] ROWSETS = {
        "OPENROWSET",
        "OPENQUERY",
        "OPENDATASOURCE",
        "OPENXML",
        "OPENJSON",
        "CONTAINSTABLE",
        "FREETEXTTABLE",
        "SEMANTICKEYPHRASETABLE",
        "SEMANTICSIMILARITYTABLE",
        "SEMANTICSIMILARITYDETAILSTABLE",
        "CHANGETABLE",
        "PREDICT",
        "VECTOR_SEARCH",
        "AI_GENERATE_CHUNKS"
    };

    private final TokenReader reader;

    /** What the tables are called that stand here, and whether that is another name than their own. */
    private final Map<String, Boolean> called = new HashMap<>();

    SourceSyntax(TokenReader reader) {
        this.reader = reader;
    }

    /** Those between commas. */
    void all() {
        called.clear();
        do {
            joined();
        } while (reader.acceptSymbol(","));
    }

    void joined() {
        primary();
        while (joins()) {
            // and the next one
        }
    }

    private boolean joins() {
        if (reader.accept("CROSS") || reader.sees("OUTER", "APPLY") && reader.accept("OUTER")) {
            reader.require("JOIN", "APPLY");
            primary();
            return true;
        }
        if (reader.peek().is("PIVOT", "UNPIVOT")) {
            turned(reader.next().is("PIVOT"));
            return true;
        }
        if (!reader.peek().is("INNER", "LEFT", "RIGHT", "FULL", "JOIN")) {
            return false;
        }
        if (!reader.sees("JOIN")) {
            boolean outer = !reader.next().is("INNER");
            if (outer) {
                reader.accept("OUTER");
            }
            if (reader.peek().is("LOOP", "HASH", "MERGE", "REMOTE")) {
                reader.next();
            }
        }
        reader.require("JOIN");
        joined();
        reader.require("ON");
        ExpressionSyntax.condition(reader);
        return true;
    }

    private void turned(boolean pivot) {
        reader.requireSymbol("(");
        QuerySyntax.name(reader);
        if (pivot) {
            reader.requireSymbol("(");
            if (!reader.acceptSymbol("*")) {
                ExpressionSyntax.value(reader);
            }
            reader.requireSymbol(")");
        }
        reader.require("FOR");
        QuerySyntax.name(reader);
        reader.require("IN");
        reader.requireSymbol("(");
        do {
            QuerySyntax.name(reader);
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
        reader.requireSymbol(")");
        reader.accept("AS");
        QuerySyntax.name(reader);
    }

    private void primary() {
        if (reader.acceptSymbol("{")) {
            reader.until("}");
            reader.requireSymbol("}");
            return;
        }
        if (reader.seesSymbol("(")) {
            parenthesised();
            return;
        }
        boolean ofTheSystem =
                reader.acceptSymbol("::"); // the old way to name a function such as fn_listextendedproperty
        if (ofTheSystem && !reader.peek(1).isSymbol("(")) {
            throw UntranslatableException.syntax(reader.peek(1));
        }
        if (ofTheSystem || reader.peek().is(ROWSETS) && reader.peek(1).isSymbol("(")) {
            rowset();
        } else {
            table();
        }
    }

    private void rowset() {
        reader.next();
        reader.parenthesised();
        while (reader.seesSymbol(".")) {
            reader.next();
            reader.next();
        }
        if (reader.sees("WITH") && reader.peek(1).isSymbol("(")) {
            reader.next();
            reader.parenthesised();
        }
        alias();
        columns();
    }

    private void parenthesised() {
        if (QuerySyntax.isNext(reader)) {
            QuerySyntax.inParentheses(reader);
            named();
            return;
        }
        if (reader.peek(1).is("INSERT", "UPDATE", "DELETE", "MERGE")) {
            reader.parenthesised();
            named();
            return;
        }
        reader.requireSymbol("(");
        if (reader.accept("VALUES")) {
            rows(reader, false);
            reader.requireSymbol(")");
            named();
            return;
        }
        joined();
        reader.requireSymbol(")");
    }

    /**
     * @param defaults whether DEFAULT may be among the values
     * @return how many values each of them has
     */
    static int rows(TokenReader reader, boolean defaults) {
        int first = 0;
        do {
            Token open = reader.peek();
            reader.requireSymbol("(");
            int values = 0;
            do {
                values++;
                if (!defaults || !reader.accept("DEFAULT")) {
                    ExpressionSyntax.value(reader);
                }
            } while (reader.acceptSymbol(","));
            reader.requireSymbol(")");
            if (first > 0 && values != first) {
                throw UntranslatableException.refused(
                        10709,
                        open,
                        "The number of columns for each row in a table value constructor must be the same");
            }
            first = values;
        } while (reader.acceptSymbol(","));
        return first;
    }

    /** A query has a name. */
    private void named() {
        reader.accept("AS");
        if (!reader.peek().isName()) {
            throw reader.syntax();
        }
        reader.identifier();
        columns();
    }

    private void columns() {
        if (reader.acceptSymbol("(")) {
            do {
                QuerySyntax.name(reader);
            } while (reader.acceptSymbol(","));
            reader.requireSymbol(")");
        }
    }

    private void table() {
        Token first = reader.peek();
        int start = reader.position();
        boolean variable = reader.peek().kind() == Token.Kind.VARIABLE;
        if (variable) {
            reader.next();
        } else {
            QuerySyntax.name(reader);
        }
        String name = name(reader.since(start));
        boolean function = false;
        while (reader.seesSymbol("(") || variable && reader.seesSymbol(".") || function && reader.seesSymbol(".")) {
            if (!reader.seesSymbol("(")) {
                reader.next();
                QuerySyntax.name(reader);
            } else if (isHint()) {
                reader.parenthesised();
            } else {
                new ArgumentSyntax(reader).of(reader.peek());
                function = true;
            }
        }
        if (reader.sees("FOR", "SYSTEM_TIME")) {
            times();
        } else if (reader.sees("FOR", "PATH")) {
            reader.skip(2);
        }
        hints();
        sample();
        boolean named = alias();
        if (named || !function) {
            requireOther(first, named ? name(reader.since(reader.position() - 1)) : name, named);
        }
        sample();
        hints();
        if (reader.seesSymbol("(")) {
            if (function) {
                columns();
            } else if (!named || !isHint()) {
                throw reader.syntax();
            } else {
                reader.parenthesised();
            }
        }
    }

    private static String name(List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.isSymbol(".") ? "." : token.value().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private void requireOther(Token place, String name, boolean alias) {
        Boolean before = called.putIfAbsent(name, alias);
        if (before != null && before == alias) {
            throw alias
                    ? UntranslatableException.refused(
                            1011, place, "the correlation name " + name + " is there twice in a FROM clause")
                    : UntranslatableException.refused(
                            1013,
                            place,
                            "the table " + name + " is there twice in a FROM clause: give it another name");
        }
    }

    /** {@code (NOLOCK)} without WITH. */
    private boolean isHint() {
        return TableHints.isWithoutWith(reader.peek(1));
    }

    private void hints() {
        if (reader.sees("WITH") && reader.peek(1).isSymbol("(")) {
            reader.next();
            if (reader.parenthesised().isEmpty()) {
                throw reader.syntax();
            }
        }
    }

    private void sample() {
        if (reader.accept("TABLESAMPLE")) {
            reader.accept("SYSTEM");
            reader.requireSymbol("(");
            ExpressionSyntax.value(reader);
            if (!reader.accept("PERCENT")) {
                reader.accept("ROWS");
            }
            reader.requireSymbol(")");
            if (reader.accept("REPEATABLE")) {
                reader.parenthesised();
            }
        }
    }

    private boolean alias() {
        boolean as = reader.accept("AS");
        boolean name = reader.peek().isName()
                && !reader.peek().isReserved()
                && !reader.peek().is("USING", "WINDOW", "OUTPUT");
        if (as || name) {
            if (!reader.peek().isName()) {
                throw reader.syntax();
            }
            reader.identifier();
            return true;
        }
        return false;
    }

    private void times() {
        reader.skip(2);
        if (reader.accept("ALL")) {
            return;
        }
        if (reader.accept("AS")) {
            reader.require("OF");
            ExpressionSyntax.value(reader);
        } else if (reader.accept("FROM")) {
            ExpressionSyntax.value(reader);
            reader.require("TO");
            ExpressionSyntax.value(reader);
        } else if (reader.accept("BETWEEN")) {
            ExpressionSyntax.value(reader);
            reader.require("AND");
            ExpressionSyntax.value(reader);
        } else {
            reader.require("CONTAINED");
            reader.require("IN");
            reader.requireSymbol("(");
            ExpressionSyntax.value(reader);
            reader.requireSymbol(",");
            ExpressionSyntax.value(reader);
            reader.requireSymbol(")");
        }
    }
}
