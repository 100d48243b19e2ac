package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.List;
import java.util.Optional;

/**
 * Makes sure that SQL Server's grammar takes a query, or a statement that changes rows. It is held against Microsoft's own
 * grammar; where a word begins something that only few know, it reads on without a look.
 */
public final class DataSyntax {

    private static final String MORE_COLUMNS =
            "There are more columns in the INSERT statement than values specified in the VALUES clause";

    private static final String FEWER_COLUMNS =
            "There are fewer columns in the INSERT statement than values specified in the VALUES clause";

    private static final String FEWER_ITEMS =
            "The select list for the INSERT statement contains fewer items than the insert list";

    private static final String MORE_ITEMS =
            "The select list for the INSERT statement contains more items than the insert list";

    private final TokenReader reader;
    private final QuerySyntax queries;
    private final SourceSyntax sources;

    private DataSyntax(TokenReader reader) {
        this.reader = reader;
        this.queries = new QuerySyntax(reader);
        this.sources = new SourceSyntax(reader);
    }

    /** Whether this begins what is read here. */
    public static boolean isNext(Token first) {
        return first.is("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH");
    }

    /**
     * @param statement from its first token to its last
     * @throws dev.palindrome.tsql.UntranslatableException with SQL Server's error
     */
    public static void require(List<Token> statement) {
        TokenReader reader = new TokenReader(statement);
        if (reader.sees("UPDATE", "STATISTICS")) {
            return;
        }
        new DataSyntax(reader).statement();
        reader.expectEndOfSyntax();
    }

    /**
     * What stands behind the RETURN of a function that gives rows.
     *
     * @throws dev.palindrome.tsql.UntranslatableException with SQL Server's error
     */
    public static void requireReturned(List<Token> query) {
        TokenReader reader = new TokenReader(query);
        boolean inside = reader.seesSymbol("(") && reader.peek(1).is("WITH");
        if (inside) {
            reader.requireSymbol("(");
        }
        new DataSyntax(reader).statement();
        if (inside) {
            reader.requireSymbol(")");
        }
        while (reader.acceptSymbol(";")) {
            // ends it
        }
        reader.expectEndOfSyntax();
    }

    /**
     * What only the whole of a batch shows: whether each MERGE ends, what stands behind a CREATE SCHEMA, and the tables that
     * are variables and types.
     *
     * @param batch all of it
     * @throws dev.palindrome.tsql.UntranslatableException with SQL Server's error
     */
    public static void requireBatch(List<Token> batch) {
        requireEnds(batch);
        for (int i = 2; i + 1 < batch.size(); i++) {
            boolean table = batch.get(i).is("TABLE") && batch.get(i + 1).isSymbol("(");
            boolean named = batch.get(i - 1).kind() == Token.Kind.VARIABLE
                    || batch.get(i - 1).is("AS")
                            && (batch.get(i - 2).kind() == Token.Kind.VARIABLE || isType(batch, i - 2));
            if (table && named) {
                TokenReader reader = new TokenReader(batch.subList(i + 1, batch.size()));
                requireUnnamed(reader.parenthesised());
            }
        }
    }

    private static boolean isType(List<Token> batch, int at) {
        int first = at;
        while (first > 0
                && (batch.get(first).isName() || batch.get(first).isSymbol("."))
                && !batch.get(first).is("TYPE")) {
            first--;
        }
        return first > 0 && batch.get(first).is("TYPE") && batch.get(first - 1).is("CREATE");
    }

    /** Constraints of such a table have no names, and none is a foreign key. */
    private static void requireUnnamed(List<Token> columns) {
        for (int i = 0; i + 1 < columns.size(); i++) {
            Token token = columns.get(i);
            boolean wrong = token.is("CONSTRAINT", "REFERENCES", "FOREIGN")
                    || token.is("NOT") && columns.get(i + 1).is("FOR");
            if (wrong) {
                throw UntranslatableException.syntax(token);
            }
        }
    }

    /** MERGE is the one statement that has to end with a semicolon. */
    private static void requireEnds(List<Token> batch) {
        int depth = 0;
        Optional<Token> merge = Optional.empty();
        for (int i = 0; i < batch.size(); i++) {
            Token token = batch.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (token.isSymbol(";") && depth <= 0) {
                merge = Optional.empty();
            } else if (depth == 0 && merge.isEmpty() && isMerge(batch, i)) {
                merge = Optional.of(token);
            }
        }
        merge.ifPresent(token -> {
            throw UntranslatableException.refused(10713, token, "a MERGE ends with a semicolon");
        });
    }

    private static boolean isMerge(List<Token> batch, int at) {
        if (!batch.get(at).is("MERGE") || at + 2 >= batch.size()) {
            return false;
        }
        Token before = at == 0 ? batch.get(batch.size() - 1) : batch.get(at - 1);
        Token next = batch.get(at + 1);
        boolean target = next.isName() && !next.isReserved() && !next.is("RANGE")
                || next.kind() == Token.Kind.VARIABLE
                || next.is("INTO", "TOP");
        return target && !before.isSymbol(".") && !before.is("AS", "FROM", "INTO", "TABLE", "JOIN");
    }

    /**
     * @param query from its first token to its last
     * @throws dev.palindrome.tsql.UntranslatableException with SQL Server's error
     */
    public static void requireQuery(List<Token> query) {
        TokenReader reader = new TokenReader(query);
        if (reader.peek().is("INSERT", "UPDATE", "DELETE", "MERGE")) {
            throw reader.syntax();
        }
        new DataSyntax(reader).statement();
        reader.expectEndOfSyntax();
    }

    private void statement() {
        if (reader.sees("WITH", "CHANGE_TRACKING_CONTEXT")) {
            reader.skip(2);
            reader.parenthesised();
        } else if (reader.accept("WITH")) {
            commonTables();
        }
        if (reader.accept("INSERT")) {
            insert();
        } else if (reader.accept("UPDATE")) {
            update();
        } else if (reader.accept("DELETE")) {
            delete();
        } else if (reader.accept("MERGE")) {
            merge();
        } else {
            queries.statement();
        }
    }

    private void commonTables() {
        do {
            if (reader.sees("XMLNAMESPACES")) {
                reader.next();
                reader.parenthesised();
                continue;
            }
            identifier();
            if (reader.seesSymbol("(")) {
                names();
            }
            reader.require("AS");
            QuerySyntax.inParentheses(reader);
        } while (reader.acceptSymbol(","));
    }

    private void identifier() {
        if (!reader.peek().isName()) {
            throw reader.syntax();
        }
        reader.identifier();
    }

    private int names() {
        reader.requireSymbol("(");
        int count = 0;
        do {
            count++;
            if (reader.peek().is("IDENTITYCOL", "ROWGUIDCOL")) {
                reader.next();
            } else {
                QuerySyntax.name(reader);
            }
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
        return count;
    }

    private void target() {
        if (reader.peek().kind() == Token.Kind.VARIABLE) {
            reader.next();
        } else if (reader.peek().is("OPENQUERY", "OPENROWSET", "OPENDATASOURCE")) {
            reader.next();
            reader.parenthesised();
            if (reader.acceptSymbol(".")) {
                QuerySyntax.name(reader);
            }
        } else {
            QuerySyntax.name(reader);
        }
        if (reader.sees("WITH") && reader.peek(1).isSymbol("(")) {
            reader.next();
            if (reader.parenthesised().isEmpty()) {
                throw reader.syntax();
            }
        }
    }

    private void insert() {
        queries.top();
        reader.accept("INTO");
        target();
        int names = reader.seesSymbol("(") && !QuerySyntax.isNext(reader) ? names() : QuerySyntax.UNKNOWN;
        output();
        if (reader.accept("DEFAULT")) {
            reader.require("VALUES");
        } else if (reader.accept("VALUES")) {
            int values = SourceSyntax.rows(reader, true);
            requireSame(names, values, values < names ? MORE_COLUMNS : FEWER_COLUMNS, values < names ? 109 : 110);
        } else if (reader.peek().is("EXEC", "EXECUTE")) {
            reader.rest();
            return;
        } else {
            queries.query();
            int items = queries.columns();
            requireSame(names, items, items < names ? FEWER_ITEMS : MORE_ITEMS, items < names ? 120 : 121);
        }
        queries.option();
    }

    private static void requireSame(int names, int values, String otherwise, int error) {
        if (names != QuerySyntax.UNKNOWN && values != QuerySyntax.UNKNOWN && names != values) {
            throw UntranslatableException.refused(error, otherwise);
        }
    }

    private void update() {
        queries.top();
        target();
        reader.require("SET");
        assignments();
        output();
        fromAndWhere();
    }

    private void delete() {
        queries.top();
        reader.accept("FROM");
        target();
        output();
        fromAndWhere();
    }

    private void fromAndWhere() {
        if (reader.accept("FROM")) {
            sources.all();
        }
        if (reader.sees("WHERE", "CURRENT")) {
            reader.skip(2);
            reader.require("OF");
            reader.accept("GLOBAL");
            if (reader.peek().kind() == Token.Kind.VARIABLE) {
                reader.next();
            } else {
                identifier();
            }
        } else if (reader.accept("WHERE")) {
            ExpressionSyntax.condition(reader);
        }
        queries.option();
    }

    private void assignments() {
        do {
            assignment();
        } while (reader.acceptSymbol(","));
    }

    private void assignment() {
        boolean variable = reader.peek().kind() == Token.Kind.VARIABLE;
        if (variable) {
            reader.next();
        } else {
            QuerySyntax.name(reader);
            if (reader.seesSymbol("(")) {
                reader.parenthesised();
                return;
            }
        }
        operator();
        boolean both = variable && reader.peek().isName() && isColumnAssigned();
        if (both) {
            QuerySyntax.name(reader);
            operator();
        }
        if ((both || !variable) && reader.accept("DEFAULT")) {
            return;
        }
        ExpressionSyntax.value(reader);
    }

    /** {@code @v = column = value}. */
    private boolean isColumnAssigned() {
        int start = reader.position();
        boolean assigned = reader.lastNamePart().isPresent() && QuerySyntax.isAssignment(reader.peek());
        reader.back(start);
        return assigned;
    }

    private void operator() {
        if (!QuerySyntax.isAssignment(reader.peek())) {
            throw reader.syntax();
        }
        reader.next();
    }

    private void output() {
        while (reader.accept("OUTPUT")) {
            do {
                queries.item();
            } while (reader.acceptSymbol(","));
            if (reader.accept("INTO")) {
                target();
                if (reader.seesSymbol("(") && !QuerySyntax.isNext(reader)) {
                    names();
                }
            }
        }
    }

    private void merge() {
        queries.top();
        reader.accept("INTO");
        target();
        boolean as = reader.accept("AS");
        if (as || reader.peek().isName() && !reader.sees("USING")) {
            identifier();
        }
        reader.require("USING");
        sources.joined();
        reader.require("ON");
        ExpressionSyntax.condition(reader);
        if (!reader.sees("WHEN")) {
            throw reader.syntax();
        }
        while (reader.accept("WHEN")) {
            when();
        }
        output();
        queries.option();
    }

    private void when() {
        boolean not = reader.accept("NOT");
        reader.require("MATCHED");
        boolean source = not && reader.accept("BY", "SOURCE");
        boolean inserts = not && !source;
        if (inserts) {
            reader.accept("BY", "TARGET");
        }
        if (reader.accept("AND")) {
            ExpressionSyntax.condition(reader);
        }
        reader.require("THEN");
        if (inserts) {
            reader.require("INSERT");
            if (reader.seesSymbol("(")) {
                names();
            }
            if (reader.accept("DEFAULT")) {
                reader.require("VALUES");
                return;
            }
            reader.require("VALUES");
            reader.requireSymbol("(");
            do {
                if (!reader.accept("DEFAULT")) {
                    ExpressionSyntax.value(reader);
                }
            } while (reader.acceptSymbol(","));
            reader.requireSymbol(")");
        } else if (!reader.accept("DELETE")) {
            reader.require("UPDATE");
            reader.require("SET");
            assignments();
        }
    }
}
