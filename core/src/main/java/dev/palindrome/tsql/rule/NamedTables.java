package dev.palindrome.tsql.rule;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables that a query or a change of rows names, with their aliases, and where it names a column of one of them. */
public final class NamedTables {

    private static final String[] OF_DATE_PARTS = {
        "DATEPART", "DATEADD", "DATEDIFF", "DATEDIFF_BIG", "DATENAME", "DATETRUNC", "DATE_BUCKET"
    };

    private record Named(ObjectName table, Optional<String> alias) {

        boolean is(ObjectName other) {
            return table.name().equalsIgnoreCase(other.name()) && schema(table).equalsIgnoreCase(schema(other));
        }

        boolean isCalled(String name) {
            return table.name().equalsIgnoreCase(name)
                    || alias.filter(name::equalsIgnoreCase).isPresent();
        }

        private static String schema(ObjectName name) {
            return name.schema() == null ? "dbo" : name.schema();
        }
    }

    private final List<Token> tokens;
    private final List<Named> tables = new ArrayList<>();

    private NamedTables(List<Token> tokens) {
        this.tokens = tokens;
    }

    public static NamedTables of(List<Token> tokens) {
        NamedTables named = new NamedTables(tokens);
        named.read();
        return named;
    }

    private void read() {
        TokenReader reader = new TokenReader(tokens);
        boolean list = false;
        while (!reader.atEnd()) {
            Token token = reader.next();
            boolean before = token.is("FROM", "JOIN", "INTO", "UPDATE", "MERGE", "USING", "DELETE", "INSERT");
            list = token.is("FROM") || list && (token.is("AS") || !token.isReserved());
            if ((before || list && token.isSymbol(","))
                    && reader.peek().isName()
                    && !reader.peek().is("FROM", "INTO")) {
                name(reader);
            }
        }
    }

    private void name(TokenReader reader) {
        int start = reader.position();
        try {
            ObjectName table = reader.objectName();
            reader.accept("AS");
            tables.add(new Named(table, seesAlias(reader) ? Optional.of(reader.identifier()) : Optional.empty()));
        } catch (UntranslatableException noTable) {
            reader.back(start + 1);
        }
    }

    /** Behind a table without an alias stands a word of the language. */
    private static boolean seesAlias(TokenReader reader) {
        Token token = reader.peek();
        return token.isName() && !token.isReserved() && !token.is("USING", "OUTPUT", "OFFSET");
    }

    /** Where a column of a table is named without a doubt. */
    public Optional<Token> useOf(ObjectName table, String column) {
        List<Named> meant = tables.stream().filter(named -> named.is(table)).toList();
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        boolean alone = !readsOther() && tables.stream().allMatch(named -> named.is(table) || isAliasOf(named, meant));
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean called = token.isName() && token.value().equalsIgnoreCase(column);
            if (called && isColumn(i) && (isQualified(i) ? isOf(meant, i) : alone && isOperand(i))) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    /** Whether rows come from a query, from VALUES or from a function, whose columns nobody knows here. */
    private boolean readsOther() {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            Token before = tokens.get(i - 1);
            boolean rows = before.is("FROM", "JOIN", "USING", "APPLY")
                    || before.isSymbol(",") && tokens.get(i + 1).is("SELECT", "VALUES");
            if (tokens.get(i).isSymbol("(") && (rows || before.isName() && isSource(tokens, i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the name that ends here stands where a table stands. */
    private static boolean isSource(List<Token> tokens, int end) {
        int start = end;
        while (start > 1 && tokens.get(start - 1).isSymbol(".")) {
            start -= 2;
        }
        return start > 0 && tokens.get(start - 1).is("FROM", "JOIN", "APPLY");
    }

    /** {@code UPDATE t SET … FROM dbo.users AS t} names the table twice. */
    private static boolean isAliasOf(Named named, List<Named> meant) {
        return named.table().schema() == null
                && meant.stream().anyMatch(table -> table.isCalled(named.table().name()));
    }

    private boolean isColumn(int at) {
        Token behind = at + 1 < tokens.size() ? tokens.get(at + 1) : null;
        return behind == null || !behind.isSymbol(".") && !behind.isSymbol("(");
    }

    private boolean isQualified(int at) {
        return tokens.get(at - 1).isSymbol(".");
    }

    private boolean isOf(List<Named> meant, int at) {
        return at > 1
                && meant.stream()
                        .anyMatch(table -> table.isCalled(tokens.get(at - 2).value()));
    }

    /** Not an alias, which stands behind AS or behind an operand. */
    private boolean isOperand(int at) {
        Token before = tokens.get(at - 1);
        boolean datePart = before.isSymbol("(") && at > 1 && tokens.get(at - 2).is(OF_DATE_PARTS);
        boolean equals = at + 1 < tokens.size() && tokens.get(at + 1).isSymbol("=");
        if (datePart || equals && isSelected(at, before)) {
            return false;
        }
        boolean symbol = before.kind() == Token.Kind.SYMBOL && !before.isSymbol(")") && !before.isSymbol("*");
        return symbol
                || before.is(
                        "SELECT",
                        "DISTINCT",
                        "ALL",
                        "WHERE",
                        "AND",
                        "OR",
                        "NOT",
                        "SET",
                        "BY",
                        "CASE",
                        "WHEN",
                        "THEN",
                        "ELSE",
                        "BETWEEN",
                        "LIKE",
                        "IN",
                        "ON",
                        "HAVING");
    }

    /** In {@code SELECT total = a} a name before the sign of equality is an alias. */
    private boolean isSelected(int at, Token before) {
        boolean listed = before.isSymbol(",") && tokens.subList(0, at).stream().anyMatch(token -> token.is("SELECT"));
        return listed || before.is("SELECT", "DISTINCT", "ALL");
    }

    public String[] arguments(ObjectName table, String column, int line) {
        List<String> arguments =
                new ArrayList<>(List.of(table.arguments(), SqlLiteral.h2(column), String.valueOf(line)));
        List<Named> meant = tables.stream().filter(named -> named.is(table)).toList();
        for (Named other : tables) {
            if (!other.is(table) && !isAliasOf(other, meant)) {
                arguments.add(SqlLiteral.h2(
                        other.table().schema() == null ? "" : other.table().schema()));
                arguments.add(SqlLiteral.h2(other.table().name()));
            }
        }
        return arguments.toArray(String[]::new);
    }
}
