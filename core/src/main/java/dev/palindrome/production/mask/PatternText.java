package dev.palindrome.production.mask;

import java.util.ArrayList;
import java.util.List;

/** Takes a pattern apart: {@code user{id}@example.com}. Doubled braces stand for themselves. */
final class PatternText {

    private PatternText() {}

    static MaskKind read(String pattern) throws RuleSyntaxException {
        List<MaskKind.Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char character = pattern.charAt(at++);
            boolean doubled = at < pattern.length() && pattern.charAt(at) == character;
            if (character != '{' && character != '}') {
                literal.append(character);
            } else if (doubled) {
                literal.append(character);
                at++;
            } else if (character == '}') {
                throw new RuleSyntaxException(
                        "the pattern has a } without a { in front of it. Doubled, it stands for itself.");
            } else {
                int end = closing(pattern, at);
                addLiteral(parts, literal);
                parts.add(new MaskKind.Part.OfColumn(column(pattern.substring(at, end))));
                at = end + 1;
            }
        }
        addLiteral(parts, literal);
        return new MaskKind.Pattern(List.copyOf(parts));
    }

    private static int closing(String pattern, int at) throws RuleSyntaxException {
        int end = pattern.indexOf('}', at);
        if (end < 0) {
            throw new RuleSyntaxException(
                    "the pattern has a { that no } closes. Write {column}; doubled, a brace stands for itself.");
        }
        return end;
    }

    private static String column(String text) throws RuleSyntaxException {
        String name = text.strip();
        if (name.startsWith("[") && name.endsWith("]") && name.length() > 2) {
            return name.substring(1, name.length() - 1).replace("]]", "]");
        }
        if (name.isEmpty()) {
            throw new RuleSyntaxException("the pattern has braces without a column's name in them.");
        }
        return name;
    }

    private static void addLiteral(List<MaskKind.Part> parts, StringBuilder literal) {
        if (!literal.isEmpty()) {
            parts.add(new MaskKind.Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
