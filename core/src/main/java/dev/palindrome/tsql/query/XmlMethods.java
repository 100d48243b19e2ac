package dev.palindrome.tsql.query;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.xml.XmlMethod;
import dev.palindrome.tsql.xml.XmlPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The methods of XML as calls of functions that have the XML as their first argument.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/xml/xml-data-type-methods">xml data type methods</a>
 */
final class XmlMethods {

    /** Where rows come from. */
    static final String NODES = "palindrome.xml_nodes";

    private static final String NODE = "palindrome.xml_node";

    /** Of texts that a query puts together: they find all of it. */
    private static final Set<String> ALL =
            Set.of(".", "/", "(/)[1]", "(.)[1]", ".[1]", "text()[1]", "(./text())[1]", "(text())[1]", "./text()[1]");

    private final ColumnTypes types;
    private final Map<String, String> namespaces = new HashMap<>();
    private final List<Token> out = new ArrayList<>();

    private XmlMethods(ColumnTypes types) {
        this.types = types;
    }

    /** The same without them, and without WITH XMLNAMESPACES; the same tokens where there are none. */
    static List<Token> without(List<Token> tokens, ColumnTypes types) {
        boolean some = false;
        for (int i = 0; i < tokens.size() && !some; i++) {
            some = isMethod(tokens, i, types) || tokens.get(i).is("XMLNAMESPACES");
        }
        return some ? new XmlMethods(types).rewritten(tokens) : tokens;
    }

    /** What is written like one may be a function of the user's own. */
    private static boolean isMethod(List<Token> tokens, int at, ColumnTypes types) {
        if (!XmlMethod.isAt(tokens, at) || !mayBeFunction(tokens, at)) {
            return XmlMethod.isAt(tokens, at);
        }
        String name = tokens.get(at).value();
        if (types.areKnown()) {
            return types.function(new ObjectName(tokens.get(at - 2).value(), name))
                    .isEmpty();
        }
        TokenReader reader = new TokenReader(tokens);
        reader.back(at + 1);
        return XmlMethod.takes(name, Arguments.of(reader.parenthesised()));
    }

    private static boolean mayBeFunction(List<Token> tokens, int at) {
        return tokens.get(at - 2).isName() && !(at > 2 && tokens.get(at - 3).isSymbol("."));
    }

    /** Whether it matters which functions of the user's own there are. */
    static boolean askForFunctions(List<Token> tokens, ColumnTypes types) {
        if (types.areKnown()) {
            return false;
        }
        for (int i = 2; i < tokens.size(); i++) {
            if (XmlMethod.isAt(tokens, i) && mayBeFunction(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What a path finds as a row has no use but as that in which another path begins, and in what asks whether it is there; in
     * the order of a window it is its place in the document.
     */
    static List<Token> asked(List<Token> tokens) {
        if (tokens.stream().noneMatch(token -> token.text().equals(NODE))) {
            return tokens;
        }
        List<Token> out = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean node = tokens.get(i).text().equals(NODE);
            boolean asked = i > 2
                    && tokens.get(i - 1).isSymbol("(")
                    && tokens.get(i - 2).isSymbol("(")
                    && tokens.get(i - 3).text().startsWith("palindrome.xml_");
            if (!node || asked) {
                out.add(tokens.get(i));
                continue;
            }
            TokenReader reader = new TokenReader(tokens);
            reader.back(i + 1);
            List<Token> arguments = reader.parenthesised();
            int end = reader.position();
            reader.acceptSymbol(")");
            if (reader.sees("IS")) {
                out.add(tokens.get(i));
            } else if (isOrder(tokens, i)) {
                out.addAll(Arguments.of(arguments).get(2));
                i = end - 1;
            } else {
                throw UntranslatableException.refused(
                        493, tokens.get(i), "a column of nodes() has no use but by the methods of XML and in IS NULL");
            }
        }
        return out;
    }

    /** Whether it is what the rows of a window are sorted by. */
    private static boolean isOrder(List<Token> tokens, int node) {
        int at = node - 1;
        while (at >= 0 && tokens.get(at).isSymbol("(")) {
            at--;
        }
        int depth = 0;
        boolean order = false;
        while (at > 0 && depth >= 0) {
            Token token = tokens.get(at);
            depth += token.isSymbol(")") ? 1 : token.isSymbol("(") ? -1 : 0;
            order |= depth == 0 && token.is("ORDER");
            at--;
        }
        return order && at >= 0 && depth < 0 && tokens.get(at).is("OVER");
    }

    private List<Token> rewritten(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        if (reader.sees("WITH", "XMLNAMESPACES")) {
            reader.skip(2);
            reader.parenthesised();
            Arguments.of(reader.since(2).subList(1, reader.position() - 3)).forEach(this::namespace);
            if (reader.acceptSymbol(",")) {
                out.add(tokens.get(0));
            }
        }
        while (reader.position() < tokens.size()) {
            if (isMethod(tokens, reader.position(), types)) {
                method(reader);
            } else {
                out.add(reader.next());
            }
        }
        if (!namespaces.isEmpty()
                && out.stream().anyMatch(token -> token.is("XML"))
                && out.stream().anyMatch(token -> token.is("FOR"))) {
            throw new UntranslatableException("FOR XML with XMLNAMESPACES");
        }
        return out;
    }

    /** {@code 'uri' AS prefix}, or {@code DEFAULT 'uri'}. */
    private void namespace(List<Token> written) {
        TokenReader reader = new TokenReader(written);
        boolean ofDefault = reader.accept("DEFAULT");
        if (reader.peek().kind() != Token.Kind.STRING) {
            throw reader.syntax();
        }
        String uri = reader.next().value();
        if (!ofDefault) {
            reader.require("AS");
        }
        namespaces.put(ofDefault ? "" : reader.word(), uri);
    }

    private void method(TokenReader reader) {
        Token method = reader.next();
        int open = reader.position();
        List<List<Token>> arguments = Arguments.of(reader.parenthesised());
        int start = receiver(out.size() - 2);
        List<Token> xml = List.copyOf(out.subList(start, out.size() - 1));
        requireArguments(method, arguments);
        Token first = arguments.get(0).get(0);
        boolean all =
                method.value().equals("value") && ALL.contains(first.value().replace(" ", ""));
        boolean query = xml.get(0).isSymbol("(") && ForClause.isTyped(xml.subList(1, xml.size() - 1));
        if (query && all) {
            out.add(method);
            out.addAll(reader.since(open));
            return;
        }
        while (out.size() > start) {
            out.remove(out.size() - 1);
        }
        XmlPath path = XmlPath.of(first.value(), namespaces, first, method.value());
        Made call = new Made(xml.get(0))
                .function("palindrome.xml_" + method.value())
                .add("(")
                .add(xml)
                .add(", " + SqlLiteral.of(path.encoded()));
        for (XmlPath.Outside outside : path.outsides()) {
            call.add(",").add(outside(outside, first));
        }
        call.add(")");
        if (!method.value().equals("value")) {
            out.addAll(call.tokens());
            return;
        }
        out.addAll(new Made(xml.get(0))
                .add("CAST( CAST(")
                .add(call.tokens())
                .add("AS NVARCHAR(MAX)) AS " + arguments.get(1).get(0).value() + ")")
                .tokens());
    }

    private static void requireArguments(Token method, List<List<Token>> arguments) {
        int expected = method.value().equals("value") ? 2 : 1;
        if (arguments.size() != expected) {
            throw UntranslatableException.refused(
                    174, method, "the method " + method.value() + " takes " + expected + " argument(s)");
        }
        for (List<Token> argument : arguments) {
            if (argument.size() != 1 || argument.get(0).kind() != Token.Kind.STRING) {
                throw UntranslatableException.refused(
                        8172, method, "what the XML method " + method.value() + " takes is a literal");
            }
        }
        String type = arguments.get(arguments.size() - 1).get(0).value().strip().toUpperCase(Locale.ROOT);
        if (expected == 2 && (type.startsWith("BINARY") || type.startsWith("VARBINARY"))) {
            throw new UntranslatableException("the XML method value for bytes, which are base64 in XML");
        }
        if (method.value().equals("modify")) {
            throw new UntranslatableException("the XML method modify");
        }
    }

    private List<Token> outside(XmlPath.Outside outside, Token place) {
        if (outside.isColumn()) {
            return new Made(place).add(outside.name()).tokens();
        }
        FlowVariable variable = types.variable(outside.name())
                .orElseThrow(() -> UntranslatableException.refused(
                        9501, place, "there is no variable " + outside.name() + " for sql:variable"));
        Token name = new Made(place).add(outside.name()).tokens().get(0);
        return List.of(new Token(name.kind(), name.text(), variable.h2(), name.start(), name.line(), 0, true));
    }

    /** Where that begins of which the last token stands here. */
    private int receiver(int last) {
        int at = last;
        if (out.get(at).isSymbol(")")) {
            int depth = 0;
            do {
                depth += out.get(at).isSymbol(")") ? 1 : out.get(at).isSymbol("(") ? -1 : 0;
                at--;
            } while (depth > 0);
            boolean called = at >= 0
                    && out.get(at).isName()
                    && (!out.get(at).isReserved() || out.get(at).is("CONVERT", "TRY_CONVERT", "COALESCE", "NULLIF"));
            if (!called) {
                return at + 1;
            }
        }
        while (at > 1 && out.get(at - 1).isSymbol(".") && out.get(at - 2).isName()) {
            at -= 2;
        }
        return at;
    }
}
