package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.administration.ProcedureArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the condition of an IF may ask about the schema, answered by H2's information schema. */
final class CatalogueCalls {

    private static final Set<String> FUNCTIONS = Set.of("OBJECT_ID", "SCHEMA_ID", "COL_LENGTH", "DB_NAME");

    private static final Set<String> SYS = Set.of(
            "tables",
            "views",
            "columns",
            "identity_columns",
            "indexes",
            "schemas",
            "objects",
            "sequences",
            "foreign_keys",
            "check_constraints",
            "default_constraints",
            "key_constraints");

    private static final Set<String> INFORMATION_SCHEMA = Set.of("tables", "columns", "table_constraints");

    private static final String PROPERTIES = "fn_listextendedproperty";

    private static final List<String> PROPERTIES_ARGUMENTS =
            List.of("@name", "@level0type", "@level0name", "@level1type", "@level1name", "@level2type", "@level2name");

    private CatalogueCalls() {}

    static boolean knows(String function) {
        return FUNCTIONS.contains(function);
    }

    static boolean isCatalogue(List<String> parts) {
        return parts.size() == 2
                && (parts.get(0).equalsIgnoreCase("sys") || parts.get(0).equalsIgnoreCase("INFORMATION_SCHEMA"));
    }

    /** Ours, with the columns that scripts ask for; any other column is an error there. */
    static String view(List<String> parts) {
        String view = parts.get(1).toLowerCase(Locale.ROOT);
        boolean sys = parts.get(0).equalsIgnoreCase("sys");
        if (sys && view.equals("extended_properties")) {
            return "\"palindrome\".\"extended_properties\"()";
        }
        if (!(sys ? SYS : INFORMATION_SCHEMA).contains(view)) {
            throw new UntranslatableException("the catalogue view " + parts.get(0) + "." + parts.get(1));
        }
        return "\"palindrome\".\"" + (sys ? "sys_" : "information_schema_") + view + "\"";
    }

    static boolean isTable(List<String> parts) {
        boolean sys = parts.size() == 1 || parts.size() == 2 && parts.get(0).equalsIgnoreCase("sys");
        return sys && parts.get(parts.size() - 1).equalsIgnoreCase(PROPERTIES);
    }

    /** A call that stands for a table, the reader standing at its parenthesis. */
    static String table(TokenReader reader) {
        TokenReader inside = new TokenReader(reader.parenthesised());
        List<String> arguments = new ArrayList<>();
        ProcedureArguments.read(inside, PROPERTIES_ARGUMENTS)
                .all()
                .forEach(argument -> arguments.add(SqlLiteral.h2OrNull(argument.orElse(null))));
        return "\"palindrome\".\"" + PROPERTIES + "\"(" + String.join(", ", arguments) + ")";
    }

    /** A call, the reader standing at its parenthesis. */
    static String rewrite(String name, TokenReader reader) {
        List<String> arguments = new ArrayList<>();
        List<List<Token>> inside = Arguments.of(reader.parenthesised());
        for (List<Token> argument : inside) {
            if (argument.size() != 1 || argument.get(0).kind() != Token.Kind.STRING) {
                throw new UntranslatableException(name + " of something that is not a string");
            }
            arguments.add(SqlLiteral.h2(argument.get(0).value()));
        }
        if (name.equals("DB_NAME") && arguments.isEmpty()) {
            return "DATABASE()";
        }
        if (name.equals("COL_LENGTH") && !reader.sees("IS")) {
            throw new UntranslatableException("the length of a column");
        }
        if (name.equals("OBJECT_ID") && inside.get(0).get(0).value().contains("tempdb.")) {
            throw new UntranslatableException("a temporary table");
        }
        if (name.equals("OBJECT_ID") && arguments.size() == 1) {
            arguments.add("''");
        }
        return "\"palindrome\".\"" + name.toLowerCase(Locale.ROOT) + "\"(" + String.join(", ", arguments) + ")";
    }
}
