package dev.palindrome.tsql.rewrite.expression;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.administration.ProcedureArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The functions by which the condition of an IF, or a query, asks about the schema. */
final class CatalogueCalls {

    /** How many arguments there may be. */
    private record Call(int least, int most) {}

    private static final Map<String, Call> FUNCTIONS = Map.ofEntries(
            Map.entry("OBJECT_ID", new Call(1, 2)),
            Map.entry("OBJECT_NAME", new Call(1, 1)),
            Map.entry("OBJECT_SCHEMA_NAME", new Call(1, 1)),
            Map.entry("OBJECT_DEFINITION", new Call(1, 1)),
            Map.entry("OBJECTPROPERTY", new Call(2, 2)),
            Map.entry("OBJECTPROPERTYEX", new Call(2, 2)),
            Map.entry("SCHEMA_ID", new Call(0, 1)),
            Map.entry("SCHEMA_NAME", new Call(0, 1)),
            Map.entry("COL_LENGTH", new Call(2, 2)),
            Map.entry("COL_NAME", new Call(2, 2)),
            Map.entry("COLUMNPROPERTY", new Call(3, 3)),
            Map.entry("INDEXPROPERTY", new Call(3, 3)),
            Map.entry("INDEX_COL", new Call(3, 3)),
            Map.entry("TYPE_ID", new Call(1, 1)),
            Map.entry("TYPE_NAME", new Call(1, 1)),
            Map.entry("DB_NAME", new Call(0, 1)),
            Map.entry("DB_ID", new Call(0, 1)),
            Map.entry("USER_ID", new Call(0, 1)),
            Map.entry("DATABASE_PRINCIPAL_ID", new Call(0, 1)),
            Map.entry("USER_NAME", new Call(0, 1)),
            Map.entry("IS_MEMBER", new Call(1, 1)),
            Map.entry("IS_ROLEMEMBER", new Call(1, 2)),
            Map.entry("IDENT_CURRENT", new Call(1, 1)),
            Map.entry("IDENT_SEED", new Call(1, 1)),
            Map.entry("IDENT_INCR", new Call(1, 1)),
            Map.entry("SERVERPROPERTY", new Call(1, 1)),
            Map.entry("FULLTEXTSERVICEPROPERTY", new Call(1, 1)),
            Map.entry("DATABASEPROPERTYEX", new Call(2, 2)),
            Map.entry("PARSENAME", new Call(2, 2)));

    private static final Set<String> OF_OBJECTS = Set.of(
            "istable",
            "isusertable",
            "isview",
            "isprocedure",
            "isscalarfunction",
            "isinlinefunction",
            "istablefunction",
            "istrigger",
            "isprimarykey",
            "isuniquecnst",
            "isforeignkey",
            "ischeckcnst",
            "isdefaultcnst",
            "isconstraint",
            "ismsshipped",
            "issystemtable",
            "isschemabound",
            "execisansinullson",
            "execisquotedidenton",
            "schemaid",
            "ownerid",
            "tablehasidentity",
            "tabletemporaltype",
            "tablehasdefaultcnst",
            "tablehasprimarykey",
            "tablehasuniquecnst",
            "tablehasforeignkey",
            "tablehascheckcnst",
            "tablehasindex",
            "tablehasclustindex",
            "tablehasnonclustindex");

    /** Functions whose last argument names a property, with those that are known. */
    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            "OBJECTPROPERTY", OF_OBJECTS,
            "OBJECTPROPERTYEX", with(OF_OBJECTS, "basetype"),
            "COLUMNPROPERTY",
                    Set.of(
                            "allowsnull",
                            "columnid",
                            "iscomputed",
                            "isidentity",
                            "isidnotforrepl",
                            "isrowguidcol",
                            "generatedalwaystype",
                            "ishidden",
                            "charmaxlen",
                            "precision",
                            "scale",
                            "isoutparam"),
            "INDEXPROPERTY", Set.of("indexid", "isclustered", "isunique", "ishypothetical", "isstatistics"),
            "SERVERPROPERTY",
                    Set.of(
                            "productversion",
                            "productmajorversion",
                            "productminorversion",
                            "productlevel",
                            "edition",
                            "engineedition",
                            "collation",
                            "servername",
                            "instancename",
                            "computernamephysicalnetbios",
                            "filestreamconfiguredlevel",
                            "filestreameffectivelevel",
                            "islocaldb",
                            "ispolybaseinstalled",
                            "isxtpsupported",
                            "machinename",
                            "isclustered",
                            "ishadrenabled",
                            "isfulltextinstalled",
                            "isintegratedsecurityonly",
                            "issingleuser"),
            "FULLTEXTSERVICEPROPERTY", Set.of("isfulltextinstalled"),
            "DATABASEPROPERTYEX", Set.of("collation", "status", "updateability", "useraccess", "isinstandby"));

    private static final String LISTED_PROPERTIES = "fn_listextendedproperty";

    private static final List<String> LISTED_PROPERTIES_ARGUMENTS =
            List.of("@name", "@level0type", "@level0name", "@level1type", "@level1name", "@level2type", "@level2name");

    private CatalogueCalls() {}

    private static Set<String> with(Set<String> some, String more) {
        Set<String> all = new java.util.HashSet<>(some);
        all.add(more);
        return Set.copyOf(all);
    }

    static boolean knows(String function) {
        return FUNCTIONS.containsKey(function);
    }

    static boolean isTable(List<String> parts) {
        boolean sys = parts.size() == 1 || parts.size() == 2 && parts.get(0).equalsIgnoreCase("sys");
        return sys && parts.get(parts.size() - 1).equalsIgnoreCase(LISTED_PROPERTIES);
    }

    /** A call that stands for a table, the reader standing at its parenthesis. */
    static String table(TokenReader reader) {
        List<Token> written = reader.parenthesised();
        List<Token> literals = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        for (Token token : written) {
            boolean variable =
                    token.kind() == Token.Kind.VARIABLE && !token.value().equals(token.text());
            literals.add(variable ? Lexer.tokens("NULL", token.line()).get(0) : token);
            if (!token.isSymbol(",")) {
                variables.add(variable ? token.value() : "");
            }
        }
        List<String> arguments = new ArrayList<>();
        ProcedureArguments.read(new TokenReader(literals), LISTED_PROPERTIES_ARGUMENTS)
                .all()
                .forEach(argument -> arguments.add(SqlLiteral.h2OrNull(argument.orElse(null))));
        for (int i = 0; i < arguments.size() && i < variables.size(); i++) {
            if (!variables.get(i).isEmpty()) {
                arguments.set(i, variables.get(i));
            }
        }
        return "\"palindrome\".\"" + LISTED_PROPERTIES + "\"(" + String.join(", ", arguments) + ")";
    }

    /** A call, the reader standing at its parenthesis. */
    static String rewrite(String name, TokenReader reader, ExpressionRewriter expressions) {
        List<List<Token>> arguments = Arguments.of(reader.parenthesised());
        Call call = Objects.requireNonNull(FUNCTIONS.get(name));
        if (arguments.size() < call.least() || arguments.size() > call.most()) {
            throw new UntranslatableException(name + " with " + arguments.size() + " arguments");
        }
        if (PROPERTIES.containsKey(name)) {
            requireProperty(name, arguments.get(arguments.size() - 1));
        }
        List<String> texts = new ArrayList<>();
        arguments.forEach(argument -> texts.add(expressions.rewrite(argument).strip()));
        if (name.startsWith("IDENT_")) {
            String what = SqlLiteral.h2(name.substring("IDENT_".length()));
            return "CAST(\"palindrome\".\"identity_of\"(" + what + ", " + texts.get(0) + ") AS NUMERIC(38, 0))";
        }
        return "\"palindrome\".\"" + name.toLowerCase(Locale.ROOT) + "\"(" + String.join(", ", texts) + ")";
    }

    private static void requireProperty(String function, List<Token> property) {
        if (property.size() != 1 || property.get(0).kind() != Token.Kind.STRING) {
            throw new UntranslatableException(function + " of a property that is not a string");
        }
        String named = property.get(0).value();
        if (!PROPERTIES.getOrDefault(function, Set.of()).contains(named.toLowerCase(Locale.ROOT))) {
            throw new UntranslatableException("the property " + named + " of " + function);
        }
    }
}
