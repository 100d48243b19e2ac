package dev.palindrome.tsql.xml;

import dev.palindrome.tsql.Token;
import java.util.List;
import java.util.Set;

/**
 * Where a method of XML is called, such as {@code doc.value('(/a)[1]', 'INT')}.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/xml/xml-data-type-methods">xml data type methods</a>
 */
public final class XmlMethod {

    /** They count capitals. */
    private static final Set<String> NAMES = Set.of("value", "exist", "query", "nodes", "modify");

    private XmlMethod() {}

    /** Whether a name is that of a method. */
    public static boolean has(String name) {
        return NAMES.contains(name);
    }

    /**
     * Whether a call can be one, as far as its arguments say: literals, of which one has two.
     *
     * @param name of a method
     */
    public static boolean takes(String name, List<List<Token>> arguments) {
        return arguments.size() == (name.equals("value") ? 2 : 1)
                && arguments.stream()
                        .allMatch(argument ->
                                argument.size() == 1 && argument.get(0).kind() == Token.Kind.STRING);
    }

    /**
     * Whether the name of one that is called stands there. A function of the user's own, of the schema dbo, is none, nor is a
     * table with a list of columns, as in {@code INSERT INTO cms.nodes (id)}: what methods take begins with a literal.
     */
    public static boolean isAt(List<Token> tokens, int at) {
        boolean called = at > 1
                && tokens.get(at).isName()
                && has(tokens.get(at).value())
                && tokens.get(at - 1).isSymbol(".")
                && at + 2 < tokens.size()
                && tokens.get(at + 1).isSymbol("(");
        boolean ofTheUser = called
                && tokens.get(at - 2).value().equalsIgnoreCase("dbo")
                && !(at > 2 && tokens.get(at - 3).isSymbol("."));
        boolean literal =
                called && (!tokens.get(at - 2).isName() || tokens.get(at + 2).kind() == Token.Kind.STRING);
        return literal && !ofTheUser;
    }
}
