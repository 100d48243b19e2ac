package dev.palindrome.seed.named;

import dev.palindrome.seed.condition.Condition;
import dev.palindrome.seed.condition.Condition.Comparison;
import dev.palindrome.seed.condition.Condition.Operator;
import dev.palindrome.seed.condition.Term;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The elements and attributes that scripts ask XML for, by {@code exist}, {@code value} and the like: a column that is asked
 * for {@code /order/city} is to hold a document with that.
 */
final class AskedXml {

    private static final Set<String> METHODS = Set.of("exist", "value", "query", "nodes", "modify");

    /** Text that is a number as well. */
    private static final String ANY = "1";

    private static final int LONGEST = 400;

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_-]*+";

    /** A step down, with what a predicate in brackets says. */
    private static final Pattern STEP = Pattern.compile("\\G//?+(@?+" + NAME + ")(?:\\)?+\\[([^\\]]*+)\\])*+");

    /** {@code text()="a"}, {@code @id="5"}, {@code .="a"} and {@code name="a"}. */
    private static final Pattern SAID = Pattern.compile("(?<![A-Za-z0-9_-])(\\.|text\\(\\)|@?+" + NAME
            + ")(?:/text\\(\\))?+ *+= *+(?:\"([^\"]*+)\"|'([^']*+)'|([0-9.]++))");

    private AskedXml() {}

    static List<Condition> in(List<Token> text) {
        Set<Condition> conditions = new LinkedHashSet<>();
        for (int i = 2; i + 2 < text.size(); i++) {
            Token method = text.get(i);
            if (method.isName()
                    && METHODS.contains(method.value())
                    && text.get(i - 1).isSymbol(".")
                    && text.get(i - 2).isName()
                    && text.get(i + 1).isSymbol("(")
                    && text.get(i + 2).kind() == Token.Kind.STRING) {
                TokenReader behind = new TokenReader(text.subList(i + 3, text.size()));
                behind.until();
                behind.acceptSymbol(")");
                List<String> values = method.value().equals("value") ? List.copyOf(Compared.with(behind)) : List.of();
                String document = document(text.get(i + 2).value(), values.isEmpty() ? ANY : values.get(0));
                if (!document.isEmpty()) {
                    conditions.add(new Comparison(
                            new Term.Column(GeneratedRow.key(text.get(i - 2).value())),
                            Operator.EQUAL,
                            new Term.Constant(document)));
                }
            }
        }
        return List.copyOf(conditions);
    }

    /** @return empty where the path is another one than down from the root, or has namespaces */
    private static String document(String query, String value) {
        int begin = query.indexOf('/');
        if (begin < 0 || query.length() > LONGEST || query.contains(":")) {
            return "";
        }
        List<String> open = new ArrayList<>();
        StringBuilder head = new StringBuilder();
        String content = value;
        Matcher step = STEP.matcher(query);
        int at = begin;
        while (step.find(at)) {
            String name = step.group(1);
            if (name.startsWith("@")) {
                if (open.isEmpty()) {
                    return "";
                }
                attribute(head, name, value);
            } else if (!name.equals("text")) {
                open.add(name);
                head.append('<').append(name).append('>');
                content = value;
            }
            if (step.group(2) != null) {
                content = said(step.group(2), head, content);
            }
            at = step.end();
            if (at < query.length() && query.charAt(at) == ')') {
                break;
            }
        }
        if (open.isEmpty()) {
            return "";
        }
        StringBuilder document = new StringBuilder(head).append(escaped(content));
        for (int i = open.size() - 1; i >= 0; i--) {
            document.append("</").append(open.get(i)).append('>');
        }
        return document.toString();
    }

    /** @return the text that the element is to have */
    private static String said(String predicate, StringBuilder head, String content) {
        Matcher said = SAID.matcher(predicate);
        String text = content;
        while (said.find()) {
            String value =
                    said.group(2) != null ? said.group(2) : said.group(3) != null ? said.group(3) : said.group(4);
            String name = said.group(1);
            if (name.startsWith("@")) {
                attribute(head, name, value);
            } else if (name.equals(".") || name.startsWith("text")) {
                text = value;
            } else {
                head.append('<')
                        .append(name)
                        .append('>')
                        .append(escaped(value))
                        .append("</")
                        .append(name)
                        .append('>');
            }
        }
        return text;
    }

    private static void attribute(StringBuilder head, String name, String value) {
        if (head.lastIndexOf("</") == head.lastIndexOf("<")) {
            return; // the tag is not the last any more
        }
        head.setLength(head.length() - 1);
        head.append(' ')
                .append(name.substring(1))
                .append("=\"")
                .append(escaped(value))
                .append("\">");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
