package dev.palindrome.tsql.query;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * FOR XML PATH and FOR JSON PATH as a text that is put together of all rows.
 *
 * @see <a href="https://learn.microsoft.com/sql/relational-databases/xml/use-path-mode-with-for-xml">PATH mode</a>
 * @see <a href="https://learn.microsoft.com/sql/relational-databases/json/format-query-results-as-json-with-for-json-sql-server">
 *     FOR JSON</a>
 */
public final class ForClause {

    private static final String ROW = "palindrome.xml_row";

    private static final String JSON = "palindrome.json";

    /** A value within an element: XML as it is, and everything else as text. */
    public static final String CONTENT = "palindrome.xml_content";

    /** A value as an attribute, and nothing where it is XML. */
    public static final String ATTRIBUTE = "palindrome.xml_as_attribute";

    /** A value as an element where it is XML, and nothing where it is not. */
    public static final String ELEMENT = "palindrome.xml_as_element";

    /** What FOR XML gives with TYPE. */
    public static final String TYPED = "palindrome.xml_typed";

    private final SelectParts select;
    private final Token place;
    private String row = "row";
    private String root = "";
    private boolean nulls;
    private boolean bare;
    private boolean typed;

    /** Whether columns are attributes, whatever they are called. */
    private boolean attributes;

    private ForClause(SelectParts select) {
        this.select = select;
        this.place = select.head().get(0);
    }

    static boolean concerns(SelectParts select) {
        return !select.end().isEmpty() && select.end().get(0).is("FOR");
    }

    /** Whether a query gives XML that is no text yet. */
    static boolean isTyped(List<Token> query) {
        int size = query.size();
        return size > 4 && query.get(size - 1).is("TYPE") && query.stream().anyMatch(token -> token.is("XML"));
    }

    /** @param asText whether the XML becomes text again, so that nothing is escaped */
    static List<Token> without(SelectParts written, boolean asText, KnownColumns columns) {
        SelectParts select = written;
        if (hasStar(written) && hasOneTable(written)) {
            select = named(written, columns);
            if (select.items().isEmpty()) { // it is read again when the columns are known
                return written.withEnd(List.of()).tokens();
            }
        }
        TokenReader reader = new TokenReader(select.end());
        reader.expect("FOR");
        ForClause clause = new ForClause(isNested(select) ? select : FoundRows.of(select));
        if (reader.accept("XML", "PATH")) {
            clause.pathOptions(reader);
            return clause.xml(asText);
        }
        if (reader.accept("XML", "RAW") || reader.accept("XML", "AUTO") && hasOneTable(select)) {
            clause.rows(select.end().get(2).is("AUTO"), reader);
            return clause.xml(asText);
        }
        if (reader.accept("JSON", "PATH") || reader.accept("JSON", "AUTO") && hasOneTable(select)) {
            clause.options(reader);
            return clause.json();
        }
        throw new UntranslatableException("FOR " + select.end().get(1).upper()
                + (select.end().size() > 2 ? " " + select.end().get(2).upper() : ""));
    }

    private static boolean hasOneTable(SelectParts select) {
        return FromClause.parts(select.from()).size() == 1;
    }

    private static boolean hasStar(SelectParts select) {
        return select.items().stream()
                .anyMatch(item -> item.get(item.size() - 1).isSymbol("*"));
    }

    private static boolean isXml(Token token) {
        return token.text().equals(CONTENT) || token.text().equals(ROW);
    }

    private static boolean isNested(SelectParts select) {
        return select.items().stream()
                .anyMatch(item -> item.stream()
                        .anyMatch(token -> isXml(token) || token.text().equals(JSON)));
    }

    /** With the columns that a star stands for. */
    private static SelectParts named(SelectParts select, KnownColumns columns) {
        Token place = select.head().get(0);
        String alias = FromClause.parts(select.from()).get(0).alias();
        List<List<Token>> items = new ArrayList<>();
        for (List<Token> item : select.items()) {
            if (!item.get(item.size() - 1).isSymbol("*")) {
                items.add(item);
                continue;
            }
            List<String> names = columns.ofQuery(
                    new Made(place).add("SELECT *").add(select.from()).tokens());
            if (names.isEmpty()) {
                return select.withItems(List.of());
            }
            names.forEach(name ->
                    items.add(new Made(place).name(alias).add(".").name(name).tokens()));
        }
        return select.withItems(items);
    }

    private void pathOptions(TokenReader reader) {
        if (reader.seesSymbol("(")) {
            row = reader.parenthesised().get(0).value();
        }
        options(reader);
    }

    /** Each row an element, its columns attributes or elements (Microsoft: use-raw-mode-with-for-xml, use-auto-mode-with-for-xml). */
    private void rows(boolean ofTables, TokenReader reader) {
        attributes = true;
        if (ofTables) {
            FromClause.Part table = FromClause.parts(select.from()).get(0);
            boolean named = !table.named().isEmpty() || table.source().get(0).isSymbol("(");
            row = named
                    ? table.alias()
                    : table.source().stream().map(Token::value).collect(Collectors.joining());
            options(reader);
        } else {
            pathOptions(reader);
        }
        if (!row.matches("[\\w.-]++")) {
            throw new UntranslatableException("FOR XML with rows called " + row);
        }
    }

    private void options(TokenReader reader) {
        while (reader.acceptSymbol(",")) {
            if (reader.accept("ROOT")) {
                root = reader.seesSymbol("(") ? reader.parenthesised().get(0).value() : "root";
            } else if (reader.accept("INCLUDE_NULL_VALUES")) {
                nulls = true;
            } else if (reader.accept("WITHOUT_ARRAY_WRAPPER")) {
                bare = true;
            } else if (attributes && reader.accept("ELEMENTS")) {
                attributes = false;
            } else if (reader.accept("TYPE")) {
                typed = true;
            } else {
                throw new UntranslatableException(
                        "FOR XML or FOR JSON with " + reader.peek().text());
            }
        }
        boolean end = reader.atEnd() || reader.seesSymbol(";");
        if (!end) {
            throw reader.unexpected();
        }
    }

    private List<Token> xml(boolean asText) {
        requirePlain();
        typed &= !asText;
        boolean spaced = select.items().size() == 1
                && SelectParts.name(select.items().get(0)).equalsIgnoreCase("data()");
        List<List<Token>> parts = new ArrayList<>();
        List<List<Token>> inside = new ArrayList<>();
        for (List<Token> item : select.items()) {
            if (attributes) {
                inside.add(attribute(item, ATTRIBUTE));
                parts.add(xmlElement(item));
            } else if (SelectParts.name(item).startsWith("@")) {
                requireAttribute(SelectParts.name(item), parts.isEmpty());
                inside.add(attribute(item, ""));
            } else {
                parts.add(element(item, asText));
            }
        }
        Made text = new Made(place);
        if (parts.size() == 1 && row.isEmpty()) {
            text.add(parts.get(0));
        } else {
            List<List<Token>> known = new ArrayList<>();
            parts.forEach(part -> known.add(
                    new Made(place).add("ISNULL(").add(part).add(", N'')").tokens()));
            if (row.isEmpty()) {
                text.join("+", known);
            } else {
                text.function(ROW).add("(" + literal(row) + ", N''");
                inside.forEach(attribute -> text.add("+").add(attribute));
                text.add(", N''");
                known.forEach(part -> text.add("+").add(part));
                text.add(")");
            }
        }
        return aggregated(text.tokens(), spaced ? " " : "", xmlRoot("<"), xmlRoot("</"));
    }

    private void requireAttribute(String name, boolean first) {
        if (row.isEmpty()) {
            throw UntranslatableException.refused(6864, place, "an attribute needs an element: name the row");
        }
        if (!first) {
            throw UntranslatableException.refused(6852, place, "the attribute " + name + " stands behind an element");
        }
    }

    /** XML is an element in any mode (Microsoft: for-xml-support-for-the-xml-data-type). */
    private List<Token> xmlElement(List<Token> item) {
        String name = SelectParts.name(item);
        return new Made(place)
                .function(ELEMENT)
                .add("(" + literal(name.isEmpty() ? "" : "<" + name + ">") + ", ")
                .add(SelectParts.value(item))
                .add(", " + literal(name.isEmpty() ? "" : "</" + name + ">") + ")")
                .tokens();
    }

    private List<Token> attribute(List<Token> item, String unlessXml) {
        String name = SelectParts.name(item).replaceFirst("^@", "");
        boolean later = name.isEmpty() && !unlessXml.isEmpty();
        if (!later && !name.matches("[\\w.-]++")) {
            throw new UntranslatableException("FOR XML with the column " + name);
        }
        if (!unlessXml.isEmpty()) {
            return new Made(place)
                    .function(unlessXml)
                    .add("(" + literal(later ? "" : " " + name + "=\"") + ", ")
                    .add(SelectParts.value(item))
                    .add(")")
                    .tokens();
        }
        return new Made(place)
                .add("ISNULL(" + literal(" " + name + "=\"") + " +")
                .function("palindrome.xml_attribute")
                .add("(CONVERT(NVARCHAR(MAX),")
                .add(SelectParts.value(item))
                .add(", 126)) + N'\"', N'')")
                .tokens();
    }

    private String xmlRoot(String open) {
        return root.isEmpty() ? "" : open + root + ">";
    }

    private static String literal(String text) {
        return SqlLiteral.of(text);
    }

    private List<Token> element(List<Token> item, boolean asText) {
        List<Token> value = SelectParts.value(item);
        String name = SelectParts.name(item);
        boolean text = name.isEmpty()
                || name.equals("*")
                || name.equalsIgnoreCase("text()")
                || name.equalsIgnoreCase("data()");
        Made made = new Made(place);
        if (asText) {
            made.add("CONVERT(NVARCHAR(MAX),").add(value).add(", 126)");
        } else {
            made.function(CONTENT).add("(").add(value).add(")");
        }
        if (text) {
            return made.tokens();
        }
        if (!name.matches("[\\w.-]++")) {
            throw new UntranslatableException("FOR XML PATH with the column " + name);
        }
        return new Made(place)
                .add("(" + literal("<" + name + ">") + " +")
                .add(made.tokens())
                .add("+ " + literal("</" + name + ">") + ")")
                .tokens();
    }

    /** A row that is counted or taken once would have to be found before it becomes text. */
    private void requirePlain() {
        if (hasStar(select)) {
            throw new UntranslatableException("FOR XML or FOR JSON of all columns of several tables");
        }
        boolean plain = !select.hasTop()
                && select.group().isEmpty()
                && select.having().isEmpty()
                && select.into().isEmpty();
        if (!plain || select.isDistinct()) {
            throw new UntranslatableException("FOR XML or FOR JSON with TOP, DISTINCT, GROUP BY or INTO");
        }
    }

    /**
     * Without FROM there is one row, whose columns are those of a query around it: nothing to put together. A row of no table
     * would be computed when a view is made, where H2 calls no function.
     */
    private List<Token> aggregated(List<Token> text, String separator, String before, String behind) {
        Made made = new Made(place).add(select.head().subList(0, 1));
        if (typed) {
            made.function(TYPED).add("(");
        }
        if (!before.isEmpty()) {
            made.add(literal(before) + " +");
        }
        if (select.from().isEmpty()) {
            made.add(text);
        } else {
            made.add("STRING_AGG(").add(text).add(", " + literal(separator) + ")");
            List<Token> order = order();
            if (!order.isEmpty()) {
                made.add("WITHIN GROUP (").add(order).add(")");
            }
        }
        if (!behind.isEmpty()) {
            made.add("+ " + literal(behind));
        }
        if (typed) {
            made.add(")");
        }
        if (select.from().isEmpty()) {
            made.add("FROM").function("palindrome.numbers").add("(1, 1)");
        } else {
            made.add(select.from());
        }
        return made.add(select.where()).tokens();
    }

    private List<Token> order() {
        List<Token> order = new ArrayList<>();
        List<List<Token>> keys = select.order().isEmpty()
                ? List.of()
                : Arguments.of(select.order().subList(2, select.order().size()));
        for (List<Token> key : keys) {
            boolean number = key.get(0).kind() == Token.Kind.NUMBER;
            boolean offset = key.stream().anyMatch(token -> token.is("OFFSET"));
            if (offset) {
                throw new UntranslatableException("FOR XML or FOR JSON with OFFSET");
            }
            Made made = new Made(place).add(order.isEmpty() ? "" : ",");
            if (number) {
                int at = Integer.parseInt(key.get(0).text()) - 1;
                made.add(SelectParts.value(
                                select.items().get(Math.min(at, select.items().size() - 1))))
                        .add(key.subList(1, key.size()));
            } else {
                made.add(key);
            }
            order.addAll(made.tokens());
        }
        return order.isEmpty()
                ? order
                : new Made(place).add("ORDER BY").add(order).tokens();
    }

    private List<Token> json() {
        requirePlain();
        Made object = new Made(place).add("N'{' + ISNULL(STUFF(");
        List<List<Token>> members = new ArrayList<>();
        for (List<Token> item : select.items()) {
            members.add(member(item));
        }
        object.join("+", members).add(", 1, 1, N''), N'') + N'}'");
        String array = bare ? "" : "[";
        String before = root.isEmpty() ? array : "{\"" + root + "\":" + array;
        String behind = (bare ? "" : "]") + (root.isEmpty() ? "" : "}");
        return aggregated(object.tokens(), ",", before, behind);
    }

    private List<Token> member(List<Token> item) {
        String name = SelectParts.name(item);
        List<Token> value = SelectParts.value(item);
        if (name.isEmpty()) {
            throw UntranslatableException.refused(13605, "FOR JSON needs a name for each column");
        }
        if (!name.matches("[^.\"\\\\/]++")) {
            throw new UntranslatableException("FOR JSON with the column " + name);
        }
        boolean nested = isEnclosed(value, 0)
                && value.stream().anyMatch(token -> token.text().equals(JSON));
        boolean asked = value.get(0).is("JSON_QUERY") && isEnclosed(value, 1);
        Made made = new Made(place).add("ISNULL(" + literal(",\"" + name + "\":") + " +");
        if (nested || asked) {
            made.add(value);
        } else {
            made.function(JSON).add("(").add(value).add(")");
        }
        return made.add(nulls ? ", " + literal(",\"" + name + "\":null") + ")" : ", N'')")
                .tokens();
    }

    /** Whether parentheses open at a token and close with the last. */
    private static boolean isEnclosed(List<Token> value, int from) {
        TokenReader reader = new TokenReader(value.subList(from, value.size()));
        if (!reader.seesSymbol("(")) {
            return false;
        }
        reader.parenthesised();
        return reader.atEnd();
    }
}
